import { z } from 'zod';
import { minuteOf } from '../calendar/date.ts';

export const durationUnits = ['min', 'h', 'd'] as const;
export const durationUnit = z.enum(durationUnits);
export type DurationUnit = (typeof durationUnits)[number];

const minutesPer: Record<DurationUnit, number> = { min: 1, h: 60, d: 1440 };

/** A limit in whole minutes. */
export const inMinutes = (amount: number, unit: DurationUnit): number => amount * minutesPer[unit];

/** Minutes from one moment to another; negative when the second lies before. */
export const minutesBetween = (from: string, to: string): number => minuteOf(to) - minuteOf(from);

/** 35分钟, 3小时20分钟, 2天4小时: for sentences. */
export function durationWords(minutes: number): string {
  const size = Math.abs(minutes);
  const [days, hours, rest] = [Math.floor(size / 1440), Math.floor((size % 1440) / 60), size % 60];
  const parts = [days > 0 ? `${days}天` : '', hours > 0 ? `${hours}小时` : '', rest > 0 ? `${rest}分钟` : ''].join('');
  return `${minutes < 0 ? '提前' : ''}${parts === '' ? '0分钟' : parts}`;
}
