import { type Alternatives, alternativesOf, type Conditions, columnsIn } from '../csv/condition.ts';
import type { Measure } from './measure.ts';

/** The columns of its log that a measure reads: those that decide how a row counts, and those that are only shown. */
export interface MeasureColumns {
  readonly decides: readonly string[];
  readonly read: readonly string[];
}

/** The log's own column in a condition's key: `area` of `area.kind`. */
const fieldOf = (key: string): string => key.split('.')[0] ?? key;

const inConditions = (conditions: Conditions | undefined): string[] => columnsIn(conditions ?? {});
const inAlternatives = (alternatives: Alternatives | undefined): string[] => alternativesOf(alternatives).flatMap(inConditions);

/** What a kind of measure reads beside its `where` and `exclude`. */
function ownColumns(measure: Measure): string[] {
  switch (measure.kind) {
    case 'share':
      return inAlternatives(measure.pass);
    case 'within':
      return [measure.from, measure.to, ...measure.limits.flatMap(({ where }) => inConditions(where))].map(fieldOf);
    case 'coverage':
      return [...Object.keys(measure.match), ...inAlternatives(measure.done)].map(fieldOf);
    case 'sum-share':
      return [measure.numerator, measure.denominator];
    case 'mean':
      return typeof measure.of === 'string' ? [measure.of] : [measure.of.from, measure.of.to];
    case 'side':
      return measure.each === undefined ? [] : [measure.each];
    case 'count':
      return [];
  }
}

/** Every column of its log that a measure asks for. */
export function columnsOf(measure: Measure): MeasureColumns {
  const excluded = measure.exclude.flatMap(({ where }) => inConditions(where));
  const shown = [...measure.exclude.map(({ because }) => because), 'because' in measure ? measure.because : undefined];
  return {
    decides: [...new Set([...inConditions(measure.where), ...excluded, ...ownColumns(measure)])],
    read: [...new Set(shown.flatMap((field) => (field === undefined ? [] : [fieldOf(field)])))],
  };
}
