/** The five verdicts on an indicator and period. */
export const verdicts = ['met', 'missed', 'incomplete', 'no-data', 'not-applicable'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * How good a verdict is for the contractor; a change that removes rows may only keep or lower it. Missing data are no
 * better than a miss, so that leaving rows out never pays.
 */
export const merit: Record<Verdict, number> = { met: 2, 'not-applicable': 1, missed: 0, incomplete: 0, 'no-data': 0 };

/** The verdict on a whole from the verdicts on its parts: a miss settles it, then whatever is unknown, then met. */
export function allOf(parts: readonly Verdict[]): Verdict {
  if (parts.includes('missed')) return 'missed';
  if (parts.length > 0 && parts.every((each) => each === 'no-data')) return 'no-data';
  if (parts.includes('incomplete') || parts.includes('no-data')) return 'incomplete';
  return parts.includes('met') ? 'met' : 'not-applicable';
}
