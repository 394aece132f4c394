import { describe, expect, it } from 'vitest';
import { axisFor } from './axis.ts';

describe('the value axis', () => {
  it('begins a percentage at 0, 50, 80 or 90 below every value and target, and ends it at 100', () => {
    expect(axisFor([98.7, 100], '%', false)).toEqual({ min: 90, max: 100, ticks: [90, 92, 94, 96, 98, 100] });
    expect(axisFor([88.5, 95], '%', false)).toEqual({ min: 80, max: 100, ticks: [80, 85, 90, 95, 100] });
    expect(axisFor([76, 95], '%', false).min).toBe(50);
    expect(axisFor([12, 95], '%', false)).toEqual({ min: 0, max: 100, ticks: [0, 20, 40, 60, 80, 100] });
  });

  it('never puts a value on the lower end of an axis that does not begin at zero', () => {
    expect(axisFor([90, 100], '%', false).min).toBe(80);
    expect(axisFor([50, 100], '%', false).min).toBe(0);
  });

  it('begins low percentages, counts and durations at zero', () => {
    expect(axisFor([0.6, 2.8, 2], '%', false)).toEqual({ min: 0, max: 3, ticks: [0, 1, 2, 3] });
    expect(axisFor([0, 0, 0], '起', true)).toEqual({ min: 0, max: 2, ticks: [0, 1, 2] });
    expect(axisFor([4, 0], '次', true)).toEqual({ min: 0, max: 5, ticks: [0, 1, 2, 3, 4, 5] });
    expect(axisFor([2.8, 24], '小时', false)).toEqual({ min: 0, max: 30, ticks: [0, 6, 12, 18, 24, 30] });
  });

  it('holds every number, whatever its size', () => {
    for (const top of [1, 3, 7, 19, 24, 25, 99, 480, 12345]) expect(axisFor([top], '次', true).max).toBeGreaterThanOrEqual(top);
    expect(axisFor([], '%', false)).toMatchObject({ max: 100 });
  });
});
