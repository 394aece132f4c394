import type { Rate } from '../documents/settlement.ts';

/** What a deduction is counted in: hundredths of a point, or fen. Both are whole numbers, so that sums are exact. */
export type Unit = 'points' | 'fen';

/** A sum of one unit in whole hundredths. */
export interface Sum {
  readonly unit: Unit;
  readonly hundredths: number;
}

export const unitOf = ({ unit }: Rate): Unit => (unit === 'points' ? 'points' : 'fen');

/**
 * A rate taken so many times. Per cent are of a fee in fen: multiplied out first and rounded once, half a fen up (四舍五入到分).
 * Without a fee a percentage is nothing that can be named: null.
 */
export function times({ unit, hundredths }: Rate, count: number, fee: number | undefined): Sum | null {
  if (unit === 'points') return { unit: 'points', hundredths: hundredths * count };
  if (unit === 'yuan') return { unit: 'fen', hundredths: hundredths * count };
  if (fee === undefined) return null;
  const share = BigInt(fee) * BigInt(hundredths) * BigInt(count);
  return { unit: 'fen', hundredths: Number((share + 5_000n) / 10_000n) };
}
