import type { Month } from '../calendar/date.ts';
import type { Result } from '../indicators/result.ts';

/** A value as frontmatter or a cell holds it. Null stands for nothing: a missing field, an empty cell. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A field of a document or a cell of a row that differs. `field` is a path such as `steps.3.text`, or a column's id. */
export interface FieldChange {
  readonly field: string;
  readonly before: Plain;
  readonly after: Plain;
}

interface EditFacts {
  /** Unique in a list, the same on every machine; a result names its causes by it. */
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** The file and line where it stands afterwards, or stood before it was removed. */
  readonly file: string;
  readonly line: number | null;
  /** What the thing is called. */
  readonly name: string;
  /** What differs; for something added or removed, all that it says. */
  readonly fields: readonly FieldChange[];
}

/** Something that a person changed. */
export type Edit = EditFacts &
  (
    | { readonly kind: 'target'; readonly indicator: string; readonly part: number; readonly from: string }
    /** An indicator without its targets; one that was added or removed comes with them. */
    | { readonly kind: 'indicator'; readonly indicator: string }
    | { readonly kind: 'clause'; readonly clause: string; readonly section: string }
    /** Any other document, or an entry of a document that lists entries with ids. `collection` is the folder or list. */
    | { readonly kind: 'document'; readonly collection: string; readonly document: string }
    | { readonly kind: 'blank'; readonly blank: string }
    | { readonly kind: 'contradiction'; readonly contradiction: string }
    /** An entry of a register. */
    | { readonly kind: 'entry'; readonly register: string }
    /** A line of a delivery slip. */
    | { readonly kind: 'delivery'; readonly month: Month; readonly log: string }
    | { readonly kind: 'row'; readonly month: Month; readonly log: string }
  );

/** A file that could be read in one of the states only: what changed in it is unknown. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly id: string;
  readonly file: string;
  readonly side: 'before' | 'after';
}

/** An indicator's month whose verdict, value or reasons differ. It follows from edits and is nobody's own act. */
export interface ResultChange {
  readonly kind: 'result';
  readonly id: string;
  readonly month: Month;
  /** Null where the indicator or the month did not exist. */
  readonly before: Result | null;
  readonly after: Result | null;
  /** Ids of the edits, or unreadable files, that this follows from. */
  readonly causes: readonly string[];
}

/** One difference between two states of content and data. */
export type Change = Edit | Unreadable | ResultChange;

export type ChangeKind = Change['kind'];

/** The order in which kinds are listed: what was decided, what was written, what was handed in, what follows. */
export const changeKinds: readonly ChangeKind[] = [
  'target',
  'indicator',
  'clause',
  'document',
  'blank',
  'contradiction',
  'entry',
  'delivery',
  'row',
  'unreadable',
  'result',
];
