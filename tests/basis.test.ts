import { describe, expect, it } from 'vitest';
import { basisLabel, basisWords, missedLabel } from '../src/present/basis.ts';
import { compliancePage } from '../src/present/pages/compliance.ts';
import { evidencePage } from '../src/present/pages/evidence.ts';
import { homePage } from '../src/present/pages/home.ts';
import { indicatorPage } from '../src/present/pages/indicator.ts';
import { indicatorsPage } from '../src/present/pages/indicators.ts';
import { inputsFor } from '../src/present/pages/inputs.ts';
import { locationPage } from '../src/present/pages/location.ts';
import { locationComparisonPage, locationVerdictsPage } from '../src/present/pages/location-verdicts.ts';
import { locationsPage } from '../src/present/pages/locations.ts';
import type { PageType } from '../src/present/pages/page-type.ts';
import { periodPage } from '../src/present/pages/period-verdicts.ts';
import { sectionPage } from '../src/present/pages/plan.ts';
import { procedurePage } from '../src/present/pages/procedure.ts';
import { periodReportPage } from '../src/present/pages/report.ts';
import { reportsPage } from '../src/present/pages/reports.ts';
import { servicePage } from '../src/present/pages/service.ts';
import { standardPage } from '../src/present/pages/standard.ts';
import { standardsPage } from '../src/present/pages/standards.ts';
import type { Paper } from '../src/present/paper/paper.ts';
import { verdictWords } from '../src/present/verdict.ts';
import { sampleInputs } from './sample.ts';

/** What a page or twin is made of, seen as plain data. */
type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object within a value, itself among them; those that `skip` says are passed over with all that they hold. */
function within(value: unknown, skip: (data: Data) => boolean = () => false): Data[] {
  if (Array.isArray(value)) return value.flatMap((each) => within(each, skip));
  if (!isData(value) || skip(value)) return [];
  return [value, ...Object.values(value).flatMap((each) => within(each, skip))];
}

const whole = sampleInputs;

/** A page of a kind with the twin that it carries; the last keys of a kind are of the latest months. */
interface Shown {
  readonly name: string;
  readonly paper: Paper;
  readonly twin: unknown;
}

function shown<Key>(type: PageType<Key>, most = 3, of: (key: Key) => boolean = () => true): Shown[] {
  const keys = type.keys(whole).filter(of).slice(-most);
  return keys.map((key) => {
    const inputs = type.reads === null ? whole : inputsFor(whole, type.reads(key));
    return { name: JSON.stringify(key), paper: type.paper(inputs, key), twin: type.twin?.(inputs, key) };
  });
}

const missing = new Map(
  whole.project.assessment.months.map((month) => [month, whole.reports.facts(month)?.report.exceptions ?? []] as const),
);
const missedIn = (month: string, id: string): boolean =>
  missing.get(month)?.some(({ result }) => result.indicator.id === id) === true;

const pages: readonly Shown[] = [
  ...shown(homePage),
  ...shown(compliancePage),
  ...shown(indicatorsPage),
  ...shown(indicatorPage, 100),
  ...shown(evidencePage, 12, ({ month, indicator }) => missedIn(month, indicator)),
  ...shown(evidencePage),
  ...shown(periodPage, 6),
  ...shown(periodPage, 2, ({ id }) => id.includes('Q')),
  ...shown(locationsPage),
  ...shown(locationPage, 4),
  ...shown(locationComparisonPage),
  ...shown(locationVerdictsPage, 2),
  ...shown(servicePage, 10),
  ...shown(sectionPage, 100),
  ...shown(standardsPage),
  ...shown(standardPage, 2),
  ...shown(procedurePage, 4),
  ...shown(reportsPage),
  ...shown(periodReportPage, 2, ({ id }) => /^\d{4}-\d{2}$/u.test(id)),
  ...shown(periodReportPage, 1, ({ id }) => id.includes('Q')),
  ...shown(periodReportPage, 1, ({ id }) => /^\d{4}$/u.test(id)),
];

/** Words of a page's runs: the texts of the pieces of one array, side by side. */
const textsOf = (paper: unknown): string[] =>
  within(paper).flatMap((data) =>
    Object.values(data).flatMap((each) =>
      typeof each === 'string'
        ? [each]
        : Array.isArray(each)
          ? [each, ...each].map((run) =>
              Array.isArray(run) ? run.map((piece) => (isData(piece) ? (piece.text ?? '') : '')).join('') : '',
            )
          : [],
    ),
  );

/** Where promises stand, whose verdicts rest on several targets. */
const isOfPromises = (data: Data): boolean =>
  (data.kind === 'table' && Array.isArray(data.looks) && data.looks.includes('promises')) ||
  (data.kind === 'details' && String(data.summary).includes('承诺'));

const labelsOf = (table: Data): string[] =>
  within(table.columns).flatMap(({ label }) => (typeof label === 'string' ? [label] : []));
const isTable = ({ kind }: Data): boolean => kind === 'table';
/** A verdict's word that no basis stands beside. */
const isBare = ({ kind, compact, basis, verdict }: Data): boolean =>
  kind === 'verdict' && compact === false && basis === undefined && verdict !== 'not-applicable';
const inWords = new RegExp(`（(?:${Object.values(basisWords).join('|')})）`, 'u');

describe('the basis of a target', () => {
  it.each(pages.map((page) => [page.name, page] as const))('stands with every verdict on the page of %s', (_, { paper }) => {
    const blocks = within(paper.blocks, isOfPromises);
    for (const table of blocks.filter(isTable)) {
      const labels = labelsOf(table);
      const isCounting = labels.includes(verdictWords('missed'));
      if (isCounting) expect(labels[labels.indexOf(verdictWords('missed')) + 1]).toBe(missedLabel);
      if (
        !isCounting &&
        within(table.rows).some(isBare) &&
        within(table.rows).every(({ text }) => !/^ \d+项/u.test(String(text)))
      )
        expect(labels).toContain(basisLabel);
    }
    const alone = within(paper.blocks, (data) => isTable(data) || isOfPromises(data) || data.kind === 'counts');
    for (const data of alone)
      for (const run of Object.values(data))
        if (Array.isArray(run) && run.some((piece) => isData(piece) && isBare(piece)))
          expect(textsOf([{ run }]).join('')).toMatch(inWords);
    for (const { rows } of alone.filter(({ kind }) => kind === 'matrix'))
      for (const { cells, basis } of within(rows))
        if (Array.isArray(cells) && cells.some((cell) => isData(cell) && ['met', 'missed'].includes(String(cell.verdict))))
          expect(basis).toBeTypeOf('string');
  });

  it.each(pages.map((page) => [page.name, page] as const))(
    'tells the misses apart wherever the page of %s counts them',
    (_, { paper }) => {
      const untold = textsOf(paper).filter((words) => /[1-9]\d*项(?:指标)?未达标(?!，(?:其中|均?为|明|$))/u.test(words));
      expect(untold.filter((words) => !words.includes('承诺'))).toEqual([]);
    },
  );

  it('is a field of every row with a verdict in every twin', () => {
    const bare = (twin: unknown) =>
      within(JSON.parse(JSON.stringify(twin))).filter((data) => 'verdict' in data && data.kind !== 'verdict');
    const rows = pages.flatMap(({ name, twin }) => (twin === undefined ? [] : bare(twin).map((row) => ({ name, row }))));
    expect(rows.filter(({ row }) => !('basis' in row)).map(({ name }) => name)).toEqual([]);
    // A period that is not over lists no misses.
    const silent = pages.filter(({ name, twin }) => twin !== undefined && !rows.some((each) => each.name === name));
    expect(silent.map(({ name }) => /"id":"([^"]+)"/u.exec(name)?.[1])).toEqual(['2026-Q4', '2026']);
  });
});
