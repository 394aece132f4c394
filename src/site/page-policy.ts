import { links } from './links.ts';
import { type Exception, policy } from './policy.ts';

const excepted: ReadonlyMap<string, Exception> = new Map([
  [links.search(), 'search'],
  [links.check(), 'check'],
]);

/** The content security policy of the page at a path. */
export function pagePolicy(path: string): string {
  const need = excepted.get(path);
  return policy(need === undefined ? [] : [need]);
}
