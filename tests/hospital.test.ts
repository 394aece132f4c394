import { describe, expect, it } from 'vitest';
import { firstDay, lastDay } from '../src/core/calendar/date.ts';
import { monthPeriod } from '../src/core/calendar/period.ts';
import { weeksBetween } from '../src/core/calendar/week.ts';
import { type Project, readProject } from '../src/core/project/project.ts';
import { locationsOf } from '../src/core/registers/location.ts';
import { Reports } from '../src/core/reports/reports.ts';
import { monthTwin, periodTwin } from '../src/core/reports/twins.ts';
import { weekReport } from '../src/core/reports/week.ts';
import { weekBook } from '../src/core/reports/week-book.ts';
import { loadProject } from '../src/disk/project.ts';
import type { ReportPaper } from '../src/present/report/paper.ts';
import { periodPaper } from '../src/present/report/period.ts';
import { type Sources, writtenOn } from '../src/present/report/prose.ts';
import { reportTwin } from '../src/present/report/twin.ts';
import { weekPaper } from '../src/present/report/week.ts';
import { type Files, hospital, inBuildings, lasting, unbegun, varied, vast, without } from './hospital.ts';
import { unwritten } from './unwritten.ts';

/** Everything that reports say of a contract, made once; a throw is our bug. */
function tell(project: Project): string {
  const { assessment, contract, content, ledger, provenance } = project;
  const { months } = assessment;
  const reports = new Reports(assessment, []);
  const tellingOf = (id: string) => {
    const facts = reports.facts(id);
    if (facts === null) throw new Error(`no facts of ${id}`);
    return { ...facts, registers: ledger.registers, contract, seals: new Map(), href: (to: unknown) => JSON.stringify(to) };
  };
  const paperOf = (id: string): ReportPaper =>
    periodPaper(tellingOf(id), assessment, content, { ...unwritten, blocks: writtenOn(null, sources) });
  const sources: Sources = { reports, assessment, contract, content, telling: tellingOf, paper: paperOf, charts: () => [] };
  const periods = [
    ...months.map(monthPeriod),
    ...assessment.year.periods('quarter', months),
    ...assessment.year.periods('year', months),
    ...months.slice(-1).map((month) => assessment.year.toDate(month)),
  ];
  const papers = periods.flatMap((period) => {
    const facts = tellingOf(period.id);
    const paper = paperOf(period.id);
    return [paper, reportTwin(paper, facts.book, provenance, facts.report), periodTwin(assessment, period, provenance)];
  });
  const weeks = weeksBetween(firstDay(months[0] ?? ''), lastDay(months.at(-1) ?? '')).flatMap((week) => {
    const report = weekReport(assessment, week);
    if (report === null) return [];
    const paper = weekPaper(report, { registers: ledger.registers, contract });
    return [paper, reportTwin(paper, weekBook(report), provenance, null)];
  });
  const twins = months.map((month) => monthTwin(assessment, month, provenance));
  return JSON.stringify([papers, weeks, twins]);
}

/** A variation read: its errors, and what its reports say where there are none. */
function read({ content, data }: Files) {
  const { value, problems } = readProject(content, data);
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`);
  return { value, problems, errors, told: value === null || errors.length > 0 ? '' : tell(value) };
}

describe('a second contract, of another trade', () => {
  const { value, problems } = loadProject(hospital);

  it('reads without errors and warnings', () => {
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('is judged by its own rows', () => {
    const verdicts = value?.assessment.indicators.map((indicator) => {
      const { verdict, parts } = value.assessment.result(indicator, monthPeriod('2026-10'));
      return [indicator.id, verdict, parts[0]?.tally];
    });
    expect(verdicts).toContainEqual(['lifts.care.visits', 'met', { kind: 'ratio', numerator: 8, denominator: 8 }]);
    expect(verdicts).toContainEqual([
      'catering.quality.score',
      'missed',
      expect.objectContaining({ kind: 'mean', sum: 75, count: 18 }),
    ]);
    expect(verdicts).toContainEqual([
      'lifts.emergency.repair',
      'met',
      expect.objectContaining({ kind: 'mean', sum: 1140, count: 6 }),
    ]);
    expect(verdicts).toContainEqual(['catering.quality.sample', 'not-applicable', undefined]);
  });

  it('has every report', () => {
    expect(read(varied()).told.length).toBeGreaterThan(10_000);
  });
});

const csv = /csv$/u;
const indicatorFile = (id: string) => new RegExp(`indicators/${id}`, 'u');
const months = (project: Project | null) => project?.assessment.months;
const verdictOf = (project: Project | null, id: string, month: string) => {
  const indicator = project?.assessment.indicators.find((each) => each.id === id);
  return indicator === undefined ? undefined : project?.assessment.result(indicator, monthPeriod(month)).verdict;
};

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
    const only = varied([/contract.mdx/u, '2026-08-01', '2026-09-01']);
    for (const file of [...only.data.keys()]) if (/2026-(08|10)/u.test(file)) only.data.delete(file);
    for (const file of [...only.content.keys()]) if (/content\/(reports)/u.test(file)) only.content.delete(file);
    const alone = read(only);
    expect([alone.errors, months(alone.value)]).toEqual([[], ['2026-09']]);
  });

  it('takes a month missing in the middle, and says that nothing was handed in', () => {
    const holed = varied();
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
    const quarter = value?.ledger.months.filter(({ month }) => month < '2026-10') ?? [];
    const rows = quarter.flatMap(({ logs }) => logs.get('meals')?.records ?? []);
    const tenths = rows.reduce((sum, { values }) => sum + Math.round(Number(values.temperature) * 10), 0);
    expect(result?.parts[0]?.tally).toMatchObject({ kind: 'mean', sum: tenths / 10, count: 36 });
  });

  it('says that a month lies before the first one', () => {
    const { problems: told, value: project } = read(varied([/contract.mdx/u, '2026-08-01', '2026-09-01']));
    expect(told.filter(({ severity }) => severity !== 'info').map(({ code, file }) => [code, file])).toEqual([
      ['month/before-start', 'data/2026-08/delivery.csv'],
    ]);
    expect(months(project)).toEqual(['2026-09', '2026-10']);
  });

  it('takes a start in the middle of a month', () => {
    expect(read(varied([/contract.mdx/u, '2026-08-01', '2026-09-15'])).errors).toEqual([]);
  });

  it('takes places within places, whose rows are counted once', () => {
    const { value, errors, told } = read(inBuildings());
    expect(errors).toEqual([]);
    expect(told).toContain('一号楼');
    const { assessment, ledger } = value ?? {};
    const locations = locationsOf(ledger?.registers ?? new Map());
    const entry = (id: string) => locations.find((each) => each.id === id);
    expect(entry('H-101')?.outer.map(({ name }) => name)).toEqual(['一号楼', '三层']);
    expect(entry('楼-1')?.inside.map(({ id }) => id)).toEqual(['楼-1.3']);
    const meals = assessment?.indicators.find(({ id }) => id === 'catering.delivery.ontime');
    const at = (place: string | null) =>
      meals === undefined ? undefined : assessment?.result(meals, monthPeriod('2026-10'), place).parts[0]?.tally;
    expect([at(null), at('H-101'), at('楼-1'), at('楼-1.3')]).toEqual([
      { kind: 'ratio', numerator: 18, denominator: 18 },
      { kind: 'ratio', numerator: 6, denominator: 6 },
      { kind: 'ratio', numerator: 0, denominator: 0 },
      { kind: 'ratio', numerator: 0, denominator: 0 },
    ]);
  });

  it('refuses places that lie in themselves, and in places that are not there', () => {
    const round = inBuildings();
    const csv = 'data/registers/locations.csv';
    const text = new TextDecoder().decode(round.data.get(csv));
    const told = (from: string, to: string) => {
      round.data.set(csv, new TextEncoder().encode(text.replace(from, to)));
      return read(round).errors;
    };
    expect(told('楼,,', '楼,楼-1,')).toEqual(['row/contradiction “楼-1”位于它自己之内（楼-1 → 楼-1）']);
    expect(told('楼,,', '楼,三层,')).toEqual([
      'row/contradiction “楼-1”位于它自己之内（楼-1 → 楼-1.3 → 楼-1）',
      'row/contradiction “楼-1.3”位于它自己之内（楼-1.3 → 楼-1 → 楼-1.3）',
    ]);
    expect(told('楼,一号楼', '楼,二号楼')).toEqual(['reference/unknown “所在”：“二号楼”不在病区名录中']);
  });

  it('takes a business year from April, told apart from a calendar year', () => {
    const { value, errors, told } = read(varied([/contract.mdx/u, 'smallSample', 'yearStart: 4\nsmallSample']));
    expect(errors).toEqual([]);
    expect(value?.assessment.year.periods('quarter', months(value) ?? []).map(({ id }) => id)).toEqual([
      'FY2026-Q2',
      'FY2026-Q3',
    ]);
    expect(told).toContain('2026年度第二季度（2026年7月至9月）服务报告');
    expect(told).toContain('2026年度（2026年4月至2027年3月）服务报告');
    expect(told).not.toContain('2026年第三季度');
    const wrong = read(varied([/contract.mdx/u, 'smallSample', 'yearStart: 13\nsmallSample']));
    expect(wrong.errors.length).toBe(1);
  });

  it('takes all of that at once with 150 places', () => {
    const { value, errors } = read(vast());
    expect(errors).toEqual([]);
    expect(value?.ledger.registers.get('locations')?.records.length).toBe(150);
    expect(months(value)).toEqual(['2026-08', '2026-09', '2026-10']);
  });

  it('takes a plan before its first month and without indicators', () => {
    const { value, errors } = read(unbegun());
    expect([errors, months(value), value?.ledger.months]).toEqual([[], ['2026-08'], []]);
    const planned = read(without(varied(), /content\/reports\/|data\/2026/u));
    expect(planned.errors).toEqual([]);
    expect(new Set(planned.value?.assessment.indicators.map((each) => verdictOf(planned.value, each.id, '2026-08')))).toEqual(
      new Set(['no-data', 'not-applicable']),
    );
  });

  it('takes 36 months', () => {
    const { value, errors } = read(lasting());
    expect([errors, months(value)?.length]).toEqual([[], 36]);
    expect(verdictOf(value, 'lifts.care.visits', '2024-02')).toBe('met');
  });

  it('takes English words and names', () => {
    const { errors, told } = read(
      varied(
        [/contract.mdx/u, /words: .*/u, 'words: { place: ward, client: Trust, contractor: Supplier }'],
        [/contract.mdx/u, /client: .*市.*/u, 'client: Jinzhou Second People’s Hospital'],
        [/locations.csv/u, ',H-101病区,', ',Paediatrics 101 (North),'],
      ),
    );
    expect(errors).toEqual([]);
    expect(told).toContain('Jinzhou Second People’s Hospital');
    expect(told).toContain('Paediatrics 101 (North)');
  });
});
