import type { TableRecord } from '../core/csv/table.ts';
import { rowsOfFile } from '../core/logs/log.ts';
import type { Judgement } from '../core/measures/judgement.ts';
import type { Problem } from '../core/problem/problem.ts';
import type { Project } from '../core/project/project.ts';
import { correctionOf } from '../core/reports/cases.ts';
import type { Destination } from '../core/reports/destination.ts';
import { correctionWords, rowWords } from './cells.ts';
import { locationName } from './names.ts';
import type { NumberGroup } from './paper/block.ts';

/** The month and log of a record, read from its file's path. */
function originOf({ file }: TableRecord): { month: string; log: string } {
  const [, month = '', name = ''] = file.split('/');
  return { month, log: name.replace(/\.csv$/u, '') };
}

/** The row of a record, by its file's path. */
export const rowOf = (record: TableRecord): Destination => ({ kind: 'row', ...originOf(record), line: record.line });

/** Where a record is shown and how it reads in a list: its day and line, what it is about, and what was done about it. */
export interface RowPlace {
  readonly to: Destination;
  readonly label: string;
  readonly words: string;
  readonly correction: string;
}

export function rowPlace({ ledger }: Project, record: TableRecord): RowPlace {
  const { logs, registers } = ledger;
  const log = logs.find((each) => each.id === originOf(record).log);
  const date = String(log === undefined ? '' : (record.values[log.date] ?? '')).slice(0, 10);
  return {
    to: rowOf(record),
    label: `${date} 第${record.line}行`,
    words: log === undefined ? '' : rowWords(record, log, registers),
    correction: log === undefined ? '—' : correctionWords(correctionOf({ log, record }, registers)),
  };
}

/** Judged rows by location and file, in the locations' order, each as a link to its line. */
export function groupRows({ contract, ledger }: Project, judgements: readonly Judgement[]): NumberGroup[] {
  const naming = { registers: ledger.registers, contract };
  const groups = new Map<string, { name: string; file: string; links: { label: string; to: Destination }[] }>();
  for (const { record, location } of judgements) {
    if (record === null) continue;
    const { month, log } = originOf(record);
    const key = `${location ?? ''}\n${record.file}`;
    const group = groups.get(key) ?? { name: locationName(naming, location), file: `${month}/${log}`, links: [] };
    groups.set(key, group);
    group.links.push({ to: rowOf(record), label: String(record.line) });
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { name, file, links }]) => ({ name, note: `${file} ${links.length} 行`, links }));
}

/** Where a finding in a month's files can be seen: at its row, otherwise on the page of its log or month; null elsewhere. */
export function findingPlace({ ledger }: Project, { file }: Pick<Problem, 'file'>, line: number | undefined): Destination | null {
  const [root, month = '', name = ''] = file.split('/');
  const logs = ledger.months.find((each) => each.month === month)?.logs;
  if (root !== 'data' || logs === undefined) return null;
  const log = name.replace(/\.csv$/u, '');
  const logMonth = logs.get(log);
  if (logMonth === undefined || logMonth.handed.state === 'absent') return { kind: 'records', month };
  const row = rowsOfFile(logMonth).find((each) => each.line === line);
  return row === undefined ? { kind: 'log', month, log } : { kind: 'row', month, log, line: row.line };
}

/** The newest month's rows of a log that was handed in; before any was, how it is filled in. */
export function newestRecords({ ledger }: Project, log: string): Destination {
  const months = ledger.months.filter(({ logs }) => (logs.get(log)?.handed.state ?? 'absent') !== 'absent');
  const newest = months.at(-1)?.month;
  return newest === undefined ? { kind: 'guide', log } : { kind: 'log', month: newest, log };
}
