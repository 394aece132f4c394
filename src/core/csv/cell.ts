import { civilDate, type Month, monthOf } from '../calendar/date.ts';
import type { ProblemCode } from '../problem/codes.ts';
import { type Column, choices, type Value } from './column.ts';
import { nearest } from './nearest.ts';

/** A cell that was read after a lossless repair; `repair` names what was done. */
export class Repaired {
  readonly value: Value;
  readonly repair: string;
  constructor(value: Value, repair: string) {
    this.value = value;
    this.repair = repair;
  }
}

/** A cell that has no single reading. */
export class Fault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  constructor(code: ProblemCode, message: string, hint: string) {
    this.code = code;
    this.message = message;
    this.hint = hint;
  }
}

/** Reads one raw cell, blank excluded. A plain value is the fast path of a cell already written as the template has it. */
export type CellReader = (raw: string) => Value | Repaired | Fault;

/** Resolves the text of a reference to the register's id, or says which entry is nearest. */
export interface Referents {
  readonly name: string;
  readonly byText: ReadonlyMap<string, string>;
}

export interface ReadingContext {
  /** The month of the file, null in a register. */
  readonly month: Month | null;
  readonly referents: ReadonlyMap<string, Referents>;
}

/** NFKC without spaces and invisible characters: for headers, dates, numbers, choices and ids; never for free text. */
export const normalise = (raw: string): string => raw.normalize('NFKC').replace(/[\s\u200b-\u200d\u2060\ufeff]+/gu, '');

/** Digits with a space or line break between them: one number or two, nobody can tell. */
const parted = /\d\s+\d/u;

const excelError = /^(#{3,}|#(REF|VALUE|N\/A|DIV\/0|NAME|NUM|NULL)[!?]?)/u;
const exportFault = (raw: string) =>
  new Fault('cell/text', `“${raw}”是表格软件的导出错误，内容没有写进文件`, '请拉宽列或修正公式后重新导出，并核对这一格');

const isoDate = /^\d{4}-\d{2}-\d{2}$/u;
const dateForms = [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u, /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u, /^(\d{4})(\d{2})(\d{2})$/u];
const dateHint = '请写成 2026-01-05 这样的日期';
/** What a spreadsheet adds to a date that it formats as date and time. */
const midnight = /[\sT]+0?0:00(?::00)?$/u;

function readDate(raw: string): Value | Repaired | Fault {
  return isoDate.test(raw) ? readDay(raw, raw) : readDay(raw.normalize('NFKC').trim().replace(midnight, ''), raw);
}

/** The date that a text without a time names; `raw` is the cell as a message quotes it. */
function readDay(written: string, raw: string): Value | Repaired | Fault {
  const text = isoDate.test(written) ? written : normalise(written);
  const parts = parted.test(written) ? undefined : dateForms.map((form) => form.exec(text)).find((match) => match !== null);
  if (parts === undefined || parts === null) return new Fault('cell/date', `日期“${raw}”不能唯一确定`, dateHint);
  const [year = 0, month = 0, day = 0] = parts.slice(1, 4).map(Number);
  const date = civilDate(year, month, day);
  if (date === null) return new Fault('cell/date', `日期“${raw}”不存在：${month}月没有${day}日`, dateHint);
  return date === raw ? date : new Repaired(date, '日期写法');
}

const isoMoment = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})$/u;
const momentForm = /^(.+?)[\sT]+(\d{1,2})[:：](\d{2})(?:[:：]00)?$/u;
const momentHint = '请写成 2026-01-05 08:05（24 小时制）';

/** The minute of a cell written as the template has it, null for any other writing. */
function plainMoment(raw: string): string | null {
  const parts = isoMoment.exec(raw);
  if (parts === null) return null;
  const [, year, month, day, hour, minute] = parts;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  const date = civilDate(Number(year), Number(month), Number(day));
  return date === null ? null : `${date}T${hour}:${minute}`;
}

function readMoment(raw: string): Value | Repaired | Fault {
  const plain = plainMoment(raw);
  if (plain !== null) return plain;
  const text = raw.normalize('NFKC').trim();
  const parts = momentForm.exec(text);
  if (parts === null) return new Fault('cell/date', `时间“${raw}”不能唯一确定`, momentHint);
  const [, dateText = '', hourText = '', minuteText = ''] = parts;
  const date = readDay(dateText, dateText);
  if (date instanceof Fault) return new Fault('cell/date', `时间“${raw}”中的${date.message}`, momentHint);
  if (Number(hourText) > 23 || Number(minuteText) > 59) {
    return new Fault('cell/date', `时间“${raw}”不存在`, Number(hourText) === 24 ? '24:00 请写为次日 00:00' : momentHint);
  }
  const value = `${date instanceof Repaired ? date.value : date}T${hourText.padStart(2, '0')}:${minuteText}`;
  return isoMoment.test(raw) ? value : new Repaired(value, '时间写法');
}

type NumberColumn = Extract<Column, { type: 'integer' | 'decimal' }>;
const plainNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/u;
const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/u;

function readNumber(raw: string, column: NumberColumn): Value | Repaired | Fault {
  const places = column.type === 'decimal' ? column.places : 0;
  const hint =
    places === 0 ? `请填整数，单位${column.unit}，不带单位和文字` : `请填数字（至多 ${places} 位小数），单位${column.unit}`;
  const compact = plainNumber.test(raw) ? raw : normalise(raw);
  const unit = normalise(column.unit);
  const bare = unit !== '' && compact.endsWith(unit) ? compact.slice(0, -unit.length) : compact;
  const text = grouped.test(bare) ? bare.replaceAll(',', '') : bare;
  if (!plainNumber.test(text) || parted.test(raw.normalize('NFKC')))
    return new Fault('cell/number', `“${raw}”不是确定的数字`, hint);
  if ((text.split('.')[1]?.length ?? 0) > places) return new Fault('cell/number', `“${raw}”小数位过多`, hint);
  const value = Number(text) + 0;
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER / 10 ** places) {
    return new Fault('cell/range', `“${raw}”数字过大，无法准确保存`, '请核对后填写实际数');
  }
  if ((column.min !== undefined && value < column.min) || (column.max !== undefined && value > column.max)) {
    const range = `${column.min ?? '不限'} 至 ${column.max ?? '不限'}`;
    return new Fault('cell/range', `“${raw}”超出范围（${range}${column.unit}）`, '请核对后填写实际数');
  }
  return text === raw ? value : new Repaired(value, '数字写法');
}

function choiceReader(column: Extract<Column, { type: 'choice' }>): CellReader {
  const words = choices(column);
  const exact = new Map(words.map((word) => [word, word]));
  const aliases = new Map(
    words.flatMap((word) => [word, ...(column.values[word] ?? [])].map((alias) => [normalise(alias), word])),
  );
  return (raw) => {
    const value = exact.get(raw);
    if (value !== undefined) return value;
    const alias = aliases.get(normalise(raw));
    if (alias !== undefined) return new Repaired(alias, '同义写法');
    return new Fault('cell/vocabulary', `“${raw}”不是允许的取值`, `请填 ${words.join('、')} 之一`);
  };
}

/** A register that could not be read is reported once, by itself; what refers to it is then taken as it is written. */
function referenceReader(column: Extract<Column, { type: 'reference' }>, context: ReadingContext): CellReader {
  const referents = context.referents.get(column.register);
  if (referents === undefined) return normalise;
  const { name: register, byText } = referents;
  return (raw) => {
    const id = byText.get(raw);
    if (id !== undefined) return id;
    const loose = byText.get(normalise(raw));
    if (loose !== undefined) return new Repaired(loose, '空格与全角');
    const near = nearest(normalise(raw), [...byText.keys()]);
    return new Fault(
      'reference/unknown',
      `“${raw}”不在${register}名录中`,
      near === null ? `请按${register}名录填写，或先在名录中新增` : `最接近“${near}”；请改正，或先在${register}名录中新增`,
    );
  };
}

function idReader(column: Extract<Column, { type: 'id' }>): CellReader {
  return (raw) => {
    if (column.pattern.test(raw)) return raw;
    const text = normalise(raw).replace(/^'/u, '');
    if (column.pattern.test(text)) return new Repaired(text, '空格、全角与引号');
    if (/^\d(\.\d+)?E\+\d+$/iu.test(text)) {
      return new Fault('cell/id', `编号“${raw}”已被 Excel 改成科学计数法，原数字已丢失`, '请把该列设为“文本”后重新录入');
    }
    return new Fault('cell/id', `编号“${raw}”不符合格式`, `编号形如 ${column.shape}`);
  };
}

function readText(raw: string): Value | Repaired | Fault {
  const text = raw.trim();
  if (/^(同上|〃|″)$/u.test(text)) return new Fault('cell/text', `写了“${text}”`, '请写出具体内容');
  return text;
}

/** How many different cells of a column are remembered; columns of dates, words and references repeat a few. */
const remembered = 4096;

/** Reads each different cell once: most of a log's columns say the same few things again and again. */
function once(read: CellReader): CellReader {
  const known = new Map<string, ReturnType<CellReader>>();
  return (raw) => {
    const answer = known.get(raw);
    if (answer !== undefined) return answer;
    const made = read(raw);
    if (known.size < remembered) known.set(raw, made);
    return made;
  };
}

/** The reader of a column, compiled once per file. */
export function cellReader(column: Column, context: ReadingContext): CellReader {
  const typed = typedReader(column, context);
  const read: CellReader = (raw) => (raw.includes('#') && excelError.test(raw.trimStart()) ? exportFault(raw) : typed(raw));
  return column.type === 'id' || column.type === 'moment' ? read : once(read);
}

function typedReader(column: Column, context: ReadingContext): CellReader {
  switch (column.type) {
    case 'date':
      return readDate;
    case 'moment':
      return readMoment;
    case 'integer':
    case 'decimal':
      return (raw) => readNumber(raw, column);
    case 'choice':
      return choiceReader(column);
    case 'text':
      return readText;
    case 'id':
      return idReader(column);
    case 'reference':
      return referenceReader(column, context);
  }
}

/** Whether a date or minute lies in the file's month. */
export const inMonth = (value: string, month: Month): boolean => monthOf(value) === month;
