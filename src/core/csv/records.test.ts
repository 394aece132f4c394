import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed, readCsv, rounds, roundsHeader } from '../testing/ledger.ts';
import { headerScore } from './naming.ts';
import { readTable } from './records.ts';
import type { Table } from './table.ts';

const read = (text: string) => readCsv(rounds, text);
const body = (...lines: string[]) => read(`${roundsHeader}\n${lines.join('\n')}\n`);
const good = '2026-09-02,W01,大堂,10,10,合格,';

describe('headerScore', () => {
  it('counts known headers, by Chinese name or by id, with star, unit, width and spaces', () => {
    const score = headerScore(rounds.columns);
    expect(score(['日期', '网点编号', '天气'])).toBe(2);
    expect(score(['date', 'LOCATION', ' 日 期* ', '应检数（处）', '合格数(处)', '结　果'])).toBe(6);
    expect(score(['', '日', '2026-09-01'])).toBe(0);
    expect(score([])).toBe(0);
  });
});

describe('the header', () => {
  it('may stand in any order, by id or name; values are found by column', () => {
    const { value, problems } = read('result,备注,合格数（处）,应检数*,项目,location,日期\n合格,,10,10,大堂,W01,2026-09-02\n');
    expect(placed(problems)).toEqual([
      ['header/repaired', 1, 3],
      ['header/repaired', 1, 4],
    ]);
    expect(value).toEqual([
      {
        file: 'log.csv',
        line: 2,
        values: { date: '2026-09-02', location: 'W01', item: '大堂', checked: 10, passed: 10, result: '合格', note: null },
      },
    ]);
  });

  it('may leave out an optional column', () => {
    const { value, problems } = read('日期,网点编号,项目,应检数,合格数,结果\n2026-09-02,W01,大堂,10,10,合格\n');
    expect(problems).toEqual([]);
    expect(value[0]?.values.note).toBeNull();
  });

  it('reports each missing required column and reads nothing, without complaining about the rows', () => {
    const { value, problems } = read('日期,网点编号,项目,结果\n坏日期,W99,,好\n');
    expect(value).toEqual([]);
    expect(placed(problems)).toEqual([
      ['header/missing', 1, null],
      ['header/missing', 1, null],
    ]);
    expect(problems.map(({ message }) => message)).toEqual(['缺少必填列“应检数”', '缺少必填列“合格数”']);
  });

  it('reports an unknown column, names the one it stands for and goes on', () => {
    const { value, problems } = read(`${roundsHeader.replace('备注', '备 注一')},天气预报\n${good},晴\n`);
    expect(placed(problems)).toEqual([
      ['header/unknown', 1, 7],
      ['header/unknown', 1, 8],
    ]);
    expect(problems.map(({ hint }) => hint)).toEqual(['是否应为“备注”？', '若不需要请删去这一列']);
    expect(value).toHaveLength(1);
  });

  it('refuses two columns of one meaning, after aliasing too', () => {
    const { value, problems } = read(`${roundsHeader},note\n${good},\n`);
    expect(value).toEqual([]);
    expect(placed(problems)).toEqual([['header/duplicate', 1, 8]]);
    expect(problems[0]?.message).toContain('第7列与第8列');
  });

  it('reports a file that has no header, once', () => {
    for (const text of ['', '\r\n', '\ufeff']) expect(placed(read(text).problems)).toEqual([['header/missing', 1, null]]);
    for (const text of ['市分行九月巡查台账\n', `${good}\n${good}\n`]) {
      expect(read(text).value).toEqual([]);
      expect(placed(read(text).problems)).toEqual([['header/missing', 1, null]]);
    }
  });

  it('reads a header alone as no rows', () => {
    for (const end of ['', '\n', '\r\n', '\n\n\n', '\n,,,,,,\n']) {
      const { value, problems, whole } = read(`${roundsHeader}${end}`);
      expect([value, whole]).toEqual([[], true]);
      expect(placed(problems)).toEqual(end.includes(',') ? [['file/padding', 2, null]] : []);
    }
  });

  it('ignores empty columns that Excel leaves, but not data under them', () => {
    const { value, problems } = read(`${roundsHeader},,\n${good},,\n2026-09-03,W01,大堂,10,10,合格,,,已补\n`);
    expect(value).toHaveLength(0);
    expect(placed(problems)).toEqual([['header/blank', 3, 9]]);
    expect(problems[0]?.message).toContain('已补');
  });

  it('takes the line of the header into account when blank lines stand above', () => {
    const { problems } = read(`\n\n${roundsHeader},天气\n${good},晴\n`);
    expect(placed(problems)).toEqual([
      ['row/blank', 1, null],
      ['header/unknown', 3, 8],
    ]);
  });
});

describe('rows', () => {
  it('gives typed values with the line', () => {
    const { value, problems } = body(good, '2026-09-03,W02,"大堂\n侧门",8,7,不合格,"地面,有水"');
    expect(placed(problems)).toEqual([['cell/kept', 3, 3]]);
    expect(value.map(({ line, values }) => [line, values])).toEqual([
      [2, { date: '2026-09-02', location: 'W01', item: '大堂', checked: 10, passed: 10, result: '合格', note: null }],
      [
        3,
        { date: '2026-09-03', location: 'W02', item: '大堂\n侧门', checked: 8, passed: 7, result: '不合格', note: '地面,有水' },
      ],
    ]);
  });

  it('reports every fault of a row with its own column, keeps the other rows', () => {
    const { value, problems } = body(good, '2026-02-30,W77,,十,11,合,', '2026-09-04,W01,大堂,10,10,合格,');
    expect(placed(problems)).toEqual([
      ['cell/date', 3, 1],
      ['reference/unknown', 3, 2],
      ['cell/required', 3, 3],
      ['cell/number', 3, 4],
      ['cell/vocabulary', 3, 6],
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      '“日期”：日期“2026-02-30”不存在：2月没有30日',
      '“网点编号”：“W77”不在网点名录中',
      '“项目”为空（上面第2行为“大堂”）',
      '“应检数”：“十”不是确定的数量',
      '“结果”：“合”不是允许的取值',
    ]);
    expect(value.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('counts lines past quoted newlines and blank lines as an editor does', () => {
    const { value, problems } = body('2026-09-02,W01,大堂,10,10,合格,"一\r\n二\r\n三"', '', 'x,W01,大堂,10,10,合格,', good);
    expect(placed(problems)).toEqual([
      ['file/line-ends', null, null],
      ['row/blank', 5, null],
      ['row/duplicate-key', 2, 1],
      ['cell/date', 6, 1],
      ['row/duplicate-key', 7, 1],
      ['cell/kept', 2, 7],
    ]);
    expect(value).toEqual([]);
  });

  it('is blank when only spaces and invisible characters stand in a required cell', () => {
    const { problems } = body('2026-09-02,W01,\u3000\u200b ,10,10,\u200b,');
    expect(placed(problems)).toEqual([
      ['cell/required', 2, 3],
      ['cell/required', 2, 6],
    ]);
    expect(problems[1]?.hint).toBe('空白不代表任何结果，请填 合格、不合格 之一');
  });

  it('refuses short and long rows, at the first cell that is missing or too many', () => {
    const { value, problems } = body('2026-09-02,W01,大堂,10', `${good},多出,再多`, '2026-09-05,W01,大堂,1,234,1,合格,', good);
    expect(placed(problems)).toEqual([
      ['row/short', 2, 5],
      ['row/long', 3, 8],
      ['row/long', 4, 8],
    ]);
    expect(problems[0]?.message).toBe('这一行只有 4 列（应为 7 列），缺“合格数”');
    expect(problems[1]?.message).toBe('这一行多出 2 列，疑似内容里的逗号没有加引号');
    expect(problems[2]?.message).toBe('这一行多出 1 列，疑似“1,234”带了千分位而没有加引号');
    expect(value.map(({ line }) => line)).toEqual([5]);
  });

  it('lets blank cells beyond the header pass', () => {
    const { value, problems } = body(`${good},,  ,`);
    expect(placed(problems)).toEqual([['file/padding', 1, null]]);
    expect(value).toHaveLength(1);
  });

  it('places a contradiction on the first column of its rule, wherever the file has it', () => {
    expect(placed(body('2026-09-02,W01,大堂,10,11,合格,').problems)).toEqual([['row/contradiction', 2, 5]]);
    const moved = read('合格数,日期,网点编号,项目,应检数,结果\n11,2026-09-02,W01,大堂,10,合格\n');
    expect(placed(moved.problems)).toEqual([['row/contradiction', 2, 1]]);
    expect(moved.problems[0]?.message).toBe('合格数 11 大于应检数 10');
  });

  it('says nothing of contradictions in a row whose cells cannot be read', () => {
    expect(placed(body('某日,W01,大堂,10,11,合格,').problems)).toEqual([['cell/date', 2, 1]]);
  });

  it('refuses all rows of one key and lets each name the others', () => {
    const { value, problems } = body(good, '2026-09-03,W01,大堂,10,10,合格,', '2026/9/2,市分行机关,大堂,9,9,合格,', good);
    expect(value.map(({ line }) => line)).toEqual([3]);
    const doubled = problems.filter(({ code }) => code === 'row/duplicate-key');
    expect(placed(doubled)).toEqual([
      ['row/duplicate-key', 2, 1],
      ['row/duplicate-key', 4, 1],
      ['row/duplicate-key', 5, 1],
    ]);
    expect(doubled[0]?.message).toBe('与第4、5行重复：日期、网点编号、项目完全相同');
  });

  it('counts repairs by column and kind, placed on the first', () => {
    const { value, problems } = body(
      '2026/9/2,W01,大堂,１０,10处,√,',
      '2026年9月3日,W01,大堂,10,10,✔,',
      '2026-9-4,W01,大堂,10,10,√,',
    );
    expect(value.map(({ line }) => line)).toEqual([2, 4]);
    expect(placed(problems)).toEqual([
      ['cell/vocabulary', 3, 6],
      ['cell/repaired', 2, 1],
      ['cell/repaired', 2, 4],
      ['cell/repaired', 2, 5],
      ['cell/repaired', 2, 6],
    ]);
    expect(problems[1]?.message).toBe('“日期”列的日期写法已统一（3 处，首处在第2行：“2026/9/2”读作“2026-09-02”）');
    expect(problems[4]?.message).toBe('“结果”列的同义写法已统一（2 处，首处在第2行：“√”读作“合格”）');
  });

  it('refuses a file in which a header stands again in the midst of the data', () => {
    const { value, problems, whole } = body(good, `\ufeff${roundsHeader}`, good);
    expect([value, whole]).toEqual([[], false]);
    expect(placed(problems)).toEqual([['header/repeated', 3, null]]);
  });
});

describe('laws of readTable', () => {
  const plain: Table = { ...rounds, key: [], rules: [] };
  const cell = fc.oneof(
    fc.constantFrom('2026-09-01', '2026/9/1', 'W01', 'W1', '大堂', '10', '-1', '合格', '√', '', ' ', '同上', '#REF!'),
    fc.string({ unit: 'binary' }),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 8 });

  it('never throws on any cells, and every row is either read or at fault', () => {
    fc.assert(
      fc.property(fc.boolean(), rows, (withHeader, cells) => {
        const all = withHeader ? [roundsHeader.split(','), ...cells] : cells;
        const placedRows = all.map((each, index) => ({ line: index + 1, cells: each }));
        const { records, refused, sound, problems } = readTable(placedRows, plain, 'a.csv', {
          month: null,
          referents: new Map(),
        });
        if (!withHeader || !sound) return;
        const kept = new Set([...records, ...refused].map(({ line }) => line));
        const errors = problems.filter(({ severity }) => severity === 'error');
        const faulty = new Set(errors.flatMap(({ line, lines }) => lines ?? [line ?? 0]));
        for (const { line } of placedRows.slice(1)) expect(kept.has(line)).toBe(true);
        for (const { line } of records) expect(faulty.has(line)).toBe(false);
        for (const { line } of refused) expect(faulty.has(line)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads each row for itself: rows without a key come out the same in any split of the file', () => {
    const line = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom('W01', 'W02', 'W03'), fc.integer({ min: -1, max: 9 }));
    const text = ([day, location, passed]: readonly [number, string, number]) => [
      `2026-09-${String(day).padStart(2, '0')}`,
      location,
      '大堂',
      '9',
      String(passed),
      '合格',
      '',
    ];
    const values = (lines: readonly (readonly [number, string, number])[]) =>
      readTable(
        [roundsHeader.split(','), ...lines.map(text)].map((cells, index) => ({ line: index + 1, cells })),
        plain,
        'a.csv',
        {
          month: null,
          referents: new Map([
            [
              'locations',
              {
                name: '网点',
                byId: new Map(),
                byText: new Map([
                  ['W01', 'W01'],
                  ['W02', 'W02'],
                ]),
              },
            ],
          ]),
        },
      ).records.map((record) => record.values);
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (first, second) => {
        expect(values([...first, ...second])).toEqual([...values(first), ...values(second)]);
      }),
    );
  });
});
