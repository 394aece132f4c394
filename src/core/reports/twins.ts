import type { Month } from '../calendar/date.ts';
import { monthPeriod, type Period } from '../calendar/period.ts';
import type { Provenance } from '../documents/provenance.ts';
import type { Assessment } from '../indicators/assessment.ts';
import { type Basis, basisOf, missedBy } from '../indicators/basis.ts';
import type { Evidence } from '../indicators/evidence.ts';
import type { IndicatorList } from '../indicators/indicator.ts';
import type { Passes } from '../indicators/passes.ts';
import { isUntold, type PartResult, type Result, unplaced } from '../indicators/result.ts';
import type { Verdict } from '../indicators/verdict.ts';
import { isDuration } from '../measures/duration.ts';
import type { Judgement } from '../measures/judgement.ts';
import type { Tally } from '../measures/tally.ts';
import { deliveriesOf } from './deliveries.ts';
import { resultsByLocation } from './location.ts';
import { type MonthQuality, refusalsIn, remarksIn, repairsIn } from './quality.ts';
import { verdictsOf } from './verdicts.ts';

/** The number behind a verdict, for machines. A ratio's value is a percentage, a mean's is in minutes or in its column's unit, a count's is the count. */
interface TwinValue {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: '%' | 'min' | string;
}

interface TwinTarget {
  readonly operator: string;
  readonly value: number;
  readonly upTo?: number;
  readonly unit: string;
  readonly period: string;
  readonly from: string;
  readonly basis: Basis;
}

interface TwinPart extends TwinValue {
  readonly name: string;
  readonly verdict: Verdict;
  /** Where the number of the target comes from; null where none is in force. */
  readonly basis: Basis | null;
  readonly target: TwinTarget | null;
  readonly judged: string;
  readonly excluded: number;
  /** Of how many cases the outcome is not there. */
  readonly unknown: number;
  readonly small: boolean;
  readonly reasons: readonly string[];
}

/** An indicator's month. `value`, `numerator`, `denominator`, `unit` and `target` are those of its only part, and null when it has several. */
export interface TwinIndicator extends TwinValue {
  readonly id: string;
  readonly name: string;
  /** `plan` for the plan's own list, `supplementary` for what no count has in it. */
  readonly list: IndicatorList;
  readonly service: string;
  readonly verdict: Verdict;
  /** On which basis the verdict stands: of the part that missed, else the weakest of all. */
  readonly basis: Basis | null;
  readonly target: TwinTarget | null;
  readonly parts: readonly TwinPart[];
}

function numberOf(tally: Tally, unit: string): TwinValue {
  switch (tally.kind) {
    case 'ratio': {
      const { numerator, denominator } = tally;
      return { value: denominator === 0 ? null : (numerator * 100) / denominator, numerator, denominator, unit: '%' };
    }
    case 'mean': {
      const { sum, count } = tally;
      const own = unit === '' || isDuration(unit) ? 'min' : unit;
      return { value: count === 0 ? null : sum / count, numerator: sum, denominator: count, unit: own };
    }
    case 'count':
      return { value: tally.events, numerator: tally.events, denominator: null, unit };
  }
}

const nothing: TwinValue = { value: null, numerator: null, denominator: null, unit: '' };

/** Without data there is no number: a zero would read as a result. */
function partTwin(part: PartResult): TwinPart {
  const { target } = part;
  const unit = target?.unit ?? part.part.figure ?? '';
  const number = isUntold(part) ? { ...nothing, unit } : numberOf(part.tally, unit);
  return {
    name: part.part.name,
    verdict: part.verdict,
    basis: target?.basis ?? null,
    ...number,
    target:
      target === null
        ? null
        : {
            operator: target.operator,
            value: target.value,
            ...(target.upTo === undefined ? {} : { upTo: target.upTo }),
            unit: target.unit,
            period: target.period,
            from: target.from,
            basis: target.basis,
          },
    judged: part.judged.id,
    excluded: part.excluded,
    unknown: part.unknown,
    small: part.small,
    reasons: part.reasons,
  };
}

/** An indicator's result for machines. */
export function indicatorTwin(result: Result): TwinIndicator {
  const parts = result.parts.map(partTwin);
  const [only, ...others] = parts;
  const single = only !== undefined && others.length === 0 ? only : null;
  return {
    id: result.indicator.id,
    name: result.indicator.name,
    list: result.indicator.list,
    service: result.indicator.service,
    verdict: result.verdict,
    basis: basisOf(result),
    value: single?.value ?? null,
    numerator: single?.numerator ?? null,
    denominator: single?.denominator ?? null,
    unit: single?.unit ?? '',
    target: single?.target ?? null,
    parts,
  };
}

/** `/api/months/<month>.json` */
export function monthTwin(assessment: Assessment, month: Month, provenance: Provenance) {
  const { results, counts, supplementary, pending } = verdictsOf(assessment, monthPeriod(month));
  const deliveries = deliveriesOf(assessment.ledger, month);
  return {
    schema: 'service-ledger/month/1',
    month,
    provenance,
    counts,
    missedBy: missedBy(results),
    pending: pending.map(({ id }) => id),
    logs: deliveries.map(({ log, handed, records }) => ({ id: log.id, name: log.name, ...handed, rows: records.length })),
    indicators: results.map(indicatorTwin).sort((a, b) => (a.id < b.id ? -1 : 1)),
    supplementary: supplementary.map(indicatorTwin).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** `/api/periods/<period>.json`: every indicator over a month, quarter, year or the year to date, as a whole and by location; `null` is what belongs to none. */
export function periodTwin(assessment: Assessment, period: Period, provenance: Provenance) {
  const { results, counts, supplementary } = verdictsOf(assessment, period);
  const placed = (result: Result) => ({
    ...indicatorTwin(result),
    locations: resultsByLocation(assessment, result.indicator, period).map((each) => ({
      location: each.location === unplaced ? null : each.location,
      ...indicatorTwin(each),
    })),
  });
  return {
    schema: 'service-ledger/period/1',
    period: period.id,
    months: period.months,
    judged: period.months.filter((month) => assessment.months.includes(month)),
    provenance,
    counts,
    missedBy: missedBy(results),
    indicators: results.map(placed).sort((a, b) => (a.id < b.id ? -1 : 1)),
    supplementary: supplementary.map(placed).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

interface TwinRow {
  readonly part: number;
  readonly file: string;
  readonly line: number;
  readonly counted: Judgement['counted'];
  readonly reason?: string;
}

/** What was due and of which no row speaks: `fail` where the schedule itself is judged, `unknown` where a row would have told an outcome. */
interface TwinDue {
  readonly part: number;
  readonly schedule: string;
  readonly location: string | null;
  readonly from: string;
  readonly to: string;
  readonly counted: Judgement['counted'];
  readonly reason?: string;
}

/** First pass and recheck of a part, where its log keeps them: n of N each, and whether the recheck counts for the verdict. */
const passesTwin = (passes: Passes | null, month: Month) =>
  passes === null
    ? null
    : {
        first: numberOf(passes.first, '%'),
        after: numberOf(passes.after, '%'),
        decision: passes.decision,
        counts: passes.decision !== null && passes.decision.from.slice(0, 7) <= month ? 'after' : 'first',
      };

/** How something counted, and why. */
const countedTwin = ({ counted, reason }: Pick<Judgement, 'counted' | 'reason'>) => ({
  counted,
  ...(reason === null ? {} : { reason }),
});

/** `/api/compliance/<month>/<indicator>.json`: the result, every row with how it counted, and what was due without a row. */
export function evidenceTwin(evidence: Evidence, month: Month, provenance: Provenance) {
  const all = evidence.parts.map(({ failed, passed, excluded, unknown, underWay }) =>
    [failed, passed, excluded, unknown, underWay].flat(),
  );
  const rows = all.flatMap((judgements, part) =>
    judgements.flatMap(({ record, ...judgement }): TwinRow[] =>
      record === null ? [] : [{ part, file: record.file, line: record.line, ...countedTwin(judgement) }],
    ),
  );
  const due = all.flatMap((judgements, part) =>
    judgements.flatMap(({ record, occurrence, location, ...judgement }): TwinDue[] => {
      if (record !== null || occurrence === null) return [];
      const { entry, slot } = occurrence;
      return [{ part, schedule: String(entry.id), location, from: slot.from, to: slot.to, ...countedTwin(judgement) }];
    }),
  );
  const rechecks = evidence.parts.map(({ passes }) => passesTwin(passes, month));
  rows.sort((a, b) => a.part - b.part || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return { schema: 'service-ledger/evidence/1', month, provenance, ...indicatorTwin(evidence.result), rechecks, rows, due };
}

/** `/api/quality/<month>.json`: how each log came in, what became of its rows, and every finding with its cells. */
export function qualityTwin(quality: MonthQuality, provenance: Provenance) {
  return {
    schema: 'service-ledger/quality/1',
    month: quality.month,
    provenance,
    counts: quality.counts,
    late: quality.late,
    rows: quality.rows,
    logs: quality.deliveries.map(({ log, file, handed, rows }) => ({ id: log.id, name: log.name, file, ...handed, rows })),
    repairs: repairsIn(quality),
    refused: refusalsIn(quality),
    remarks: remarksIn(quality),
  };
}
