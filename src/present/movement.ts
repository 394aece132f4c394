import { isDuration } from '../core/measures/duration.ts';
import type { Reading } from '../core/measures/tally.ts';
import {
  type Course,
  courseOf,
  type Difference,
  type Direction,
  differenceBetween,
  type Movement,
} from '../core/reports/movement.ts';
import { dateWords } from './dates.ts';
import { durationText, targetWords, unitWords } from './formats.ts';
import type { Piece, Pieces } from './paper/piece.ts';
import { say, text } from './paper/say.ts';
import { decimalText, roundedWhile } from './rounding.ts';

/** What a movement means for the service, under the target's direction. What the number itself did is said by `differenceWords`. */
export const directionWords: Readonly<Record<Direction, string>> = {
  better: '好转',
  worse: '变差',
  steady: '基本持平',
  undecided: '不足以判断',
  unknown: '无法判断',
};

const courseWords: Readonly<Record<Course, string>> = { rose: '上升', fell: '下降', same: '没有变化' };

/** How far, without the way it went: 2.1个百分点, 35分钟, 0.25分, 2起. As many digits as it takes to see that there is a difference. */
function sizeWords({ numerator, denominator }: Difference, kind: Reading['kind'], unit: string | null): string {
  const size = (factor: number, least: number) =>
    roundedWhile(Math.abs(numerator) * factor, denominator, least, ({ units }) => units > 0);
  const named = unit === null ? '' : unitWords(unit);
  switch (kind) {
    case 'ratio': {
      const { units, places } = size(100, 1);
      return `${decimalText(units, places)}个百分点`;
    }
    case 'mean': {
      if (unit !== null && isDuration(unit)) return durationText(size(1, 0), unit);
      const { units, places } = size(1, 2);
      return `${decimalText(units, places)}${named}`;
    }
    case 'count':
      return `${Math.abs(numerator)}${named}`;
  }
}

/**
 * 上升2.1个百分点, 下降35分钟, 没有变化: which way a number went and how far, in one, so that no word beside it has to say
 * which way again. A dash where there is nothing to compare.
 */
export function differenceWords(before: Reading, after: Reading, unit: string | null): string {
  const difference = differenceBetween(before, after);
  if (difference === null) return '—';
  const course = courseOf(difference);
  return course === 'same' ? courseWords.same : `${courseWords[course]}${sizeWords(difference, after.kind, unit)}`;
}

/** 变差，上升2.1个百分点: what a movement means, and the number's own way and size where it is told. */
export const movementPieces = (direction: Direction, difference: Piece | null): Pieces => {
  const meaning = text(directionWords[direction]);
  return difference === null ? [meaning] : say`${meaning}，${difference}`;
};

/** What was not alike in both periods: 当时的目标为 ≥95%; 2026-10-01起复查合格计入，两期口径不同. */
export const unlikeWords = ({ before, retargeted, redefined }: Movement): string[] => [
  ...(retargeted && before.target !== null ? [`当时的目标为 ${targetWords(before.target)}`] : []),
  ...(redefined === null ? [] : [`${dateWords(redefined)}起复查合格计入，两期口径不同`]),
];
