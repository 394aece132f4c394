import type { Values } from '../core/csv/column.ts';
import { library } from './library.ts';

interface Part {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** A location with what is looked after there. */
export interface LocationEntry extends Part {
  readonly from: string;
  readonly to: string | null;
  readonly areas: readonly Part[];
  readonly equipment: readonly Part[];
}

const textOf = (values: Values, field: string): string => String(values[field] ?? '');
const partOf = (values: Values): Part => ({
  id: textOf(values, 'id'),
  name: textOf(values, 'name'),
  kind: textOf(values, 'kind'),
});
const byOrder = (a: Values, b: Values): number => Number(a.order) - Number(b.order);

/** The entries of a register that stand at a location, in the register's order. */
function partsAt(register: string, location: string): Part[] {
  const entries = [...(library().project.ledger.registers.get(register)?.byId.values() ?? [])];
  return entries
    .filter((values) => values.location === location)
    .sort(byOrder)
    .map(partOf);
}

/** Every location in the register's order. */
export function locationEntries(): LocationEntry[] {
  const locations = [...(library().project.ledger.registers.get('locations')?.byId.values() ?? [])].sort(byOrder);
  return locations.map((values) => ({
    ...partOf(values),
    from: textOf(values, 'from'),
    to: typeof values.to === 'string' ? values.to : null,
    areas: partsAt('areas', textOf(values, 'id')),
    equipment: partsAt('equipment', textOf(values, 'id')),
  }));
}

/** One page for each location. */
export const locationPaths = () => locationEntries().map((location) => ({ params: { id: location.id }, props: { location } }));
