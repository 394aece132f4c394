import type { Month } from '../../core/calendar/date.ts';
import type { Destination } from '../../core/reports/destination.ts';
import type { Making } from '../report/making.ts';
import type { PageKind } from '../search/kinds.ts';
import type { Block } from './block.ts';

/** A page above this one. */
export interface Crumb {
  readonly label: string;
  readonly to: Destination;
}

/** A page as values: what it is about, its one sentence, and its blocks. */
export interface Paper {
  readonly title: string;
  /** What readers may filter the search by. */
  readonly kind: PageKind;
  /** One sentence for those who see a link to it. */
  readonly description: string;
  /** The one sentence that answers “so what?”. */
  readonly lead?: string;
  /** How far the report has come that the page shows. */
  readonly making?: Making;
  /** The month whose data the page shows. */
  readonly month?: Month;
  /** The same page for the month `*`: where readers of an earlier month find the latest. */
  readonly newest?: Destination;
  /** The name of its service. */
  readonly service?: string;
  /** `lead`: only the heading and the lead are found; false: nothing is. */
  readonly search?: boolean | 'lead';
  /** From the home page's child down to the page's parent. */
  readonly breadcrumbs?: readonly Crumb[];
  /** False for a page whose parts are not listed, however many. */
  readonly contents?: boolean;
  readonly blocks: readonly Block[];
  /** What stands at places inside a document's own words, by the id that is written there: a clause's links. */
  readonly inserts?: Readonly<Record<string, readonly Block[]>>;
}
