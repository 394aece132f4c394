import Papa from 'papaparse';
import type { Month } from '../src/core/calendar/date.ts';
import type { DataFiles } from '../src/core/ledger/file.ts';
import type { Log } from '../src/core/logs/log.ts';

const cellsOf = (line: string): readonly string[] => Papa.parse<string[]>(line).data[0] ?? [];

/**
 * The files of months from which on a contract is to begin, without the rows that began before: nothing left their cases open.
 * The slips say as many rows fewer. No cell of the sample holds a newline.
 */
export function begunWith(first: Month, files: DataFiles, logs: readonly Log[]): DataFiles {
  const begun = new Map(files);
  const textOf = (file: string) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(begun.get(file));
  const write = (file: string, text: string) => begun.set(file, new TextEncoder().encode(text));
  for (const file of files.keys()) {
    const [, month = '', name = ''] = file.split('/');
    const log = logs.find(({ id }) => name === `${id}.csv`);
    if (log === undefined || !/^\d{4}-\d{2}$/u.test(month)) continue;
    const [header = '', ...lines] = textOf(file).split('\r\n');
    const at = cellsOf(header.replace(/^\ufeff/u, '')).indexOf(log.columns[log.date]?.name ?? '');
    const own = lines.filter((line) => line === '' || (cellsOf(line)[at] ?? '') >= first);
    if (own.length === lines.length) continue;
    write(file, [header, ...own].join('\r\n'));
    const slip = `data/${month}/delivery.csv`;
    const lowered = (_: string, start: string, count: string) => `${start}${Number(count) - (lines.length - own.length)},`;
    write(slip, textOf(slip).replace(new RegExp(`^(${log.name},)(\\d+),`, 'mu'), lowered));
  }
  return begun;
}
