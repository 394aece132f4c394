import { Causes, type Words } from '../problem/causes.ts';
import { withoutPrivate } from '../problem/privacy.ts';
import { type Problem, problem } from '../problem/problem.ts';
import type { Column } from './column.ts';
import { headingOf, isBlank, longestHeading, type Naming, named } from './naming.ts';
import { lookAlike } from './nearest.ts';
import { normalise } from './reading.ts';
import type { Row } from './sheet.ts';
import type { Table } from './table.ts';

const strangeDelimiters: readonly (readonly [sign: string, name: string])[] = [
  ['，', '中文逗号“，”'],
  ['、', '顿号“、”'],
  ['；', '中文分号“；”'],
  ['|', '竖线“|”'],
  ['｜', '全角竖线“｜”'],
  [' ', '空格'],
];

/** What is said of a file in which no row is a header. */
export function noHeader(first: Row | undefined, table: Table, file: string, naming: Naming): Problem {
  const line = first?.line ?? 1;
  const cells = first?.cells ?? [];
  const strange = strangeDelimiters.find(([sign]) => named(cells.join(',').split(sign), naming) > 1);
  if (strange !== undefined) {
    const message = `整行没有分成列：列与列之间用了${strange[1]}`;
    return problem('header/delimiter', { file, line }, message, '请用表格软件导出 CSV（英文逗号分隔），不要手工拼接');
  }
  const shown = cells.slice(0, 3).join('、');
  const names = Object.values(table.columns).map(({ name }) => name);
  const message = normalise(shown) === '' ? '文件没有表头' : `第${line}行“${shownHeading(shown)}”不是表头`;
  return problem('header/missing', { file, line }, message, `请使用模板的表头，放在第1行：${names.join('、')}`);
}

/** Words in brackets behind a name that are no unit. */
const remarks = /^(|必填|选填|可选|可不填|没有不填|整数|数字|填数字)$/u;

/** How many unknown headings are told at their columns. */
const toldSingly = 50;

/** A header row as it was read. */
export interface HeaderRow {
  readonly row: Row;
  readonly fields: readonly (string | null)[];
  /** The columns that no cell names. */
  readonly missing: Fields;
  readonly table: Table;
  readonly file: string;
}

/** A heading as a message shows it: cut, and without the numbers of persons. */
export const shownHeading = (text: string): string =>
  `${withoutPrivate(text.trim().slice(0, 200)).slice(0, 60)}${text.length > 60 ? '…' : ''}`;

/** What is wrong with, or was repaired in, the names over the columns. */
export function headingProblems({ row, fields, missing, table, file }: HeaderRow): Problem[] {
  const firstAt = new Map<string, number>();
  const unknown = new Causes(file);
  let strangers = 0;
  const problems = row.cells.flatMap((cell, position): Problem[] => {
    const field = fields[position];
    const place = { file, line: row.line, column: position + 1 };
    if (isBlank(cell)) return [];
    const column = table.columns[field ?? ''];
    if (field === null || field === undefined || column === undefined) {
      const words = unknownWords(cell, missing);
      if (words === null) return [];
      strangers += 1;
      // Each at its column, as long as somebody could look at all of them.
      const at = strangers <= toldSingly ? position + 1 : undefined;
      unknown.add({ code: 'header/unknown', line: row.line, column: at, source: null, tell: () => words });
      return [];
    }
    const first = firstAt.get(field);
    if (first !== undefined) {
      const message = `第${first + 1}列与第${position + 1}列都是“${column.name}”`;
      return [problem('header/duplicate', place, message, '请改名或删去一列')];
    }
    firstAt.set(field, position);
    const fault = unitFault(headingOf(cell).bracketed, column);
    if (fault !== null) return [problem('header/unit', place, fault, `请按“${column.name}”的要求换算后填写，并改正表头`)];
    if (cell === column.name || cell === field) return [];
    return [problem('header/repaired', place, `表头“${shownHeading(cell)}”按“${column.name}”读取`)];
  });
  return [...problems, ...unknown.problems()];
}

function unitFault(bracketed: string, column: Column): string | null {
  if (column.type !== 'integer' && column.type !== 'decimal') return null;
  if (remarks.test(bracketed) || bracketed === normalise(column.unit)) return null;
  const wanted = column.unit === '' ? '没有单位' : `为“${column.unit}”`;
  return `表头“${column.name}”的单位写了“${bracketed}”，要求的${wanted}，系统不换算`;
}

/** Columns by field. */
type Fields = readonly (readonly [string, Column])[];

/** The missing column that a heading seems to mean; one that is there cannot be meant. */
function meant(cell: string, missing: Fields): readonly [string, Column] | null {
  if (cell.length > longestHeading) return null;
  const near = lookAlike(
    normalise(cell),
    missing.map(([, { name }]) => name),
  );
  return missing.find(([, { name }]) => name === near) ?? null;
}

/** What is said of a heading that no name of the table names; null where the column that it seems to mean is told as missing. */
function unknownWords(cell: string, missing: Fields): Words | null {
  const message = `多出未知列“${shownHeading(cell)}”，已忽略，不影响计算`;
  const [, column] = meant(cell, missing) ?? [];
  if (column === undefined) return { message, hint: '若不需要请删去这一列' };
  return isMissed(column) ? null : { message, hint: `是否应为“${column.name}”？` };
}

/** Whether a file cannot be read without the column: a cell of it must be filled, or a measure, a rule or a report reads it. */
const isMissed = ({ required, use }: Column): boolean => required || use !== undefined;

/** What cannot be told without an optional column. */
function neededBy({ required, use }: Column): string {
  const [first, ...more] = use?.indicators ?? [];
  if (first === undefined) return required ? '' : '，台账的核对或报告要用到它';
  const names = [first, ...more.slice(0, 2)].map((name) => `“${name}”`).join('');
  return `，指标${names}${more.length > 2 ? `等 ${more.length + 1} 项` : ''}要用到它`;
}

/** A month's days written across, as paper forms have them, are told as such; otherwise each column that is missing. */
export function missingProblems({ row, fields, missing: all, file }: HeaderRow): Problem[] {
  const place = { file, line: row.line };
  const missing = all.filter(([, column]) => isMissed(column));
  if (missing.length === 0) return [];
  const days = row.cells.filter((cell) => /^\d{1,2}[日号]?$/u.test(normalise(cell))).length;
  if (missing.some(([, { required }]) => required) && days >= 7) {
    return [
      problem('header/missing', place, '这是按日期横排的表，缺少必填的列', '请改用模板，一次一行，日期写在“日期”一类的列里'),
    ];
  }
  const unknown = row.cells.flatMap((cell, position) => {
    const [field] = fields[position] === null && !isBlank(cell) ? (meant(cell, all) ?? []) : [];
    return field === undefined ? [] : [{ cell: shownHeading(cell), field, column: position + 1 }];
  });
  return missing.map(([field, column]) => {
    const like = unknown.find((each) => each.field === field);
    const message = `缺少${column.required ? '必填' : '选填'}列“${column.name}”${neededBy(column)}`;
    if (like === undefined) return problem('header/missing', place, message, '请按模板补上这一列并逐行填写，没有内容的留空');
    const hint = `第${like.column}列“${like.cell}”是否应为“${column.name}”？请把表头改正`;
    return problem('header/missing', { ...place, column: like.column }, message, hint);
  });
}
