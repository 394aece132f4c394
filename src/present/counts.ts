/**
 * How many there are of what, as one phrase: `3个机构、2个岗位和1种会议`. What there is none of is left out; null where there is
 * nothing at all.
 */
export function countsWords(counts: readonly (readonly [count: number, words: string])[]): string | null {
  const told = counts.filter(([count]) => count > 0).map(([count, words]) => `${count}${words}`);
  return told.length === 0 ? null : new Intl.ListFormat('zh').format(told);
}
