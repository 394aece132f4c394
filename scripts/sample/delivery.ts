import { addMonths, type DateText, type Month } from '../../src/core/calendar/date.ts';
import type { Log } from '../../src/core/logs/log.ts';
import { csvText } from './csv.ts';
import { workingDays } from './days.ts';
import { Random } from './random.ts';
import { lateMonths } from './stories.ts';

/** A log as handed in: how many rows the slip claims. */
export interface Handed {
  readonly log: Log;
  readonly rows: number;
}

/** The 2nd to the 5th of the next month, on a working day if there is one. */
function handedOn(month: Month): DateText {
  const next = addMonths(month, 1);
  const random = new Random(`delivery ${month}`);
  const days = workingDays(next, 2, 5);
  return days.length > 0 ? random.pick(days) : `${next}-0${random.int(2, 5)}`;
}

/** The delivery slip: one line for every log handed in, 0 rows being a nil return. */
export function slipText(month: Month, handed: readonly Handed[]): string {
  const late = lateMonths.find((story) => story.month === month);
  const on = late?.on ?? handedOn(month);
  const note = (rows: number) => late?.note ?? (rows === 0 ? '本月未发生，零报告' : '');
  return csvText([
    ['台账', '行数', '交付日期', '交付岗位', '备注'],
    ...handed.map(({ log, rows }) => [log.name, String(rows), on, 'GL-01', note(rows)]),
  ]);
}
