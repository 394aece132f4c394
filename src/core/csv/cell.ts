import { mayBePrivate, privateIn } from '../problem/privacy.ts';
import { type Column, choices, type Value } from './column.ts';
import { nearest } from './nearest.ts';
import { readNumber } from './number.ts';
import { longest, once } from './once.ts';
import {
  type CellReader,
  Fault,
  normalise,
  oddDigits,
  quote,
  type ReadingContext,
  type Referents,
  Repaired,
  saysNothing,
  saysNothingSpecial,
  scientific,
} from './reading.ts';
import { readDate, readMoment } from './time.ts';

/** What no column takes, whatever its type: told by the first sign, so that sound cells pay next to nothing. */
const suspicious = /^\s*[#同〃″"]/u;
const excelError = /^(#{3,}|#(REF|VALUE|N\/A|DIV\/0|NAME|NUM|NULL|SPILL)[!?]?)/u;
const ditto = /^(同上|同前|同左|〃|″|"|'')$/u;

function spoiled(raw: string): Fault | null {
  if (!suspicious.test(raw)) return null;
  const text = raw.trim();
  if (excelError.test(text)) {
    const message = `${quote(raw)}是表格软件的导出错误，内容没有写进文件`;
    return new Fault('cell/text', message, '请拉宽列或修正公式后重新导出，并核对这一格');
  }
  return ditto.test(text) ? new Fault('cell/text', `写了${quote(text)}`, '请写出具体内容') : null;
}

/** The reader of a column, compiled once per file. */
export function cellReader(column: Column, context: ReadingContext): CellReader {
  const typed = typedReader(column, context);
  const read: CellReader = (raw) => {
    const value = spoiled(raw) ?? (raw.length > longest && column.type !== 'text' ? tooLong(raw, column) : typed(raw));
    if (!(value instanceof Fault) || column.required || isNumber(column) || raw.length > longest) return value;
    return saysNothing(normalise(raw)) ? new Repaired(null, saidNothing) : value;
  };
  if (column.type === 'text') return textReader(column, read);
  return column.type === 'id' || column.type === 'moment' ? read : once(read);
}

/** What is said of a cell that says that there is nothing. */
const saidNothing = '表示没有的写法（按空读取）';

/** The longest word for nothing, in a column whose filling has consequences. */
const longestWord = 10;

/** Most texts need no look: long Chinese sentences without numbers. Where filling has consequences, short ones do. */
function textReader(column: TextColumn, read: CellReader): CellReader {
  if (column.use?.decides !== true || column.required) return (raw) => (isPlain(raw) && !mayBePrivate(raw) ? raw : read(raw));
  return (raw) => (raw.length > longestWord && isPlain(raw) && !mayBePrivate(raw) ? raw : read(raw));
}

type TextColumn = Extract<Column, { type: 'text' }>;

const tooLong = (raw: string, column: Column) => new Fault(codeOf(column), `${quote(raw)}过长`, '请核对这一格，引号可能没有成对');

const isNumber = ({ type }: Column) => type === 'integer' || type === 'decimal';

function codeOf(column: Column): Fault['code'] {
  switch (column.type) {
    case 'date':
    case 'moment':
      return 'cell/date';
    case 'integer':
    case 'decimal':
      return 'cell/number';
    case 'choice':
      return 'cell/vocabulary';
    case 'id':
      return 'cell/id';
    case 'reference':
      return 'reference/unknown';
    case 'text':
      return 'cell/text';
  }
}

function typedReader(column: Column, context: ReadingContext): CellReader {
  switch (column.type) {
    case 'date':
      return (raw) => readDate(raw, context.month);
    case 'moment':
      return (raw) => readMoment(raw, context.month);
    case 'integer':
    case 'decimal':
      return (raw) => readNumber(raw, column);
    case 'choice':
      return choiceReader(column);
    case 'text':
      return (raw) => readText(raw, column);
    case 'id':
      return idReader(column);
    case 'reference':
      return referenceReader(column, context);
  }
}

/** Signs that mean one thing in one office and another in the next. */
const ambiguousSign = /^([○〇◯Oo△▲?]|一般)$/u;

type ChoiceColumn = Extract<Column, { type: 'choice' }>;

const choiceReaders = new WeakMap<ChoiceColumn, CellReader>();

/** The reader of a choice column, made once: it is the same for every file. */
function choiceReader(column: ChoiceColumn): CellReader {
  const reader = choiceReaders.get(column) ?? newChoiceReader(column);
  choiceReaders.set(column, reader);
  return reader;
}

function newChoiceReader(column: ChoiceColumn): CellReader {
  const words = choices(column);
  const exact = new Map(words.map((word) => [word, word]));
  const aliases = new Map(
    words.flatMap((word) => [word, ...(column.values[word] ?? [])].map((alias) => [normalise(alias), word])),
  );
  const hint = `请填 ${words.join('、')} 之一`;
  return (raw) => {
    const value = exact.get(raw);
    if (value !== undefined) return value;
    const text = normalise(raw);
    const alias = aliases.get(text);
    if (alias !== undefined) return new Repaired(alias, '同义写法');
    if (ambiguousSign.test(text)) return new Fault('cell/vocabulary', `${quote(raw)}含义不唯一，各处用法不同`, hint);
    return new Fault('cell/vocabulary', `${quote(raw)}不是允许的取值`, hint);
  };
}

/** Leading zeros of every group of digits away: 7 and 007 are alike. */
const withoutZeros = (text: string) => text.replace(/(^|\D)0+(?=\d)/gu, '$1');

/** What a register offers instead of a text that it does not hold. */
function suggestion(text: string, { name, byText, ambiguous }: Referents): string {
  const known = [...byText.keys(), ...(ambiguous?.keys() ?? [])];
  const zeros = known.find((candidate) => withoutZeros(candidate) === withoutZeros(text));
  const near = zeros ?? nearest(text, known);
  if (near === null) return `请按${name}名录填写，或先在名录中新增`;
  const ids = ambiguous?.get(near) ?? [byText.get(near) ?? near];
  const which =
    ids.length > 1
      ? `（有 ${ids.slice(0, 3).join('、')}${ids.length > 3 ? ' 等' : ''}，请写编号）`
      : ids[0] === near
        ? ''
        : `（${ids[0]}）`;
  if (zeros !== undefined) return `是否为“${near}”${which}？前面的 0 可能被 Excel 去掉了，请把该列设为“文本”`;
  return `最接近“${near}”${which}；请改正，或先在${name}名录中新增`;
}

/** A register that could not be read is reported once, by itself; what refers to it is then taken as it is written. */
function referenceReader(column: Extract<Column, { type: 'reference' }>, context: ReadingContext): CellReader {
  const referents = context.referents.get(column.register);
  if (referents === undefined) return (raw) => (normalise(raw) === raw ? raw : new Repaired(normalise(raw), '空格与全角'));
  const { name: register, byText, ambiguous } = referents;
  return (raw) => {
    const id = byText.get(raw);
    if (id !== undefined) return id;
    const text = oddDigits.test(raw) ? raw : normalise(raw).replace(/^'/u, '');
    const loose = byText.get(text);
    if (loose !== undefined) return new Repaired(loose, '空格、全角与引号');
    if (scientific.test(text)) return destroyedId(raw);
    const ids = ambiguous?.get(text);
    if (ids !== undefined) {
      const message = `${quote(raw)}在${register}名录中不止一处（${ids.slice(0, 3).join('、')}${ids.length > 3 ? ' 等' : ''}）`;
      return new Fault('reference/unknown', message, '请写编号');
    }
    const message = () => `${quote(raw)}不在${register}名录中`;
    return new Fault('reference/unknown', message, () => suggestion(text, referents));
  };
}

const destroyedId = (raw: string) =>
  new Fault('cell/id', `编号${quote(raw)}已被 Excel 改成科学计数法，原数字已丢失`, '请把该列设为“文本”后重新录入');

function idReader(column: Extract<Column, { type: 'id' }>): CellReader {
  return (raw) => {
    if (column.pattern.test(raw)) return raw;
    const text = oddDigits.test(raw) ? raw : normalise(raw).replace(/^'/u, '');
    if (column.pattern.test(text)) return new Repaired(text, '空格、全角与引号');
    if (scientific.test(text)) return destroyedId(raw);
    const meant = [1, 2, 3, 4]
      .map((digits) => text.toUpperCase().replace(/\d+$/u, (number) => number.padStart(digits, '0')))
      .find((candidate) => column.pattern.test(candidate));
    const hint = meant === undefined ? `编号形如 ${column.shape}` : `是否应为“${meant}”？编号形如 ${column.shape}`;
    return new Fault('cell/id', `编号${quote(raw)}不符合格式`, hint);
  };
}

const unseen = /[\s\u180e\u200b-\u200d\u2060\ufeff]/u;

/** The text without what cannot be seen at its ends. */
function trimmed(raw: string): string {
  let [start, end] = [0, raw.length];
  while (start < end && unseen.test(raw.charAt(start))) start += 1;
  while (end > start && unseen.test(raw.charAt(end - 1))) end -= 1;
  return start === 0 && end === raw.length ? raw : raw.slice(start, end);
}

/** How a word begins that may say that there is nothing, or nothing but what stands above. */
const wordForNothing = /^[无無没沒暂暫空未不同]/u;

/** How a text begins that may be a sign for nothing or a destroyed number. */
const doubtful = /^[^\p{Script=Han}A-MO-Za-mo-z]|^[无無没沒暂暫空未不Nn]/u;

const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;

/** Chinese from the first character to the last, on one line, with none of the words that say nothing: nothing about it needs a look. */
function isPlain(raw: string): boolean {
  const [first, last] = [raw.charCodeAt(0), raw.charCodeAt(raw.length - 1)];
  return isHan(first) && isHan(last) && !wordForNothing.test(raw) && !raw.includes('\n');
}

/** Text stays as it is written but for what cannot be seen at its ends; what a spreadsheet might take for a formula is kept and told. */
function readText(raw: string, { required, use }: TextColumn): Value | Repaired | Fault {
  const [found] = privateIn(raw);
  if (found !== undefined) {
    return new Fault(
      'cell/private',
      `写有${found.kind}（${found.masked}），个人信息不能公布`,
      '请删去号码或地址；需要找到人的写岗位代码',
    );
  }
  const text = trimmed(raw);
  const optional = use?.decides === true && !required && text.length <= longestWord + 2;
  if (optional && saysNothingSpecial(normalise(text))) return new Repaired(null, saidNothing);
  if (text.length <= longest && doubtful.test(text)) {
    const bare = normalise(text);
    if (scientific.test(bare)) {
      return new Fault('cell/text', `${quote(raw)}已被表格软件改成科学计数法，原内容已丢失`, '请把该列设为“文本”后重新录入');
    }
    if (saysNothing(bare)) {
      if (!required) return new Repaired(null, saidNothing);
      if (!/\p{Script=Han}/u.test(bare)) return new Fault('cell/required', `只写了${quote(raw)}，等于没有填`, '请写出具体内容');
    }
  }
  if (/^[=+\-@]/u.test(text)) return new Repaired(text, '像公式的内容', 'cell/kept');
  if (/^'[=+\-@]/u.test(text)) return new Repaired(text.slice(1), '像公式的内容（去掉防公式的单引号）', 'cell/kept');
  if (text.includes('\n')) return new Repaired(text, '换行', 'cell/kept');
  return text === raw ? text : new Repaired(text, '首尾空白');
}
