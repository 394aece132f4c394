import type { Operator } from '../core/indicators/indicator.ts';
import { isUntold, type PartResult, type Result } from '../core/indicators/result.ts';
import type { PartMeasure } from '../core/measures/measure.ts';
import { inBrackets } from './basis.ts';
import { periodWords } from './dates.ts';
import { casesWords, reasonWords, smallWords, targetWords, valueWords } from './formats.ts';
import { type Piece, type Pieces, plainText } from './paper/piece.ts';
import { joined, quote, say, text, time } from './paper/say.ts';
import { verdictWords } from './verdict.ts';

const saysWhatItIs = /[率度量数比分值]$|时间$|时长$|用时$|平均$/u;

/** The word that every passing row carries, where it is a single Chinese word: 合格, 完成, 正常. */
function passingWord(measure: PartMeasure): string | null {
  if (measure.kind !== 'share' && measure.kind !== 'coverage') return null;
  const passing = (measure.kind === 'share' ? measure.pass : measure.done) ?? [];
  const alternatives = Array.isArray(passing) ? passing : [passing];
  const [word, ...others] = new Set(alternatives.flatMap((each) => Object.values(each)));
  return others.length === 0 && typeof word === 'string' && /^\p{Script=Han}{2,4}$/u.test(word) ? word : null;
}

/** The name with the noun of its number, where the name alone does not say what the number is: 热菜温度 becomes 热菜温度合格率. */
function subjectWords(name: string, { part: { measure } }: PartResult): string {
  if (measure.kind === 'mean') return name.endsWith('平均') ? name : `${name}平均`;
  if (saysWhatItIs.test(name) || measure.kind === 'count' || measure.kind === 'sum-share' || measure.kind === 'sum') return name;
  const word = measure.kind === 'within' ? '按时' : passingWord(measure);
  if (word === null) return name;
  return name.endsWith(word) ? `${name}率` : `${name}${word}率`;
}

const shortOf: Record<Operator, string> = {
  '>=': '低于',
  '<=': '超过',
  '==': '不等于',
  '>': '未超过',
  '<': '未低于',
  between: '超出',
};

/** How the numbers of a part are printed: as plain words, or as values of a report that lead to what they rest on. */
export interface Printer {
  /** Null where there is nothing to divide by. */
  value(part: PartResult): Piece | null;
  cases(part: PartResult): Piece;
  target(part: PartResult): Piece | null;
  /** What must be said of a small sample; empty where it is not small. */
  small(part: PartResult): Pieces;
}

const plain: Printer = {
  value: (result) => {
    const { tally, target, part } = result;
    const words = isUntold(result) ? null : valueWords(tally, target, part.figure);
    return words === null ? null : text(words);
  },
  cases: ({ tally }) => text(casesWords(tally)),
  target: ({ target }) => (target === null ? null : text(targetWords(target))),
  small: (part) => [smallWords(part) ?? ''].filter((each) => each !== '').map((each) => text(each)),
};

/** ≥95%（方案）: the target with where its number comes from; null where none is in force. */
function goalPieces(part: PartResult, print: Printer): Pieces | null {
  const goal = print.target(part);
  return goal === null ? null : [goal, text(inBrackets(part.target?.basis ?? null))];
}

/** 低于目标 ≥95%, 符合目标 ≤24小时, or for events over several of the target's periods 各期均符合目标 每月≥1项. */
function againstTarget(part: PartResult, print: Printer): Pieces {
  const { verdict, target, severally } = part;
  const goal = goalPieces(part, print);
  if (target === null || goal === null) return say`没有目标`;
  if (severally) return verdict === 'met' ? say`各期均符合目标 ${goal}` : say`目标 ${goal}`;
  return say`${text(verdict === 'met' ? '符合' : shortOf[target.operator])}目标 ${goal}`;
}

/** What one part says: its value, n/N, target and verdict, or why there is none; without a full stop. */
function partWords(result: PartResult, subject: string, print: Printer): Pieces {
  const { verdict, tally } = result;
  const value = print.value(result);
  const target = goalPieces(result, print);
  const cases = tally.kind === 'count' ? [] : say`（${print.cases(result)}）`;
  const reasons = quote(result.reasons.map(reasonWords).join('；'));
  const goal = target === null ? [] : say`目标 ${target}`;
  const name = quote(subject);
  switch (verdict) {
    case 'met':
    case 'missed': {
      const because = [...(result.reasons.length === 0 ? [] : [[reasons]]), print.small(result)].filter(
        ({ length }) => length > 0,
      );
      const stands = say`${name} ${value ?? text('—')}${cases}，${againstTarget(result, print)}，${text(verdictWords(verdict))}`;
      return because.length === 0 ? stands : say`${stands}（${joined(because, '；')}）`;
    }
    case 'incomplete':
      return say`${name}${value === null ? [] : say`暂为 ${value}${cases}，${goal}；`}数据不完整，不作结论：${reasons}`;
    case 'under-way':
      return say`${name}进行中${value === null ? [] : say`，目前 ${value}${cases}`}${target === null ? [] : say`，${goal}`}：${reasons}`;
    case 'no-data':
      return say`${name}无数据：${reasons}${target === null ? [] : say`（${goal}）`}`;
    case 'not-applicable': {
      if (result.part.targets.length === 0) return say`${name} ${value ?? text('—')}${cases}：${reasons}`;
      const empty = value === null || (tally.kind === 'count' && tally.events === 0);
      return say`${name}不适用：${reasons}${empty ? [] : say`，目前 ${value}${cases}`}`;
    }
  }
}

/**
 * One sentence that answers “so what?”, as pieces: when it was, what was found, and how it stands against the target.
 * `place` names the location when the result is that of one location.
 */
export function resultPieces(result: Result, place: string, print: Printer): Pieces {
  const { indicator, parts, period, verdict } = result;
  const [only] = parts;
  const at = quote(place);
  const name = quote(indicator.name);
  if (only === undefined) return say`${time(periodWords(period))}${at}${name}尚未建立计算口径，不作结论。`;
  if (parts.length === 1)
    return say`${time(periodWords(only.judged))}${at}${partWords(only, subjectWords(indicator.name, only), print)}。`;
  const told = parts.map((part) => {
    const when = part.judged.id === period.id ? '' : periodWords(part.judged);
    return partWords(part, `${when}${subjectWords(part.part.name, part)}`, print);
  });
  return say`${time(periodWords(period))}${at}${name}${text(verdictWords(verdict))}：${joined(told, '；')}。`;
}

/** 2026年9月热菜温度合格率 98.7%（312/316），低于目标 ≥100%，未达标。 */
export const resultSentence = (result: Result, place = ''): string => plainText(resultPieces(result, place, plain));
