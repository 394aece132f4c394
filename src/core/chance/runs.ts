/** Which side of the average a value lies on; null on the average itself, or where there is no value. */
export type Side = 'above' | 'below' | null;

/** Neighbouring values on one side: where they begin and how many they are. */
export interface Run {
  readonly side: 'above' | 'below';
  readonly from: number;
  readonly length: number;
}

const lengthOf = (run: Run | null): number => run?.length ?? 0;

/** The run that ends at a value: the one before it and this, or this alone. */
function extended(run: Run | null, side: Side, at: number): Run | null {
  if (side === null) return null;
  return run?.side === side ? { ...run, length: run.length + 1 } : { side, from: at, length: 1 };
}

/** The longest run of a series; of two alike the later. Null where nothing lies on a side. */
export function longestRun(sides: readonly Side[]): Run | null {
  let best: Run | null = null;
  let current: Run | null = null;
  for (const [at, side] of sides.entries()) {
    current = extended(current, side, at);
    if (current !== null && current.length >= lengthOf(best)) best = current;
  }
  return best;
}

/**
 * How likely as many values above and below as these, in an order that is mere chance, have a run of this length or a longer
 * one: exact by counting all orders, so that one bad month among twelve good ones is no run of good ones (Mood 1940).
 */
export function runChance(above: number, below: number, length: number): number {
  /** In how many orders what is left continues a run without any reaching the length. */
  const known = new Map<string, number>();
  const ways = (same: number, others: number, run: number): number => {
    if (run >= length) return 0;
    if (same + others === 0) return 1;
    const key = `${same} ${others} ${run}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const count = (same > 0 ? ways(same - 1, others, run + 1) : 0) + (others > 0 ? ways(others - 1, same, 1) : 0);
    known.set(key, count);
    return count;
  };
  const without = (above > 0 ? ways(above - 1, below, 1) : 0) + (below > 0 ? ways(below - 1, above, 1) : 0);
  return 1 - without / choose(above + below, above);
}

const choose = (n: number, k: number): number =>
  Array.from({ length: k }, (_, index) => index).reduce((product, each) => (product * (n - each)) / (each + 1), 1);
