import type { ProblemCode } from './codes.ts';
import { type Problem, problem } from './problem.ts';

/** What is said of a fault, and what to do about it. */
export interface Words {
  readonly message: string;
  readonly hint: string;
}

/** One fault of one row, before it is known whether others are of the same kind. */
export interface RowFault {
  readonly code: ProblemCode;
  readonly line: number;
  readonly column: number | undefined;
  /** What every fault of the same words comes from, where that is known without asking for the words. */
  readonly source: object | null;
  /** Asked only for what will be told: most of a million faults never are. */
  tell(): Words;
}

/** How many different faults of one code in one column are told singly. */
const singly = 50;

/** How many lines of one cause are kept, for whoever wants to mark them; how many of them a message names. */
const kept = 1000;
const told = 10;

/** How many sources are remembered for one code in one column. */
const remembered = 1000;

interface Cause {
  readonly code: ProblemCode;
  readonly column: number | undefined;
  readonly words: Words;
  readonly lines: number[];
  count: number;
}

/** What was found of one code in one column. */
interface Kind {
  readonly byMessage: Map<string, Cause>;
  readonly bySource: Map<object, Cause>;
  /** Faults beyond those that are told singly. */
  rest: Cause | null;
}

/**
 * The faults of one file's rows, gathered by cause: what says the same of the same column is one problem with a count,
 * however many rows say it. A million wrong rows take no more memory than a few hundred.
 */
export class Causes {
  private readonly file: string;
  private readonly kinds = new Map<ProblemCode, Kind[]>();

  constructor(file: string) {
    this.file = file;
  }

  add(fault: RowFault): void {
    const kind = this.kindOf(fault);
    const known = fault.source === null ? undefined : kind.bySource.get(fault.source);
    const cause = known ?? kind.rest ?? this.causeOf(fault, kind);
    cause.count += 1;
    if (cause.lines.length < kept) cause.lines.push(fault.line);
    if (known === undefined && fault.source !== null && kind.bySource.size < remembered) kind.bySource.set(fault.source, cause);
  }

  private kindOf({ code, column = 0 }: RowFault): Kind {
    let columns = this.kinds.get(code);
    if (columns === undefined) {
      columns = [];
      this.kinds.set(code, columns);
    }
    let kind = columns[column];
    if (kind === undefined) {
      kind = { byMessage: new Map(), bySource: new Map(), rest: null };
      columns[column] = kind;
    }
    return kind;
  }

  /** The cause of the same words, a new one, or the rest when there are too many. */
  private causeOf({ code, column, tell }: RowFault, kind: Kind): Cause {
    const words = tell();
    const known = kind.byMessage.get(words.message);
    if (known !== undefined) return known;
    const cause = { code, column, words, lines: [], count: 0 };
    if (kind.byMessage.size < singly) kind.byMessage.set(words.message, cause);
    else kind.rest = cause;
    return cause;
  }

  /** One problem for each cause in the order of the file, with how many places it has; what is not told singly is one problem for each code and column. */
  problems(): Problem[] {
    const found = [...this.kinds.values()]
      .flat()
      .flatMap(({ byMessage, rest }) => [
        ...[...byMessage.values()].map((cause) => this.problemOf(cause, `${cause.words.message}${placesOf(cause)}`)),
        ...(rest === null ? [] : [this.problemOf(rest, `同类问题另有 ${rest.count} 处，未逐条列出`)]),
      ]);
    return found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  }

  private problemOf({ code, column, words, lines, count }: Cause, message: string): Problem {
    const place = { file: this.file, line: lines[0] ?? 1, ...(column === undefined ? {} : { column }) };
    const found = problem(code, place, message, words.hint);
    return count === 1 ? found : { ...found, count, lines };
  }
}

/** Where else a cause is found; nothing when it stands in one place. */
function placesOf({ lines, count }: Cause): string {
  if (count === 1) return '';
  return `（共 ${count} 处：第${lines.slice(0, told).join('、')}行${count > told ? '等' : ''}）`;
}
