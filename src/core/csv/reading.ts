import type { Month } from '../calendar/date.ts';
import type { ProblemCode } from '../problem/codes.ts';
import { withoutPrivate } from '../problem/privacy.ts';
import type { Value, Values } from './column.ts';

/** A cell that was read in another spelling than it was written in, or kept although it looks odd; `repair` names what was done. */
export class Repaired {
  readonly value: Value;
  readonly repair: string;
  readonly code: 'cell/repaired' | 'cell/kept';
  constructor(value: Value, repair: string, code: 'cell/repaired' | 'cell/kept' = 'cell/repaired') {
    this.value = value;
    this.repair = repair;
    this.code = code;
  }
}

/** A text, or what makes it when it is asked for: most of a million faults never are. */
type Sentence = string | (() => string);
const spoken = (sentence: Sentence): string => (typeof sentence === 'string' ? sentence : sentence());

/** A cell that has no single reading. */
export class Fault {
  readonly code: ProblemCode;
  private readonly what: Sentence;
  private readonly advice: Sentence;
  constructor(code: ProblemCode, message: Sentence, hint: Sentence) {
    this.code = code;
    this.what = message;
    this.advice = hint;
  }

  get message(): string {
    return spoken(this.what);
  }

  get hint(): string {
    return spoken(this.advice);
  }
}

/** Reads one raw cell, blank excluded. A plain value is the fast path of a cell already written as the template has it. */
export type CellReader = (raw: string) => Value | Repaired | Fault;

/** Resolves the text of a reference to the register's id, or says which entry is nearest. */
export interface Referents {
  readonly name: string;
  readonly byText: ReadonlyMap<string, string>;
  /** What the register says of an entry, by its id. */
  readonly byId: ReadonlyMap<string, Values>;
  /** Texts that name more than one entry, with the ids of those entries. */
  readonly ambiguous?: ReadonlyMap<string, readonly string[]>;
}

/** Why a sound row does not belong in the file that it stands in, with the column that says so. */
export interface Misplaced {
  readonly code: 'row/month' | 'row/future' | 'case/changed';
  readonly field: string;
  readonly message: string;
  readonly hint: string;
}

export interface ReadingContext {
  /** The month of the file, null in a register. */
  readonly month: Month | null;
  readonly referents: ReadonlyMap<string, Referents>;
  /** Asked of every row whose cells could be read, before the row's own rules. */
  readonly misplaced?: (values: Values) => readonly Misplaced[];
  /** Told of every row, whatever becomes of it. */
  readonly onRow?: (() => void) | undefined;
}

/** What cannot be seen: spaces, signs of no width or of direction, blanks of other scripts. */
const unseenSigns =
  /[\s\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2800\u3164\ufeff]+|\p{Variation_Selector}+/gu;

/** NFKC without spaces and invisible characters: for headers, dates, numbers, choices and ids; never for free text. */
export const normalise = (raw: string): string => raw.normalize('NFKC').replace(unseenSigns, '');

/** What spreadsheets make of long numbers; the digits behind are gone. */
export const scientific = /^[+-]?\d+(\.\d+)?E[+-]?\d+$/iu;

/** Digits with a space or line break between them: one number or two, nobody can tell. */
export const parted = /\d\s+\d/u;

/** A cell as a message quotes it: on one line, cut when it is long, and without the numbers of persons. */
export function quote(raw: string): string {
  // Masked before it is cut: half a number is one nobody would find again.
  const line = withoutPrivate(raw.slice(0, 200))
    .slice(0, 60)
    .replace(/\s*[\r\n]+\s*/gu, '⏎');
  return raw.length > 60 ? `“${line}…”（共 ${raw.length} 字）` : `“${line}”`;
}

/** Brackets and quotation marks around a word, and what closes a sentence. */
const wrapping = /^[([{<【《〈‹“"'‘「『/\\]+|[)\]}>】》〉›”"'’」』/\\。.!！、,，;；…~～*]+$/gu;

const nothing = /^(無|无|没有|沒有|暂无|暫無|空|空白|未发生|不适用|不涉及|N\/?A|n\.a|none|nil|null|nothing)$/iu;

/** Signs alone: no letter, digit or character of a word stands in it. */
const onlySigns = /^[^\p{L}\p{N}]+$/u;

/** Signs and words by which people say that there is nothing to fill in; `text` is normalised. */
export function saysNothing(text: string): boolean {
  const bare = text.replace(wrapping, '');
  return bare === '' || nothing.test(bare) || /^[-/—–―─‐‑‒ー_.·]+$/u.test(text);
}

const ofNothing =
  /^(本月|本周|当月|暂时?|目前|均|都|一切|全部)?(无|没有?|未|暂无|不)(有|发现|发生|见|出现|存在|涉及|需要?|例外)?(任何|特殊|特别|其他|明显)?(情况|异常|问题|隐患|例外|事项|原因)?$/u;
const allIsWell = /^(一切|均|都|全部|情况|按时|按期)?(正常|良好|合格|完好|达标|按时|按期|完成)$/u;
const oneWord = /^(否|是|0+(\.0+)?|零|〇|一|×|✕|✖|✗|✘|❌|√|✓|✔|x|no|ok|yes|免|略|未|没|待定|未填|没问题|没事)$/iu;

/** Words by which people say in a column for what is special that nothing is; elsewhere they may be an answer. `text` is normalised. */
export function saysNothingSpecial(text: string): boolean {
  const bare = text.replace(wrapping, '');
  return saysNothing(text) || onlySigns.test(text) || ofNothing.test(bare) || allIsWell.test(bare) || oneWord.test(bare);
}

/** Signs that compatibility forms turn into digits although nobody wrote them as such: ², ①, ½, Ⅷ. */
export const oddDigits = /[\p{No}\p{Nl}]/u;
