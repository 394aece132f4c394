import type { Entry } from '../documents/library.ts';
import type { Indicator, Target } from '../indicators/indicator.ts';
import type { Edit, Plain } from './change.ts';
import { documentChange, saysOf } from './documents.ts';
import { fieldChanges, isRecord, plainOf } from './fields.ts';
import { type Pair, pairs, sidesOf } from './pairs.ts';

/** A value without the targets at any depth, which are compared each by itself. */
function withoutTargets(value: Plain): Plain {
  if (Array.isArray(value)) return value.map((each: Plain) => withoutTargets(each));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'targets')
      .map(([key, each]) => [key, withoutTargets(each)]),
  );
}

/** Whether a measure differs between two states of an indicator. */
export const measureDiffers = ({ fields }: Pick<Edit, 'fields'>): boolean =>
  fields.some(({ field }) => field === 'measure' || field.startsWith('measure.'));

export const targetEditId = (indicator: string, part: number, from: string): string => `target:${indicator}/${part}/${from}`;

/** Targets of one part, by the day from which they hold. */
function partTargets(entry: Entry<Indicator>, part: number, was: readonly Target[], is: readonly Target[]): Edit[] {
  const { id: indicator, name } = entry.data;
  const several = entry.data.parts.length > 1;
  return pairs(was, is, ({ from }) => from).flatMap((pair): Edit[] => {
    const sides = sidesOf(pair);
    const fields = fieldChanges(plainOf(pair.before ?? {}), plainOf(pair.after ?? {}));
    if (sides === null || fields.length === 0) return [];
    const list = several ? ['measure', 'parts', part, 'targets'] : ['targets'];
    const at = pair.after === null ? list : [...list, is.indexOf(pair.after)];
    const partName = several ? ` ${entry.data.parts[part]?.name ?? ''}` : '';
    return [
      {
        kind: 'target',
        id: targetEditId(indicator, part, pair.key),
        indicator,
        part,
        from: pair.key,
        change: sides.change,
        file: entry.file,
        line: entry.place(at).line ?? null,
        name: `${name}${partName}`,
        fields,
      },
    ];
  });
}

function targetEdits({ before, after }: Pair<Entry<Indicator>>): Edit[] {
  if (before === null || after === null) return [];
  const count = Math.max(before.data.parts.length, after.data.parts.length);
  return Array.from({ length: count }, (_, part) =>
    partTargets(after, part, before.data.parts[part]?.targets ?? [], after.data.parts[part]?.targets ?? []),
  ).flat();
}

/** Changed indicators and targets. An indicator that was added or removed is one edit together with its targets. */
export function indicatorEdits(before: readonly Entry<Indicator>[], after: readonly Entry<Indicator>[]): Edit[] {
  return pairs(before, after, ({ id }) => id).flatMap((pair): Edit[] => {
    const whole = pair.before === null || pair.after === null;
    const facts = documentChange(pair, whole ? saysOf : (entry) => withoutTargets(saysOf(entry)));
    const own: Edit[] = facts === null ? [] : [{ kind: 'indicator', id: `indicator:${pair.key}`, indicator: pair.key, ...facts }];
    return [...targetEdits(pair), ...own];
  });
}
