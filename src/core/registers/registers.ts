import {
  addMonths,
  type DateText,
  dateOfDay,
  datesOf,
  dayOf,
  earlier,
  firstDay,
  lastDay,
  type Month,
  monthNumber,
  monthOf,
  weekday,
} from '../calendar/date.ts';
import { isWorkday, type SpecialDay, type WorkCalendar } from '../calendar/workdays.ts';
import type { Values } from '../csv/column.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Register } from './register.ts';

/** An entry of a register by its id. */
export interface RegisterTable {
  readonly register: Register;
  readonly records: readonly TableRecord[];
  readonly byId: ReadonlyMap<string, Values>;
}

export type Registers = ReadonlyMap<string, RegisterTable>;

const idOf = (register: Register, values: Values) => String(values[register.spellings[0] ?? ''] ?? '');

export function registerTable(register: Register, records: readonly TableRecord[]): RegisterTable {
  return { register, records, byId: new Map(records.map(({ values }) => [idOf(register, values), values])) };
}

/** The places in which a place lies, the outermost first: by the column `within` of their register, where the contract has one. */
export function outerPlaces(registers: Registers, location: string): string[] {
  const places = registers.get('locations')?.byId;
  const outer: string[] = [];
  for (let at = places?.get(location)?.within; typeof at === 'string'; at = places?.get(at)?.within) {
    if (at === location || outer.includes(at)) break;
    outer.unshift(at);
  }
  return outer;
}

/** The days on which the calendar register departs from the plain week. */
export function workCalendarOf(registers: Registers): WorkCalendar {
  const records = registers.get('calendar')?.records ?? [];
  return new Map(
    records.map(({ values }): [DateText, SpecialDay] => [String(values.date), values.kind === '节假日' ? 'holiday' : 'workday']),
  );
}

export const frequencies = ['每日', '每工作日', '每周', '每半月', '每月', '每两月', '每季度', '每半年', '每年'] as const;
export type Frequency = (typeof frequencies)[number];

/** How many months the frequencies last that are longer than one. */
const monthsOf = { 每两月: 2, 每季度: 3, 每半年: 6, 每年: 12 } as const;

/** A time within which one occurrence is due; both days are included. */
export interface Slot {
  readonly from: DateText;
  readonly to: DateText;
}

/**
 * The slots of a frequency that are judged in a month. A week is judged, with all its days, in the month that holds its Thursday
 * (as ISO 8601 assigns weeks to years); half a month ends on the 15th or on the last day; what is longer than a month is
 * judged in its last month, counted from January, and may be done on any of its days.
 */
export function slotsOf(frequency: Frequency, month: Month, calendar: WorkCalendar): Slot[] {
  const whole: Slot = { from: firstDay(month), to: lastDay(month) };
  switch (frequency) {
    case '每日':
      return datesOf(month).map((date) => ({ from: date, to: date }));
    case '每工作日':
      return datesOf(month)
        .filter((date) => isWorkday(date, calendar))
        .map((date) => ({ from: date, to: date }));
    case '每周':
      return datesOf(month)
        .filter((date) => weekday(date) === 4)
        .map((thursday) => ({ from: dateOfDay(dayOf(thursday) - 3), to: dateOfDay(dayOf(thursday) + 3) }));
    case '每月':
      return [whole];
    case '每半月':
      return [
        { from: whole.from, to: `${month}-15` },
        { from: `${month}-16`, to: whole.to },
      ];
    case '每两月':
    case '每季度':
    case '每半年':
    case '每年': {
      const months = monthsOf[frequency];
      const first = firstDay(addMonths(month, 1 - months));
      return monthNumber(month) % months === 0 ? [{ from: first, to: whole.to }] : [];
    }
  }
}

/** The days of a slot. */
export const slotWords = ({ from, to }: Slot): string => (from === to ? from : `${from} 至 ${to}`);

/** One thing that was due: an entry of the schedule in one slot. */
export class Occurrence {
  readonly entry: Values;
  readonly slot: Slot;

  constructor(entry: Values, slot: Slot) {
    this.entry = entry;
    this.slot = slot;
  }

  get id(): string {
    return `${this.entry.id}/${this.slot.from}`;
  }
}

const isFrequency = (text: unknown): text is Frequency => frequencies.some((each) => each === text);

/** What an entry of the schedule makes due in a month, in time's order. */
export interface Due {
  readonly entry: Values;
  readonly slots: readonly Slot[];
}

const entriesByLog = new WeakMap<Registers, ReadonlyMap<string, readonly Values[]>>();

/** The schedule's entries by the log in which they are recorded, sorted out once for each ledger. */
function scheduled(registers: Registers): ReadonlyMap<string, readonly Values[]> {
  const kept = entriesByLog.get(registers);
  if (kept !== undefined) return kept;
  const byLog = new Map<string, Values[]>();
  for (const { values } of registers.get('schedule')?.records ?? []) {
    const log = String(values.log);
    const entries = byLog.get(log) ?? [];
    if (entries.length === 0) byLog.set(log, entries);
    entries.push(values);
  }
  entriesByLog.set(registers, byLog);
  return byLog;
}

/** The slots of a month in which an entry is valid on the last day that lies in the month: what begins later owes nothing yet. */
function validSlots({ from, to }: Values, slots: readonly Slot[], month: Month): readonly Slot[] {
  const [first, last, end] = [String(from), to === null ? '9999' : String(to), lastDay(month)];
  const isValid = (slot: Slot) => {
    const day = earlier(slot.to, end);
    return first <= day && day <= last;
  };
  return slots.every(isValid) ? slots : slots.filter(isValid);
}

/** The month whose slots of a frequency hold a day: that of the week's Thursday, the last of a quarter. */
function monthOfSlot(frequency: Frequency, day: DateText): Month {
  switch (frequency) {
    case '每日':
    case '每工作日':
    case '每半月':
    case '每月':
      return monthOf(day);
    case '每周':
      return monthOf(dateOfDay(dayOf(day) + 4 - weekday(day)));
    case '每两月':
    case '每季度':
    case '每半年':
    case '每年': {
      const months = monthsOf[frequency];
      return addMonths(monthOf(day), (months - (monthNumber(monthOf(day)) % months)) % months);
    }
  }
}

/** A slot of the schedule and the month that judges it. */
export interface JudgedSlot {
  readonly month: Month;
  readonly slot: Slot;
}

/** The slot in which something is done on a day for an entry of the schedule; null where the entry is not due on that day. */
export function slotJudging(entry: Values, day: DateText, calendar: WorkCalendar): JudgedSlot | null {
  if (!isFrequency(entry.frequency)) return null;
  const month = monthOfSlot(entry.frequency, day);
  const slots = slotsOf(entry.frequency, month, calendar).filter(({ from, to }) => from <= day && day <= to);
  const [slot] = validSlots(entry, slots, month);
  return slot === undefined ? null : { month, slot };
}

function expand(registers: Registers, calendar: WorkCalendar, log: string, month: Month): readonly Due[] {
  const slots = new Map<Frequency, readonly Slot[]>();
  const due: Due[] = [];
  for (const entry of scheduled(registers).get(log) ?? []) {
    const { frequency } = entry;
    if (!isFrequency(frequency)) continue;
    const all = slots.get(frequency) ?? slotsOf(frequency, month, calendar);
    slots.set(frequency, all);
    const valid = validSlots(entry, all, month);
    if (valid.length > 0) due.push({ entry, slots: valid });
  }
  return due;
}

/** The latest answer for each ledger's registers: many measures ask for the same log and month one after another. */
const latest = new WeakMap<Registers, { calendar: WorkCalendar; log: string; month: Month; due: readonly Due[] }>();

/** What the schedule makes due for a log in a month, by entry in the schedule's order. An entry counts when it is valid on the slot's last day in the month. */
export function dueOf(registers: Registers, calendar: WorkCalendar, log: string, month: Month): readonly Due[] {
  const kept = latest.get(registers);
  if (kept?.log === log && kept.month === month && kept.calendar === calendar) return kept.due;
  const due = expand(registers, calendar, log, month);
  latest.set(registers, { calendar, log, month, due });
  return due;
}

/** Of what is due, that whose time is over when a day ends. */
export const dueBy = (due: readonly Due[], day: DateText): readonly Due[] =>
  due.map(({ entry, slots }) => ({ entry, slots: slots.filter(({ to }) => to <= day) })).filter(({ slots }) => slots.length > 0);

/** What the schedule makes due for a log in a month, one after another. */
export function occurrencesOf(registers: Registers, calendar: WorkCalendar, log: string, month: Month): readonly Occurrence[] {
  return dueOf(registers, calendar, log, month).flatMap(({ entry, slots }) => slots.map((slot) => new Occurrence(entry, slot)));
}
