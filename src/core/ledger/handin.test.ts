import { describe, expect, it } from 'vitest';
import { sortProblems } from '../problem/problem.ts';
import { handInTerms } from '../project/terms.ts';
import {
  bytesOf,
  filesOf,
  ledgerOf,
  registerTexts,
  roundsHeader,
  september,
  slipHeader,
  small,
  terms,
} from '../testing/ledger.ts';
import { slipText } from './delivery.ts';
import { checkMonth, rowsOf, tableOf } from './handin.ts';
import { repairedText } from './repaired.ts';

const handIn = handInTerms({
  schema: 'service-ledger/check/1',
  deliveryDay: terms.deliveryDay,
  definitions: { ...small.sources, logs: small.sources.logs.filter(({ id }) => terms.logs.some((log) => log.id === id)) },
  uses: {},
  registers: registerTexts,
  left: {},
});
const roundsFile = 'data/2026-09/rounds.csv';

describe('a month that is checked by itself', () => {
  it('has the problems that the whole folder has for its files, sorted', () => {
    const texts = {
      ...september,
      [roundsFile]: `${roundsHeader}\n2026-09-31,W09,大堂,10,11,合格,\n2026/9/2,W01,大堂,10,10,√,\n`,
    };
    const whole = ledgerOf({ ...texts, 'data/2026-10/rounds.csv': '乱' }).problems;
    const { problems } = checkMonth('2026-09', filesOf(texts), handIn);
    expect(problems.length).toBeGreaterThan(3);
    expect(problems).toEqual(sortProblems(whole.filter(({ file }) => file.startsWith('data/2026-09/'))));
  });

  it('reports a workbook and a name that is no log’s', () => {
    const files = filesOf({ ...september, 'data/2026-09/rounds.xlsx': 'PK', 'data/2026-09/weather.csv': '日期\n' });
    expect(checkMonth('2026-09', files, handIn).problems.map(({ code, file }) => [code, file])).toEqual([
      ['file/unexpected', 'data/2026-09/rounds.xlsx'],
      ['file/unexpected', 'data/2026-09/weather.csv'],
    ]);
  });

  it('has nothing to say of no files', () => {
    expect(checkMonth('2026-09', new Map(), handIn)).toMatchObject({ value: { month: null }, problems: [] });
  });
});

/** A file of September 2026 as it would be saved again. */
function repairedOf(text: string): string | null {
  const files = filesOf({ [roundsFile]: text, 'data/2026-09/delivery.csv': `${slipHeader}\n` });
  const { value, problems } = checkMonth('2026-09', files, handIn);
  const table = tableOf(roundsFile, handIn.logs);
  if (table === null) throw new Error('no table');
  const refused = problems.flatMap(({ file, severity, line }) =>
    file === roundsFile && severity === 'error' && line !== undefined ? [line] : [],
  );
  const records = value.month?.logs.get('rounds')?.records ?? [];
  const rows = rowsOf(bytesOf(text), table);
  return repairedText({ rows, records, refused: new Set(refused) }, table, { month: '2026-09', referents: value.referents });
}

describe('a repaired file', () => {
  it('has the template’s header and order, each reading in its one form, and no byte that Excel would misread', () => {
    const text = '备注,结果,合格数,应检数,项目,网点编号,日期,天气\n"a,b",√,１０,10 处,大堂,市分行机关,2026年9月2日,晴\n';
    expect(repairedOf(text)).toBe(`\ufeff${roundsHeader}\r\n2026-09-02,W01,大堂,10,10,合格,"a,b"\r\n`);
  });

  it('keeps what cannot be read as it was written, beside what can', () => {
    expect(repairedOf(`${roundsHeader}\n2026/9/2,W09,大堂,10,约10,√,\n`)).toBe(
      `\ufeff${roundsHeader}\r\n2026-09-02,W09,大堂,10,约10,合格,\r\n`,
    );
  });

  it('makes no formula of a text, and leaves a negative number a number', () => {
    expect(repairedOf(`${roundsHeader}\n2026-09-02,W01,大堂,-5,0,合格,=1+1\n`)).toContain(`-5,0,合格,'=1+1`);
  });

  it('is not offered where no header is', () => {
    expect(repairedOf('乱码\n1,2\n')).toBeNull();
  });
});

describe('a slip that is made', () => {
  it('reads as what was said', () => {
    const entries = [
      { log: '巡查', rows: 6, on: '2026-10-03', post: 'GL-01', through: '', note: '' },
      { log: '现场检查', rows: 0, on: '2026-10-03', post: 'GL-01', through: '', note: '未发生，"零"报告' },
      { log: '服务请求', rows: 3, on: '2026-10-03', post: 'GL-01', through: '', note: '' },
    ];
    const { problems } = checkMonth('2026-09', filesOf({ ...september, 'data/2026-09/delivery.csv': slipText(entries) }), handIn);
    expect(problems).toEqual([]);
    expect(slipText([])).toBe('\ufeff台账,行数,交付日期,交付岗位,截至,备注\r\n');
  });
});
