import type { DocumentComponent } from '../../core/documents/components.ts';
import Advice from './Advice.astro';
import Blank from './Blank.astro';
import BrokenOff from './BrokenOff.astro';
import Clause from './Clause.astro';
import Contradiction from './Contradiction.astro';
import Table from './Table.astro';

/** What draws an element of a body. The check has made sure that its attributes are those that the component takes. */
type Drawing = (props: Readonly<Record<string, unknown>>) => unknown;

const isDrawing = (component: unknown): component is Drawing => typeof component === 'function';

/** What draws the components that documents may place. */
const placed = { Advice, Blank, BrokenOff, Clause, Contradiction } satisfies Readonly<Record<DocumentComponent, unknown>>;

/** Every table of a body stands in a scroller. */
const drawings: ReadonlyMap<string, unknown> = new Map(Object.entries({ ...placed, table: Table }));

/** What draws an element: a component for those that have one, or the name of an element that HTML has. */
export function drawingOf(name: string): Drawing | string {
  const drawing = drawings.get(name);
  return isDrawing(drawing) ? drawing : name;
}
