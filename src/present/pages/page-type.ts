import type { Paper } from '../paper/paper.ts';
import type { Inputs, Reads } from './inputs.ts';

/**
 * A kind of page: which pages there are, what each reads, and what it says. `Key` is what tells one from the others, in values
 * that JSON can hold. Those that declare their reads are given nothing else; those that do not are made on every build, and drawn
 * again when what they say has changed.
 */
export interface PageType<Key> {
  /** The pages of the kind, from all that was read. */
  readonly keys: (whole: Inputs) => readonly Key[];
  /** What stands for a page in its address. */
  readonly params: (key: Key) => Readonly<Record<string, string>>;
  /** What a page reads; null for everything. */
  readonly reads: ((key: Key) => Reads) | null;
  readonly paper: (inputs: Inputs, key: Key) => Paper;
  /** The page's values for machines, as JSON holds them; pages that carry none have no twin. */
  readonly twin?: (inputs: Inputs, key: Key) => unknown;
}

/** The key of a page of which there is one. */
export const single: readonly [Readonly<Record<string, never>>] = [{}];
