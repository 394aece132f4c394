/** Edit distance of two texts in characters, giving up above `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

/** The candidate nearest to a text, when at most half of the text differs; the first of equals; otherwise null. */
export function nearest(text: string, candidates: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(text.length / 2));
  let best: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const apart = distance(text, candidate, limit);
    if (apart <= limit && (best === null || apart < best.distance)) best = { candidate, distance: apart };
  }
  return best?.candidate ?? null;
}

/** The name that a shortened or lengthened one stands for (响应, 响应时间（分）), the longest of several; otherwise the nearest. */
export function lookAlike(text: string, names: readonly string[]): string | null {
  const within = names.filter((name) => text.length >= 2 && (name.includes(text) || (name.length >= 2 && text.includes(name))));
  return (
    within.reduce<string | null>((best, name) => (best === null || name.length > best.length ? name : best), null) ??
    nearest(text, names)
  );
}
