import { type DateText, earlier, lastDay, type Month, monthOf } from '../calendar/date.ts';
import { BusinessYear, monthPeriod, monthsBetween, type Period } from '../calendar/period.ts';
import { ledgerThrough } from '../ledger/around.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Judgement, MeasureInput } from '../measures/judgement.ts';
import { judge, logsOf, measuresOf, tallyKind } from '../measures/measure.ts';
import { addTotals, type Judged, type LocationTotals, negated, nothing, type Total } from '../measures/sinks.ts';
import { casesOf, type Tally } from '../measures/tally.ts';
import { type Indicator, type Part, type Target, targetOn } from './indicator.ts';
import { MonthTotals, measured, type Summand, seersOf } from './month-totals.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type MonthData, type PartResult, type Result, unplaced } from './result.ts';
import { allOf, type Verdict } from './verdict.ts';

export interface AssessmentTerms {
  readonly start: string;
  readonly smallSample: number;
  /** The month in which the contract's year begins; January where nothing is said. */
  readonly yearStart?: number;
}

const longer: Record<Target['period'], number> = { month: 1, quarter: 3, year: 12 };
const periodWords: Record<Target['period'], string> = { month: '月', quarter: '季度', year: '年度' };

/** The target's own period in which a month lies. */
function targetPeriod(target: Target, month: Month, year: BusinessYear): Period {
  switch (target.period) {
    case 'month':
      return monthPeriod(month);
    case 'quarter':
      return year.quarter(month);
    case 'year':
      return year.year(month);
  }
}

/** The measures of all indicators by the log that they judge. */
function summandsByLog(indicators: readonly Indicator[]): ReadonlyMap<string, readonly Summand[]> {
  const byLog = new Map<string, Summand[]>();
  for (const part of indicators.flatMap(({ parts }) => parts)) {
    for (const measure of measuresOf(part.measure)) {
      const summands = byLog.get(measure.log);
      if (summands === undefined) byLog.set(measure.log, [{ part, measure }]);
      else summands.push({ part, measure });
    }
  }
  return byLog;
}

/** What is asked: a part against a target over a period, of the whole contract or of one location. */
interface Question {
  readonly part: Part;
  readonly target: Target;
  readonly judged: Period;
  readonly location: string | null;
}

interface Decision {
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
}

/**
 * The verdict where everything came in: of `unknown` cases the outcome is not there, `underWay` are within their limit and
 * weigh nothing before it has run out.
 */
function decisionOn(outcome: Outcome, { unknown, underWay }: Total): Decision {
  const waiting = underWay === 0 ? [] : [`另有${underWay}项在时限之内，进行中，到期或办结的月份再评价`];
  switch (outcome) {
    case 'kept':
      return { verdict: 'met', reasons: [...(unknown === 0 ? [] : [`另有${unknown}项没有结果，即使都不利也达标`]), ...waiting] };
    case 'broken':
      return { verdict: 'missed', reasons: [...(unknown === 0 ? [] : [`另有${unknown}项没有结果`]), ...waiting] };
    case 'open':
      return { verdict: 'incomplete', reasons: [`${unknown}项没有记录或没有结果，按最不利计不达标`, ...waiting] };
    case 'nothing':
      return { verdict: 'not-applicable', reasons: ['期内没有应计的情况', ...waiting] };
  }
}

/** The ids of those periods that missed their target. */
const missedIn = (results: ReadonlyMap<string, PartResult>): string[] =>
  [...results].flatMap(([id, { verdict }]) => (verdict === 'missed' ? [id] : []));

/** What has been made of a month's rows and of those around it, which are the same from whichever month one looks. */
interface Made {
  readonly judgements: Map<Part, Map<Month, readonly Judgement[]>>;
  readonly totals: Map<Month, MonthTotals>;
}

const nothingMade = (): Made => ({ judgements: new Map(), totals: new Map() });

/**
 * Judges indicators on a ledger. The totals of a part and month are made once and kept; judgements, which say the same row
 * by row, are made by the same measure when they are asked for. So a value, its evidence and its sums over periods never differ.
 */
export class Assessment {
  readonly ledger: Ledger;
  /** Those of the plan's own list: whatever is counted, is counted of these. */
  readonly indicators: readonly Indicator[];
  /** Further figures that the plan names or promises without listing them, counted apart. */
  readonly supplementary: readonly Indicator[];
  /** Both lists. */
  readonly all: readonly Indicator[];
  /** Every month from the contract's start to the last month handed in, whether or not its folder exists; before any was, the first. */
  readonly months: readonly Month[];
  /** The last month that is over; where none is, the last of all. */
  readonly latest: Month;
  /** The contract's years and quarters. */
  readonly year: BusinessYear;
  private readonly terms: AssessmentTerms;
  private readonly summands: ReadonlyMap<string, readonly Summand[]>;
  private readonly made: Made;
  private readonly earlier = new Map<Month, Assessment>();

  constructor(ledger: Ledger, indicators: readonly Indicator[], terms: AssessmentTerms, made: Made = nothingMade()) {
    this.ledger = ledger;
    this.made = made;
    this.all = indicators;
    this.indicators = indicators.filter(({ list }) => list === 'plan');
    this.supplementary = indicators.filter(({ list }) => list === 'supplementary');
    this.terms = terms;
    this.year = new BusinessYear(terms.yearStart ?? 1);
    this.summands = summandsByLog(indicators);
    const last = ledger.months.at(-1)?.month;
    const known = last === undefined ? [] : monthsBetween(monthOf(terms.start), last);
    this.months = known.length === 0 ? [monthOf(terms.start)] : known;
    const over = this.months.filter((month) => this.underWayTo(month) === null);
    this.latest = over.at(-1) ?? this.months.at(-1) ?? monthOf(terms.start);
  }

  /** The first day up to which a month that is not over is told of; null for one that is. */
  underWayTo(month: Month): DateText | null {
    return this.ledger.months.find((each) => each.month === month)?.through ?? null;
  }

  /** Whether a quarter or a year has months of which nothing can be handed in yet, by what was. */
  isOpen({ kind, months }: Period): boolean {
    const [last, told] = [months.at(-1), this.months.at(-1)];
    return (kind === 'quarter' || kind === 'year') && last !== undefined && told !== undefined && told < last;
  }

  /** Whether some of a period's days are still to come, so that there is no verdict on it yet. */
  isUnderWay(period: Period): boolean {
    return this.isOpen(period) || period.months.some((month) => this.underWayTo(month) !== null);
  }

  /** The contract as it stood when a month was its last: of a later one nothing can be asked for but what the month's weeks hold. */
  through(month: Month): Assessment {
    const known = this.earlier.get(month);
    if (known !== undefined) return known;
    const made = new Assessment(ledgerThrough(this.ledger, month), this.all, this.terms, this.made);
    this.earlier.set(month, made);
    return made;
  }

  /** How every row of a month entered a part, log by log; empty for logs that were not handed in. */
  judgements(part: Part, month: Month): readonly Judgement[] {
    const months = this.made.judgements.get(part) ?? new Map<Month, readonly Judgement[]>();
    this.made.judgements.set(part, months);
    const kept = months.get(month);
    if (kept !== undefined) return kept;
    const judged = logsOf(part.measure).flatMap((log) => this.judgementsIn(log, part, month));
    months.set(month, judged);
    return judged;
  }

  /** How the rows of one of its logs entered a part. */
  judgementsIn(log: string, part: Part, month: Month): readonly Judgement[] {
    const input = this.input(log, month);
    if (input === null) return [];
    return measuresOf(part.measure).flatMap((measure) =>
      measure.log === log ? judge(measure, input, this.totals(month).missedFor(measure)) : [],
    );
  }

  /** What a measure sees of a log in a month; null when the log was not handed in. */
  private input(log: string, month: Month): MeasureInput | null {
    const logMonth = this.ledger.months.find((each) => each.month === month)?.logs.get(log);
    if (logMonth === undefined || logMonth.handed.state === 'absent') return null;
    return measured(logMonth, this.ledger);
  }

  /** The totals of all parts in a month, made log by log while its rows and what was due are at hand. */
  private totals(month: Month): MonthTotals {
    const known = this.made.totals.get(month);
    if (known !== undefined) return known;
    const made = new MonthTotals(this.all, this.summands, (log) => this.input(log, month));
    this.made.totals.set(month, made);
    return made;
  }

  /** What a month's rows add up to for a part at each place; null holds what belongs to none. */
  places(part: Part, month: Month): LocationTotals {
    return this.totals(month).of(part);
  }

  /** Which rows of a month, and what was due in it, some indicator judges. */
  judged(month: Month): Judged {
    return this.totals(month).judged;
  }

  /** The verdict on an indicator over a period, of the whole contract, of one location, or of what belongs to none (`unplaced`). */
  result(indicator: Indicator, period: Period, location: string | null = null): Result {
    const parts = indicator.parts.map((part) => this.partResult(part, period, location));
    return {
      indicator,
      period,
      location,
      verdict:
        parts.length === 0
          ? 'not-applicable'
          : allOf(location === unplaced ? this.heard(parts) : parts.map(({ verdict }) => verdict)),
      parts,
    };
  }

  /** What was not handed in may have been about what belongs to no place: the other parts alone do not make that green. */
  private heard(parts: readonly PartResult[]): Verdict[] {
    const silent = parts.every(({ verdict }) => verdict === 'not-applicable');
    return parts.map(({ part, judged, verdict, data }) => {
      if (silent || verdict !== 'not-applicable') return verdict;
      return (this.underWay(judged, data) ?? this.lacking(part, data) ?? this.unseen(part, data))?.verdict ?? verdict;
    });
  }

  private within(period: Period): Month[] {
    return period.months.filter((month) => this.months.includes(month));
  }

  private data(part: Part, months: readonly Month[]): MonthData[] {
    const seers = measuresOf(part.measure).flatMap((measure) => seersOf(measure, this.all));
    const logs = new Set([...logsOf(part.measure), ...seers.map(({ log }) => log)]);
    return months.flatMap((month) =>
      [...logs].map((log) => {
        const own = this.ledger.months.find((each) => each.month === month)?.logs.get(log);
        return { month, log, handed: own?.handed ?? { state: 'absent' }, through: own?.through ?? null };
      }),
    );
  }

  private sum(part: Part, months: readonly Month[], location: string | null): Total {
    const at = (byLocation: LocationTotals): readonly Total[] => {
      if (location === null) return [...byLocation.values()];
      const total = byLocation.get(location === unplaced ? null : location);
      return total === undefined ? [] : [total];
    };
    return months
      .flatMap((month) => {
        const totals = this.totals(month);
        const settled = months.flatMap((earlier) => (earlier < month ? at(totals.settled(part, earlier)) : []));
        return [...at(totals.of(part)), ...settled.map(negated)];
      })
      .reduce(addTotals, nothing(tallyKind(part.measure)));
  }

  /** Whether a part may say something of a location: its log names locations, or of none: something of it belongs to none. */
  private bearsOn(part: Part, location: string | null): boolean {
    if (location === null) return true;
    const logs = this.ledger.logs.filter(({ id }) => logsOf(part.measure).includes(id));
    if (location !== unplaced) return logs.some((log) => log.location !== null);
    return logs.some((log) => log.location === null) || this.months.some((month) => this.totals(month).of(part).has(null));
  }

  private partResult(part: Part, period: Period, location: string | null): PartResult {
    const own = this.within(period);
    const last = own.at(-1);
    if (part.targets.length === 0) return this.figure(part, period, location);
    const target = last === undefined ? null : targetOn(part, lastDay(last));
    if (!this.bearsOn(part, location))
      return this.undecided(
        part,
        target,
        period,
        own,
        location,
        location === unplaced ? '都写明了地点' : '不按地点登记，只计入合计',
      );
    if (last === undefined || target === null) return this.undecided(part, target, period, own, location, '期内没有生效的目标');
    const length = this.isOpen(period) ? period.months.length : own.length;
    if (longer[target.period] > length) {
      const whole = targetPeriod(target, last, this.year);
      const name = periodWords[target.period];
      if (whole.months.at(-1) !== last)
        return this.undecided(part, target, period, own, location, `按${name}评价，${name}末给出结论`);
      return this.decide(part, target, whole, location);
    }
    return this.decide(part, target, period, location);
  }

  private undecided(
    part: Part,
    target: Target | null,
    judged: Period,
    months: readonly Month[],
    location: string | null,
    reason: string,
  ): PartResult {
    const { tally, excluded, unknown, underWay, seen } = this.sum(part, months, location);
    const data = this.data(part, months);
    return {
      part,
      target,
      judged,
      tally,
      excluded,
      unknown,
      underWay,
      seen,
      verdict: 'not-applicable',
      reasons: [reason],
      data,
      small: false,
      severally: false,
    };
  }

  /** A number without a target: there is nothing to keep or to miss, but what is not known stays unknown. */
  private figure(part: Part, judged: Period, location: string | null): PartResult {
    const months = this.within(judged);
    const { tally, excluded, unknown, underWay, seen } = this.sum(part, months, location);
    const data = this.data(part, months);
    const { verdict, reasons } = this.underWay(judged, data) ??
      this.lacking(part, data) ??
      this.unseen(part, data) ?? {
        verdict: 'not-applicable',
        reasons: ['没有目标，只列数值，不作结论'],
      };
    const small = this.isSmall(tally);
    return {
      part,
      target: null,
      judged,
      tally,
      excluded,
      unknown,
      underWay,
      seen,
      verdict,
      reasons,
      data,
      small,
      severally: false,
    };
  }

  private isSmall(tally: Tally): boolean {
    const cases = casesOf(tally);
    return cases !== null && cases > 0 && cases < this.terms.smallSample;
  }

  private decide(part: Part, target: Target, judged: Period, location: string | null): PartResult {
    const months = this.within(judged);
    const total = this.sum(part, months, location);
    const { tally, excluded, unknown, underWay, seen } = total;
    const data = this.data(part, months);
    const { verdict, reasons } = this.verdict({ part, target, judged, location }, total, data);
    const small = this.isSmall(tally);
    const severally = this.isSeveral(part, target, judged);
    return { part, target, judged, tally, excluded, unknown, underWay, seen, verdict, reasons, data, small, severally };
  }

  private verdict({ part, target, judged, location }: Question, total: Total, data: readonly MonthData[]): Decision {
    const waiting = this.underWay(judged, data);
    if (waiting !== null) return this.isSeveral(part, target, judged) ? this.soFar(waiting, part, judged, location) : waiting;
    const lacking = this.lacking(part, data);
    if (lacking !== null) return lacking;
    // What was seen was seen, whoever else did not look.
    const unseen = this.unseen(part, data);
    if (unseen !== null && outcomeOf(total, target, part.measure) !== 'broken') return unseen;
    if (this.isSeveral(part, target, judged)) return this.joined(part, judged, location);
    return decisionOn(outcomeOf(total, target, part.measure), total);
  }

  private nameOf(log: string): string {
    return this.ledger.logs.find(({ id }) => id === log)?.name ?? log;
  }

  /** What is missing of some logs, as sentences. */
  private gaps(data: readonly MonthData[]): string[] {
    return data.flatMap(({ month, log, handed }) => {
      const name = `${month} ${this.nameOf(log)}`;
      if (handed.state === 'absent') return [`${name}没有交付`];
      return handed.state === 'incomplete' ? handed.reasons.map((reason) => `${name}：${reason}`) : [];
    });
  }

  /** That a month or the whole period is not over for some of the logs, and what is missing besides; null where all is over. */
  private underWay(judged: Period, data: readonly MonthData[]): Decision | null {
    const days = data.flatMap(({ through }) => through ?? []);
    const open = this.isOpen(judged);
    if (days.length === 0 && !open) return null;
    const told = days.length === 0 ? lastDay(this.months.at(-1) ?? '') : days.reduce(earlier);
    const gaps = data.flatMap((each) =>
      each.through !== null && each.handed.state === 'absent'
        ? [`${each.month} ${this.nameOf(each.log)}还没有交`]
        : this.gaps([each]),
    );
    return { verdict: 'under-way', reasons: [`截至 ${told}，${open ? '这一期' : '月份'}过完后作结论`, ...gaps] };
  }

  /** Of a span judged period by period that is under way: which of its periods, being over, missed their target. */
  private soFar({ verdict, reasons }: Decision, part: Part, judged: Period, location: string | null): Decision {
    const missed = missedIn(this.each(part, judged, location));
    return { verdict, reasons: missed.length === 0 ? reasons : [...reasons, `已过完的各期中未达标：${missed.join('、')}`] };
  }

  /** Whether a span is judged period by period: a count over several of its target's periods, and a target that changes within. */
  private isSeveral(part: Part, target: Target, judged: Period): boolean {
    if (judged.months.length <= longer[target.period]) return false;
    return tallyKind(part.measure) === 'count' || this.changes(part, judged);
  }

  /** Whether another target comes into force within a span. */
  private changes(part: Part, judged: Period): boolean {
    const inForce = new Set(this.within(judged).flatMap((month) => targetOn(part, lastDay(month)) ?? []));
    return [...inForce].some(({ operator, value, upTo, unit, period }) => {
      const [first] = inForce;
      return (
        first !== undefined &&
        (first.operator !== operator ||
          first.value !== value ||
          first.upTo !== upTo ||
          first.unit !== unit ||
          first.period !== period)
      );
    });
  }

  /** That nothing, or not all, was handed in of a part's own logs; null where all was. */
  private lacking(part: Part, data: readonly MonthData[]): Decision | null {
    const logs = logsOf(part.measure);
    const own = data.filter(({ log }) => logs.includes(log));
    if (own.every(({ handed }) => handed.state === 'absent')) {
      const names = logs.map((log) => this.nameOf(log));
      return { verdict: 'no-data', reasons: [`${names.join('、')}没有交付`] };
    }
    const gaps = this.gaps(own);
    return gaps.length > 0 ? { verdict: 'incomplete', reasons: gaps } : null;
  }

  /** That nothing, or not all, was handed in of the logs whose rounds see what a part counts; null where all was. */
  private unseen(part: Part, data: readonly MonthData[]): Decision | null {
    const logs = logsOf(part.measure);
    const gaps = this.gaps(data.filter(({ log }) => !logs.includes(log)));
    return gaps.length > 0 ? { verdict: 'incomplete', reasons: gaps } : null;
  }

  /** What a span's periods, each of the length of the target that is in force then, say by themselves, by their ids. */
  private each(part: Part, judged: Period, location: string | null): ReadonlyMap<string, PartResult> {
    return new Map(
      this.within(judged).flatMap((month) => {
        const target = targetOn(part, lastDay(month));
        const sub = target === null ? null : targetPeriod(target, month, this.year);
        return target === null || sub === null || sub.months.at(-1) !== month
          ? []
          : [[sub.id, this.decide(part, target, sub, location)] as const];
      }),
    );
  }

  /** A span judged period by period: every period of the target must keep by itself the target that is in force then. */
  private joined(part: Part, judged: Period, location: string | null): Decision {
    const results = this.each(part, judged, location);
    const missed = missedIn(results);
    const changed = this.changes(part, judged);
    const how = changed ? '期内目标有变，各期按当时的目标评价' : '逐期评价';
    const reasons = missed.length > 0 ? [`${how}，未达标：${missed.join('、')}`] : changed ? [how] : [];
    return { verdict: allOf([...results.values()].map(({ verdict }) => verdict)), reasons };
  }
}
