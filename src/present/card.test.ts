import { expect, it } from 'vitest';
import { card } from './card.ts';

const at = ({ width, bytes }: ReturnType<typeof card>, x: number, y: number) => [
  ...bytes.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

it('is white where no mark stands, and full colour in the middle of one', () => {
  const picture = card([['met', 'missed']]);
  expect(picture.bytes.length).toBe(1200 * 630 * 3);
  expect(at(picture, 5, 5)).toEqual([255, 255, 255]);
  // Two cells of 555 pixels beside a margin of 45: their middles lie at 322 and 877, half-way down.
  expect(at(picture, 322, 315)).toEqual([0, 114, 178]);
  expect(at(picture, 877, 315)).toEqual([213, 94, 0]);
});

it('draws a ring hollow and nothing for no rows', () => {
  expect(at(card([['no-data']]), 600, 315)).toEqual([255, 255, 255]);
  expect(card([]).bytes.every((byte) => byte === 255)).toBe(true);
});
