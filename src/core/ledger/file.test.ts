import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logNamed } from '../testing/definitions.ts';
import {
  bytesOf,
  checksHeader,
  placed,
  placedIn,
  referents,
  registers,
  requestsHeader,
  rounds,
  roundsHeader,
} from '../testing/ledger.ts';
import { deliveryTable } from './delivery.ts';
import { readFile } from './file.ts';

const checks = logNamed('checks');
const requests = logNamed('requests');

const context = { month: '2026-09', referents };
const read = (bytes: Uint8Array) => readFile(bytes, rounds, 'data/2026-09/rounds.csv', context);
const bytes = (hex: string) => Uint8Array.from(hex.split(' ').map((byte) => Number.parseInt(byte, 16)));

/** 日期,网点编号,项目,应检数,合格数,结果⏎2026-09-02,W01,大堂,10,10,合格⏎ with CRLF, in GB18030. */
const gb18030 = bytes(
  'c8 d5 c6 da 2c cd f8 b5 e3 b1 e0 ba c5 2c cf ee c4 bf 2c d3 a6 bc ec ca fd 2c ba cf b8 f1 ca fd 2c bd e1 b9 fb 0d 0a ' +
    '32 30 32 36 2d 30 39 2d 30 32 2c 57 30 31 2c b4 f3 cc c3 2c 31 30 2c 31 30 2c ba cf b8 f1 0d 0a',
);
const values = { date: '2026-09-02', location: 'W01', item: '大堂', checked: 10, passed: 10, result: '合格', note: null };
const text = '日期,网点编号,项目,应检数,合格数,结果\r\n2026-09-02,W01,大堂,10,10,合格\r\n';

const utf16 = (written: string, little: boolean) => {
  const units = [...`\ufeff${written}`].map((unit) => unit.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
};

describe('readFile', () => {
  it('reads the same rows from every encoding and delimiter that spreadsheets write', () => {
    const tabbed = text.replaceAll(',', '\t');
    for (const [file, codes] of [
      [bytesOf(text), []],
      [bytesOf(`\ufeff${text}`), []],
      [bytesOf(`\ufeffsep=;\r\n${text.replaceAll(',', ';')}`), ['file/delimiter']],
      [gb18030, ['file/decoded']],
      [utf16(tabbed, true), ['file/decoded', 'file/delimiter']],
      [utf16(tabbed, false), ['file/decoded', 'file/delimiter']],
    ] as const) {
      const { value, problems } = read(file);
      expect(value.map((record) => record.values)).toEqual([values]);
      expect(problems.map(({ code }) => code)).toEqual(codes);
    }
  });

  it('gives one problem for a file in another encoding, not one for each cell', () => {
    const big5 = bytes('a4 e9 b4 c1 2c b5 b2 aa 47 0d 0a 31 2c 32 0d 0a');
    expect(placedIn(read(big5).problems)).toEqual([['file/encoding', 'data/2026-09/rounds.csv', null, null]]);
    expect(placed(read(bytes('50 4b 03 04')).problems)).toEqual([['file/encoding', null, null]]);
    expect(placed(read(bytes('c8 d5 ff ff')).problems)).toEqual([['file/encoding', null, null]]);
  });

  it('does not read UTF-8 that was damaged before as GB18030, even when the header is plain ASCII', () => {
    const damaged = bytesOf('date,location,item,checked,passed,result\n2026-09-02,W01,大\ufffd,10,10,合格\n');
    expect(read(damaged).value).toEqual([]);
    expect(placed(read(damaged).problems)).toEqual([['file/encoding', 2, null]]);
  });

  it('gives one problem for a quote that is open from the header on', () => {
    const { value, problems } = read(bytesOf(`"${text}`));
    expect(value).toEqual([]);
    expect(placed(problems)).toEqual([['file/quote', 1, 1]]);
  });

  it('gives one problem for an empty file and none for a header alone', () => {
    expect(placed(read(new Uint8Array()).problems)).toEqual([['header/missing', 1, null]]);
    expect(read(bytesOf(`${roundsHeader}\r\n`))).toMatchObject({ value: [], problems: [], whole: true });
  });
});

describe('laws of readFile', () => {
  const tables = [rounds, requests, checks, deliveryTable, ...registers];
  const headers = ['', roundsHeader, requestsHeader, checksHeader, '台账,行数,交付日期,交付岗位'];

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tables), fc.uint8Array({ maxLength: 200 }), (table, any) => {
        readFile(any, table, 'a.csv', context);
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws on any text below any header', () => {
    const odd = fc.string({
      unit: fc.constantFrom(
        '"',
        ',',
        '\t',
        '\r',
        '\n',
        '2026-09-01',
        ' 08:00',
        'W01',
        '合格',
        '1',
        '大',
        '\ufeff',
        '同上',
        'QQ-202609-001',
      ),
    });
    fc.assert(
      fc.property(fc.constantFrom(...tables), fc.constantFrom(...headers), fc.oneof(odd, fc.string()), (table, header, any) => {
        const { value } = readFile(bytesOf(`${header}\n${any}`), table, 'a.csv', context);
        for (const { values: cells } of value) expect(Object.keys(cells).sort()).toEqual(Object.keys(table.columns).sort());
      }),
      { numRuns: 3000 },
    );
  });
});
