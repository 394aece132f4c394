import type { Verdict } from '../../core/indicators/verdict.ts';
import type { Destination } from '../../core/reports/destination.ts';
import type { ChartSpec } from '../chart/spec.ts';
import type { FiltersBlock, MatrixBlock } from './matrix.ts';
import type { Piece, Pieces } from './piece.ts';
import type { Table } from './table.ts';

/** One place to sign: who, and whether a seal belongs there. */
export interface Signature {
  readonly label: string;
  readonly seal: boolean;
  /** What is known beforehand, such as the post that prepared the report. */
  readonly filled?: Pieces;
}

/** A chart, whose table stands beside it unless a table of the page says the same. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly spec: ChartSpec;
  /** Where the figures of its finding are proved; without it the chart's own table leads there. */
  readonly proof?: Destination;
  /** The id of the table that says all that the picture shows: it stands above, so paper needs no second one. */
  readonly beside?: string;
}

/** How a list stands. */
export type ListLook =
  | 'plain'
  /** Entries of a directory: a link and what is behind it. */
  | 'index'
  | 'findings'
  | 'cases'
  | 'changes'
  | 'steps'
  /** Ids beside each other. */
  | 'refs';

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly Pieces[];
  readonly look?: ListLook;
  /** Not found by the search, because other pages say it. */
  readonly unsearched?: boolean;
}

/** Things of one kind with what belongs to them, to any depth. */
export interface TreeNode {
  readonly id: string;
  readonly pieces: Pieces;
  readonly paragraphs: readonly Pieces[];
  readonly children: readonly TreeNode[];
}

export interface Fact {
  readonly label: string;
  readonly value: Pieces;
}

/** A neighbour in a series of pages. */
export interface Neighbour {
  readonly label: string;
  readonly to: Destination;
}

/** Where a document's own words stand. */
export interface Body {
  readonly kind: 'body';
  readonly collection:
    | 'plan'
    | 'standards'
    | 'commitments'
    | 'indicators'
    | 'procedures'
    | 'reports'
    | 'attachments'
    | 'organisation'
    | 'contract'
    | 'logs';
  readonly id: string;
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: 2 | 3;
  /** Where a link to it leads; a page gives one of its words to a heading that has none. */
  readonly id: string | null;
  readonly text: string;
  readonly to?: Destination;
  /** How many things stand below it. */
  readonly count?: string;
  readonly verdict?: Verdict;
}

/** `meta`: when the page was last changed. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly pieces: Pieces;
  readonly look?: 'meta';
}

/**
 * What a report is made of, as plain data: the page, the A4 sheets and the machine twin all come from the same list, so that
 * none of them can say something else.
 */
export type ReportBlock =
  | Heading
  | Paragraph
  | List
  /** How many of each verdict, large. */
  | { readonly kind: 'counts'; readonly items: readonly { readonly verdict: Verdict; readonly count: Piece }[] }
  | Table
  | ChartBlock
  /** A remark on how to read what stands above: a rule, a reservation. */
  | { readonly kind: 'note'; readonly pieces: Pieces }
  /** Never alone on a sheet: it carries the conclusion that is signed. */
  | { readonly kind: 'signoff'; readonly conclusion: Pieces; readonly signatures: readonly Signature[] };

/** Short links of one group: the numbers of a file's rows. */
export interface NumberGroup {
  readonly name: string;
  readonly note: string;
  readonly links: readonly { readonly label: string; readonly to: Destination }[];
}

export interface NumbersBlock {
  readonly kind: 'numbers';
  readonly summary: string;
  readonly open: boolean;
  readonly groups: readonly NumberGroup[];
}

/** What a page is made of. */
export type Block =
  | ReportBlock
  | MatrixBlock
  | FiltersBlock
  | Body
  /** What the shapes of the verdicts mean. */
  | { readonly kind: 'legend' }
  | { readonly kind: 'tree'; readonly nodes: readonly TreeNode[] }
  /** What the page is there to do or lead to. `screen`: of no use on paper. */
  | { readonly kind: 'actions'; readonly items: readonly Pieces[]; readonly screen?: boolean }
  /** Names and values; `row`: few short ones side by side. */
  | { readonly kind: 'facts'; readonly items: readonly Fact[]; readonly row?: boolean }
  /** Blocks that something points at, or that belong together; those of one service can be narrowed down to. */
  | { readonly kind: 'section'; readonly id?: string; readonly service?: string; readonly blocks: readonly Block[] }
  /** Blocks that are shown when asked for; on paper they stand open. */
  | { readonly kind: 'details'; readonly summary: string; readonly open: boolean; readonly blocks: readonly Block[] }
  | NumbersBlock
  | { readonly kind: 'pager'; readonly previous: Neighbour | null; readonly next: Neighbour | null };
