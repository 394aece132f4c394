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
  /** Texts that name more than one entry, with the ids of those entries. */
  readonly ambiguous?: ReadonlyMap<string, readonly string[]>;
}

/** Why a sound row does not belong in the file that it stands in, with the column that says so. */
export interface Misplaced {
  readonly code: 'row/month' | 'row/future';
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

/** NFKC without spaces and invisible characters: for headers, dates, numbers, choices and ids; never for free text. */
export const normalise = (raw: string): string => raw.normalize('NFKC').replace(/[\s\u180e\u200b-\u200d\u2060\ufeff]+/gu, '');

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

const nothing = /^[([【]?(\/+|-+|—+|–+|―+|─+|無|无|没有|暂无|空|未发生|不适用|N\/A|NA|none|nil)[)\]】]?[。.]?$/iu;

/** Signs and words by which people say that there is nothing to fill in; `text` is normalised. */
export const saysNothing = (text: string): boolean => nothing.test(text);

const nothingSpecial = /^[([【]?((无|没有|暂无)(特殊|其他|任何)?(情况|异常|问题)|正常|否|0|×|✕|✖|✗|✘)[)\]】]?[。.]?$/u;

/** Words by which people say in a column for what is special that nothing is; elsewhere they may be an answer. `text` is normalised. */
export const saysNothingSpecial = (text: string): boolean => saysNothing(text) || nothingSpecial.test(text);

/** Signs that compatibility forms turn into digits although nobody wrote them as such: ², ①, ½, Ⅷ. */
export const oddDigits = /[\p{No}\p{Nl}]/u;
