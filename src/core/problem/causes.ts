import type { ProblemCode } from './codes.ts';
import { type Problem, problem } from './problem.ts';

/** One fault of one row, before it is known whether others are of the same kind. */
export interface RowFault {
  readonly code: ProblemCode;
  readonly line: number;
  readonly column: number | undefined;
  readonly message: string;
  readonly hint: string;
}

/** How many different faults of one code in one column are told singly. */
const singly = 50;

/** How many lines of one cause are kept, for whoever wants to mark them; how many of them a message names. */
const kept = 1000;
const told = 10;

interface Cause {
  readonly fault: RowFault;
  readonly lines: number[];
  count: number;
}

/** What was found of one code in one column. */
interface Kind {
  readonly byMessage: Map<string, Cause>;
  /** Faults beyond those that are told singly. */
  readonly rest: Cause[];
}

/**
 * The faults of one file's rows, gathered by cause: what says the same of the same column is one problem with a count,
 * however many rows say it. A million wrong rows take no more memory than a few hundred.
 */
export class Causes {
  private readonly file: string;
  private readonly kinds = new Map<string, Kind>();

  constructor(file: string) {
    this.file = file;
  }

  add(fault: RowFault): void {
    const key = `${fault.code} ${fault.column ?? 0}`;
    let kind = this.kinds.get(key);
    if (kind === undefined) {
      kind = { byMessage: new Map(), rest: [] };
      this.kinds.set(key, kind);
    }
    const known = kind.byMessage.get(fault.message);
    if (known !== undefined) join(known, fault.line);
    else if (kind.byMessage.size < singly) kind.byMessage.set(fault.message, { fault, lines: [fault.line], count: 1 });
    else if (kind.rest[0] !== undefined) join(kind.rest[0], fault.line);
    else kind.rest.push({ fault, lines: [fault.line], count: 1 });
  }

  /** One problem for each cause, with how many places it has; what is not told singly is one problem for each code and column. */
  problems(): Problem[] {
    return [...this.kinds.values()].flatMap(({ byMessage, rest }) => [
      ...[...byMessage.values()].map((cause) => this.problemOf(cause, cause.fault.message)),
      ...rest.map((cause) => this.problemOf(cause, `同类问题另有 ${cause.count} 处，未逐条列出`)),
    ]);
  }

  private problemOf({ fault, lines, count }: Cause, message: string): Problem {
    const { code, line, column, hint } = fault;
    const place = { file: this.file, line, ...(column === undefined ? {} : { column }) };
    if (count === 1) return problem(code, place, message, hint);
    const where = lines.slice(0, told).join('、');
    const words = message === fault.message ? `${message}（共 ${count} 处：第${where}行${count > told ? '等' : ''}）` : message;
    return { ...problem(code, place, words, hint), count, lines };
  }
}

function join(cause: Cause, line: number): void {
  cause.count += 1;
  if (cause.lines.length < kept) cause.lines.push(line);
}
