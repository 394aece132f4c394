import { lastDay, type Month } from '../calendar/date.ts';
import { monthPeriod } from '../calendar/period.ts';
import { plainOf } from '../changes/fields.ts';
import type { Assessment } from '../indicators/assessment.ts';
import { type Indicator, type Target, targetOn } from '../indicators/indicator.ts';
import type { PartResult } from '../indicators/result.ts';
import type { Tally } from '../measures/tally.ts';
import { canonicalText, digestOf } from './canonical.ts';
import { shortOf } from './digests.ts';
import { type SealedResult, type SealedTally, sealedResultSchema } from './seal.ts';

function tallyOf(tally: Tally): SealedTally {
  switch (tally.kind) {
    case 'ratio':
      return { numerator: tally.numerator, denominator: tally.denominator };
    case 'mean':
      return { sum: tally.sum, count: tally.count };
    case 'count':
      return { events: tally.events };
  }
}

const targetText = ({ operator, value, upTo, unit }: Target): string =>
  upTo === undefined ? `${operator} ${value} ${unit}` : `${value}–${upTo} ${unit}`;

function partOf({ part, target, verdict, tally, excluded, unknown, underWay }: PartResult): SealedResult['parts'][number] {
  return {
    verdict,
    tally: tallyOf(tally),
    ...(target === null ? {} : { target: targetText(target) }),
    unit: target?.unit ?? part.figure ?? '',
    excluded,
    unknown,
    underWay,
  };
}

const numbersOf = (tally: Tally): string => Object.values(tallyOf(tally)).join('/');

/** A digest of what a month's rows add up to at each place. */
function placesOf(assessment: Assessment, { parts }: Indicator, month: Month): string {
  const places = parts.map((part) =>
    [...assessment.places(part, month)]
      .map(
        ([place, { tally, excluded, unknown, underWay, seen }]) =>
          `${place ?? ''} ${numbersOf(tally)} ${excluded} ${unknown} ${underWay} ${seen}`,
      )
      .sort()
      .join('\n'),
  );
  return shortOf(digestOf(places.join('\n\n')));
}

/** An indicator's result of a month as it is sealed. */
export function sealedResult(assessment: Assessment, indicator: Indicator, month: Month): SealedResult {
  const { verdict, parts } = assessment.result(indicator, monthPeriod(month));
  return { verdict, parts: parts.map(partOf), places: placesOf(assessment, indicator, month) };
}

/** Whether a month has a verdict on an indicator: one whose targets all begin later was not yet asked for. */
export const isAskedIn = ({ parts }: Indicator, month: Month): boolean =>
  parts.some((part) => targetOn(part, lastDay(month)) !== null);

/** Results as they are sealed, one a line: the indicator's id and what it came to. */
export const resultLines = (results: readonly (readonly [id: string, result: SealedResult])[]): string =>
  results
    .map(([id, result]) => `${id} ${canonicalText(plainOf(result))}`)
    .sort()
    .join('\n');

/** The sealed results by indicator, each as its line has it. */
export function resultTexts(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]));
}

/** One line's result. The seal's own digest has proved the line. */
export const resultOf = (text: string): SealedResult => sealedResultSchema.parse(JSON.parse(text));
