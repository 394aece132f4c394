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
