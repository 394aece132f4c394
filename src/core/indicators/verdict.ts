/** The verdicts on an indicator and period; `under-way` where a month of it is not over, whatever the value so far. */
export const verdicts = ['met', 'missed', 'incomplete', 'no-data', 'not-applicable', 'under-way'] as const;
export type Verdict = (typeof verdicts)[number];

/** How each is called. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  met: '达标',
  missed: '未达标',
  incomplete: '数据不完整',
  'no-data': '无数据',
  'under-way': '进行中',
  'not-applicable': '不适用',
};

/**
 * How good a verdict is for the contractor; a change that removes rows may only keep or lower it. Missing data are no
 * better than a miss, so that leaving rows out never pays; nor is a month that is said not to be over, so that saying so never
 * pays either.
 */
export const merit: Record<Verdict, number> = {
  met: 2,
  'not-applicable': 1,
  missed: 0,
  incomplete: 0,
  'no-data': 0,
  'under-way': 0,
};

/**
 * The verdict on an indicator from those on its parts: while one is under way there is none yet; then a miss settles it; a part without data leaves the whole without data,
 * an incomplete one leaves it incomplete; then met.
 */
export function allOf(parts: readonly Verdict[]): Verdict {
  const order: readonly Verdict[] = ['under-way', 'missed', 'no-data', 'incomplete', 'met'];
  return order.find((verdict) => parts.includes(verdict)) ?? 'not-applicable';
}
