import type { ChartAxis } from './spec.ts';

/** The numbers at which an axis may end; every axis has few and round ticks. */
const wholePercent = [0, 50, 80, 90] as const;
const percentStep: Record<(typeof wholePercent)[number], number> = { 0: 20, 50: 10, 80: 5, 90: 2 };

function axisOf(min: number, max: number, step: number): ChartAxis {
  const count = Math.round((max - min) / step);
  return { min, max, ticks: Array.from({ length: count + 1 }, (_, index) => Math.round((min + index * step) * 1000) / 1000) };
}

const hourSteps = [1, 2, 3, 6, 12, 24, 48, 96, 240];
const minuteSteps = [5, 10, 15, 30, 60, 120, 360, 720];

/** The smallest round step that reaches `top` in at most five steps: hours and minutes as clocks divide them, others 1, 2, 5, 10, … */
function roundStep(top: number, unit: string, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(top / 5));
  const decimal = [1, 2, 5, 10].map((each) => each * (whole ? Math.max(1, power) : power));
  const steps = unit === '小时' ? hourSteps : unit === '分钟' ? minuteSteps : decimal;
  return steps.find((each) => each * 5 >= top) ?? top;
}

/**
 * An axis that does not mislead. Counts and durations begin at zero. Percentages end at 100 and begin at 0, 50, 80 or 90,
 * whichever is the highest below every value and target (the picture says so when it is not zero); percentages that all
 * stay low, such as losses, begin at zero.
 */
export function axisFor(numbers: readonly number[], unit: string, whole: boolean): ChartAxis {
  const [lowest, highest] = [Math.min(...numbers, Number.POSITIVE_INFINITY), Math.max(...numbers, 0)];
  if (unit !== '%' || (numbers.length > 0 && highest <= 40)) {
    const step = roundStep(Math.max(highest * 1.05, whole ? 2 : 1), unit, whole);
    return axisOf(0, step * Math.max(whole ? 2 : 1, Math.ceil((highest * 1.02) / step)), step);
  }
  const min = [...wholePercent].reverse().find((each) => each <= lowest - (each === 0 ? 0 : 1)) ?? 0;
  return axisOf(min, 100, percentStep[min]);
}
