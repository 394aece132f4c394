import type { SlipEntry } from '../../core/ledger/delivery.ts';
import type { Severity } from '../../core/problem/codes.ts';
import type { Problem } from '../../core/problem/problem.ts';

/** What the page asks of the worker. Files go over as they are; the worker reads them, so that the page never waits. */
export type Request =
  /** Where the site's terms lie. */
  | { readonly kind: 'start'; readonly terms: string }
  | { readonly kind: 'open'; readonly files: readonly { readonly id: number; readonly path: string; readonly file: Blob }[] }
  | { readonly kind: 'close'; readonly id: number }
  /** Checks the files given, each under the name that it gets in the month's folder. */
  | {
      readonly kind: 'check';
      readonly run: number;
      readonly month: string;
      readonly names: readonly (readonly [id: number, name: string])[];
    }
  | { readonly kind: 'rows'; readonly run: number; readonly file: string; readonly view: View }
  | { readonly kind: 'repaired'; readonly run: number; readonly file: string }
  | { readonly kind: 'slip'; readonly entries: readonly SlipEntry[] };

/** A part of a file's rows: from the row at `from`, or the part in which a line stands; all rows or those with problems. */
export interface View {
  readonly from: number;
  readonly line: number | null;
  readonly faulty: boolean;
}

/** What the worker answers. */
export type Answer =
  | { readonly kind: 'opened'; readonly files: readonly Opened[] }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly words: string }
  | { readonly kind: 'checked'; readonly run: number; readonly checked: Checked }
  | { readonly kind: 'rows'; readonly run: number; readonly page: RowPage }
  | { readonly kind: 'repaired'; readonly run: number; readonly file: string; readonly text: string | null }
  | { readonly kind: 'slip'; readonly text: string }
  | { readonly kind: 'failed'; readonly message: string };

export interface Opened {
  readonly id: number;
  readonly size: number;
  /** Names of the month's folder that fit, without `.csv`. */
  readonly tables: readonly string[];
  readonly month: string | null;
}

export interface CheckedFile {
  /** Its path in the data folder. */
  readonly file: string;
  /** Rows as the delivery slip counts them: blank ones and totals are none. */
  readonly rows: number;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly previewed: boolean;
}

export interface Checked {
  readonly month: string;
  readonly files: readonly CheckedFile[];
  /** Sorted and capped as on the command line. */
  readonly problems: readonly Problem[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** The whole list as the command line prints it. */
  readonly text: string;
}

export interface PreviewRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly Problem[];
}

export interface RowPage {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly PreviewRow[];
  readonly from: number;
  /** Rows in this view, over all its pages. */
  readonly total: number;
  readonly faulty: boolean;
  /** The line that was asked for. */
  readonly line: number | null;
}

/** Rows shown at a time. */
export const pageLength = 50;
