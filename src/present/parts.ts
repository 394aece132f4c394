import { basisOf } from '../core/indicators/basis.ts';
import { isUntold, type PartResult, type Result } from '../core/indicators/result.ts';
import { basisOrDash } from './basis.ts';
import { casesWords, reasonWords, targetWords, valueWords } from './formats.ts';

/** A part's value in words; a dash where there are no data, because a zero would read as a result. */
export const partValue = (part: PartResult): string =>
  isUntold(part) ? '—' : (valueWords(part.tally, part.target, part.part.figure) ?? '—');

/** n/N or the number of cases; a dash where there are no data. */
export const partCases = (part: PartResult): string => (isUntold(part) ? '—' : casesWords(part.tally));

export const partTarget = (part: PartResult): string => (part.target === null ? '—' : targetWords(part.target));

/** Where the number of a part's target comes from; a dash where no target is in force. */
export const partBasis = (part: PartResult): string => basisOrDash(part.target?.basis ?? null);

/** What a reader must know beside the number: why there is no plain verdict, and whether the sample is small. */
export const partNotes = (part: PartResult): string =>
  [...part.reasons.map(reasonWords), ...(part.small ? ['样本少'] : [])].join('；');

/** What is told of a result in the cells of a row. */
export interface ResultCells {
  readonly target: string;
  /** The basis on which the verdict stands. */
  readonly basis: string;
  readonly value: string;
  readonly cases: string;
}

/** The values of all parts of a result, each named when there are several. */
export function resultCells(result: Result): ResultCells {
  const several = result.parts.length > 1;
  const join = (words: (part: PartResult) => string) =>
    result.parts.map((part) => (several ? `${part.part.name} ${words(part)}` : words(part))).join('；') || '—';
  return { target: join(partTarget), basis: basisOrDash(basisOf(result)), value: join(partValue), cases: join(partCases) };
}
