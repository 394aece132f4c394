import { z } from 'zod';
import { minuteOf } from '../calendar/date.ts';

export const durationUnits = ['min', 'h', 'd'] as const;
export const durationUnit = z.enum(durationUnits);
export type DurationUnit = (typeof durationUnits)[number];

/** Whether a target's unit is one of time; every other word counts or measures in its own unit. */
export const isDuration = (unit: string | undefined): unit is DurationUnit => durationUnits.some((each) => each === unit);

const minutesPer: Record<DurationUnit, number> = { min: 1, h: 60, d: 1440 };

/** A limit in whole minutes. */
export const inMinutes = (amount: number, unit: DurationUnit): number => amount * minutesPer[unit];

/** Minutes from one moment to another; negative when the second lies before. */
export const minutesBetween = (from: string, to: string): number => minuteOf(to) - minuteOf(from);

/** 35分钟, 26小时45分钟, 4天2小时: for sentences. Hours up to three days, because the plan's limits are 24小时 and 48小时. */
export function durationWords(minutes: number): string {
  const size = Math.abs(minutes);
  const days = size >= inMinutes(3, 'd') ? Math.floor(size / 1440) : 0;
  const [hours, rest] = [Math.floor((size - days * 1440) / 60), size % 60];
  const parts = [days > 0 ? `${days}天` : '', hours > 0 ? `${hours}小时` : '', rest > 0 ? `${rest}分钟` : ''].join('');
  return `${minutes < 0 ? '提前' : ''}${parts === '' ? '0分钟' : parts}`;
}
