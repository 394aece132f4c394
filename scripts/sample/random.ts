/** FNV-1a of a text, the seed of a stream. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value >>> 0;
}

/** A small seeded generator (mulberry32). The same label gives the same numbers on every machine; a stream a purpose. */
export class Random {
  private state: number;

  constructor(label: string) {
    this.state = hash(label);
  }

  /** At least 0 and below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.int(0, list.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** The list in another order. */
  shuffle<T>(list: readonly T[]): T[] {
    const rest = [...list];
    const mixed: T[] = [];
    while (rest.length > 0) mixed.push(...rest.splice(this.int(0, rest.length - 1), 1));
    return mixed;
  }

  /** Up to `count` different items. */
  sample<T>(list: readonly T[], count: number): T[] {
    return this.shuffle(list).slice(0, count);
  }
}

/** The nth text of a list dealt like a deck of cards: every text once before any comes again. */
export function deal<T>(list: readonly T[], label: string, n: number): T {
  const round = Math.floor(n / list.length);
  const item = new Random(`${label} ${round}`).shuffle(list)[n % list.length];
  if (item === undefined) throw new Error(`no texts for ${label}`);
  return item;
}
