import type { Provenance } from '../../core/documents/provenance.ts';
import { basisOf } from '../../core/indicators/basis.ts';
import type { Target } from '../../core/indicators/indicator.ts';
import type { RoleName } from '../../core/logs/role.ts';
import { isDuration } from '../../core/measures/duration.ts';
import type { ValueBook } from '../../core/reports/book.ts';
import { type Case, caseId } from '../../core/reports/cases.ts';
import { textOf } from '../../core/reports/log-row.ts';
import { differenceOf } from '../../core/reports/movement.ts';
import type { Comparison, PeriodReport } from '../../core/reports/period.ts';
import type { Quantity, ReportValue } from '../../core/reports/value.ts';
import { sealTwin } from '../../core/seals/twin.ts';
import { unkeptWords } from '../cases.ts';
import type { ChartSpec } from '../chart/spec.ts';
import { differenceWords, directionWords } from '../movement.ts';
import { plainText } from '../paper/piece.ts';
import { quantityWords } from '../quantity.ts';
import type { ReportPaper } from './paper.ts';

/** A number for machines: as printed, and what it was made from. A ratio's value is a percentage, a duration's is in minutes. */
export interface TwinValue {
  readonly text: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: string;
}

const ratio = (numerator: number, denominator: number, unit: string) => ({
  value: denominator === 0 ? null : (numerator * (unit === '%' ? 100 : 1)) / denominator,
  numerator,
  denominator,
  unit,
});

/** A mean is of durations, in minutes, unless its target has a unit of its own. */
const meanUnit = (target: Target | null): string => (target === null || isDuration(target.unit) ? 'min' : target.unit);

function numberOf(quantity: Quantity): Omit<TwinValue, 'text'> {
  switch (quantity.kind) {
    case 'tally':
    case 'cases': {
      const { tally } = quantity;
      if (tally.kind === 'ratio') return ratio(tally.numerator, tally.denominator, '%');
      if (tally.kind === 'mean') return ratio(tally.sum, tally.count, quantity.kind === 'tally' ? meanUnit(quantity.target) : '');
      const unit = quantity.kind === 'tally' ? (quantity.target?.unit ?? '') : '';
      return { value: tally.events, numerator: null, denominator: null, unit };
    }
    case 'target':
      return { value: quantity.target.value, numerator: null, denominator: null, unit: quantity.target.unit };
    case 'difference':
      return {
        value: differenceOf(quantity.before, quantity.after),
        numerator: null,
        denominator: null,
        unit: differenceUnit(quantity),
      };
    case 'share':
      return ratio(quantity.numerator, quantity.denominator, '%');
    case 'duration':
      return { value: quantity.minutes, numerator: null, denominator: null, unit: 'min' };
    case 'count':
      return { value: quantity.count, numerator: null, denominator: null, unit: quantity.unit };
  }
}

/** Percentage points, minutes, or the target's own unit. */
function differenceUnit({ after, target }: Extract<Quantity, { kind: 'difference' }>): string {
  if (after.kind === 'ratio') return '个百分点';
  return after.kind === 'mean' ? meanUnit(target) : (target?.unit ?? '');
}

const twinValue = ({ quantity }: ReportValue): TwinValue => ({ text: quantityWords(quantity), ...numberOf(quantity) });

/** The numbers of a book by their ids, in the ids' order. */
const valuesOf = (book: ValueBook): Record<string, TwinValue> =>
  Object.fromEntries([...book.all()].sort((a, b) => (a.id < b.id ? -1 : 1)).map((each) => [each.id, twinValue(each)]));

const comparisonTwin = ({ with: kind, period, changes, movements }: Comparison) => ({
  with: kind,
  period: period.id,
  changes: changes.map(({ before, result }) => ({
    indicator: result.indicator.id,
    before: before.verdict,
    basisBefore: basisOf(before),
    after: result.verdict,
    basis: basisOf(result),
  })),
  movements: movements.map(({ result, part, before, direction, retargeted, redefined }) => ({
    indicator: result.indicator.id,
    part: result.parts.indexOf(part) + 1,
    direction,
    words: directionWords[direction],
    retargeted,
    redefined,
    difference: differenceOf(before.tally, part.tally),
    differenceWords: differenceWords(before.tally, part.tally, part.target?.unit ?? null),
  })),
});

/** A case that was open at the report's end: its lasting name, its row, how it stands to its limit, and which post is to act. */
function openTwin(each: Case) {
  const { kind, record, location, opened, days, limit, deadline, over, responsible } = each;
  return {
    id: caseId(each),
    kind,
    file: record.file,
    line: record.line,
    location,
    opened,
    days,
    limit,
    deadline,
    over,
    responsible: responsible === null ? null : textOf(record, responsible),
  };
}

/** A chart as it is drawn; the numbers of its finding stand among the values. */
const chartTwin = ({ figures: _, summary, ...spec }: ChartSpec) => ({ ...spec, summary: plainText(summary) });

/** Why values of a kind are absent: they are not zero, nobody writes them down. */
const notKeptTwin = (role: RoleName) => ({ role, reason: unkeptWords(new Set(), [role]) });

/** What is the same in the twin of every report. */
function paperTwin(paper: ReportPaper, book: ValueBook, provenance: Provenance) {
  return {
    schema: 'service-ledger/report/1',
    id: paper.id,
    title: paper.title,
    status: { state: paper.making.state, words: paper.making.words, issued: paper.making.issued },
    period: paper.period,
    lead: plainText(paper.lead),
    provenance,
    ...(paper.sealed === null ? {} : { seal: sealTwin(paper.sealed) }),
    values: valuesOf(book),
    charts: paper.blocks.flatMap((block) => (block.kind === 'chart' ? [chartTwin(block.spec)] : [])),
    ...(paper.notKept.length === 0 ? {} : { notKept: paper.notKept.map(notKeptTwin) }),
  };
}

/** `/api/reports/<id>.json`: every number of a report, and for periods the verdicts' counts and changes. */
export function reportTwin(paper: ReportPaper, book: ValueBook, provenance: Provenance, report: PeriodReport | null) {
  if (report === null) return paperTwin(paper, book, provenance);
  return {
    ...paperTwin(paper, book, provenance),
    months: report.months,
    before: report.before,
    after: report.after,
    counts: report.counts,
    missedBy: report.missedBy,
    comparisons: report.comparisons.map(comparisonTwin),
    open: report.improvement.open.cases.map(openTwin),
  };
}
