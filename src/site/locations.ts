import type { LocationEntry } from '../core/registers/location.ts';
import { library } from './library.ts';

/** Every location in the register's order. */
export const locationEntries = (): readonly LocationEntry[] => library().locations;

/** One page for each location. */
export const locationPaths = () => locationEntries().map((location) => ({ params: { id: location.id }, props: { location } }));
