import { type Definitions, definitionsFrom } from '../definitions/definitions.ts';
import { registerSchema } from '../definitions/register.ts';
import { readYaml } from '../documents/yaml.ts';
import { small } from './ledger.ts';

/** A register of documents as a contract may define it, with names of its own. */
export const filings = registerSchema.parse(
  readYaml({
    file: 'filings.yaml',
    firstLine: 1,
    text: `
id: filings
name: 文件
order: 90
about: 交来的文件。
key: [no]
spellings: [no]
columns:
  no: { name: 编号, type: id, pattern: "F\\\\d{2}", required: true, example: F01 }
  sort: { name: 种类, type: id, example: rec.rounds }
  pledge: { name: 承诺, type: id, example: cm.clean.daily }
  title: { name: 名称, type: text, required: true, example: 纪要 }
  secrecy: { name: 级别, type: choice, required: true, values: [公开, 内部], example: 公开 }
  signed: { name: 签发, type: date, required: true, example: "2026-09-01" }
  ends: { name: 截止, type: date, example: "2026-09-30" }
  path: { name: 文件, type: text, example: a.txt }
  shelf: { name: 存放, type: text, example: 柜 }
  hash: { name: 摘要, type: id, example: abc }
  book: { name: 台账, type: reference, register: logs, example: requests }
  time: { name: 月份, type: id, example: 2026-09 }
  entry: { name: 行号, type: text, example: QQ-202609-001 }
evidence:
  kind: sort
  promise: pledge
  title: title
  issued: signed
  until: ends
  file: path
  kept: shelf
  digest: hash
  row: { log: book, month: time, number: entry }
  published: { secrecy: 公开 }
`,
  }).value?.value,
);

/** The tiny contract, which keeps such a register too. */
export const withFilings: Definitions = definitionsFrom(
  small.sources.logs.filter(({ id }) => small.logs.some((log) => log.id === id)),
  [...small.sources.registers, filings],
);

export const filingsFile = 'data/registers/filings.csv';
export const filingsHeader = '编号,种类,承诺,名称,级别,签发,截止,文件,存放,摘要,台账,月份,行号';

/** Its file with some rows. */
export const filingsWith = (...rows: readonly string[]): Readonly<Record<string, string>> => ({
  [filingsFile]: `${[filingsHeader, ...rows].join('\n')}\n`,
});
