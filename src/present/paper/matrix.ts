import type { Basis } from '../../core/indicators/basis.ts';
import type { Verdict } from '../../core/indicators/verdict.ts';
import type { Destination } from '../../core/reports/destination.ts';

/** A verdict in a matrix, with the page that proves it and what it is of. */
export interface MatrixCell {
  readonly verdict: Verdict;
  /** On which basis its target stands; null where none is in force. */
  readonly basis: Basis | null;
  readonly to: Destination;
  readonly title: string;
}

/** A column of a matrix: a month, or a location. */
export interface MatrixColumn {
  readonly id: string;
  readonly label: string;
  /** What neighbouring columns have in common: the year, the kind of location. */
  readonly group: string;
  readonly to: Destination;
}

export interface MatrixRow {
  readonly label: string;
  readonly to: Destination;
  /** The basis on which its cells stand where they say nothing else. */
  readonly basis: Basis | null;
  /** By which rows are narrowed down. */
  readonly group: string;
  /** One for each column; null where the column says nothing of the row. */
  readonly cells: readonly (MatrixCell | null)[];
}

/** By what a reader narrows the matrices of a page down. */
export interface FiltersBlock {
  readonly kind: 'filters';
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly string[];
  /** In how many of the first columns a verdict may be looked for. */
  readonly spans: readonly { readonly label: string; readonly count: number }[];
  /** How many rows there are in all. */
  readonly rows: number;
}

/** Verdicts of indicators side by side. */
export interface MatrixBlock {
  readonly kind: 'matrix';
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
}
