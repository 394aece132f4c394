/**
 * A quotient of whole numbers in units of 10^-places, rounded half to even (GB/T 8170). Whole-number arithmetic: binary
 * fractions, and with them `toFixed`, never touch a published value.
 */
export function roundedUnits(numerator: number, denominator: number, places: number): number {
  if (numerator < 0) return -roundedUnits(-numerator, denominator, places);
  const [whole, rest, divisor] = divided(numerator, denominator, places);
  const up = 2n * rest > divisor || (2n * rest === divisor && whole % 2n === 1n);
  return Number(up ? whole + 1n : whole);
}

function divided(numerator: number, denominator: number, places: number): [bigint, bigint, bigint] {
  const divisor = BigInt(denominator);
  const dividend = BigInt(numerator) * 10n ** BigInt(places);
  return [dividend / divisor, dividend % divisor, divisor];
}

/** Units of 10^-places as decimal text: 9496 with two places is 94.96. */
export function decimalText(units: number, places: number): string {
  const digits = String(Math.abs(units)).padStart(places + 1, '0');
  const at = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
  return units < 0 ? `-${text}` : text;
}

/** A rounded quotient: `units` of 10^-places. */
export interface Rounded {
  readonly units: number;
  readonly places: number;
}

const mostPlaces = 6;

/**
 * Rounds a quotient to the fewest places, from `least` to six, at which `same` still holds of the rounded value: so a
 * value that missed its target is never printed as if it had reached it. Where six places do not suffice, the value is cut
 * towards its own side instead of rounded across.
 */
export function roundedWhile(
  numerator: number,
  denominator: number,
  least: number,
  same: (rounded: Rounded) => boolean,
): Rounded {
  for (let places = least; places <= mostPlaces; places += 1) {
    const rounded = { units: roundedUnits(numerator, denominator, places), places };
    if (same(rounded)) return rounded;
  }
  const [whole] = divided(numerator, denominator, mostPlaces);
  const cut = { units: Number(whole), places: mostPlaces };
  return same(cut) ? cut : { units: cut.units + 1, places: mostPlaces };
}
