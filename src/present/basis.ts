import { type Basis, bases, type MissedBy, missedBy } from '../core/indicators/basis.ts';
import type { Result } from '../core/indicators/result.ts';
import type { Verdict } from '../core/indicators/verdict.ts';
import { countVerdicts, urgency } from '../core/reports/verdicts.ts';
import { verdictWords } from './verdict.ts';

/** Where a target's number comes from, in a word; the one place where these words are written. */
export const basisWords: Readonly<Record<Basis, string>> = { plan: '方案', implied: '推得', proposed: '建议' };

/** The heading of a column of these words. */
export const basisLabel = '目标来源';

/** The heading of a column that tells misses apart by it. */
export const missedLabel = '未达标中';

/** What each word says, for readers who meet it for the first time. */
export const basisMeanings: Readonly<Record<Basis, string>> = {
  plan: '目标的数值印在方案中',
  implied: '方案没有印数值，由它的定性要求推得',
  proposed: '方案没有印数值，由本站建议',
};

/** How the words are read in a matrix, where they stand once for a row. */
export const basisRule = `“${basisLabel}”一列管整行；格内另有字的，那一格以该字为准。`;

/** The word of a basis, or a dash where no target is in force. */
export const basisOrDash = (basis: Basis | null): string => (basis === null ? '—' : basisWords[basis]);

/** （推得）: behind a target or a verdict; nothing where no target is in force. */
export const inBrackets = (basis: Basis | null): string => (basis === null ? '' : `（${basisWords[basis]}）`);

/** The bases of which something was missed, the firmest first. */
export const basesMissed = (by: MissedBy): Basis[] => bases.filter((basis) => by[basis] > 0);

/** Prints the number of misses of a basis, and the words between. */
interface Printer<Run> {
  count(basis: Basis): Run;
  words(text: string): Run;
}

/** 方案1、推得3: misses by the basis of their targets; nothing where there is none. */
export const basisRuns = <Run>(by: MissedBy, { count, words }: Printer<Run>): Run[] =>
  basesMissed(by).flatMap((basis, at) => [words(`${at === 0 ? '' : '、'}${basisWords[basis]}`), count(basis)]);

/** The same in a cell; a dash where there is none. */
export const missedCell = (by: MissedBy): string =>
  basisRuns(by, { count: (basis) => String(by[basis]), words: (text) => text }).join('') || '—';

/**
 * How misses stand, told behind their number `total` by whoever prints it: ，其中1项为方案数值、3项为推得数值. Of one kind alone there is nothing to tell apart: ，均为推得数值, or of one miss ，为推得数值.
 */
export function missedRuns<Run>(by: MissedBy, { count, words }: Printer<Run>): Run[] {
  const own = basesMissed(by);
  const [only, ...others] = own;
  if (only === undefined) return [];
  if (others.length === 0) return [words(`，${by[only] === 1 ? '' : '均'}为${basisWords[only]}数值`)];
  return own.flatMap((basis, at) => [words(at === 0 ? '，其中' : '、'), count(basis), words(`为${basisWords[basis]}数值`)]);
}

/** 4项未达标，其中1项为方案数值、3项为推得数值 */
export function missedPhrase(by: MissedBy): string {
  const all = bases.reduce((sum, basis) => sum + by[basis], 0);
  const runs = missedRuns(by, { count: (basis) => `${by[basis]}项`, words: (text) => text });
  return `${all}项${verdictWords('missed')}${runs.join('')}`;
}

/** The cells of a row that counts verdicts, those that are asked for: behind the misses, by what they are told apart. */
export function verdictCounts(results: readonly Result[], counted: readonly Verdict[]): string[] {
  const counts = countVerdicts(results);
  return counted.flatMap((verdict) =>
    verdict === 'missed' ? [String(counts.missed), missedCell(missedBy(results))] : [String(counts[verdict])],
  );
}

/** The headings of such a row. */
export const verdictHeads = (counted: readonly Verdict[]): string[] =>
  counted.flatMap((verdict) => (verdict === 'missed' ? [verdictWords(verdict), missedLabel] : [verdictWords(verdict)]));

/** How many results have which verdict, the most urgent first, each as a phrase; misses by the basis of their targets. */
export function verdictPhrases(results: readonly Result[]): string[] {
  const counts = countVerdicts(results);
  return urgency
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => (verdict === 'missed' ? missedPhrase(missedBy(results)) : `${counts[verdict]}项${verdictWords(verdict)}`));
}
