import type { Explanation } from '../../core/documents/report.ts';
import { isUntold } from '../../core/indicators/result.ts';
import { proofOf } from '../../core/reports/book.ts';
import type { Exception } from '../../core/reports/exceptions.ts';
import type { Movement } from '../../core/reports/movement.ts';
import { repeatSubject } from '../../core/reports/period-book.ts';
import type { Repeat } from '../../core/reports/sites.ts';
import { inBrackets } from '../basis.ts';
import { dateWords } from '../dates.ts';
import { directionWords } from '../movement.ts';
import { locationName, nameOf, serviceShort } from '../names.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, quote, say, text, time } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { bookPrinter, value } from '../quantity.ts';
import { column, part, type Telling, table } from './telling.ts';

/** What was written on the misses of a period, and of the one before it, by indicator. */
export interface Explanations {
  readonly now: ReadonlyMap<string, Explanation>;
  readonly before: ReadonlyMap<string, Explanation>;
}

/** So many places, sites or periods are named; how many there are in all stands beside them. */
const named = 1;

const subjectOf = ({ result }: Exception): string => `${result.period.id}/${result.indicator.id}`;

/** 98.4%（60/61），目标 100%（推得）: each part that was missed, named where there are several. */
function figurePieces({ book }: Telling, { result }: Exception): Pieces {
  const print = bookPrinter(book, result);
  const missed = result.parts.filter((part) => part.verdict === 'missed');
  const told = missed.map((part): Pieces => {
    const name = result.parts.length > 1 ? say`${quote(part.part.name)} ` : [];
    const cases = part.tally.kind === 'count' ? [] : say`（${print.cases(part)}）`;
    const goal = print.target(part) ?? text('—');
    return say`${name}${isUntold(part) ? text('—') : (print.value(part) ?? text('—'))}${cases}，目标${goal}${text(inBrackets(part.target?.basis ?? null))}`;
  });
  return joined(told, '；');
}

/** What a site is called: a location by its name, a thing by its own behind that of its location. */
function siteName(telling: Telling, { site: { register, id } }: Repeat): string {
  if (register === 'locations') return locationName(telling, id);
  const location = telling.registers.get(register)?.byId.get(id)?.location;
  const place = typeof location === 'string' ? locationName(telling, location) : '';
  return `${place}${nameOf(telling.registers, register, id)}`;
}

/** 西河支行一楼卫生间3次（上月1次）: a site at which it failed again. */
function repeatPieces(telling: Telling, { result }: Exception, repeat: Repeat): Pieces {
  const subject = repeatSubject(result, repeat.site);
  const before = repeat.before === 0 ? [] : say`（上月${value(telling.book, `${subject}/before`)}）`;
  return say`${quote(siteName(telling, repeat))}${value(telling.book, `${subject}/failed`)}${before}`;
}

/** Where it failed again; else the places with the most failures, or how many failures there are. */
function placePieces(telling: Telling, exception: Exception): Pieces {
  const { failed, locations, repeats } = exception;
  const subject = subjectOf(exception);
  const own = (field: string) => value(telling.book, `${subject}/${field}`);
  if (failed === 0) return [text('—')];
  const where = locations
    .slice(0, named)
    .map(({ location }) => say`${quote(locationName(telling, location))}${value(telling.book, `${subject}@${location}/failed`)}`);
  const all = say`共${own('failed')}`;
  const told = repeats.length > 0 || where.length === 0 ? all : joined(where, '、');
  const rest = repeats.length === 0 && locations.length > where.length ? say`等，${all}` : [];
  if (repeats.length === 0) return [...told, ...rest];
  const again = joined(
    repeats.slice(0, named).map((repeat) => repeatPieces(telling, exception, repeat)),
    '、',
  );
  return say`${told}；同处再次${own('again')}：${again}${text(repeats.length > named ? '等' : '')}`;
}

/** What the missed parts did since the period before, and for how long it has been missed. */
function coursePieces({ book, report }: Telling, exception: Exception): Pieces {
  const [comparison] = report.comparisons.filter((each) => each.with === 'previous');
  const moved = (comparison?.movements ?? []).filter(
    ({ result, part }: Movement) => result.indicator === exception.result.indicator && part.verdict === 'missed',
  );
  const words = [...new Set(moved.map(({ direction }) => directionWords[direction]))].join('、');
  const streak = exception.streak > 1 ? say`连续${value(book, `${subjectOf(exception)}/streak`)}` : [];
  return joined([...(words === '' ? [] : [[text(words)]]), ...(streak.length === 0 ? [] : [streak])], '；');
}

/** Why it was missed, what is done about it, by whom and until when; what nobody wrote is said to be unwritten. */
function causePieces({ registers }: Telling, explanation: Explanation | undefined): Pieces {
  const { cause = null, measure = null, post = null, due = null } = explanation ?? {};
  const told: readonly (readonly [string, Pieces | null])[] = [
    ['原因', cause === null ? null : [quote(cause)]],
    ['措施', measure === null ? null : [quote(measure)]],
    ['岗位', post === null ? null : [quote(nameOf(registers, 'posts', post))]],
    ['期限', due === null ? null : [time(dateWords(due))]],
  ];
  const written = told.flatMap(([, pieces]) => (pieces === null ? [] : [pieces]));
  const unwritten = told.filter(([, pieces]) => pieces === null).map(([name]) => name);
  const missing: Pieces[] = unwritten.length === 0 ? [] : [[text(`${unwritten.join('、')}未写明`)]];
  return joined([...written, ...missing], '；');
}

/** What was promised of it the last time, and whether that was kept: it is missed, so what has fallen due was not. */
function keptPieces({ report }: Telling, before: Explanation | undefined): Pieces {
  if (before?.measure === undefined || before.measure === null || before.due === null) return [];
  const end = report.improvement.open.day;
  return before.due <= end
    ? say`；上期措施${time(dateWords(before.due))}到期，仍未达标`
    : say`；上期措施${time(dateWords(before.due))}到期`;
}

function exceptionRow(telling: Telling, exception: Exception, { now, before }: Explanations): Row {
  const { indicator } = exception.result;
  const service = serviceShort(telling.registers, indicator.service);
  return {
    cells: [
      say`${quote(service)} ${quote(indicator.name, proofOf(exception.result))}`,
      figurePieces(telling, exception),
      coursePieces(telling, exception),
      placePieces(telling, exception),
      [...causePieces(telling, now.get(indicator.id)), ...keptPieces(telling, before.get(indicator.id))],
    ],
    look: 'missed',
  };
}

/** How many misses the first sheets have room for; the others stand in the fourth part. */
const gravest = 5;

/** Misses one by one, each with what a reviewer weighs it by. */
function exceptionTable(telling: Telling, explanations: Explanations, { id, caption, exceptions }: Misses): Table[] {
  const columns = [
    column('指标', 8),
    column('数值与目标', 11),
    column('与上期相比', 6),
    column('所在与重复', 14),
    column('原因、措施、岗位与期限', 20),
  ];
  const rows = exceptions.map((exception) => exceptionRow(telling, exception, explanations));
  return table(id, caption, columns, rows).map((each) => ({ ...each, looks: ['report', 'dense'] }));
}

/** Some of the misses as a table. */
interface Misses {
  readonly id: string;
  readonly caption: Pieces;
  readonly exceptions: readonly Exception[];
}

const order = text('未达标的指标，按事故、目标来源、偏离的比例、件数排列');

/** The gravest misses, and where the others stand. */
export function gravestTable(telling: Telling, explanations: Explanations): Table[] {
  const { exceptions } = telling.report;
  const others = exceptions.length > gravest ? say`，其余见${text('第四部分', part(telling, 'misses'))}` : [];
  const shown = exceptions.slice(0, gravest);
  return exceptionTable(telling, explanations, { id: 'exceptions', caption: [order, ...others], exceptions: shown });
}

/** The misses for which the first sheets have no room, in the same order; none where they have it for all. */
export const furtherTable = (telling: Telling, explanations: Explanations): Table[] =>
  exceptionTable(telling, explanations, {
    id: 'further',
    caption: [order],
    exceptions: telling.report.exceptions.slice(gravest),
  });
