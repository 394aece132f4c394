import type { Month } from '../calendar/date.ts';
import { monthPeriod } from '../calendar/period.ts';
import { caseKey } from '../cases/carrying.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Judgement } from '../measures/judgement.ts';
import { judge, logsOf, measuresOf, tallyKind, tallyOf } from '../measures/measure.ts';
import { add, type Tally, zero } from '../measures/tally.ts';
import type { Assessment } from './assessment.ts';
import type { Indicator, Part } from './indicator.ts';
import { measured } from './month-totals.ts';
import { type Passes, passesOf } from './passes.ts';
import type { PartResult, Result } from './result.ts';

/** The judgements behind one part's number, sorted by how they counted. */
export interface PartEvidence {
  readonly result: PartResult;
  readonly failed: readonly Judgement[];
  readonly passed: readonly Judgement[];
  readonly excluded: readonly Judgement[];
  /** Cases without an outcome: a blank cell, a case that is open, a round of which no row speaks. */
  readonly unknown: readonly Judgement[];
  /** Cases within their limit, which a later month will judge. */
  readonly underWay: readonly Judgement[];
  /** What the tally would be had no exception been allowed; null where none was. */
  readonly unexcused: Tally | null;
  /** What passed at once and what passed when it was looked at again; null where the log keeps no recheck. */
  readonly passes: Passes | null;
}

/** Everything behind a month's verdict on an indicator: every number of it can be walked to these rows. */
export interface Evidence {
  readonly result: Result;
  readonly parts: readonly PartEvidence[];
}

const counted = (judgements: readonly Judgement[], state: Judgement['counted']) =>
  judgements.filter((each) => each.counted === state);

/** The tally of a part with every row that its exceptions let out counted like the others. */
function unexcused({ ledger }: Assessment, part: Part, months: readonly Month[]): Tally {
  const measures = measuresOf(part.measure).map((measure) => ({ ...measure, exclude: [] }));
  return ledger.months
    .filter(({ month }) => months.includes(month))
    .flatMap(({ logs }) =>
      measures.flatMap((measure) => {
        const logMonth = logs.get(measure.log);
        if (logMonth === undefined || logMonth.handed.state === 'absent') return [];
        return [tallyOf(measure, judge(measure, measured(logMonth, ledger)))];
      }),
    )
    .reduce(add, zero(tallyKind(part.measure)));
}

/** The judgements of some months; a case that one of them left without an outcome and a later one settled is there once, as settled. */
function settledOnce(byMonth: readonly (readonly [Month, readonly Judgement[]])[], { logs }: Ledger): Judgement[] {
  const keyOf = ({ file, values }: TableRecord) => {
    const log = logs.find(({ id }) => file.endsWith(`/${id}.csv`));
    return log === undefined ? '' : `${log.id} ${caseKey(values, log)}`;
  };
  const settled = new Set(
    byMonth.flatMap(([, judgements]) =>
      judgements.flatMap(({ record, settles }) =>
        record === null || settles === null ? [] : [`${settles.month} ${keyOf(record)}`],
      ),
    ),
  );
  return byMonth.flatMap(([month, judgements]) =>
    judgements.filter(
      ({ record, counted: state }) =>
        record === null || state !== 'unknown' || settled.size === 0 || !settled.has(`${month} ${keyOf(record)}`),
    ),
  );
}

/** The evidence of an indicator in a month; where the target is judged over a quarter or year, the rows of that whole period. */
export function evidenceOf(assessment: Assessment, indicator: Indicator, month: Month): Evidence {
  const result = assessment.result(indicator, monthPeriod(month));
  const parts = result.parts.map((part): PartEvidence => {
    const judgements = settledOnce(
      part.judged.months
        .filter((each) => assessment.months.includes(each))
        .map((each): [Month, readonly Judgement[]] => [each, assessment.judgements(part.part, each)]),
      assessment.ledger,
    );
    const excuses = measuresOf(part.part.measure).some(({ exclude }) => exclude.length > 0) && part.excluded > 0;
    return {
      result: part,
      failed: counted(judgements, 'fail'),
      passed: counted(judgements, 'pass'),
      excluded: counted(judgements, 'excluded'),
      unknown: counted(judgements, 'unknown'),
      underWay: counted(judgements, 'under-way'),
      passes: passesOf(assessment, part.part, part.judged.months),
      unexcused: excuses ? unexcused(assessment, part.part, part.judged.months) : null,
    };
  });
  return { result, parts };
}

/** How one row entered an indicator; the way back from a row. */
export interface RowUse {
  readonly indicator: Indicator;
  readonly counted: Judgement['counted'];
  readonly reason: string | null;
}

/** How the rows of one of its logs entered a part; those of its only log are kept. */
const ofLog = (assessment: Assessment, part: Part, { month, log }: { month: Month; log: string }): readonly Judgement[] =>
  logsOf(part.measure).length === 1 ? assessment.judgements(part, month) : assessment.judgementsIn(log, part, month);

/** For each line of a log's file of a month, every indicator in which the row was judged. */
export function usesOf(assessment: Assessment, month: Month, log: string): ReadonlyMap<number, readonly RowUse[]> {
  const uses = new Map<number, RowUse[]>();
  for (const indicator of assessment.all) {
    for (const part of indicator.parts) {
      if (!logsOf(part.measure).includes(log)) continue;
      for (const { record, counted: state, reason } of ofLog(assessment, part, { month, log })) {
        // A week's or a quarter's row may stand in the file of another month.
        if (record === null || !record.file.includes(`/${month}/`)) continue;
        const use = { indicator, counted: state, reason };
        const known = uses.get(record.line);
        if (known === undefined) uses.set(record.line, [use]);
        else known.push(use);
      }
    }
  }
  return uses;
}
