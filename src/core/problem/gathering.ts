import type { Outcome, Problem } from './problem.ts';

/** Gathers the problems of several outcomes, however many there are: never as arguments of a call, of which an engine takes only so many. */
export class Gathering {
  private readonly lists: (readonly Problem[])[] = [];

  /** The outcome's value; its problems are kept. */
  take<T>({ value, problems }: Outcome<T>): T {
    this.add(problems);
    return value;
  }

  add(problems: readonly Problem[]): void {
    if (problems.length > 0) this.lists.push(problems);
  }

  /** All of them, in the order in which they came. */
  get problems(): readonly Problem[] {
    return this.lists.flat();
  }
}
