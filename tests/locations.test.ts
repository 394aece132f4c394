import { describe, expect, it } from 'vitest';
import { monthPeriod, type Period } from '../src/core/calendar/period.ts';
import type { Indicator } from '../src/core/indicators/indicator.ts';
import { type Result, unplaced } from '../src/core/indicators/result.ts';
import { locationOf } from '../src/core/measures/judgement.ts';
import type { Tally } from '../src/core/measures/tally.ts';
import { plus } from '../src/core/measures/tally.ts';
import { resultsByLocation } from '../src/core/reports/location.ts';
import { periodReport } from '../src/core/reports/period.ts';
import { rowsAt } from '../src/core/reports/rows-at.ts';
import { present } from '../src/core/testing/ledger.ts';
import { monthWords } from '../src/present/dates.ts';
import { evidencePage } from '../src/present/pages/evidence.ts';
import { inputsFor } from '../src/present/pages/inputs.ts';
import { locationPage } from '../src/present/pages/location.ts';
import { locationsPage } from '../src/present/pages/locations.ts';
import { periodReportPage } from '../src/present/pages/report.ts';
import type { PageBlock } from '../src/present/paper/block.ts';
import { plainText } from '../src/present/paper/piece.ts';
import type { Table } from '../src/present/paper/table.ts';
import { sample, sampleInputs, sampleProblems } from './sample.ts';

const { assessment, ledger } = sample;
const whole = sampleInputs;
const locations = [...(ledger.registers.get('locations')?.byId.keys() ?? [])];

const numbersOf = (tally: Tally): readonly [number, number] => {
  switch (tally.kind) {
    case 'ratio':
      return [tally.numerator, tally.denominator];
    case 'mean':
      return [tally.sum, tally.count];
    case 'count':
      return [tally.events, 0];
  }
};

/** What the parts of some results come to, part by part. */
const sumsOf = ({ parts }: Indicator, results: readonly Result[]) =>
  parts.map((_, at) =>
    results
      .map(({ parts: own }) => numbersOf(present(own[at]).tally))
      .reduce(([a, b], [c, d]) => [plus(a, c), plus(b, d)] as const, [0, 0] as const),
  );

const tableOf = (blocks: readonly PageBlock[], id: string): Table | undefined =>
  blocks.flatMap((block) => {
    if (block.kind === 'table') return block.id === id ? [block] : [];
    const inner = block.kind === 'section' ? tableOf(block.blocks, id) : undefined;
    return inner === undefined ? [] : [inner];
  })[0];

/** A column of a table as numbers, the total apart: n/N is told by its n and N. */
function summed({ columns, rows }: Table, label: string, at: 0 | 1 = 0): readonly [sum: number, total: number] {
  const column = columns.findIndex((each) => each.label === label);
  const number = (cells: Table['rows'][number]['cells']) =>
    Number(
      plainText(cells[column] ?? [])
        .split('/')
        [at]?.replace(/\D/gu, '') || 0,
    );
  const own = rows.filter(({ look }) => look !== 'total').map(({ cells }) => number(cells));
  const total = rows.filter(({ look }) => look === 'total').map(({ cells }) => number(cells));
  return [own.reduce((sum, each) => sum + each, 0), present(total[0])];
}

describe('locations add up', () => {
  const periods: readonly Period[] = [
    ...assessment.months.map(monthPeriod),
    ...assessment.year.periods('quarter', assessment.months),
    ...assessment.year.periods('year', assessment.months),
  ];

  it.each(assessment.indicators.map((each) => [each.id, each] as const))('to the whole of %s in every period', (_, indicator) => {
    for (const period of periods) {
      const all = sumsOf(indicator, [assessment.result(indicator, period)]);
      const each = [...locations, unplaced].map((location) => assessment.result(indicator, period, location));
      expect([period.id, sumsOf(indicator, each)]).toEqual([period.id, all]);
      expect([period.id, sumsOf(indicator, resultsByLocation(assessment, indicator, period))]).toEqual([period.id, all]);
    }
  });

  it('in the rows of every log and month: each is of one location or of none', () => {
    for (const { month, logs } of ledger.months) {
      const counted = new Map<string, number>();
      for (const location of [...locations, unplaced])
        for (const { log, month: count } of rowsAt(ledger, location, month)) counted.set(log, (counted.get(log) ?? 0) + count);
      for (const [log, { records }] of logs) expect([month, log, counted.get(log) ?? 0]).toEqual([month, log, records.length]);
    }
  });

  it('in the work that a report tells of', () => {
    for (const period of periods) {
      const { workload, locations: shown } = present(periodReport(assessment, period, sampleProblems));
      const told = [...shown.map(({ id }) => id), unplaced].map((id) => present(workload.locations.get(id)).rows);
      expect([period.id, told.reduce((sum, rows) => sum + rows, 0)]).toEqual([period.id, workload.all.rows]);
    }
  });
});

describe('pages', () => {
  it('count every row with a place on the page of that place, in the latest month and in all', () => {
    const latest = present(ledger.months.find(({ month }) => month === whole.latest));
    const placed = (months: typeof ledger.months) =>
      months.flatMap(({ logs }) =>
        [...logs.values()].flatMap(({ log, records }) =>
          records.filter((each) => locationOf(each, log, ledger.registers) !== null),
        ),
      ).length;
    const tables = locationPage.keys(whole).flatMap((key) => tableOf(locationPage.paper(whole, key).blocks, 'rows') ?? []);
    const ofLatest = tables.filter(({ columns }) => columns[1]?.label === monthWords(whole.latest));
    const totals = (column: number, own = tables) =>
      own.reduce((sum, { rows }) => sum + Number(plainText(present(rows.at(-1)).cells[column] ?? [])), 0);
    expect([totals(1, ofLatest), totals(2)]).toEqual([placed([latest]), placed(ledger.months)]);
  });

  it('add up below the list of places', () => {
    const [sum, total] = summed(present(tableOf(locationsPage.paper(whole, {}).blocks, 'locations')), '记录行数');
    expect(sum).toBe(total);
    expect(total).toBe([...present(ledger.months.at(-1)).logs.values()].reduce((all, { records }) => all + records.length, 0));
  });

  it('add up in the tables of evidence and reports', () => {
    const evidence = evidencePage.keys(whole).filter(({ month }) => month === whole.latest);
    const tables = evidence.flatMap((key) => {
      const inputs = inputsFor(whole, present(evidencePage.reads)(key));
      return tableOf(evidencePage.paper(inputs, key).blocks, 'by-location') ?? [];
    });
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables.filter(({ rows }) => rows.every(({ cells }) => /^\d+\/\d+$/u.test(plainText(cells[4] ?? [])))))
      for (const at of [0, 1] as const) {
        const [sum, total] = summed(table, '件数', at);
        expect(sum).toBe(total);
      }
    const key = present(periodReportPage.keys(whole).find(({ id }) => id === whole.latest));
    const inputs = periodReportPage.reads === null ? whole : inputsFor(whole, periodReportPage.reads(key));
    const report = present(tableOf(periodReportPage.paper(inputs, key).blocks, 'locations'));
    for (const label of ['记录', '计划任务', '服务请求']) {
      const [sum, total] = summed(report, label);
      expect([label, sum]).toEqual([label, total]);
    }
  });
});
