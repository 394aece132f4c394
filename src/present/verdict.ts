import type { Verdict } from '../core/indicators/verdict.ts';

/** How a verdict is shown: always a word with a shape, so that greyscale copies and screen readers lose nothing. */
export interface VerdictLook {
  readonly word: string;
  /** One character whose outline alone tells the verdict. */
  readonly shape: string;
  readonly className: string;
}

/** The look of each verdict; the one place where words, shapes and class names of verdicts are written. */
export const verdictLooks: Readonly<Record<Verdict, VerdictLook>> = {
  met: { word: '达标', shape: '●', className: 'is-met' },
  missed: { word: '未达标', shape: '▲', className: 'is-missed' },
  incomplete: { word: '数据不完整', shape: '◐', className: 'is-incomplete' },
  'no-data': { word: '无数据', shape: '○', className: 'is-no-data' },
  'not-applicable': { word: '不适用', shape: '–', className: 'is-not-applicable' },
};

/** The verdict's word alone. */
export const verdictWords = (verdict: Verdict): string => verdictLooks[verdict].word;

/** What each verdict says, for readers who meet it for the first time. */
export const verdictMeanings: Readonly<Record<Verdict, string>> = {
  met: '数据完整，数值符合当月有效的目标。',
  missed: '数据完整，数值不符合当月有效的目标。',
  incomplete: '台账交了，但行数与交付清单不符或流水号有缺，不作结论。',
  'no-data': '有关的台账没有交，无从判断。',
  'not-applicable': '当月没有应计的情况，或者还不到评价期、目标还没有生效；没有目标的补充指标只列数值。',
};
