import type { Destination, IndexName } from '../core/reports/destination.ts';
import { links } from './links.ts';

const indexes: Readonly<Record<IndexName, () => string>> = {
  home: links.home,
  plan: links.plan,
  standards: links.standards,
  commitments: links.commitments,
  indicators: links.indicators,
  compliance: links.compliance,
  'location-verdicts': links.complianceLocations,
  reports: links.reports,
  feed: links.reportFeed,
  'open-calendar': links.openCalendar,
  records: links.records,
  procedures: links.procedures,
  locations: links.locations,
  attachments: links.attachments,
  organisation: links.organisation,
  open: links.open,
  changes: links.changes,
  quality: links.quality,
  guide: links.guide,
  check: links.check,
  search: links.search,
  services: links.services,
  help: links.help,
  accessibility: links.accessibility,
  design: links.design,
};

/** The address of a page's values for machines. */
function dataOf(to: Extract<Destination, { kind: 'data' }>): string {
  switch (to.of) {
    case 'month':
      return links.monthApi(to.month);
    case 'period':
      return links.periodApi(to.id);
    case 'quality':
      return links.qualityApi(to.month);
    case 'settlement':
      return links.settlementApi(to.month);
    case 'notices':
      return links.noticesApi(to.month);
    case 'evidence':
      return links.evidenceApi(to.month, to.indicator);
    case 'commitments':
      return links.commitmentsApi();
    case 'changes':
      return links.changesApi();
    case 'seals':
      return links.sealsApi();
  }
}

/** The name under which a file is kept by those who follow a link to it; undefined for a page. */
export const fileOf = (to: Destination): string | undefined =>
  to.kind === 'template'
    ? `${to.log}.csv`
    : to.kind === 'document'
      ? to.name
      : to.kind === 'bundle'
        ? `service-ledger-${to.month}.zip`
        : undefined;

/** The address of what a report points at. */
export function hrefOf(to: Destination): string {
  switch (to.kind) {
    case 'evidence':
      return to.location === undefined
        ? links.evidence(to.month, to.indicator)
        : links.evidenceAt(to.month, to.indicator, to.location);
    case 'indicator':
      return links.indicator(to.indicator);
    case 'log':
      return links.recordsLog(to.month, to.log);
    case 'row':
      return links.row(to.month, to.log, to.line);
    case 'records':
      return links.recordsMonth(to.month);
    case 'quality':
      return links.qualityMonth(to.month);
    case 'compliance':
      return links.complianceMonth(to.month);
    case 'report':
      return links.report(to.id);
    case 'month-row':
      return `${links.report(to.period)}#m-${to.indicator}`;
    case 'part':
      return `${links.report(to.report)}#${to.id}`;
    case 'twin':
      return links.reportApi(to.id, to.format);
    case 'location':
      return links.location(to.location);
    case 'improvement':
      return links.improvement();
    case 'notices':
      return links.notices(to.month);
    case 'organisation':
      return links.organisationItem(to.id);
    case 'attachment':
      return links.attachment(to.number);
    case 'document':
      return links.document(to.name);
    case 'location-verdicts':
      return links.complianceLocation(to.location);
    case 'period':
      return links.compliancePeriod(to.id);
    case 'section':
      return links.section(to.section);
    case 'clause':
      return links.clause(to.section, to.clause);
    case 'standard':
      return links.standard(to.id);
    case 'commitment':
      return links.commitment(to.id);
    case 'procedure':
      return links.procedure(to.id);
    case 'checklist':
      return links.checklist(to.id);
    case 'service':
      return links.service(to.id);
    case 'open-item':
      return links.openItem(to.id);
    case 'change':
      return links.changesOf(to.commit);
    case 'guide':
      return links.guideLog(to.log);
    case 'template':
      return links.template(to.log);
    case 'help':
      return links.helpFor(to.reader);
    case 'print':
      return links.reportPrint(to.id);
    case 'settlement':
      return links.settlement(to.month);
    case 'settlement-print':
      return links.settlementPrint(to.month);
    case 'bundle':
      return links.bundle(to.month);
    case 'data':
      return dataOf(to);
    case 'index':
      return `${indexes[to.of]()}${to.anchor === undefined ? '' : `#${encodeURIComponent(to.anchor)}`}`;
    case 'here':
      return `#${encodeURIComponent(to.anchor)}`;
    case 'url':
      return to.url;
    case 'address':
      return links.address(to.address);
  }
}
