import {
  civilDate,
  type DateText,
  dateOfDay,
  dayNumber,
  isCivil,
  type Month,
  monthNumber,
  monthOf,
  yearOf,
} from '../calendar/date.ts';
import type { Value } from './column.ts';
import { Fault, normalise, oddDigits, parted, quote, Repaired, scientific } from './reading.ts';

const isoDate = /^\d{4}-\d{2}-\d{2}$/u;
const dateForms = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
];
const yearless = [/^(\d{1,2})月(\d{1,2})[日号]$/u, /^(\d{1,2})[-/](\d{1,2})$/u];
const dateHint = '请写成 2026-01-05 这样的日期';
/** What a spreadsheet adds to a date that it formats as date and time. */
const midnight = /[\sT]+0?0:00(?::00)?$/u;

/** A day as it was understood, and what had to be supposed for it. */
interface Day {
  readonly date: DateText;
  readonly repair: string;
}

/** Reads a date; `month` is the file's, by which a missing year and a spreadsheet's day number are told. */
export function readDate(raw: string, month: Month | null): Value | Repaired | Fault {
  const day = isoDate.test(raw)
    ? readDay(raw, raw, month)
    : readDay(raw.normalize('NFKC').trim().replace(midnight, ''), raw, month);
  if (day instanceof Fault) return day;
  return day.date === raw ? raw : new Repaired(day.date, day.repair);
}

/** The date that a text without a time names; `raw` is the cell as a message quotes it. */
function readDay(written: string, raw: string, month: Month | null): Day | Fault {
  const text = isoDate.test(written) ? written : normalise(written);
  if (parted.test(written) || oddDigits.test(raw)) return new Fault('cell/date', `日期${quote(raw)}不能唯一确定`, dateHint);
  const parts = dateForms.map((form) => form.exec(text)).find((match) => match !== null);
  if (parts !== undefined && parts !== null) {
    const [year = 0, monthOfYear = 0, day = 0] = parts.slice(1, 4).map(Number);
    return existing(year, monthOfYear, day, raw, '日期写法');
  }
  const short = yearless.map((form) => form.exec(text)).find((match) => match !== null);
  if (short !== undefined && short !== null) return readYearless(Number(short[1]), Number(short[2]), raw, month);
  if (/^\d{5}$/u.test(text)) return readSerial(Number(text), raw, month);
  return new Fault('cell/date', ...whyNoDate(text, raw));
}

function existing(year: number, month: number, day: number, raw: string, repair: string): Day | Fault {
  const date = civilDate(year, month, day);
  if (date !== null) return { date, repair };
  const message = month < 1 || month > 12 ? `没有${month}月` : `${month}月没有${day}日`;
  return new Fault('cell/date', `日期${quote(raw)}不存在：${message}`, dateHint);
}

/** Without a year a day is clear only in the file's own month. */
function readYearless(monthOfYear: number, day: number, raw: string, month: Month | null): Day | Fault {
  if (month !== null && monthNumber(month) === monthOfYear) {
    return existing(yearOf(month), monthOfYear, day, raw, `没有年份的日期（按 ${month} 补全）`);
  }
  const why = month === null ? '没有年份' : `没有年份，又不在 ${month}`;
  return new Fault('cell/date', `日期${quote(raw)}${why}，不能唯一确定`, dateHint);
}

const epochs = [dayNumber(1899, 12, 30), dayNumber(1904, 1, 1)];

/** A spreadsheet's day number counts from 1900 or from 1904; it is clear when one of the two lies in the file's month. */
function readSerial(number: number, raw: string, month: Month | null): Day | Fault {
  const dates = epochs.map((epoch) => dateOfDay(epoch + number)).filter((date) => monthOf(date) === month);
  const [date] = dates;
  if (date !== undefined && dates.length === 1) return { date, repair: 'Excel 日期序号' };
  return new Fault('cell/date', `${quote(raw)}像是 Excel 的日期序号，但不在本月，不能确定是哪一天`, dateHint);
}

function whyNoDate(text: string, raw: string): [message: string, hint: string] {
  const both = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})$/u.exec(text);
  if (both !== null) {
    const [, first = '', second = ''] = both;
    const order =
      Number(first) > 12 || Number(second) > 12
        ? '日、月、年的次序不明'
        : `可能是${+first}月${+second}日或${+second}月${+first}日`;
    return [`日期${quote(raw)}${order}，不能唯一确定`, dateHint];
  }
  const [, time] = /(\d{1,2}[:点时]\d{1,2}分?(?::\d{2})?)$/u.exec(text) ?? [];
  if (/[至到~]/u.test(text)) return [`日期${quote(raw)}是一段，不是一天`, `请只写一天；${dateHint}`];
  if (time !== undefined) return [`日期${quote(raw)}里含有时间`, `这一列只写日期；${dateHint}`];
  if (scientific.test(text)) return [`日期${quote(raw)}已被表格软件改成科学计数法`, `请把该列设为“日期”；${dateHint}`];
  if (text.startsWith('=')) return [`日期${quote(raw)}是公式，不是结果`, '请复制后“选择性粘贴 → 数值”，再导出'];
  return [`日期${quote(raw)}不能唯一确定`, dateHint];
}

const isoMoment = /^\d{4}-\d{2}-\d{2} (?:[01]\d|2[0-3]):[0-5]\d$/u;
const dayPart = '(上午|下午|中午|凌晨|早上|清晨|晚上|傍晚|夜间|am|pm)';
const clockForm = String.raw`(\d{1,2})(?::(\d{2})(?::00)?|[点时](\d{1,2})分?)`;
/** Date and time apart by a space, a T, the 日 of the date or a part of the day. */
const momentForm = new RegExp(
  String.raw`^(.+?)(?:[\sT]+|(?<=[日号])|(?=${dayPart}))${dayPart}?\s*${clockForm}\s*(am|pm)?$`,
  'iu',
);
const momentHint = '请写成 2026-01-05 08:05（24 小时制）';
const serialForm = /^(\d{5})(\.\d+)$/u;

/** The minute of a cell written as the template has it, null for any other writing. */
function plainMoment(raw: string): string | null {
  if (!isoMoment.test(raw)) return null;
  if (!isCivil(yearOf(raw), monthNumber(raw), Number(raw.slice(8, 10)))) return null;
  // Joined it is one piece of memory at once; a template is put together only when it is first compared.
  return [raw.slice(0, 10), raw.slice(11)].join('T');
}

/** Reads a day and a minute; `month` is the file's. */
export function readMoment(raw: string, month: Month | null): Value | Repaired | Fault {
  const plain = plainMoment(raw);
  if (plain !== null) return plain;
  if (oddDigits.test(raw)) return new Fault('cell/date', `时间${quote(raw)}不能唯一确定`, momentHint);
  const text = raw
    .normalize('NFKC')
    .replace(/[\u180e\u200b-\u200d\u2060\ufeff]/gu, '')
    .trim();
  const serial = serialForm.exec(text);
  if (serial !== null) return readSerialMoment(Number(serial[1]), Number(serial[2]), raw, month);
  const parts = momentForm.exec(text);
  if (parts === null) return new Fault('cell/date', ...whyNoMoment(text, raw));
  const [, dateText = '', , before, hour = '', minute, minuteWord = '', after] = parts;
  const day = readDay(dateText, dateText, month);
  if (day instanceof Fault) return new Fault('cell/date', `时间${quote(raw)}中的${day.message}`, momentHint);
  const clock = clockOf(Number(hour), Number(minute ?? minuteWord), before ?? after, raw);
  if (clock instanceof Fault) return clock;
  return new Repaired(`${day.date}T${clock}`, day.repair === '日期写法' ? '时间写法' : day.repair);
}

/** The fraction of a spreadsheet's day number is a time when it is a whole minute, to a second. */
function readSerialMoment(number: number, fraction: number, raw: string, month: Month | null): Value | Repaired | Fault {
  const day = readSerial(number, raw, month);
  if (day instanceof Fault) return day;
  const minutes = Math.round(fraction * 1440);
  if (minutes === 1440 || Math.abs(fraction * 1440 - minutes) > 1 / 60) {
    return new Fault('cell/date', `${quote(raw)}像是 Excel 的时间序号，但不是整分钟`, momentHint);
  }
  return new Repaired(`${day.date}T${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`, 'Excel 时间序号');
}

const twoDigits = (number: number) => String(number).padStart(2, '0');

function clockOf(hour: number, minute: number, part: string | undefined, raw: string): string | Fault {
  if (minute > 59 || hour > 24 || (hour === 24 && part !== undefined)) {
    return new Fault('cell/date', `时间${quote(raw)}不存在`, momentHint);
  }
  if (hour === 24) return new Fault('cell/date', `时间${quote(raw)}不存在`, '24:00 请写为次日 00:00，日期也改为次日');
  const hours = part === undefined ? hour : hourOf(hour, part.toLowerCase());
  if (hours === null) return new Fault('cell/date', `时间${quote(raw)}不明确`, `请用 24 小时制；${momentHint}`);
  return `${twoDigits(hours)}:${twoDigits(minute)}`;
}

/** The hour of the day that a part of the day and an hour name together; null when they name none, or two. */
function hourOf(hour: number, part: string): number | null {
  const within = (low: number, high: number) => hour >= low && hour <= high;
  switch (part) {
    case '凌晨':
      return within(0, 6) ? hour : null;
    case '上午':
    case '早上':
    case '清晨':
    case 'am':
      return within(1, 11) ? hour : null;
    case '中午':
      return within(11, 13) ? hour : within(1, 2) ? hour + 12 : null;
    case '下午':
    case '傍晚':
    case 'pm':
      return within(12, 23) ? hour : within(1, 11) ? hour + 12 : null;
    case '晚上':
    case '夜间':
      return within(18, 23) ? hour : within(6, 11) ? hour + 12 : null;
    default:
      return null;
  }
}

function whyNoMoment(text: string, raw: string): [message: string, hint: string] {
  const times = text.match(/\d{1,2}[:点时]\d{1,2}/gu)?.length ?? 0;
  if (times > 1 || /[至到~]/u.test(text))
    return [`时间${quote(raw)}是一段，不是一个时刻`, '请把开始时间和结束时间分别填在各自的列'];
  if (/\d:\d{2}:\d{2}/u.test(text)) return [`时间${quote(raw)}带有秒`, momentHint];
  if (times === 1 && !/\d[-/.年月]\d/u.test(text)) return [`时间${quote(raw)}没有日期`, momentHint];
  if (times === 0 && /\d[-/.年月]\d/u.test(text)) return [`时间${quote(raw)}只有日期，没有几点几分`, momentHint];
  return [`时间${quote(raw)}不能唯一确定`, momentHint];
}
