import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellReader } from '../src/core/csv/cell.ts';
import { Fault, Repaired } from '../src/core/csv/reading.ts';
import { readFile } from '../src/core/ledger/file.ts';
import { readRegisters } from '../src/core/ledger/ledger.ts';
import type { Problem } from '../src/core/problem/problem.ts';
import { present } from '../src/core/testing/ledger.ts';
import { definitionsOn } from '../src/disk/definitions.ts';
import { dataFiles } from '../src/disk/files.ts';
import { csv, type Sample, sampleOf } from './defects/sample.ts';

const root = join(import.meta.dirname, '..');
const { logs, registers } = definitionsOn(root);
const sample = dataFiles(root);
const { referents } = readRegisters(sample, { logs, registers }).value;
const samples = logs.map((log) => sampleOf(sample, log));
const encoder = new TextEncoder();

/** A generator of numbers that gives the same numbers in every run (mulberry32). */
function seeded(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const odd = [
  '',
  ' ',
  '\u3000',
  '\u200b',
  '\ufeff',
  '\ufffd',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\0',
  '=',
  '@',
  "'",
  '-',
  '—',
  '/',
  '#REF!',
  '同上',
  '〃',
  '合计',
  '○',
  '√',
  '约',
  '1.23E+17',
  '12,34',
  '１２',
  '0x10',
  'NaN',
  'Infinity',
  '2026-02-31',
  '2026/9/1 0:00',
  '9月1日',
  '46266',
  '46266.5',
  '上午12:05',
  '24:00',
  '7:00-7:30',
  '日期',
  '编号',
  'sep=;',
  '😀',
  '𠀀',
  '\ud800',
  'W01',
  'toString',
  '__proto__',
  'a'.repeat(300),
  '9'.repeat(40),
];

/** Bytes of a small file, changed at a few places: bytes, cells or whole rows. */
function mutated(next: (below: number) => number): { bytes: Uint8Array; from: Sample } {
  const from = present(samples[next(samples.length)]);
  const rows = [from.header, ...from.rows.slice(0, 1 + next(3))].map((row) => [...row]);
  const pick = () => odd[next(odd.length)] ?? '';
  for (let changes = 1 + next(4); changes > 0; changes -= 1) {
    const row = rows[next(rows.length)] ?? [];
    const at = next(Math.max(1, row.length));
    const action = next(6);
    if (action === 0) row[at] = pick();
    else if (action === 1) row[at] = `${row[at] ?? ''}${pick()}`;
    else if (action === 2) row.splice(at, 1);
    else if (action === 3) row.splice(at, 0, pick());
    else if (action === 4) rows.splice(next(rows.length + 1), 0, [...row]);
    else rows.splice(next(rows.length), 1);
  }
  const text = next(3) === 0 ? rows.map((row) => row.join(next(4) === 0 ? ';' : ',')).join('\n') : csv(rows);
  const bytes = encoder.encode(text);
  if (next(3) === 0) for (let count = 1 + next(3); count > 0; count -= 1) bytes[next(Math.max(1, bytes.length))] = next(256);
  return { bytes, from };
}

const sound = ({ severity, code, message, file }: Problem) =>
  ['error', 'warning', 'info'].includes(severity) && code.includes('/') && message !== '' && file === 'a.csv';

describe('a hundred thousand broken inputs', () => {
  it('are read to records or problems, never an exception, none in more than a second of the processor', () => {
    const next = seeded(20261127);
    let slowest = 0;
    for (let run = 0; run < 60_000; run += 1) {
      const { bytes, from } = mutated(next);
      const before = process.cpuUsage();
      const { value, problems, rows, refused } = readFile(bytes, from.log, 'a.csv', { month: from.month, referents });
      const { user, system } = process.cpuUsage(before);
      slowest = Math.max(slowest, (user + system) / 1000);
      const consistent = rows.read === value.length && rows.refused === refused.length && rows.given === rows.read + rows.refused;
      if (!consistent || !problems.every(sound)) throw new Error(`run ${run}: ${JSON.stringify({ rows, problems })}`);
    }
    expect(slowest).toBeLessThan(1000);
  });

  it('of random bytes end in the same way', () => {
    const next = seeded(7);
    for (let run = 0; run < 10_000; run += 1) {
      const bytes = Uint8Array.from({ length: next(80) }, () => next(256));
      const { log, month } = present(samples[run % samples.length]);
      expect(readFile(bytes, log, 'a.csv', { month, referents }).problems.every(sound)).toBe(true);
    }
  });
});

describe('no cell is changed in silence', () => {
  const columns = samples.flatMap(({ log, month }) =>
    Object.values(log.columns).map((column) => ({ column, read: cellReader(column, { month, referents }) })),
  );

  it('over thirty thousand cells: what is not read as it is written is a repair or a fault', () => {
    const next = seeded(42);
    for (let run = 0; run < 30_000; run += 1) {
      const { column, read } = present(columns[next(columns.length)]);
      const raw = Array.from({ length: 1 + next(3) }, () => odd[next(odd.length)]).join('');
      if (raw.trim() === '') continue;
      const result = read(raw);
      if (result instanceof Fault || result instanceof Repaired) continue;
      if (column.type === 'reference') expect(referents.get(column.register)?.byText.get(raw)).toBe(result);
      else expect(String(result)).toBe(column.type === 'moment' ? raw.replace(' ', 'T') : raw);
    }
  });

  it('takes no blank for 0, no 31 February for March, no √ where it is not declared', () => {
    const outcome = (type: string, raw: string) =>
      columns.filter(({ column }) => column.type === type).map(({ read }) => read(raw));
    for (const raw of ['1.23E+17', '０x1', '１，２', '三', '0.5.1', ' ']) {
      for (const result of outcome('integer', raw)) expect(result).toBeInstanceOf(Fault);
    }
    for (const type of ['date', 'moment']) {
      for (const raw of ['2026-02-31', '2026-02-31 08:00', '2026年6月31日']) {
        for (const result of outcome(type, raw)) expect(result).toBeInstanceOf(Fault);
      }
    }
    for (const { column, read } of columns) {
      if (column.type !== 'choice') continue;
      const declared = Object.values(column.values).some((aliases) => aliases.includes('√'));
      expect(read('√')).toBeInstanceOf(declared ? Repaired : Fault);
    }
  });
});

describe('very large files end in a clear problem', () => {
  const { log, month, header } = present(samples.find(({ log: { id } }) => id === 'checks'));
  const read = (text: string) =>
    readFile(encoder.encode(text), log, 'a.csv', { month, referents }).problems.map(({ code, line }) => [code, line ?? null]);

  it('fifty megabytes of one quoted cell, closed or not', () => {
    const cell = '内容，'.repeat((50 * 1024 * 1024) / 9);
    expect(read(`${header.join(',')}\n"${cell}`)).toEqual([['file/quote', 2]]);
    expect(read(`"${cell}"\n`)).toEqual([['header/missing', 1]]);
  });

  it('a million empty lines, alone, in the middle and between rows', () => {
    const empty = '\n'.repeat(1_000_000);
    const row = (samples.find(({ log: { id } }) => id === 'checks')?.rows[0] ?? []).join(',');
    expect(read(empty)).toEqual([['header/missing', 1]]);
    expect(read(`${header.join(',')}\n${empty}${row}\n`)).toEqual([['row/blank', 2]]);
    expect(read(`${header.join(',')}\n${row}\n${',\n'.repeat(1_000_000)}`)).toEqual([['file/padding', 3]]);
  });

  it('a million quotes, and a million delimiters on one line', () => {
    expect(read(`${header.join(',')}\n${'"a'.repeat(500_000)}\n`)).toEqual([['file/quote', 2]]);
    expect(read(`${header.join(',')}\n${','.repeat(1_000_000)}x\n`)).toEqual([['row/long', 2]]);
  });
});
