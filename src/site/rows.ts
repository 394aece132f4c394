import type { TableRecord } from '../core/csv/table.ts';
import type { Judgement } from '../core/measures/judgement.ts';
import type { Problem } from '../core/problem/problem.ts';
import { correctionOf } from '../core/reports/cases.ts';
import { correctionWords, rowWords } from '../present/cells.ts';
import type { Inputs } from '../present/pages/inputs.ts';
import { links } from './links.ts';

/** The month and log of a record, read from its file's path. */
function originOf(record: TableRecord): { month: string; log: string } {
  const [, month = '', name = ''] = record.file.split('/');
  return { month, log: name.replace(/\.csv$/u, '') };
}

/** Where a record is shown and how it reads in a list: its day and line, what it is about, and what was done about it. */
export function rowPlace(
  { project }: Inputs,
  record: TableRecord,
): { href: string; label: string; words: string; correction: string } {
  const { month, log: id } = originOf(record);
  const { logs, registers } = project.ledger;
  const log = logs.find((each) => each.id === id);
  const date = String(log === undefined ? '' : (record.values[log.date] ?? '')).slice(0, 10);
  return {
    href: links.row(month, id, record.line),
    label: `${date} 第${record.line}行`,
    words: log === undefined ? '' : rowWords(record, log, registers),
    correction: log === undefined ? '—' : correctionWords(correctionOf({ log, record }, registers)),
  };
}

interface RowGroup {
  readonly location: string | null;
  readonly log: string;
  readonly rows: readonly { readonly href: string; readonly line: number }[];
}

/** Judged rows by location and file, in the locations' order, each as a link to its line. */
export function groupRows(judgements: readonly Judgement[]): RowGroup[] {
  const groups = new Map<string, { location: string | null; log: string; rows: { href: string; line: number }[] }>();
  for (const { record, location } of judgements) {
    if (record === null) continue;
    const { month, log } = originOf(record);
    const key = `${location ?? ''}\n${record.file}`;
    const group = groups.get(key) ?? { location, log: `${month}/${log}`, rows: [] };
    groups.set(key, group);
    group.rows.push({ href: links.row(month, log, record.line), line: record.line });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** Where a finding in a month's files can be seen: at its row, otherwise on the page of its log or month; null elsewhere. */
export function findingPlace({ project }: Inputs, { file }: Pick<Problem, 'file'>, line: number | undefined): string | null {
  const [root, month = '', name = ''] = file.split('/');
  const logs = project.ledger.months.find((each) => each.month === month)?.logs;
  if (root !== 'data' || logs === undefined) return null;
  const id = name.replace(/\.csv$/u, '');
  const logMonth = logs.get(id);
  if (logMonth === undefined || logMonth.handed.state === 'absent') return links.recordsMonth(month);
  const row = logMonth.records.find((each) => each.line === line);
  return row === undefined ? links.recordsLog(month, id) : links.row(month, id, row.line);
}

/** The newest month's rows of a log that was handed in; before any was, how it is filled in. */
export function newestRecords({ project }: Inputs, log: string): string {
  const months = project.ledger.months.filter(({ logs }) => (logs.get(log)?.handed.state ?? 'absent') !== 'absent');
  const newest = months.at(-1)?.month;
  return newest === undefined ? links.guideLog(log) : links.recordsLog(newest, log);
}
