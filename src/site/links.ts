import type { Month } from '../core/calendar/date.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/u, '');
const page = (...parts: string[]): string => `${[base, ...parts.map(encodeURIComponent)].join('/')}/`;
const at = (url: string, anchor: string): string => `${url}#${encodeURIComponent(anchor)}`;

/** The one builder of URLs. They are permanent: a page may move only with a redirect from here. */
export const links = {
  home: () => page(),
  plan: () => page('plan'),
  section: (section: string) => page('plan', section),
  clause: (section: string, clause: string) => at(page('plan', section), clause),
  standards: () => page('standards'),
  standard: (id: string) => page('standards', id),
  commitments: () => page('commitments'),
  commitment: (id: string) => page('commitments', id),
  indicators: () => page('indicators'),
  indicator: (id: string) => page('indicators', id),
  compliance: () => page('compliance'),
  complianceMonth: (month: Month) => page('compliance', month),
  /** Locations side by side in the latest month, and one location month by month. */
  complianceLocations: () => page('compliance', 'locations'),
  complianceLocation: (location: string) => page('compliance', 'locations', location),
  /** A quarter, a year or the year to date, by its id. */
  compliancePeriod: (period: string) => page('compliance', period),
  evidence: (month: Month, indicator: string) => page('compliance', month, indicator),
  evidenceAt: (month: Month, indicator: string, location: string) => at(page('compliance', month, indicator), location),
  reports: () => page('reports'),
  /** The report of a month, quarter, year, year to date or week, or a special report. */
  report: (id: string) => page('reports', id),
  records: () => page('records'),
  recordsMonth: (month: Month) => page('records', month),
  recordsLog: (month: Month, log: string) => page('records', month, log),
  row: (month: Month, log: string, line: number) => at(page('records', month, log), `L${line}`),
  template: (log: string) => `${base}/templates/${log}.csv`,
  procedures: () => page('procedures'),
  procedure: (id: string) => page('procedures', id),
  checklist: (id: string) => page('procedures', id, 'checklist'),
  locations: () => page('locations'),
  location: (id: string) => page('locations', id),
  improvement: () => page('improvement'),
  /** What is to be put right of a month, one sheet an item. */
  notices: (month: Month) => page('notices', month),
  noticesApi: (month: Month) => `${base}/api/notices/${month}.json`,
  /** All open items with their limits, for calendars. */
  openCalendar: () => `${base}/improvement/open.ics`,
  attachments: () => page('attachments'),
  attachment: (number: string) => page('attachments', number),
  document: (name: string) => `${base}/documents/${encodeURIComponent(name)}`,
  organisation: () => page('organisation'),
  /** A unit, role, meeting, channel, record or flow by its id. */
  organisationItem: (id: string) => at(page('organisation'), id),
  recordKinds: () => at(page('organisation'), 'records'),
  /** 待补充与差异: blanks and contradictions of the plan, each with its id as anchor. */
  open: () => page('open'),
  openItem: (id: string) => at(page('open'), id),
  changes: () => page('changes'),
  /** A commit by its short id. */
  changesOf: (commit: string) => at(page('changes'), commit),
  quality: () => page('quality'),
  qualityMonth: (month: Month) => page('quality', month),
  qualityApi: (month: Month) => `${base}/api/quality/${month}.json`,
  guide: () => page('guide'),
  guideLog: (log: string) => page('guide', log),
  check: () => page('check'),
  checkTerms: () => `${base}/api/check.json`,
  search: () => page('search'),
  services: () => page('services'),
  service: (id: string) => page('services', id),
  help: () => page('help'),
  helpFor: (reader: string) => page('help', reader),
  accessibility: () => page('accessibility'),
  design: () => page('design'),
  /** The same report on A4 sheets. */
  reportPrint: (id: string) => page('reports', id, 'print'),
  /** What the rules of score and deduction come to in a month, and the same on A4 sheets. */
  settlement: (month: Month) => page('reports', month, 'settlement'),
  settlementPrint: (month: Month) => page('reports', month, 'settlement', 'print'),
  settlementApi: (month: Month) => `${base}/api/settlements/${month}.json`,
  /** All that a sealed month rests on, in one file. */
  bundle: (month: Month) => `${base}/reports/${month}/bundle.zip`,
  reportFeed: () => `${base}/reports/feed.xml`,
  reportApi: (id: string, format: 'json' | 'csv') => `${base}/api/reports/${id}.${format}`,
  monthApi: (month: Month) => `${base}/api/months/${month}.json`,
  periodApi: (period: string) => `${base}/api/periods/${period}.json`,
  evidenceApi: (month: Month, indicator: string) => `${base}/api/compliance/${month}/${indicator}.json`,
  commitmentsApi: () => `${base}/api/commitments.json`,
  sealsApi: () => `${base}/api/seals.json`,
  changesApi: () => `${base}/api/changes.json`,
  /** What the site was built from, for machines. */
  release: () => `${base}/release.json`,
  /** An address of the site as content writes it, `/plan/#anchor`. */
  address: (address: string) => `${base}${address}`,
  asset: (path: string) => `${base}/${path}`,
};
