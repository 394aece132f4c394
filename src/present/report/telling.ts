import type { Contract } from '../../core/documents/contract.ts';
import type { MissedBy } from '../../core/indicators/basis.ts';
import type { Result } from '../../core/indicators/result.ts';
import type { RoleName } from '../../core/logs/role.ts';
import type { Registers } from '../../core/registers/registers.ts';
import type { ValueBook } from '../../core/reports/book.ts';
import type { Destination } from '../../core/reports/destination.ts';
import type { PeriodReport } from '../../core/reports/period.ts';
import type { Kept } from '../../core/reports/roles.ts';
import { type Former, formerResults } from '../../core/seals/former.ts';
import type { Seals } from '../../core/seals/reading.ts';
import type { SealedMonth } from '../../core/seals/seal.ts';
import { basisRuns } from '../basis.ts';
import { unkeptWords } from '../cases.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Piece, Pieces } from '../paper/piece.ts';
import { quote, say, text } from '../paper/say.ts';
import type { Column, Row, Table } from '../paper/table.ts';
import { bare, value } from '../quantity.ts';

/** What a report's sections are told from. */
export interface Telling {
  readonly report: PeriodReport;
  readonly book: ValueBook;
  readonly registers: Registers;
  readonly contract: Contract;
  /** The months that were sealed, as far as the report may read. */
  readonly seals: Seals;
  /** The address of what a chart leads to. */
  href(to: Destination): string;
}

/** The seal of a month's report with its amendments; longer periods have none of their own. */
export const sealedOf = ({ report: { period }, seals }: Pick<Telling, 'report' | 'seals'>): SealedMonth | undefined =>
  period.kind === 'month' ? seals.get(period.id) : undefined;

/** What a result of a month said until each amendment that changed it. */
export const formersOf = (telling: Pick<Telling, 'report' | 'seals'>, { indicator }: Pick<Result, 'indicator'>): Former[] =>
  formerResults(sealedOf(telling), indicator.id);

/** A value of the report's own period by what follows the period in its id. */
export const own = ({ report, book }: Pick<Telling, 'report' | 'book'>, id: string): Piece =>
  value(book, `${report.period.id}/${id}`);

/** The same without its counter word; a dash where the book has none. */
export const ownBare = ({ report, book }: Pick<Telling, 'report' | 'book'>, id: string): Piece => {
  const full = `${report.period.id}/${id}`;
  return book.get(full) === null ? text('—') : bare(book, full);
};

/** 方案1、推得3: misses by the basis of their targets, of which the book has the numbers below an id; empty where there is none. */
export const basisPieces = (of: Pick<Telling, 'report' | 'book'>, id: string, by: MissedBy): Pieces =>
  basisRuns(by, { count: (basis) => ownBare(of, `${id}.${basis}`), words: (words) => text(words) });

/** The same in brackets. */
export function basisInBrackets(of: Pick<Telling, 'report' | 'book'>, id: string, by: MissedBy): Pieces {
  const told = basisPieces(of, id, by);
  return told.length === 0 ? [] : say`（${told}）`;
}

/** A part of the report itself. */
export const part = ({ report }: Pick<Telling, 'report'>, id: string): Destination => ({
  kind: 'part',
  report: report.period.id,
  id,
});

/** How the report's period is called in a sentence: 本月, 本季度, 本年, 本年至今. */
export const thisPeriod = ({ period }: Pick<PeriodReport, 'period'>): string =>
  ({ month: '本月', quarter: '本季度', year: '本年', ytd: '本年至今' })[period.kind];

export const heading = (level: 2 | 3, id: string, words: string): ReportBlock => ({ kind: 'heading', level, id, text: words });
export const paragraph = (pieces: Pieces): ReportBlock => ({ kind: 'paragraph', pieces });
export const note = (pieces: Pieces): ReportBlock => ({ kind: 'note', pieces });
export const list = (items: readonly Pieces[], ordered = false): ReportBlock => ({ kind: 'list', ordered, items });

export const column = (label: string, weight: number, align: Column['align'] = 'start'): Column => ({ label, weight, align });

/** A table under an id by which special reports can place it; nothing when it has no rows. */
export function table(
  id: string,
  caption: Pieces | string,
  columns: readonly Column[],
  rows: readonly Row[],
  keepTogether = false,
): Table[] {
  const told = typeof caption === 'string' ? [text(caption)] : caption;
  return rows.length === 0 ? [] : [{ kind: 'table', id, caption: told, looks: ['report'], columns, rows, keepTogether }];
}

/** That the contract keeps no record of some things; nothing where it keeps all of them. */
export function unkeptPieces(kept: Kept, names: readonly RoleName[], end = '。'): Pieces {
  const words = unkeptWords(kept, names);
  return words === '' ? [] : [text(`${words}${end}`)];
}

/** Names with 、 between them. */
export const names = (all: readonly string[]): Piece => quote(all.join('、'));
