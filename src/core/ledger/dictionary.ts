import { caseTermsOf } from '../cases/source.ts';
import type { Column, Columns } from '../csv/column.ts';
import type { Conditions } from '../csv/condition.ts';
import type { Log } from '../logs/log.ts';
import { problemCodes, type Severity } from '../problem/codes.ts';
import type { Register } from '../registers/register.ts';
import { slipGuide } from './delivery.ts';
import { rules } from './rules.ts';
import { sealingGuide } from './sealing.ts';

/** What a column takes, in words, with the spellings that are also read. */
export function typeWords(column: Column, registers: readonly Register[]): string {
  switch (column.type) {
    case 'date':
      return '日期，如 2026-01-05';
    case 'moment':
      return '日期和时间（24 小时制），如 2026-01-05 08:05';
    case 'integer':
    case 'decimal': {
      const unit = column.unit === '' ? '' : `，单位${column.unit}`;
      const low = column.min === undefined ? '' : `，不小于 ${column.min}`;
      const high = column.max === undefined ? '' : `，不大于 ${column.max}`;
      return `${column.type === 'integer' ? '整数' : `数字，至多 ${column.places} 位小数`}${unit}${low}${high}`;
    }
    case 'choice': {
      const aliases = Object.entries(column.values).flatMap(([word, others]) => others.map((other) => `${other}＝${word}`));
      return `${Object.keys(column.values).join('、')}${aliases.length > 0 ? `（也认：${aliases.join('、')}）` : ''}`;
    }
    case 'text':
      return '文字';
    case 'id':
      return `编号，如 ${column.shape}`;
    case 'reference': {
      const register = registers.find((each) => each.id === column.register);
      const fields = register?.spellings.map((field) => register.columns[field]?.name ?? field).join('或') ?? '代码或名称';
      return `${register?.name ?? '台账'}的${fields}`;
    }
  }
}

const cell = (text: string) => text.replaceAll('|', '\\|');

function columnsTable(columns: Columns, registers: readonly Register[]): string[] {
  const rows = Object.entries(columns).map(([field, column]) =>
    [
      '',
      `${column.name}`,
      [`\`${field}\``, ...(column.aliases ?? [])].join('、'),
      column.required ? '必填' : '',
      cell(typeWords(column, registers)),
      cell(column.note ?? ''),
      cell(column.example),
      '',
    ]
      .join(' | ')
      .trim(),
  );
  return ['| 列名 | 也认的列名 | 必填 | 内容 | 说明 | 示例 |', '| --- | --- | --- | --- | --- | --- |', ...rows];
}

/** An example on one line of a table. */
const shownExample = (example: string) => cell(example.replaceAll('\n', '⏎').replaceAll('\r', '␍'));

const severityWords: Record<Severity, string> = { error: '错误，不能发布', warning: '警告', info: '信息' };

/** The rules of a log as its guide tells them; a rule whose words another says has none. */
function rulesList({ rules: all }: Log): string[] {
  const told = all.flatMap(({ words }) => (words === '' ? [] : [`- ${words}`]));
  return told.length === 0 ? [] : ['', '同一行还要相符：', '', ...told];
}

/** Which column is the first result and which the recheck, where the log tells them apart. */
const recheckList = ({ columns, roles }: Log): string[] =>
  roles.flatMap((role) =>
    role.role === 'recheck'
      ? [
          '',
          `复查：第一次的结果看 \`${role.first}\`（${columns[role.first]?.name}），复查的结果看 \`${role.again}\`（${columns[role.again]?.name}）；没有决定时以第一次为准。`,
        ]
      : [],
  );

/** Whose rows somebody else counts, and in which columns, where the log is such a count. */
const confirmationList = ({ columns, roles }: Log, logs: readonly Log[]): string[] =>
  roles.flatMap((role) => {
    if (role.role !== 'confirmation') return [];
    const confirmed = role.of.map((id) => `${logs.find((log) => log.id === id)?.name ?? ''} \`${id}\``.trim()).join('、');
    const count = `\`${role.rows}\`（${columns[role.rows]?.name}）`;
    const of = `\`${role.log}\`（${columns[role.log]?.name}）`;
    return ['', `核对：${count}写的是 ${of}所指台账本月的行数；核对的台账：${confirmed}。`];
  });

/** Rows that meet a condition, as it stands in the definitions. */
const meeting = (verb: string, conditions: Conditions | undefined): string =>
  conditions === undefined ? '' : `${verb} \`${cell(JSON.stringify(conditions))}\` 的`;

/** Which rows have an end to wait for, and in which columns, where the log has such rows. */
const carriedList = (log: Log): string[] =>
  caseTermsOf(log).flatMap(({ where, except, unfinished, opened, closed, progress }) => {
    const named = (field: string) => `\`${field}\`（${log.columns[field]?.name}）`;
    const rows = `${meeting('满足', where)}${meeting('不满足', except)}`;
    const which = rows === '' ? '每一行' : `${rows}行`;
    const open = unfinished === undefined ? '' : `，${meeting('满足', unfinished)}还没有办结`;
    const changing = progress.length === 0 ? '' : `；可以改写：${progress.map(named).join('、')}`;
    return ['', `结转：${which}，从 ${named(opened)}到 ${named(closed)}${open}${changing}。`];
  });

const introduction = [
  '# 数据目录说明',
  '',
  '<!-- 由 npm run dictionary 从 content/logs 和 content/registers 生成，请勿手改；npm test 会核对它是否最新。 -->',
  '',
  '每月一个文件夹 `data/<年-月>/`，每种台账一个 CSV，加一份交付清单 `delivery.csv`；名录在 `data/registers/`。',
  '文件用 UTF-8（含 BOM）或 GB18030 保存，第一行为表头；列名用中文，也认别的写法和英文别名（见各表）；列的顺序不限。',
  '交上来之前可运行 `npm run check`，一次列出全部问题及其文件、行、列和改法。',
  '',
  '- 没有文件也没有清单行：该台账当月**无数据**。清单写 0 行：**零报告**，表示没有发生。',
  '- 清单行数与文件行数不符，或流水号有缺：**数据不完整**，相关指标不作达标结论。',
  '- 上月末还没有办结的行写在本月文件的开头，叫**结转**：编号和已写的内容照抄，只补填空着的栏；还没有办结的照样再写，直到办结。清单的行数连结转的一起数；少一行，该台账就是数据不完整。`npm run month` 会先写好。',
  '- 空白不等于 0，也不等于合格；没有做的照该列的取值写明。',
  '- 只写岗位代码，不写姓名、电话和证件号码。',
];

/** The data dictionary: every file, column, vocabulary and problem code, from the definitions themselves. */
export function dictionary(logs: readonly Log[], registers: readonly Register[]): string {
  const inOrder = <T extends { readonly order: number }>(items: readonly T[]) => [...items].sort((a, b) => a.order - b.order);
  const ordered = inOrder(registers);
  const lines = [
    ...introduction,
    '',
    '## 交付清单 `delivery.csv`',
    '',
    ...columnsTable(slipGuide(logs, ordered), ordered),
    '',
    '## 台账',
    ...inOrder(logs).flatMap((log) => [
      '',
      `### ${log.name} \`${log.id}.csv\``,
      '',
      log.about,
      `同一行由${log.key.map((field) => log.columns[field]?.name ?? field).join('、')}唯一确定；按${log.columns[log.date]?.name ?? log.date}归入月份。`,
      '',
      ...columnsTable(log.columns, ordered),
      ...rulesList(log),
      ...recheckList(log),
      ...carriedList(log),
      ...confirmationList(log, logs),
    ]),
    '',
    '## 名录',
    ...ordered.flatMap((register) => [
      '',
      `### ${register.name} \`registers/${register.id}.csv\``,
      '',
      register.about,
      '',
      ...columnsTable(register.columns, ordered),
    ]),
    '',
    ...rules,
    '',
    ...sealingGuide,
    '',
    '## 问题代码',
    '',
    '| 代码 | 级别 | 含义 | 例子 | 怎么办 |',
    '| --- | --- | --- | --- | --- |',
    ...Object.entries(problemCodes).map(
      ([code, { severity, meaning, example, fix }]) =>
        `| \`${code}\` | ${severityWords[severity]} | ${meaning} | \`${shownExample(example)}\` | ${fix} |`,
    ),
    '',
  ];
  return lines.join('\n');
}
