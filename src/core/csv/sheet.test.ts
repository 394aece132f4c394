import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed } from '../testing/ledger.ts';
import { parse } from './sheet.ts';

const score = (cells: readonly string[]) => cells.filter((cell) => cell === '日期' || cell === '备注').length;
const read = (text: string) => parse(text, 'a.csv', score);
const rows = (text: string) => read(text).value.rows.map(({ line, cells }) => [line, ...cells]);

describe('parse', () => {
  it('reads line ends of every kind', () => {
    const expected = [
      [1, '日期', '备注'],
      [2, '1', '2'],
      [3, '3', '4'],
    ];
    const odd = [['file/line-ends', null, null]];
    for (const [text, problems] of [
      ['日期,备注\n1,2\n3,4\n', []],
      ['日期,备注\r\n1,2\r\n3,4\r\n', []],
      ['日期,备注\r1,2\r3,4', odd],
      ['日期,备注\r\n1,2\n3,4\r', odd],
    ] as const) {
      expect(rows(text)).toEqual(expected);
      expect(placed(read(text).problems)).toEqual(problems);
    }
  });

  it('takes the delimiter under which the header is known, comma on a tie', () => {
    expect(rows('日期\t备注\n1\t2,5')).toEqual([
      [1, '日期', '备注'],
      [2, '1', '2,5'],
    ]);
    expect(rows('日期;备注\n1;2,5')).toEqual([
      [1, '日期', '备注'],
      [2, '1', '2,5'],
    ]);
    expect(rows('甲;乙,丙\n1;2,3')).toEqual([
      [1, '甲;乙', '丙'],
      [2, '1;2', '3'],
    ]);
  });

  it('is not misled by a first line that commas part into a name and something else', () => {
    expect(rows('日期,九月\n日期\t备注\n1\t2')).toEqual([
      [1, '日期,九月'],
      [2, '日期', '备注'],
      [3, '1', '2'],
    ]);
  });

  it('skips a leading sep= line and still counts it', () => {
    for (const first of ['sep=;', 'SEP=;', '"sep=;"']) {
      expect(rows(`${first}\r\n日期;备注\r\n1;2\r\n`)).toEqual([
        [2, '日期', '备注'],
        [3, '1', '2'],
      ]);
    }
  });

  it('keeps quoted commas, quotes and newlines, and counts lines as an editor does', () => {
    expect(rows('日期,备注\r\n1,"一,二"\r\n2,"两\r\n行""引""号"\r\n3,后\r\n')).toEqual([
      [1, '日期', '备注'],
      [2, '1', '一,二'],
      [3, '2', '两\n行"引"号'],
      [5, '3', '后'],
    ]);
  });

  it('counts the lines of a quoted header', () => {
    expect(rows('日期,"备\n注\n栏"\n1,2')).toEqual([
      [1, '日期', '备\n注\n栏'],
      [4, '1', '2'],
    ]);
  });

  it('reads nothing from an empty file', () => {
    for (const text of ['', '\n', '\r\n\r\n', ',,\n,,\n', '  \n\u3000\n']) expect(rows(text)).toEqual([]);
  });

  it('drops empty lines at the end and reports those inside', () => {
    const { value, problems } = read('日期,备注\n1,2\n\n,\n3,4\n\n,,,\n');
    expect(value.rows.map(({ line }) => line)).toEqual([1, 2, 5]);
    expect(placed(problems)).toEqual([
      ['file/padding', 7, null],
      ['row/blank', 3, null],
    ]);
    expect(problems[1]?.message).toBe('第3–4行为空行，已忽略');
  });

  it('reports an unclosed quote once, at the line where its row begins, and keeps the rows before', () => {
    const { value, problems } = read('日期,备注\n1,"两\n行"\n2,"没有结束\n3,4\n5,6\n');
    expect(value.rows.map(({ line }) => line)).toEqual([1, 2]);
    expect(placed(problems)).toEqual([['file/quote', 4, 2]]);
  });

  it('reports text after a closing quote in the same way', () => {
    const { value, problems } = read('日期,备注\n1,2\n3,"四"五\n5,6\n');
    expect(value.rows.map(({ line }) => line)).toEqual([1, 2]);
    expect(placed(problems)).toEqual([['file/quote', 3, 2]]);
  });

  it('counts the sep= line in problems too', () => {
    expect(placed(read('sep=,\n日期,备注\n\n1,2\n1,"2\n').problems)).toEqual([
      ['file/quote', 5, 2],
      ['row/blank', 3, null],
    ]);
  });

  it('takes a quote inside an unquoted cell as it is', () => {
    expect(rows('日期,备注\n1,5"管\n')).toEqual([
      [1, '日期', '备注'],
      [2, '1', '5"管'],
    ]);
  });
});

describe('laws of parse', () => {
  const odd = fc.string({
    unit: fc.constantFrom('"', ',', '\t', ';', '\n', '\r', '\ufeff', '\u3000', 'a', '日', '=', '\0', '😀'),
  });

  it('never throws, and lines only rise', () => {
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'binary' })), (text) => {
        const lines = read(text).value.rows.map(({ line }) => line);
        for (const [index, line] of lines.entries()) expect(line).toBeGreaterThan(index === 0 ? 0 : (lines[index - 1] ?? 0));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back the cells of any table that was written with every cell quoted, at their own lines', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ',', '\t', ';', '\n', 'a', '日', ' ') }).map((text) => `x${text}`);
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (body, end) => {
        const all = [['日期', '备注'], ...body];
        const text = all.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join(end);
        const { value, problems } = read(text);
        expect(problems).toEqual([]);
        expect(value.rows.map(({ cells }) => cells)).toEqual(all);
        const split = text.split('\n');
        for (const { line, cells } of value.rows)
          expect(split[line - 1]).toContain(`"${(cells[0] ?? '').split('\n')[0]?.replaceAll('"', '""')}`);
      }),
    );
  });
});
