import type { Passes } from '../core/indicators/passes.ts';
import type { Reading } from '../core/measures/tally.ts';
import { dateWords } from './dates.ts';
import { casesWords, valueWords } from './formats.ts';

/** What passed at once, and what passed when it was looked at again; the one place where these words are written. */
export const passLabels = { first: '一次合格率', after: '复查后' } as const;

/** 98.7%（312/316） */
export const passWords = (tally: Reading): string => `${valueWords(tally, null) ?? '—'}（${casesWords(tally)}）`;

/** By which of the two the verdict goes, and why. */
export const passRule = ({ decision }: Passes): string =>
  decision === null
    ? '结论按一次合格计：没有决定说复查合格可以算作合格，复查后的数只并列，不改变结论。'
    : `自${dateWords(decision.from)}起结论按复查后计，依据是：${decision.decision}此前按一次合格计。`;
