import fc from 'fast-check';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { lastDay, type Month } from '../src/core/calendar/date.ts';
import { weekOf } from '../src/core/calendar/week.ts';
import { Assessment } from '../src/core/indicators/assessment.ts';
import { caseKinds } from '../src/core/logs/role.ts';
import { type Case, caseId, casesOf } from '../src/core/reports/cases.ts';
import type { Destination } from '../src/core/reports/destination.ts';
import { openAt } from '../src/core/reports/open.ts';
import { present } from '../src/core/testing/ledger.ts';
import { dataFiles } from '../src/disk/files.ts';
import { openCalendar } from '../src/present/open-calendar.ts';
import { homePage } from '../src/present/pages/home.ts';
import { improvementPage } from '../src/present/pages/improvement.ts';
import { type Inputs, wholeInputs } from '../src/present/pages/inputs.ts';
import type { Paper } from '../src/present/paper/paper.ts';
import { columnWidths } from '../src/present/print/flow.ts';
import { published } from '../src/present/report/published.ts';
import { reportTwin } from '../src/present/report/twin.ts';
import { hrefOf } from '../src/site/destinations.ts';
import { Histories } from './proof/histories.ts';
import { Tampered } from './tampering.ts';

const contract = new Tampered();
const { project } = contract;
const { assessment } = project;
const { months } = assessment;

/** All that was read, as it stood when a month was the last. */
function inputsThrough(month: Month): Inputs {
  const earlier = assessment.through(month);
  return present(wholeInputs({ ...project, assessment: earlier, ledger: earlier.ledger }, [], hrefOf));
}

/** Addresses of rows inside a value, in their order: whatever leads to a row names it. */
function rowsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(rowsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'to' in value && isRow(value.to) ? [hrefOf(value.to)] : [];
  return [...own, ...Object.entries(value).flatMap(([key, each]) => (key === 'to' ? [] : rowsIn(each)))];
}

const isRow = (to: unknown): to is Destination => typeof to === 'object' && to !== null && 'kind' in to && to.kind === 'row';

/** Every value inside another one that is an object. */
function objectsIn(value: unknown): object[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

const tableIn = (paper: Pick<Paper, 'blocks'> | object, id: string): object[] =>
  objectsIn(paper).filter((each) => 'kind' in each && each.kind === 'table' && 'id' in each && each.id === id);

/** The list below the words 还没有办结. */
function homeRows(paper: Paper): string[] {
  const section = objectsIn(paper.blocks).find(
    (each) =>
      'kind' in each && each.kind === 'section' && 'blocks' in each && JSON.stringify(each.blocks).includes('"还没有办结"'),
  );
  return rowsIn(objectsIn(section).filter((each) => 'kind' in each && each.kind === 'list'));
}

const addressOf = (file: string, line: number): string => {
  const [, month = '', name = ''] = file.split('/');
  return hrefOf({ kind: 'row', month, log: name.replace('.csv', ''), line });
};

/** Every month in which something is open, and the day on which it ends. */
const openMonths = months.filter((month) => openAt(assessment, lastDay(month)).cases.length > 0);

describe('the open items of one day', () => {
  const chosen = ['2025-05', '2026-05', '2026-08', '2026-09', '2026-10'];

  it.each(chosen)('are the same in home, week, month, improvement, JSON and calendar: %s', (month) => {
    const inputs = inputsThrough(month);
    const day = lastDay(month);
    const open = openAt(inputs.project.assessment, day);
    const list = open.cases.map(({ record }) => addressOf(record.file, record.line));
    expect(list.length).toBeGreaterThan(1);
    expect(homeRows(homePage.paper(inputs, {}))).toEqual(list);
    expect(rowsIn(tableIn(improvementPage.paper(inputs, {}), 'open-cases'))).toEqual(list);
    for (const id of [month, `${month}-ytd`, weekOf(day).id])
      expect(rowsIn(tableIn(published(inputs, { id, measures: [] }).paper, 'open')), id).toEqual(list);
    const { paper, book, report } = published(inputs, { id: month, measures: [] });
    const twin = JSON.parse(JSON.stringify(reportTwin(paper, book, project.provenance, report)));
    expect(twin.open.map(({ file, line }: { file: string; line: number }) => addressOf(file, line))).toEqual(list);
    const text = openCalendar({
      title: '',
      notice: '',
      open,
      registers: project.ledger.registers,
      contract: project.contract,
      address: (to) => `https://example.test${hrefOf(to)}`,
    });
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(events.map((each) => String(each.getFirstPropertyValue('url')).replace('https://example.test', ''))).toEqual(list);
    const uids = events.map((each) => String(each.getFirstPropertyValue('uid')));
    expect(uids).toEqual(twin.open.map(({ id }: { id: string }) => `open.${id}`));
  });

  it('have room for their words on paper: 40 mm and more in every month and week', () => {
    const inputs = inputsThrough('2026-10');
    const ids = openMonths.flatMap((month) => [month, weekOf(lastDay(month)).id]);
    const widths = ids.map((id) => {
      const { blocks } = published(inputs, { id, measures: [] }).paper;
      const table = blocks.find((block) => block.kind === 'table' && block.id === 'open');
      if (table?.kind !== 'table') throw new TypeError(`no table in ${id}`);
      return columnWidths(table)[table.columns.findIndex(({ label }) => label.startsWith('事项'))] ?? 0;
    });
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(40);
  });

  it('are counted in the report as many as are listed', () => {
    const inputs = inputsThrough('2026-10');
    const { book } = published(inputs, { id: '2026-10', measures: [] });
    expect(present(book.get('2026-10/open/open')).quantity).toMatchObject({ count: 8 });
  });
});

describe('an item', () => {
  /** The problems that supervision found, read by hand: by the row in which each was first written, the months that it was open at the end of. */
  function supervised(): Map<string, Month[]> {
    const files = dataFiles('.');
    const names = new Map<string, string>();
    const open = new Map<string, Month[]>();
    for (const month of months) {
      const text = new TextDecoder().decode(files.get(`data/${month}/supervision.csv`)).replace(/^\uFEFF/u, '');
      Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data.forEach((row, at) => {
        if (row.结果 !== '发现问题') return;
        const key = [row.日期, row.服务, row.网点编号, row.监督方式].join(' ');
        const name = names.get(key) ?? `supervision.${month}.L${at + 2}`;
        names.set(key, name);
        const ended = row.整改完成时间 ?? '';
        if (ended === '' || ended.slice(0, 10) > lastDay(month)) open.set(name, [...(open.get(name) ?? []), month]);
      });
    }
    return open;
  }

  it('keeps its name and stays in the list of every month until it is closed', () => {
    const listed = new Map<string, Month[]>();
    for (const month of openMonths)
      for (const each of openAt(assessment, lastDay(month)).cases)
        if (each.log.id === 'supervision') listed.set(caseId(each), [...(listed.get(caseId(each)) ?? []), month]);
    expect(listed).toEqual(supervised());
    // A lock on order since December 2025, eleven month ends.
    expect(listed.get('supervision.2025-12.L28')).toEqual(months.slice(months.indexOf('2025-12')));
  });

  it('that was carried over four month ends leaves the list with the month that closes it', () => {
    const fault = { id: 'BX-202602-001', location: 'W04', device: 'W04-S1', fault: '跳闸', reported: '2026-02-10 09:00' };
    const row = { ...fault, responded: '2026-02-10 09:10', diagnosis: '准确', staff: 'DG-02' };
    const chapters = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'].map((month) => {
      const repaired = month === '2026-06' ? '2026-06-15 16:00' : '';
      return { month, rows: month === '2026-07' ? [] : [{ ...row, repaired }] };
    });
    const told = new Histories().told('faults', chapters);
    expect(told.problems).toEqual([]);
    const listed = chapters.map(({ month }) =>
      openAt(told.assessment, lastDay(month)).cases.map((each) => [caseId(each), each.days]),
    );
    // From 10 February: 18 days to the end of the month, then 31, 30 and 31 more.
    expect(listed).toEqual([...[18, 49, 79, 110].map((days) => [['faults.2026-02.L2', days]]), [], []]);
    // A day before the repair it was still open; on its day no more.
    expect(openAt(told.assessment, '2026-06-14').cases.map(({ days }) => days)).toEqual([124]);
    expect(openAt(told.assessment, '2026-06-15').cases).toEqual([]);
  });

  /** What a clerk writes of a row whose end has not come, by log: the column of the end first. */
  const unfinished: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    improvements: { done: '', result: '未实施', reason: '等待', effect: '' },
    requests: { completed: '', outcome: '处理中' },
    'plant-replacements': { replaced: '', successor: '', accepted: '待验收', opinion: '' },
    faults: { repaired: '' },
    feedback: { closed: '' },
    incidents: { closed: '' },
    'plant-pest': { closed: '' },
    supervision: { rectified: '' },
    'electrical-inspections': { rectified: '' },
    checks: { rectified: '' },
  };

  it('comes into the list, and nothing else changes, when the moment of its end is taken away', () => {
    const monthOf = ({ record }: Case): Month => record.file.slice(5, 12);
    // An end that an earlier file knew already cannot be taken back: the row is refused.
    const isNews = ({ log, record, first }: Case) =>
      record === first || (first.values[Object.keys(unfinished[log.id] ?? {})[0] ?? ''] ?? null) === null;
    const all = casesOf(assessment, { kinds: caseKinds, months, day: lastDay('2026-10'), open: false });
    const closed = all.filter(
      (each) => each.closed !== null && each.closed.slice(0, 10) <= lastDay(monthOf(each)) && isNews(each),
    );
    expect(closed.filter(({ record, first }) => record !== first).length).toBeGreaterThan(5);
    expect(new Set(closed.map(({ log }) => log.id))).toEqual(new Set(Object.keys(unfinished)));
    const ids = (of: Assessment, month: Month) => openAt(of, lastDay(month)).cases.map(caseId).sort();
    fc.assert(
      fc.property(fc.constantFrom(...closed), (each) => {
        const month = monthOf(each);
        const { rows, slip } = contract.handed(month, each.log.id);
        const changed = present(rows).map((row, at) =>
          at + 2 === each.record.line ? { ...row, ...unfinished[each.log.id] } : row,
        );
        const ledger = contract.ledger(month, new Map([[each.log.id, { rows: changed, slip }]]));
        const after = new Assessment(ledger, assessment.indicators, project.contract);
        expect(ids(after, month)).toEqual([...ids(assessment, month), caseId(each)].sort());
      }),
      { numRuns: 80 },
    );
  });
});
