import type { Verdict } from '../../core/indicators/verdict.ts';
import type { RoleName } from '../../core/logs/role.ts';
import type { Destination } from '../../core/reports/destination.ts';
import type { ChartSpec } from '../chart/spec.ts';
import { verdictWords } from '../verdict.ts';
import type { Making } from './making.ts';

/**
 * A run of words. Our own sentences are `text` and hold no digit: every numeral of a report is a `value` bound to an id of
 * the report's machine twin, a `time` (a date or period), or part of a `quote`: words that stand in content or in a row, or
 * that the reading of a file put down (how it differs from its slip).
 */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly to?: Destination }
  | { readonly kind: 'quote'; readonly text: string; readonly to?: Destination }
  | { readonly kind: 'time'; readonly text: string; readonly to?: Destination }
  | { readonly kind: 'value'; readonly text: string; readonly id: string; readonly to?: Destination }
  | { readonly kind: 'verdict'; readonly verdict: Verdict; readonly compact: boolean; readonly to?: Destination };

export type Pieces = readonly Piece[];

export interface Column {
  readonly label: string;
  /** Numbers stand at the end, so that digits line up. */
  readonly align: 'start' | 'end';
  /** Share of the width on paper, relative to the table's other columns: about the number of characters in a usual cell. */
  readonly weight: number;
  /** Characters that paper keeps on one line, whatever else must wrap: a word that is read as one. */
  readonly least?: number;
}

export interface Row {
  /** One for each column; the first names the row. */
  readonly cells: readonly Pieces[];
  /** `missed` and `unknown` need the reader's eye; `part` belongs to the row above; `total` closes the table. */
  readonly look?: 'missed' | 'unknown' | 'part' | 'total';
  /** An anchor, for rows that something points at. */
  readonly id?: string;
}

export interface Table {
  readonly kind: 'table';
  /** By which a special report places it: `indicators`, `findings`, `deliveries`. */
  readonly id: string;
  readonly caption: Pieces;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Short tables that say nothing when cut: never split over two sheets. */
  readonly keepTogether: boolean;
}

/** One place to sign: who, and whether a seal belongs there. */
export interface Signature {
  readonly label: string;
  readonly seal: boolean;
  /** What is known beforehand, such as the post that prepared the report. */
  readonly filled?: Pieces;
}

/** A chart, whose table stands beside it unless a table of the report says the same. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly spec: ChartSpec;
  /** Where the figures of its finding are proved; without it the chart's own table leads there. */
  readonly proof?: Destination;
  /** The id of the report's table that says all that the picture shows: it stands above, so paper needs no second one. */
  readonly beside?: string;
}

/**
 * What a report is made of, as plain data: the page, the A4 sheets and the machine twin all come from the same list, so
 * that none of them can say something else.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly pieces: Pieces }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Pieces[] }
  /** How many of each verdict, large. */
  | { readonly kind: 'counts'; readonly items: readonly { readonly verdict: Verdict; readonly count: Piece }[] }
  | Table
  | ChartBlock
  /** A remark on how to read what stands above: a rule, a reservation. */
  | { readonly kind: 'note'; readonly pieces: Pieces }
  /** Never alone on a sheet: it carries the conclusion that is signed. */
  | { readonly kind: 'signoff'; readonly conclusion: Pieces; readonly signatures: readonly Signature[] };

/** A whole report. */
export interface ReportPaper {
  /** `2026-09`, `2026-Q3`, `2026`, `2026-09-ytd`, `2026-W40`, or the name of a special report. */
  readonly id: string;
  readonly title: string;
  /** How far it has come, told wherever its title stands. */
  readonly making: Making;
  /** 2026年9月, 2026年第三季度, 2026年9月28日至10月4日. */
  readonly period: string;
  /** The one sentence that answers “so what?”. */
  readonly lead: Pieces;
  readonly blocks: readonly Block[];
  /** What it says nothing of because the contract keeps no record of it. */
  readonly notKept: readonly RoleName[];
}

/** Pieces as plain text, for captions read aloud, descriptions and machine twins. */
export const plainText = (pieces: Pieces): string =>
  pieces.map((piece) => (piece.kind === 'verdict' ? verdictWords(piece.verdict) : piece.text)).join('');
