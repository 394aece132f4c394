import type { Verdict } from '../../core/indicators/verdict.ts';
import type { Destination } from '../../core/reports/destination.ts';
import type { ChartSpec } from '../chart/spec.ts';
import type { FiltersBlock, MatrixBlock } from './matrix.ts';
import type { Pieces } from './piece.ts';
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
  /** Steps that are read at arm's length, while working. */
  | 'work'
  /** What must be so in the end. */
  | 'acceptance'
  /** What is ticked off, on paper or on a phone. */
  | 'ticks'
  /** The same side by side: few words each. */
  | 'short-ticks';

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly Pieces[];
  readonly look?: ListLook;
  /** Where links to the items lead, one for each. */
  readonly anchors?: readonly string[];
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

/** A name with what it stands for. */
export interface Entry {
  readonly name: Pieces;
  readonly about: Pieces;
}

/** Where a document's own words stand. */
export interface Body {
  readonly kind: 'body';
  /** The heading above them, where there are any. */
  readonly heading?: string;
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
  readonly level: 2 | 3 | 4;
  /** Where a link to it leads; a page gives one of its words to a heading that has none. */
  readonly id: string | null;
  readonly text: string;
  readonly to?: Destination;
  /** How many things stand below it. */
  readonly count?: string;
  readonly verdict?: Verdict;
  /** What must be known beside it: of which kind it is, who must decide. */
  readonly remarks?: Pieces;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly pieces: Pieces;
  /**
   * `lead`: the one sentence that matters most. `meta`: when the page was last changed. `verbatim`: its lines end where they were
   * ended by who wrote them.
   */
  readonly look?: 'lead' | 'meta' | 'verbatim';
  /** Of no use on paper. */
  readonly screen?: boolean;
}

/**
 * What a report is made of, as plain data: the page, the A4 sheets and the machine twin all come from the same list, so that
 * none of them can say something else.
 */
export type ReportBlock =
  | Heading
  | Paragraph
  | List
  /** What follows begins on a new sheet. */
  | { readonly kind: 'turn' }
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

/**
 * How a section stands: a remark on what stands below, a warning, a difference in the plan, a sheet that is filled in by hand, one
 * of several sheets.
 */
export type SectionLook = 'note' | 'safety' | 'difference' | 'checklist' | 'notice';

/** Where readers may begin, by what they ask themselves. */
export interface WaysBlock {
  readonly kind: 'ways';
  readonly label: string;
  readonly groups: readonly {
    readonly label: string;
    readonly entries: readonly { readonly label: string; readonly note?: string; readonly to: Destination }[];
  }[];
}

/** Blocks of which a reader may ask for those that are for one audience: sections and rows say whom they are for. */
export interface AudiencesBlock {
  readonly kind: 'audiences';
  readonly label: string;
  /** Each by the word that sections and rows are marked with; the first, `all`, shows everything. */
  readonly choices: readonly { readonly audience: string; readonly label: string }[];
  /** The contents: the sections that can be gone to, each with its audiences. */
  readonly parts: readonly { readonly label: string; readonly anchor: string; readonly audiences: string }[];
  readonly blocks: readonly Block[];
}

/** What a page is made of beside a document's own words. */
export type Block =
  | ReportBlock
  | MatrixBlock
  | FiltersBlock
  | WaysBlock
  | AudiencesBlock
  /** What the shapes of the verdicts mean. */
  | { readonly kind: 'legend' }
  | { readonly kind: 'tree'; readonly nodes: readonly TreeNode[] }
  /** What the page is there to do or lead to. `screen`: of no use on paper. */
  | { readonly kind: 'actions'; readonly items: readonly Pieces[]; readonly screen?: boolean }
  /** Names and values; `row`: few short ones side by side. */
  | { readonly kind: 'facts'; readonly items: readonly Fact[]; readonly row?: boolean }
  /** Names side by side with what they stand for: sections of the plan, kinds of things. */
  | { readonly kind: 'entries'; readonly items: readonly Entry[] }
  /** Blocks that something points at, or that belong together; those of one service can be narrowed down to. */
  | {
      readonly kind: 'section';
      readonly id?: string;
      readonly service?: string;
      /** Whom something in it is for, with spaces between. */
      readonly audiences?: string;
      readonly look?: SectionLook;
      readonly blocks: readonly Block[];
    }
  /** Blocks that are shown when asked for; on paper they stand open. */
  | {
      readonly kind: 'details';
      readonly summary: string;
      readonly open: boolean;
      /** Not found by the search, because other pages say it. */
      readonly unsearched?: boolean;
      readonly blocks: readonly Block[];
    }
  /** Places to write on paper, each under its name; tall where a sentence is asked for. */
  | { readonly kind: 'fields'; readonly names: readonly string[]; readonly tall: boolean }
  /** How the page is printed. */
  | { readonly kind: 'print-hint' }
  /** A page's address as a code to be scanned. */
  | { readonly kind: 'qr'; readonly to: Destination; readonly label: string }
  | NumbersBlock
  | { readonly kind: 'pager'; readonly previous: Neighbour | null; readonly next: Neighbour | null };

/** What a page is made of: a document's own words stand in no other block, and what is put into them holds none. */
export type PageBlock = Block | Body;
