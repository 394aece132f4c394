import type { Destination } from '../../core/reports/destination.ts';
import { type Pieces, plainText } from './piece.ts';

/** How the cells of a column are set. */
export type ColumnLook =
  /** Sentences: they wrap and need room. */
  | 'words'
  /** Never broken: a day, a verdict. */
  | 'nowrap'
  /** A day above its minute. */
  | 'moment'
  /** Hyphens join one thing. */
  | 'unbroken'
  /** Numbers of things that should not be: those above nothing stand out. */
  | 'alarm'
  /** Numbers of things that may be: a nought steps back. */
  | 'count'
  /** Links below each other. */
  | 'links'
  /** Many small marks side by side. */
  | 'chips'
  /** Ids beside each other, each leading to the page that says it. */
  | 'refs'
  /** Verdicts below each other, each with what it is of. */
  | 'standing'
  /** A sum that is compared and not read: it may be broken anywhere. */
  | 'digest';

export interface Column {
  readonly label: string;
  /** Numbers stand at the end, so that digits line up. */
  readonly align: 'start' | 'end';
  /** Share of the width on paper, relative to the table's other columns: about the number of characters in a usual cell. */
  readonly weight: number;
  /** Characters that paper keeps on one line, whatever else must wrap: a word that is read as one. */
  readonly least?: number;
  /** Where its heading leads. */
  readonly to?: Destination;
  readonly look?: ColumnLook;
}

export interface Row {
  /** One for each column; the first names the row. */
  readonly cells: readonly Pieces[];
  /**
   * `missed` and `unknown` need the reader's eye; `part` belongs to the row above; `total` closes the table; the one cell of a
   * `band` names the rows below it.
   */
  readonly look?: 'missed' | 'unknown' | 'part' | 'total' | 'band';
  /** An anchor, for rows that something points at. */
  readonly id?: string;
  /** Whom the row is for, where a page shows each reader their own. */
  readonly audience?: string;
}

/** How a table stands on a screen. */
export type TableLook =
  /** In a report: laid out when it comes near. */
  | 'report'
  /** Rows fold into cards on a phone, each cell with its column's name. */
  | 'stack'
  /** Verdicts with their numbers. */
  | 'results'
  | 'promises'
  /** The rows of a log as they were handed in. */
  | 'records'
  | 'overview'
  | 'due'
  | 'columns'
  /** Many columns. */
  | 'dense';

export interface Table {
  readonly kind: 'table';
  /** Unique on its page; by it a special report places the table, and its CSV is named. */
  readonly id: string;
  readonly caption: Pieces;
  /** The heading above says the same: the caption is for those who hear the page. */
  readonly quiet?: boolean;
  /** Not found by the search, because other pages say it. */
  readonly unsearched?: boolean;
  readonly looks: readonly TableLook[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Short tables that say nothing when cut: never split over two sheets. */
  readonly keepTogether: boolean;
}

const classes: Readonly<Record<TableLook, string>> = {
  report: 'report-table',
  stack: 'stack',
  results: 'results',
  promises: 'stack promise-table',
  records: 'records',
  overview: 'overview',
  due: 'stack due',
  columns: 'stack columns',
  dense: 'dense',
};

/** Tables whose rows fold on a phone, so that each cell needs the name of its column. */
const folding: readonly TableLook[] = ['stack', 'results', 'promises', 'due', 'columns'];

/** Whether each cell says which column it is of. */
export const namesColumns = ({ looks }: Table): boolean => looks.some((look) => folding.includes(look));

/** Whether other pages say what stands in a column: the search finds those. */
export const saidElsewhere = ({ look }: Column): boolean => look === 'refs' || look === 'standing';

/** More rows than a screen shows: the table then scrolls in a box of its own, in which its head stays in sight. */
const longest = 24;

/** More columns than paper holds in letters of the usual size. */
const widest = 8;

/** The classes of a table's box. */
export const tableClasses = ({ looks, rows, columns }: Table): string =>
  [
    ...looks.map((look) => classes[look]),
    ...(looks[0] !== 'report' && rows.length > longest ? ['is-long'] : []),
    ...(columns.length > widest ? ['is-wide'] : []),
  ].join(' ');

/** The rows of a table in groups: each band begins one. */
export function rowGroups(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [[]];
  for (const row of rows) {
    const group = groups.at(-1) ?? [];
    if (row.look === 'band' && group.length > 0) groups.push([row]);
    else group.push(row);
  }
  return groups;
}

/** How a number stands out: one of things that should not be does, a nought steps back; words beside it do neither. */
function numberLook(look: 'alarm' | 'count', words: string): 'zero' | 'some' | undefined {
  if (words === '0') return 'zero';
  return look === 'alarm' && Number(words) > 0 ? 'some' : undefined;
}

/** The class of a cell: numbers line up, a dash and a nought step back, and what should not be there steps forward. */
export function cellLook({ align, look }: Column, cell: Pieces, at: number): string | undefined {
  const words = plainText(cell);
  const own = look === 'alarm' || look === 'count' ? numberLook(look, words) : look;
  const all = [
    ...(align === 'end' ? ['number'] : []),
    ...(own === undefined ? [] : [own]),
    ...(at > 0 && words === '—' ? ['none'] : []),
  ];
  return all.length === 0 ? undefined : all.join(' ');
}
