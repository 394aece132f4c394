import { type Verdict, verdictNames } from '../core/indicators/verdict.ts';
import type { Reading } from '../core/reports/commitments.ts';

/** How a verdict is shown: always a word with a shape, so that greyscale copies and screen readers lose nothing. */
export interface VerdictLook {
  readonly word: string;
  /** One character whose outline alone tells the verdict. */
  readonly shape: string;
  readonly className: string;
}

/** The look of each verdict; the one place where shapes and class names of verdicts are written. */
export const verdictLooks: Readonly<Record<Verdict, VerdictLook>> = {
  met: { word: verdictNames.met, shape: '●', className: 'is-met' },
  missed: { word: verdictNames.missed, shape: '▲', className: 'is-missed' },
  incomplete: { word: verdictNames.incomplete, shape: '◐', className: 'is-incomplete' },
  'no-data': { word: verdictNames['no-data'], shape: '○', className: 'is-no-data' },
  'under-way': { word: verdictNames['under-way'], shape: '▷', className: 'is-under-way' },
  'not-applicable': { word: verdictNames['not-applicable'], shape: '–', className: 'is-not-applicable' },
};

/** How promises are shown: by a verdict, or by what keeps them from one; never with the shape, word or colour of a verdict then. */
export const readingLooks: Readonly<Record<Reading, VerdictLook>> = {
  ...verdictLooks,
  partly: { word: '部分核对', shape: '◇', className: 'is-partly' },
  unchecked: { word: '无从核对', shape: '□', className: 'is-unchecked' },
};

/** The reading's word alone. */
export const readingWords = (reading: Reading): string => readingLooks[reading].word;

/** The verdict's word alone. */
export const verdictWords = (verdict: Verdict): string => verdictLooks[verdict].word;

/** What each verdict says, for readers who meet it for the first time. */
export const verdictMeanings: Readonly<Record<Verdict, string>> = {
  met: '数据完整，数值符合当月有效的目标。',
  missed: '数据完整，数值不符合当月有效的目标。',
  incomplete: '台账交了，但行数与交付清单不符或流水号有缺，不作结论。',
  'no-data': '有关的台账没有交，无从判断。',
  'under-way': '月份还没有过完，数值记到写明的那一天，过完后作结论。',
  'not-applicable': '当月没有应计的情况，或者还不到评价期、目标还没有生效；没有目标的补充指标只列数值。',
};

/** What each reading that is no verdict says of a promise. */
export const readingMeanings: Readonly<Record<Exclude<Reading, Verdict>, string>> = {
  partly: '只用于承诺：核对到的部分达标，其余没有核对，写明是哪一部分；不算达标。',
  unchecked: '只用于承诺：没有指标核对它，做没做到无从知道；有文件的看文件。',
};
