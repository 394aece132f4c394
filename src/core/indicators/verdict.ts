/** The five verdicts on an indicator and period. */
export const verdicts = ['met', 'missed', 'incomplete', 'no-data', 'not-applicable'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * How good a verdict is for the contractor; a change that removes rows may only keep or lower it. Missing data are no
 * better than a miss, so that leaving rows out never pays.
 */
export const merit: Record<Verdict, number> = { met: 2, 'not-applicable': 1, missed: 0, incomplete: 0, 'no-data': 0 };

/**
 * The verdict on an indicator from those on its parts: a miss settles it; a part without data leaves the whole without data,
 * an incomplete one leaves it incomplete; then met.
 */
export function allOf(parts: readonly Verdict[]): Verdict {
  const order: readonly Verdict[] = ['missed', 'no-data', 'incomplete', 'met'];
  return order.find((verdict) => parts.includes(verdict)) ?? 'not-applicable';
}
