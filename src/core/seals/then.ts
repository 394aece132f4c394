import type { DateText } from '../calendar/date.ts';
import type { Plain } from '../changes/change.ts';
import { isRecord } from '../changes/fields.ts';

const isDay = (value: Plain | undefined): value is DateText => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value);

/** Whether something says of itself that it holds on a day, or does not say when it holds. */
function holdsOn(value: Plain, day: DateText): boolean {
  if (!isRecord(value)) return true;
  const { from, since, until } = value;
  return [from, since].every((each) => !isDay(each) || each <= day) && (!isDay(until) || day <= until);
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

const beginning = (target: Plain): string => (isRecord(target) ? String(target.from) : '');

/** The target in force: of those that have begun, the one that began last. */
const inForce = (targets: readonly Plain[], day: DateText): readonly Plain[] =>
  targets
    .filter((each) => holdsOn(each, day))
    .sort((a, b) => (beginning(a) < beginning(b) ? -1 : 1))
    .slice(-1);

/** A definition as it held on a day: without what began later or had ended, and of its targets the one in force. */
export function asOf(value: Plain, day: DateText): Plain {
  if (isList(value)) return value.filter((each) => holdsOn(each, day)).map((each) => asOf(each, day));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => holdsOn(each, day))
      .map(([key, each]) => [key, key === 'targets' && isList(each) ? inForce(each, day) : asOf(each, day)]),
  );
}

/** The days on which something in a definition begins or ends: between two of them it is the same. */
export function turningDays(value: Plain): readonly DateText[] {
  if (isList(value)) return value.flatMap(turningDays);
  if (!isRecord(value)) return [];
  const own = [value.from, value.since, value.until].filter(isDay);
  return [...own, ...Object.values(value).flatMap(turningDays)];
}
