import type { PartResult, Result } from '../core/indicators/result.ts';
import type { Verdict } from '../core/indicators/verdict.ts';
import type { Reading } from '../core/measures/tally.ts';
import type { Former } from '../core/seals/former.ts';
import type { Amendment, SealedMonth, SealedResult, SealedTally } from '../core/seals/seal.ts';
import { dateWords } from './dates.ts';
import { casesWords, valueWords } from './formats.ts';
import { verdictWords } from './verdict.ts';

/** A digest in groups of four, as it is printed and typed. */
export const grouped = (digest: string): string => (digest.match(/.{1,4}/gu) ?? []).join(' ');

/** The same on two lines of the same length: nobody loses the place while typing. */
export const digestLines = (digest: string): string[] => {
  const half = digest.length / 2;
  return [digest.slice(0, half), digest.slice(half)].map(grouped);
};

/** 签发后修订1次; empty for a month that was not amended. */
export const amendedWords = (sealed: SealedMonth | undefined): string => {
  const count = sealed?.amendments.length ?? 0;
  return count === 0 ? '' : `签发后修订${count}次`;
};

/** 修订1（2026年11月30日，A-01） */
export const amendmentWords = ({ number, date, post }: Pick<Amendment, 'number' | 'date' | 'post'>): string =>
  `修订${number}（${dateWords(date)}，${post}）`;

/** By what a sealed month is known on paper: the digest of its last amendment, which holds those of all before, or of its seal. */
export function digestMark({ seal, amendments }: SealedMonth): { readonly label: string; readonly digest: string } {
  const last = amendments.at(-1);
  return last === undefined
    ? { label: '封存摘要', digest: seal.digest }
    : { label: `修订${last.number}的封存摘要`, digest: last.digest };
}

/** A tally as the engine has it, from a seal's. */
function tallyOf(sealed: SealedTally): Reading {
  if ('numerator' in sealed) return { kind: 'ratio', ...sealed };
  return 'sum' in sealed ? { kind: 'mean', ...sealed } : { kind: 'count', ...sealed };
}

type SealedPart = SealedResult['parts'][number];

/** What there is to say of a part: its verdict, unless nothing is asked of its number, and the number with its cases. */
interface Said {
  readonly verdict: Verdict;
  readonly tally: Reading;
  readonly value: string | null;
  readonly isFigure: boolean;
}

/** 未达标，94.3%（50/53）; 94.3%（50/53） of a mere figure. */
function saidWords({ verdict, tally, value, isFigure }: Said): string {
  if (value === null || verdict === 'no-data') return verdictWords(verdict);
  const cases = tally.kind === 'count' ? '' : `（${casesWords(tally)}）`;
  return isFigure ? `${value}${cases}` : `${verdictWords(verdict)}，${value}${cases}`;
}

/** What a part said when it was sealed; `now` lends its target to the rounding where it is in the same unit. */
function formerPart({ verdict, tally: sealed, unit, target: wanted }: SealedPart, now: PartResult | undefined): string {
  const tally = tallyOf(sealed);
  const target = now?.target?.unit === unit ? now.target : null;
  const value = valueWords(tally, target, unit === '' ? undefined : unit);
  return saidWords({ verdict, tally, value, isFigure: verdict === 'not-applicable' && wanted === undefined });
}

function presentPart({ verdict, tally, target, part }: PartResult): string {
  const value = valueWords(tally, target, part.figure);
  return saidWords({ verdict, tally, value, isFigure: verdict === 'not-applicable' && target === null });
}

/** What a result said when it was sealed, each part by its name where there are several; `now` is null where it is no more. */
export function sealedResultWords({ verdict, parts }: SealedResult, now: Result | null): string {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return formerPart(only, now?.parts[0]);
  const told = parts.map((part, at) => {
    const name = now?.parts[at]?.part.name ?? `第${at + 1}项`;
    return `${name} ${formerPart(part, now?.parts[at])}`;
  });
  return [verdictWords(verdict), ...told].join('；');
}

/** 修订1以前：未达标，94.3%（50/53）: what stood in the place of a result, for wherever it stands. */
export const formerWords = ({ amendment, result }: Former, now: Result): string =>
  `修订${amendment.number}以前：${result === null ? '没有这项指标' : sealedResultWords(result, now)}`;

/** 修订1以前：未达标, of a result whose parts tell the rest. */
export const formerVerdictWords = ({ amendment, result }: Former): string =>
  `修订${amendment.number}以前：${result === null ? '没有这项指标' : verdictWords(result.verdict)}`;

/** The same for one part of several; null where it said the same as now. */
export function formerPartWords({ amendment, result }: Former, now: Result, part: PartResult): string | null {
  const sealed = result?.parts[now.parts.indexOf(part)];
  if (sealed === undefined) return null;
  const was = formerPart(sealed, part);
  return was === presentPart(part) ? null : `修订${amendment.number}以前：${was}`;
}

/** 修订1（2026年11月30日，A-01）：漏记一行，已补。地面合格率：未达标，94.3%（50/53） → 达标，96.2%（51/53）。 `resultOf` gives what an indicator says now. */
export function amendmentSentence(amendment: Amendment, resultOf: (indicator: string) => Result | null): string {
  const results = amendment.changes.flatMap((change) => {
    if (change.kind !== 'result') return [];
    const now = resultOf(change.indicator);
    const [before, after] = [change.before, change.after].map((each) => (each === null ? '没有' : sealedResultWords(each, now)));
    return [`${now?.indicator.name ?? change.indicator}：${before} → ${after}`];
  });
  const told = results.length === 0 ? '各项结论不变' : results.join('；');
  return `${amendmentWords(amendment)}：${amendment.reason.replace(/。$/u, '')}。${told}。`;
}
