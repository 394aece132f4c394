/** A string of a frontmatter, with its path. */
interface PlacedString {
  readonly text: string;
  readonly path: readonly (string | number)[];
}

/** Every string of a value that somebody asks for, at any depth, in its order. A path is made for what is found only. */
export function stringsIn(value: unknown, wanted: (text: string) => boolean): PlacedString[] {
  if (typeof value === 'string') return wanted(value) ? [{ text: value, path: [] }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const found: PlacedString[] = [];
  const inside = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, each] of inside)
    for (const { text, path } of stringsIn(each, wanted)) found.push({ text, path: [key, ...path] });
  return found;
}
