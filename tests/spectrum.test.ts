import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../src/core/csv/sheet.ts';
import { readFile } from '../src/core/ledger/file.ts';
import { readRegisters } from '../src/core/ledger/ledger.ts';
import { repairedText } from '../src/core/ledger/repaired.ts';
import { template } from '../src/core/ledger/template.ts';
import { definitionsOn } from '../src/disk/definitions.ts';
import { dataFiles } from '../src/disk/files.ts';
import { encode } from './defects/encode.ts';
import { line, logFile, sampleOf } from './defects/sample.ts';

/** The kinds of cases that csv-spectrum (github.com/max-mapper/csv-spectrum) gathers: text and the cells it holds. */
const spectrum: Readonly<Record<string, readonly [text: string, cells: readonly (readonly string[])[]]>> = {
  'a comma in quotes': [
    'a,b\n"x, y",z\n',
    [
      ['a', 'b'],
      ['x, y', 'z'],
    ],
  ],
  'empty cells': [
    'a,b,c\n1,"",""\n2,3,4\n',
    [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  'empty cells, CRLF': [
    'a,b,c\r\n1,"",""\r\n2,3,4\r\n',
    [
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['2', '3', '4'],
    ],
  ],
  'escaped quotes': [
    'a,b\n1,"ha ""ha"" ha"\n3,4\n',
    [
      ['a', 'b'],
      ['1', 'ha "ha" ha'],
      ['3', '4'],
    ],
  ],
  JSON: [
    'k,v\n1,"{""type"": ""Point"", ""at"": [1.0, 2.0]}"\n',
    [
      ['k', 'v'],
      ['1', '{"type": "Point", "at": [1.0, 2.0]}'],
    ],
  ],
  newlines: [
    'a,b\n1,4\n"Once upon\na time",5\n',
    [
      ['a', 'b'],
      ['1', '4'],
      ['Once upon\na time', '5'],
    ],
  ],
  'newlines, CRLF': [
    'a,b\r\n1,4\r\n"Once upon\r\na time",5\r\n',
    [
      ['a', 'b'],
      ['1', '4'],
      ['Once upon\na time', '5'],
    ],
  ],
  'quotes and newlines': [
    'a,b\n1,"ha\n""ha""\nha"\n3,4\n',
    [
      ['a', 'b'],
      ['1', 'ha\n"ha"\nha'],
      ['3', '4'],
    ],
  ],
  'a simple table, CR': [
    'a,b\r1,2\r3,4',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  'a simple table, no last newline': [
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  'wide Unicode': [
    'a,b\n1,ʤ\n2,😀𠀀\n',
    [
      ['a', 'b'],
      ['1', 'ʤ'],
      ['2', '😀𠀀'],
    ],
  ],
};

describe('the spectrum of CSV', () => {
  it.each(Object.entries(spectrum))('reads %s to the right cells', (_, [text, cells]) => {
    const { value } = parse(text, 'a.csv', ([first]) => (first === cells[0]?.[0] ? 1 : 0));
    expect(value.rows.map((row) => row.cells)).toEqual(cells);
    expect(value.whole).toBe(true);
  });
});

const root = join(import.meta.dirname, '..');
const { logs, registers } = definitionsOn(root);
const sample = dataFiles(root);
const { referents } = readRegisters(sample, { logs, registers }).value;

describe.each(logs.map((log) => [log.id, log] as const))('what is handed out for %s', (_, log) => {
  const { month, header, rows } = sampleOf(sample, log);
  const context = { month, referents };
  const read = (bytes: Uint8Array) => readFile(bytes, log, logFile({ log, month }), context);
  const values = (bytes: Uint8Array) => read(bytes).value.map((record) => record.values);

  it('begins with a byte order mark, has CRLF and the columns in their order', () => {
    const text = template(log.columns);
    expect(text).toBe(`\ufeff${line(Object.values(log.columns).map(({ name }) => name))}\r\n`);
  });

  it('comes back as the same records: a filled template, saved by Excel in GB18030, read, written anew and read again', () => {
    const filled = template(log.columns) + rows.map((row) => `${line(row)}\r\n`).join('');
    const known = values(new TextEncoder().encode(filled));
    expect(header).toEqual(Object.values(log.columns).map(({ name }) => name));
    expect(known).toHaveLength(rows.length);
    const saved = read(encode(filled.slice(1), 'GB18030'));
    expect(saved.value.map((record) => record.values)).toEqual(known);
    const sheet = parse(filled.slice(1), '', ([first]) => (first === header[0] ? 1 : 0)).value;
    const again = repairedText({ rows: sheet.rows, records: saved.value, refused: new Set() }, log, context) ?? '';
    expect(values(new TextEncoder().encode(again))).toEqual(known);
  });
});

describe('what a spreadsheet might take for a formula', () => {
  const log = logs.find(({ id }) => id === 'checks');
  it('is made harmless where it is handed out and comes back as it was, numbers untouched', () => {
    if (log === undefined) throw new Error('no log to try it on');
    const { month, header, rows } = sampleOf(sample, log);
    const at = header.indexOf('不合格原因');
    const context = { month, referents };
    for (const text of ['=cmd|/C calc', '+1', '-1', '@SUM(A1)']) {
      const [row = []] = rows;
      const cells = row.map((cell, index) => (index === at ? text : cell));
      const bytes = new TextEncoder().encode(`${line(header)}\r\n${line(cells)}\r\n`);
      const first = readFile(bytes, log, 'a.csv', context);
      const sheet = parse(`${line(header)}\n${line(cells)}\n`, '', () => 1).value;
      const out = repairedText({ rows: sheet.rows, records: first.value, refused: new Set() }, log, context) ?? '';
      expect(out).toContain(`'${text}`);
      const second = readFile(new TextEncoder().encode(out), log, 'a.csv', context);
      expect(second.value.map(({ values }) => values.finding)).toEqual([text]);
    }
  });
});
