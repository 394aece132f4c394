import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstDay, lastDay } from '../src/core/calendar/date.ts';
import { monthPeriod, periodsOf, yearToDate } from '../src/core/calendar/period.ts';
import { weeksBetween } from '../src/core/calendar/week.ts';
import { type Project, readProject } from '../src/core/project/project.ts';
import { monthReport } from '../src/core/reports/month.ts';
import { Reports } from '../src/core/reports/reports.ts';
import { monthTwin, periodTwin } from '../src/core/reports/twins.ts';
import { weekReport } from '../src/core/reports/week.ts';
import { weekBook } from '../src/core/reports/week-book.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';
import { loadProject } from '../src/disk/project.ts';
import type { ReportPaper } from '../src/present/report/block.ts';
import { periodPaper } from '../src/present/report/period.ts';
import { type Sources, writtenOn } from '../src/present/report/prose.ts';
import { reportTwin } from '../src/present/report/twin.ts';
import { weekPaper } from '../src/present/report/week.ts';

const root = join(import.meta.dirname, 'contracts/hospital');

/** The contract with some texts of it replaced everywhere in the files that a pattern names. */
function varied(...changes: readonly (readonly [RegExp, RegExp | string, string])[]) {
  const content = new Map(contentFiles(root));
  const data = new Map(dataFiles(root));
  for (const [files, from, to] of changes) {
    for (const [file, text] of content) if (files.test(file)) content.set(file, text.replace(from, to));
    for (const [file, bytes] of data)
      if (files.test(file)) data.set(file, new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to)));
  }
  return { content, data };
}

/** Everything that reports say of a contract, made once; a throw is our bug. */
function tell(project: Project): string {
  const { assessment, contract, content, ledger, provenance } = project;
  const { months } = assessment;
  const reports = new Reports(assessment, []);
  const tellingOf = (id: string) => {
    const facts = reports.facts(id);
    if (facts === null) throw new Error(`no facts of ${id}`);
    return { ...facts, registers: ledger.registers, contract, href: (to: unknown) => JSON.stringify(to) };
  };
  const paperOf = (id: string): ReportPaper => periodPaper(tellingOf(id), assessment, content, writtenOn(null, sources));
  const sources: Sources = { reports, assessment, content, telling: tellingOf, paper: paperOf, charts: () => [] };
  const periods = [
    ...months.map(monthPeriod),
    ...periodsOf('quarter', months),
    ...periodsOf('year', months),
    ...months.slice(-1).map((month) => yearToDate(month)),
  ];
  const papers = periods.flatMap((period) => {
    const facts = tellingOf(period.id);
    const paper = paperOf(period.id);
    return [paper, reportTwin(paper, facts.book, provenance, facts.report), periodTwin(assessment, period, provenance)];
  });
  const weeks = weeksBetween(firstDay(months[0] ?? ''), lastDay(months.at(-1) ?? '')).flatMap((week) => {
    const report = weekReport(assessment, week);
    if (report === null) return [];
    const paper = weekPaper(report, ledger.registers);
    return [paper, reportTwin(paper, weekBook(report), provenance, null)];
  });
  const twins = months.map((month) => monthTwin(monthReport(assessment, month), provenance));
  return JSON.stringify([papers, weeks, twins]);
}

/** A variation read: its errors, and what its reports say where there are none. */
function read({ content, data }: ReturnType<typeof varied>) {
  const { value, problems } = readProject(content, data);
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
  return { value, problems, errors, told: value === null || errors.length > 0 ? '' : tell(value) };
}

describe('a second contract, of another trade', () => {
  const { value, problems } = loadProject(root);

  it('reads without errors, and is told what lies outside its time', () => {
    expect(problems.filter(({ severity }) => severity !== 'info').map(({ code, file }) => [code, file])).toEqual([
      ['month/before-start', 'data/2026-08/delivery.csv'],
    ]);
  });

  it('is judged by its own rows', () => {
    const verdicts = value?.assessment.indicators.map((indicator) => {
      const { verdict, parts } = value.assessment.result(indicator, monthPeriod('2026-10'));
      return [indicator.id, verdict, parts[0]?.tally];
    });
    expect(verdicts).toContainEqual(['lifts.care.visits', 'met', { kind: 'ratio', numerator: 8, denominator: 8 }]);
    expect(verdicts).toContainEqual(['catering.quality.score', 'missed', { kind: 'mean', sum: 75, count: 18 }]);
    expect(verdicts).toContainEqual(['lifts.emergency.repair', 'met', { kind: 'mean', sum: 1140, count: 6 }]);
    expect(verdicts).toContainEqual(['catering.quality.sample', 'not-applicable', undefined]);
  });

  it('has every report', () => {
    expect(read(varied()).told.length).toBeGreaterThan(10_000);
  });
});

const csv = /csv$/u;
const indicatorFile = (id: string) => new RegExp(`indicators/${id}`, 'u');
const months = (project: Project | null) => project?.assessment.months;

describe('its variations', () => {
  it.each(['W-1001', 'w.1.a', '内科-3'])('takes places with ids like %s', (id) => {
    const { errors } = read(
      varied(
        [/registers\/locations.mdx/u, /pattern: "[^"]*"/u, 'pattern: "[\\p{L}]"'.replace('[\\p{L}]', '[A-Za-z0-9内科.-]+')],
        [csv, /H-101/gu, id],
      ),
    );
    expect(errors).toEqual([]);
  });

  it('takes 150 places', () => {
    const rows = Array.from({ length: 150 }, (_, at) => `H-${at + 201},H-${at + 201}病区,病区,2026-08-01,,${at + 4}`).join('\n');
    expect(read(varied([/locations.csv/u, /\n$/u, `\n${rows}\n`])).errors).toEqual([]);
  });

  it('takes one place, and one month', () => {
    expect(
      read(varied([csv, /H-10[23](?!病区)/gu, 'H-101'], [/locations.csv/u, /(H-101,H-101病区.*\n)[\s\S]*/u, '$1'])).errors,
    ).toEqual([]);
    const only = varied();
    for (const file of [...only.data.keys()]) if (/2026-(08|10)/u.test(file)) only.data.delete(file);
    for (const file of [...only.content.keys()]) if (/content\/(reports)/u.test(file)) only.content.delete(file);
    const alone = read(only);
    expect([alone.errors, months(alone.value)]).toEqual([[], ['2026-09']]);
  });

  it('takes a month missing in the middle, and says that nothing was handed in', () => {
    const holed = varied([/contract.mdx/u, '2026-09-01', '2026-08-01']);
    for (const file of [...holed.data.keys()]) if (file.includes('/2026-09/')) holed.data.delete(file);
    const { value, errors } = read(holed);
    const [first] = value?.assessment.indicators ?? [];
    expect(errors).toEqual([]);
    expect(first === undefined ? null : value?.assessment.result(first, monthPeriod('2026-09')).verdict).toBe('no-data');
  });

  it('says that a month is still to come', () => {
    const ahead = varied();
    ahead.data.set(
      'data/2027-10/delivery.csv',
      new TextEncoder().encode('台账,行数,交付日期,交付岗位,备注\nmeals,0,2026-11-03,GL-01,\n'),
    );
    expect(read(ahead).problems.map(({ code }) => code)).toContain('month/ahead');
  });

  it('takes a range, another unit, a quarterly target and a mean of decimals', () => {
    const mean =
      'measure:\n  kind: mean\n  log: meals\n  of: temperature\ntargets:\n  - { from: "2024-01-01", operator: between, value: 60, upTo: 75, unit: ℃, basis: plan, period: quarter }\nupdated';
    const { value, errors } = read(varied([indicatorFile('catering.delivery.temperature'), /measure:[\s\S]*updated/u, mean]));
    const indicator = value?.assessment.indicators.find(({ id }) => id === 'catering.delivery.temperature');
    expect(errors).toEqual([]);
    const result = indicator === undefined ? undefined : value?.assessment.result(indicator, { ...monthPeriod('2026-09') });
    expect(result?.verdict).toBe('met');
    const sums = value?.ledger.months.find(({ month }) => month === '2026-09')?.logs.get('meals')?.records ?? [];
    const tenths = sums.reduce((sum, { values }) => sum + Math.round(Number(values.temperature) * 10), 0);
    expect(result?.parts[0]?.tally).toEqual({ kind: 'mean', sum: tenths / 10, count: 18 });
  });

  it('takes a start in the middle of a month', () => {
    expect(read(varied([/contract.mdx/u, '2026-09-01', '2026-09-15'])).errors).toEqual([]);
  });
});
