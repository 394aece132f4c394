import type { Entry } from '../documents/library.ts';
import type { TargetKind } from '../documents/pointer.ts';

/** What points at an id, in the documents' order. */
export type Index<T> = (id: string) => readonly T[];

/** Items by each of the ids they point at; an item stands once under an id, however often it points there. */
export function indexBy<T>(items: readonly T[], targets: (item: T) => readonly string[]): Index<T> {
  const index = new Map<string, T[]>();
  for (const item of items) {
    for (const id of new Set(targets(item))) index.set(id, [...(index.get(id) ?? []), item]);
  }
  return (id) => index.get(id) ?? [];
}

/** The ids of one kind to which a document points. */
export const pointed =
  (kind: TargetKind) =>
  ({ pointers }: Pick<Entry<unknown>, 'pointers'>): string[] =>
    pointers.filter((each) => each.kind === kind).map(({ id }) => id);

/** A list that stands in one document. */
export interface Listed<T> {
  readonly entry: Pick<Entry<unknown>, 'pointers'> | null;
  readonly list: string;
  readonly items: readonly T[];
}

/** The ids of one kind to which an item of a list points. */
export function targetsOf<T>({ entry, list, items }: Listed<T>, kind: TargetKind): (item: T) => string[] {
  const own = (entry?.pointers ?? []).filter(({ path }) => path[0] === list);
  const numbers = new Map(items.map((item, at) => [item, at]));
  return (item) => pointed(kind)({ pointers: own.filter(({ path }) => path[1] === numbers.get(item)) });
}

/** The items of a list by the ids of one kind to which each of them points. */
export const indexItems = <T>(listed: Listed<T>, kind: TargetKind): Index<T> => indexBy(listed.items, targetsOf(listed, kind));
