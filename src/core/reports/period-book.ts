import type { Month } from '../calendar/date.ts';
import { bases, type MissedBy, missedBy } from '../indicators/basis.ts';
import { type Result, unplaced } from '../indicators/result.ts';
import { verdicts } from '../indicators/verdict.ts';
import type { Handed } from '../logs/log.ts';
import { type CaseKind, findingKinds } from '../logs/role.ts';
import type { Tally } from '../measures/tally.ts';
import { addResult, counts, proofOf, subjectOf, ValueBook } from './book.ts';
import type { Case } from './cases.ts';
import { turnsOf } from './changes.ts';
import type { Destination } from './destination.ts';
import type { Exception } from './exceptions.ts';
import type { Improvement } from './improvement.ts';
import { directions, fall, type Movement, movementPower, movementRule } from './movement.ts';
import { begunBefore, ofKinds } from './open.ts';
import { addOpen } from './open-book.ts';
import type { PeriodReport, Recheck, Standings } from './period.ts';
import { keepsAny } from './roles.ts';
import type { Site } from './sites.ts';
import type { Quantity } from './value.ts';
import type { Work } from './workload.ts';

/** Misses by the basis of their targets, each below the name of the field that counts them all. */
const byBasis = (field: string, by: MissedBy): Readonly<Record<string, number>> =>
  Object.fromEntries(bases.map((basis) => [`${field}.${basis}`, by[basis]]));

/** How many verdicts of each kind, and the misses by the basis of their targets: `…/missed.plan`. */
function addVerdicts(book: ValueBook, subject: string, by: Pick<Standings, 'counts' | 'missedBy'>, to: Destination): void {
  const sum = verdicts.reduce((all, verdict) => all + by.counts[verdict], 0);
  counts(book, subject, to, '项', { ...by.counts, ...byBasis('missed', by.missedBy), results: sum });
}

function addWork(book: ValueBook, subject: string, { rows, tasks, requests }: Work, to: Destination): void {
  counts(book, subject, to, '条', { rows });
  const share = (field: string, tally: Tally | null) => {
    if (tally === null || tally.kind !== 'ratio') return;
    const { numerator, denominator } = tally;
    book.add(`${subject}/${field}`, { kind: 'share', numerator, denominator }, to);
  };
  share('tasks', tasks);
  share('requests', requests);
}

function addComparison(
  book: ValueBook,
  prefix: string,
  { movements, supplementary, changes, with: kind }: PeriodReport['comparisons'][number],
): void {
  const to: Destination = { kind: 'part', report: prefix, id: 'indicators' };
  for (const direction of directions) {
    const count = movements.filter((each) => each.direction === direction).length;
    book.add(`${prefix}/${kind}/${direction}`, { kind: 'count', count, unit: '项' }, to);
  }
  const turned = turnsOf(changes);
  counts(book, `${prefix}/${kind}`, { kind: 'part', report: prefix, id: 'summary' }, '项', {
    changed: changes.length,
    recovered: turned.recovered.length,
    worsened: turned.worsened.length,
    ...byBasis('recovered', missedBy(turned.recovered)),
    ...byBasis('worsened', missedBy(turned.worsened)),
    idle: changes.filter(({ before, result }) => [before.verdict, result.verdict].includes('not-applicable')).length,
  });
  for (const movement of [...movements, ...supplementary]) addMovement(book, kind, movement);
}

function addMovement(book: ValueBook, kind: string, { result, part, before, direction }: Movement): void {
  if (direction !== 'better' && direction !== 'worse') return;
  const quantity: Quantity = { kind: 'difference', before: before.tally, after: part.tally, target: part.target };
  book.add(`${subjectOf(result, part)}/${kind}`, quantity, proofOf(result));
}

/** Where a site at which an indicator failed again stands in the book: `2026-09/cleaning.overall.pass/again.areas.W01-A1`. */
export const repeatSubject = ({ period, indicator }: Result, { register, id }: Site): string =>
  `${period.id}/${indicator.id}/again.${register}.${id}`;

function addException(book: ValueBook, { result, failed, locations, streak, repeats }: Exception): void {
  const subject = `${result.period.id}/${result.indicator.id}`;
  const to = proofOf(result);
  counts(book, subject, to, '件', { failed });
  counts(book, subject, to, '个月', { streak });
  for (const { location, failed: count } of locations) counts(book, `${subject}@${location}`, to, '件', { failed: count });
  counts(book, subject, to, '处', { again: repeats.length });
  for (const { site, failed: now, before } of repeats)
    counts(book, repeatSubject(result, site), to, '次', { failed: now, before });
}

/** First pass and recheck of a part: `…/first/value` and `…/first/cases`, `…/after/…` beside them. */
function addRecheck(book: ValueBook, { result, part, passes }: Recheck): void {
  for (const reading of ['first', 'after'] as const) {
    const subject = `${subjectOf(result, part)}/${reading}`;
    book.add(`${subject}/value`, { kind: 'tally', tally: passes[reading], target: null }, proofOf(result));
    book.add(`${subject}/cases`, { kind: 'cases', tally: passes[reading] }, proofOf(result));
  }
}

/** The rule for 好转 and 变差, whose numbers the report prints, and how often it finds a fall. */
function addRule(book: ValueBook, prefix: string): void {
  const to: Destination = { kind: 'part', report: prefix, id: 'rule' };
  const { level, points, percent, times } = movementRule;
  counts(book, `${prefix}/rule`, to, '%', { level: 100 * level, percent, from: 100 * fall.from, to: 100 * fall.to });
  counts(book, `${prefix}/rule`, to, '个百分点', { points });
  counts(book, `${prefix}/rule`, to, '倍', { times });
  for (const { cases, power } of movementPower)
    counts(book, `${prefix}/rule`, to, '%', { [`power.${cases}`]: Math.round(100 * power) });
}

function addDeliveries(book: ValueBook, prefix: string, { deliveries, problems, period, months }: PeriodReport): void {
  const of = (state: Handed['state']) => deliveries.filter(({ handed }) => handed.state === state).length;
  const last = period.months.at(-1) ?? '';
  const to: Destination =
    period.kind === 'month' ? { kind: 'records', month: last } : { kind: 'part', report: prefix, id: 'annexes' };
  const asked = deliveries.length;
  const absent = of('absent');
  counts(book, `${prefix}/logs`, to, '份', {
    asked,
    handed: asked - absent,
    absent,
    incomplete: of('incomplete'),
    nil: of('nil'),
    late: deliveries.filter(({ handed }) => handed.state !== 'absent' && handed.late).length,
  });
  counts(book, `${prefix}/logs`, to, '行', { rows: deliveries.reduce((sum, { records }) => sum + records.length, 0) });
  for (const { log, month, handed, records } of deliveries) {
    if (handed.state === 'absent') continue;
    counts(book, `${prefix}/log.${log.id}.${month}`, { kind: 'log', month, log: log.id }, '行', { rows: records.length });
  }
  const quality: Destination = { kind: 'quality', month: months.at(-1) ?? last };
  counts(book, `${prefix}/problems`, quality, '处', {
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
    repairs: problems.filter(({ code }) => code === 'cell/repaired' || code === 'file/decoded').length,
  });
}

/** What was found and settled, of the kinds that the contract keeps a record of: of others nothing is known. */
function addFindings(book: ValueBook, prefix: string, { improvement, months }: PeriodReport, to: Destination): void {
  const { findings, open } = improvement;
  if (!keepsAny(open.kept, findingKinds)) return;
  const settled = (of: typeof findings) => of.filter(({ closed }) => closed !== null).length;
  const add = (subject: string, of: typeof findings) => {
    counts(book, subject, to, '件', { found: of.length, settled: settled(of), open: of.length - settled(of) });
    book.add(`${subject}/rate`, { kind: 'share', numerator: settled(of), denominator: of.length }, to);
  };
  add(`${prefix}/findings`, findings);
  for (const kind of findingKinds.filter((each) => open.kept.has(each)))
    add(
      `${prefix}/findings.${kind}`,
      findings.filter((each) => each.kind === kind),
    );
  counts(book, `${prefix}/findings`, to, '件', { lingering: older(open.cases, findingKinds, months) });
}

const older = (cases: readonly Case[], kinds: readonly CaseKind[], months: readonly Month[]): number =>
  begunBefore(ofKinds(cases, kinds), months[0] ?? '').length;

function addMeasures(book: ValueBook, prefix: string, { measures, done, earlier }: Improvement, to: Destination): void {
  const undone = measures.filter(({ state }) => state === 'left').length;
  counts(book, `${prefix}/measures`, to, '项', { due: measures.length, undone, earlier: earlier.length });
  if (done.kind === 'ratio') book.add(`${prefix}/measures/done`, { ...done, kind: 'share' }, to);
}

function addImprovement(book: ValueBook, prefix: string, report: PeriodReport): void {
  const { open, suggestions } = report.improvement;
  const to: Destination = { kind: 'part', report: prefix, id: 'problems' };
  addFindings(book, prefix, report, to);
  const outside = missedBy(report.outside.map(({ result }) => result));
  counts(book, `${prefix}/findings`, to, '项', { outside: report.outside.length, ...byBasis('outside', outside) });
  if (open.kept.has('measure')) addMeasures(book, prefix, report.improvement, to);
  if (open.kept.has('request'))
    counts(book, `${prefix}/work`, to, '件', { earlier: older(open.cases, ['request'], report.months) });
  addOpen(book, prefix, open, { kind: 'part', report: prefix, id: 'open' });
  if (!open.kept.has('suggestion')) return;
  for (const { service, received, waiting } of suggestions)
    counts(book, `${prefix}/suggestions.${service}`, to, '条', { received, waiting });
  const sum = (field: 'received' | 'waiting') => suggestions.reduce((total, each) => total + each[field], 0);
  counts(book, `${prefix}/suggestions`, to, '条', { received: sum('received'), waiting: sum('waiting') });
}

function addFeedback(book: ValueBook, prefix: string, { feedback }: PeriodReport): void {
  if (!feedback.known) return;
  const to: Destination = { kind: 'part', report: prefix, id: 'feedback' };
  for (const { kind, received, answered, closed, satisfied, dissatisfied } of feedback.counts)
    counts(book, `${prefix}/feedback.${kind}`, to, '件', { received, answered, closed, satisfied, dissatisfied });
  counts(book, `${prefix}/feedback`, to, '件', { received: feedback.counts.reduce((sum, { received }) => sum + received, 0) });
}

function addPlan(book: ValueBook, prefix: string, { plan, improvement }: PeriodReport): void {
  const to: Destination = { kind: 'part', report: prefix, id: 'plan' };
  const sum = (work: typeof plan.work) => work.reduce((total, { times }) => total + times, 0);
  counts(book, `${prefix}/plan`, to, '次', { due: sum(plan.work) });
  if (improvement.open.kept.has('training')) counts(book, `${prefix}/plan`, to, '次', { trainings: sum(plan.trainings) });
  for (const { id, times, locations } of [...plan.work, ...plan.trainings]) {
    counts(book, `${prefix}/plan.${id}`, to, '次', { times });
    counts(book, `${prefix}/plan.${id}`, to, '个', { locations });
  }
}

/** Every number of a period's report. */
export function periodBook(report: PeriodReport): ValueBook {
  const book = new ValueBook();
  const { period, months, workload } = report;
  const prefix = period.id;
  const whole: Destination =
    period.kind === 'month' ? { kind: 'compliance', month: prefix } : { kind: 'part', report: prefix, id: 'indicators' };
  const services: Destination = { kind: 'part', report: prefix, id: 'services' };
  addVerdicts(book, `${prefix}/counts`, report, whole);
  counts(book, `${prefix}/counts`, { kind: 'part', report: prefix, id: 'indicators' }, '项', { pending: report.pending.length });
  counts(book, `${prefix}/scope`, services, '个', { locations: report.locations.length });
  counts(book, `${prefix}/scope`, services, '项', { services: report.services.length });
  counts(book, `${prefix}/months`, { kind: 'part', report: prefix, id: 'basics' }, '个月', {
    known: months.length,
    asked: period.months.length,
    before: report.before.length,
    after: report.after.length,
  });
  addDeliveries(book, prefix, report);
  addWork(book, `${prefix}/work`, workload.all, services);
  for (const standings of report.services) {
    const { id } = standings;
    addVerdicts(book, `${prefix}/service.${id}`, standings, whole);
    const work = workload.services.get(id);
    if (work !== undefined) addWork(book, `${prefix}/service.${id}`, work, services);
  }
  for (const standings of report.locations) {
    const { id } = standings;
    const to: Destination = { kind: 'location', location: id };
    addVerdicts(book, `${prefix}/location.${id}`, standings, to);
    const work = workload.locations.get(id);
    if (work !== undefined) addWork(book, `${prefix}/location.${id}`, work, to);
  }
  const elsewhere = workload.locations.get(unplaced);
  if (elsewhere !== undefined) addWork(book, `${prefix}/unplaced`, elsewhere, services);
  for (const result of [...report.results, ...report.supplementary]) addResult(book, result);
  for (const comparison of report.comparisons) addComparison(book, prefix, comparison);
  for (const { with: kind, period: other, services: own } of report.beside)
    for (const standings of own)
      addVerdicts(book, `${prefix}/${kind}/service.${standings.id}`, standings, { kind: 'report', id: other.id });
  for (const exception of report.exceptions) addException(book, exception);
  for (const recheck of report.rechecks) addRecheck(book, recheck);
  addRule(book, prefix);
  addImprovement(book, prefix, report);
  addFeedback(book, prefix, report);
  addPlan(book, prefix, report);
  return book;
}
