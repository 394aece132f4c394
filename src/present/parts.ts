import type { PartResult, Result } from '../core/indicators/result.ts';
import { casesWords, reasonWords, targetWords, valueWords } from './formats.ts';

/** A part's value in words; a dash where there are no data, because a zero would read as a result. */
export const partValue = (part: PartResult): string =>
  part.verdict === 'no-data' ? '—' : (valueWords(part.tally, part.target, part.part.figure) ?? '—');

/** n/N or the number of cases; a dash where there are no data. */
export const partCases = (part: PartResult): string => (part.verdict === 'no-data' ? '—' : casesWords(part.tally));

export const partTarget = (part: PartResult): string => (part.target === null ? '—' : targetWords(part.target));

/** What a reader must know beside the number: why there is no plain verdict, and whether the sample is small. */
export const partNotes = (part: PartResult): string =>
  [...part.reasons.map(reasonWords), ...(part.small ? ['样本少'] : [])].join('；');

/** The values of all parts of a result, each named when there are several. */
export function resultCells(result: Result): { readonly target: string; readonly value: string; readonly cases: string } {
  const several = result.parts.length > 1;
  const join = (words: (part: PartResult) => string) =>
    result.parts.map((part) => (several ? `${part.part.name} ${words(part)}` : words(part))).join('；') || '—';
  return { target: join(partTarget), value: join(partValue), cases: join(partCases) };
}
