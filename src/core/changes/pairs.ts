/** The same thing in two states; one side is null where it was added or removed. */
export interface Pair<T> {
  readonly key: string;
  readonly before: T | null;
  readonly after: T | null;
}

/** Things of two states joined by key: those of the later state in its order, then those that are gone. */
export function pairs<T>(before: readonly T[], after: readonly T[], keyOf: (each: T) => string): Pair<T>[] {
  const earlier = new Map(before.map((each) => [keyOf(each), each]));
  const later = new Map(after.map((each) => [keyOf(each), each]));
  const gone = [...earlier].filter(([key]) => !later.has(key));
  return [
    ...[...later].map(([key, each]) => ({ key, before: earlier.get(key) ?? null, after: each })),
    ...gone.map(([key, each]) => ({ key, before: each, after: null })),
  ];
}

/** How a thing changed, and the side that is shown: as it is now, or as it was before it was removed. Null for nothing at all. */
export function sidesOf<T>({
  before,
  after,
}: Pair<T>): { readonly change: 'added' | 'removed' | 'changed'; readonly shown: T } | null {
  if (after !== null) return { change: before === null ? 'added' : 'changed', shown: after };
  return before === null ? null : { change: 'removed', shown: before };
}
