import type { Month } from '../calendar/date.ts';
import type { ReadingContext, Referents } from '../csv/reading.ts';
import type { Table } from '../csv/table.ts';
import type { Definitions } from '../definitions/definitions.ts';
import { type Indicator, indicatorOf, indicatorSchema } from '../indicators/indicator.ts';
import { measured } from '../indicators/month-totals.ts';
import { type DataFiles, type FileReading, readFile } from '../ledger/file.ts';
import { type Ledger, type LedgerTerms, readLedger } from '../ledger/ledger.ts';
import type { MeasureInput } from '../measures/judgement.ts';
import type { Outcome, Problem } from '../problem/problem.ts';
import { referentsOf } from '../registers/register.ts';
import { definitions, logNamed } from './definitions.ts';

/** A planned round: what is due comes from the schedule. */
export const rounds = logNamed('rounds');

export const { registers } = definitions;

/** The small contract with three of its logs. */
export const small: Definitions = { ...definitions, logs: [logNamed('requests'), logNamed('checks'), rounds] };

export const terms: LedgerTerms = { logs: small.logs, registers, deliveryDay: 10 };

/** The registers of the tiny contract; a test replaces one by giving a file of the same name. */
export const registerTexts: Readonly<Record<string, string>> = {
  'data/registers/services.csv': `服务代码,服务名称,简称,序号
cleaning,卫生保洁,保洁,1
electrical,日常用电,用电,2
`,
  'data/registers/locations.csv': `网点编号,网点名称,类型,启用日期,停用日期,序号
W01,市分行机关,机关,2024-11-01,,1
W02,兴隆支行,支行,2024-11-01,,2
`,
  'data/registers/areas.csv': `区域编号,网点编号,区域名称,区域类别,序号
W01-A1,W01,一楼大堂,公共区域,1
W01-B1,W01,一楼卫生间,卫生间,2
W02-A1,W02,营业大厅,公共区域,3
`,
  'data/registers/posts.csv': `岗位代码,岗位名称,服务,序号
BJ-01,保洁员一岗,保洁,1
GL-01,项目管理岗,,2
`,
  'data/registers/equipment.csv': `设备编号,网点编号,设备名称,设备类别,序号
W01-P1,W01,一层配电箱,配电箱,1
`,
  'data/registers/plants.csv': `品种编号,植物名称,有毒品种,序号
P01,绿萝,否,1
`,
  'data/registers/schedule.csv': `计划编号,台账,服务,网点编号,区域编号,设备编号,项目,频次,起始日期,终止日期
JH-001,rounds,保洁,W01,,,大堂,每周,2024-11-01,
JH-002,rounds,保洁,W02,,,大堂,每月,2024-11-01,
JH-003,rounds,保洁,W01,,,地库,每季度,2024-11-01,
`,
  'data/registers/calendar.csv': `日期,类型,说明
2026-09-20,调休上班,国庆节调休
2026-10-01,节假日,国庆节
2026-10-02,节假日,国庆节
2026-10-10,调休上班,国庆节调休
`,
};

export const roundsHeader = '日期,网点编号,项目,应检数,合格数,结果,备注';
export const requestsHeader = '单号,服务,紧急程度,网点编号,请求内容,报修时间,响应时间,完成时间,处理结果,特殊情况,处理岗位';
export const checksHeader = '日期,服务,区域编号,检查项目,检查方法,结果,不合格原因,整改完成时间,检查岗位';
export const slipHeader = '台账,行数,交付日期,交付岗位';

/** September 2026: six rounds were due and made, one of them failed; three requests; no checks (a nil return). */
export const september: Readonly<Record<string, string>> = {
  'data/2026-09/delivery.csv': `${slipHeader}
巡查,6,2026-10-03,GL-01
服务请求,3,2026-10-03,GL-01
现场检查,0,2026-10-03,GL-01
`,
  'data/2026-09/rounds.csv': `${roundsHeader}
2026-09-02,W01,大堂,10,10,合格,
2026-09-05,W02,大堂,8,8,合格,
2026-09-08,W01,大堂,10,9,不合格,地面有水
2026-09-15,W01,大堂,10,10,合格,
2026-09-22,W01,大堂,10,10,合格,
2026-09-30,W01,地库,4,4,合格,
`,
  'data/2026-09/requests.csv': `${requestsHeader}
QQ-202609-001,保洁,一般,W01,大堂积水,2026-09-01 09:00,2026-09-01 09:20,2026-09-01 10:00,已完成,,BJ-01
QQ-202609-002,保洁,紧急,W02,玻璃破碎,2026-09-15 23:50,2026-09-16 00:20,2026-09-16 01:00,已完成,,BJ-01
QQ-202609-003,用电,一般,W02,照明不亮,2026-09-30 08:00,2026-09-30 09:00,,处理中,等待配件,BJ-01
`,
};

const encoder = new TextEncoder();
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** Texts as the UTF-8 files of a data folder. */
export const filesOf = (texts: Readonly<Record<string, string>>): DataFiles =>
  new Map(Object.entries(texts).map(([file, text]) => [file, bytesOf(text)]));

/** The tiny contract's registers with the given files beside or instead of them. */
export const ledgerOf = (texts: Readonly<Record<string, string>>, overrides: Partial<LedgerTerms> = {}): Outcome<Ledger> =>
  readLedger(filesOf({ ...registerTexts, ...texts }), { ...terms, ...overrides });

/** What the tiny contract's registers let a cell refer to. */
export const referents: ReadonlyMap<string, Referents> = new Map(
  registers.map((register) => [register.id, referentsOf(register, ledgerOf({}).value.registers.get(register.id)?.records ?? [])]),
);

/** One CSV text read as a file of September 2026. */
export function readCsv(table: Table, text: string, context: Partial<ReadingContext> = {}): FileReading {
  return readFile(bytesOf(text), table, 'log.csv', { month: '2026-09', referents, ...context });
}

/** What a measure sees of one log and month of a ledger. */
export function inputOf(ledger: Ledger, log: string, month: Month): MeasureInput {
  const handed = present(ledger.months.find((each) => each.month === month)?.logs.get(log));
  return measured(handed, ledger);
}

/** Code, line and column of each problem, in the order found. */
export const placed = (problems: readonly Problem[]): [string, number | null, number | null][] =>
  problems.map(({ code, line, column }) => [code, line ?? null, column ?? null]);

/** Code, file, line and column of each problem, in the order found. */
export const placedIn = (problems: readonly Problem[]): [string, string, number | null, number | null][] =>
  problems.map(({ code, file, line, column }) => [code, file, line ?? null, column ?? null]);

/** A value that the test knows to be there. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the test expected a value here');
  return value;
}

/** An indicator with the given measure and targets, or parts, and facts that do not matter. */
export function indicatorWith(measured: object, id = 'cleaning.overall.test'): Indicator {
  const facts = {
    id,
    name: '试验指标',
    service: 'cleaning',
    group: '总体',
    subgroup: null,
    order: 1,
    clause: '5.1-1',
    meaning: '用于试验。',
    criterion: '不低于目标',
    quantitative: true,
    method: '统计',
    frequency: null,
    formula: '合格数除以总数',
    sourceLine: 1,
    updated: '2026-09-01',
  };
  return indicatorOf(indicatorSchema.parse({ ...facts, ...measured }));
}

/** A target in force from the contract's start, unless told otherwise. */
export const targetOf = (operator: string, value: number, unit = '%', more: object = {}) => ({
  from: '2024-11-01',
  operator,
  value,
  unit,
  basis: 'plan',
  ...more,
});
