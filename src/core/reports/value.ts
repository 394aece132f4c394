import type { Target } from '../indicators/indicator.ts';
import type { Reading } from '../measures/tally.ts';
import type { Destination } from './destination.ts';

/** What a printed number is a number of. */
export type Quantity =
  /** The value of an indicator's part, beside the target it is measured against; a figure without a target has a unit of its own. */
  | { readonly kind: 'tally'; readonly tally: Reading; readonly target: Target | null; readonly unit?: string | undefined }
  /** n/N, or the number of cases of a mean. */
  | { readonly kind: 'cases'; readonly tally: Reading }
  | { readonly kind: 'target'; readonly target: Target }
  /** How much a value differs from an earlier one, in the target's unit (percentage points for ratios). */
  | { readonly kind: 'difference'; readonly before: Reading; readonly after: Reading; readonly target: Target | null }
  /** n of N things, such as findings settled of those found; shown as n/N. */
  | { readonly kind: 'share'; readonly numerator: number; readonly denominator: number }
  /** How long something took, or may take; negative when it was done before its planned moment. */
  | { readonly kind: 'duration'; readonly minutes: number }
  /** A number of things; the unit is the Chinese counter word. */
  | { readonly kind: 'count'; readonly count: number; readonly unit: string };

/**
 * A number that reports may print. Its id `<period>/<subject>/<field>` is permanent, such as
 * `2026-09/cleaning.overall.completion/value` or `2026-09/counts/missed`; `to` is where a reader sees what it rests on.
 */
export interface ReportValue {
  readonly id: string;
  readonly quantity: Quantity;
  readonly to: Destination;
}
