import { everything, pageOfAll } from './library.ts';

/** One page for each location. */
export const locationPaths = () => everything().locations.map((location) => pageOfAll({ id: location.id }, { location }));
