import { alternativesOf, columnsIn } from '../csv/condition.ts';
import type { Entry } from '../documents/library.ts';
import type { Indicator, Part } from '../indicators/indicator.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log } from '../logs/log.ts';
import { durationUnits, isDuration } from '../measures/duration.ts';
import { checkMeasure, type Measure, measuresOf, type PartMeasure, tallyKind } from '../measures/measure.ts';
import { recheckOf } from '../measures/recheck.ts';
import { type Problem, problem } from '../problem/problem.ts';

/** Why a measure's value cannot be compared with a target in this unit, as a hint; null where it can. */
function unitFault(measure: PartMeasure, unit: string, log: Log | undefined): string | null {
  switch (tallyKind(measure)) {
    case 'ratio':
      return unit === '%' ? null : '比率的目标用 %';
    case 'count':
      return unit === '%' || isDuration(unit) ? '次数的目标用量词，如 起、次、人次' : null;
    case 'mean': {
      const [first = measure] = measuresOf(measure);
      const of = first.kind === 'mean' ? first.of : '';
      if (typeof of !== 'string') return isDuration(unit) ? null : `历时的目标用 ${durationUnits.join('、')}`;
      const column = log?.columns[of];
      if (column?.type !== 'integer' && column?.type !== 'decimal') return null;
      if (isDuration(unit)) return column.unit === '分钟' ? null : `这一列的单位是“${column.unit}”，目标用同一单位`;
      return column.unit === '' || column.unit === unit ? null : `这一列的单位是“${column.unit}”，目标用同一单位`;
    }
  }
}

/** Targets in a unit that the measure does not yield, or two from the same day. */
function checkTargets(entry: Entry<Indicator>, part: Part, path: readonly PropertyKey[], log: Log | undefined): Problem[] {
  return part.targets.flatMap(({ unit, from }, index) => {
    const found: Problem[] = [];
    const fault = unitFault(part.measure, unit, log);
    if (fault !== null)
      found.push(problem('measure/value', entry.place([...path, index, 'unit']), `目标的单位“${unit}”与计算口径不符`, fault));
    if (part.targets.findIndex((each) => each.from === from) !== index) {
      found.push(
        problem(
          'measure/value',
          entry.place([...path, index, 'from']),
          `两个目标都自 ${from} 起生效`,
          '请改正其一的日期，或删去一个',
        ),
      );
    }
    return found;
  });
}

/** What counts are checked against: the logs that the schedule asks for, and all indicators. */
interface Context {
  readonly scheduled: ReadonlySet<string>;
  readonly indicators: readonly Entry<Indicator>[];
}

/** Counts of what must not happen where nobody is named who would see it: `measure/unseen`. A log that the schedule asks for is looked at itself. */
function checkSeen(entry: Entry<Indicator>, measure: Measure, base: readonly PropertyKey[], context: Context): Problem[] {
  if (measure.kind !== 'count' || measure.events === 'wanted') return [];
  const { scheduled, indicators } = context;
  if (measure.among === undefined && measure.seenBy.length === 0 && !scheduled.has(measure.log)) {
    const hint = '请写 seenBy：哪些指标的巡查会看到；或写 among：台账的哪些行本来可能是';
    return [problem('measure/unseen', entry.place([...base, 'log']), '没有写谁会看到，没有发生也不能算达标', hint)];
  }
  return measure.seenBy.flatMap((id, at) => {
    const named = indicators.find(({ data }) => data.id === id);
    const place = entry.place([...base, 'seenBy', at]);
    if (named === undefined) return [problem('reference/unknown', place, `没有指标“${id}”`, '请写已有指标的编号')];
    if (named.data.parts.some((part) => part.measure.kind === 'coverage')) return [];
    const hint = '请写评价排期的指标（coverage）';
    return [problem('measure/value', place, `指标“${id}”不评价排期，不能说明有人看过`, hint)];
  });
}

/** Measures that take the recheck for the first result, or a decision on a recheck that their log does not keep: `measure/recheck`. */
function checkRecheck(entry: Entry<Indicator>, measure: Measure, base: readonly PropertyKey[], log: Log): Problem[] {
  if (measure.kind !== 'share' && measure.kind !== 'coverage') return [];
  const [field, passing] = measure.kind === 'share' ? (['pass', measure.pass] as const) : (['done', measure.done] as const);
  const read = alternativesOf(passing).flatMap(columnsIn);
  // What became of those that failed at first may be asked.
  const chosen = columnsIn(measure.where ?? {});
  const again = log.roles.flatMap((role) =>
    role.role === 'recheck' && read.includes(role.again) && !chosen.includes(role.first) ? [role.again] : [],
  );
  const taken = again.map((column) => {
    const name = log.columns[column]?.name ?? column;
    const hint = '以第一次的结果为准；双方约定复查合格算合格的，写 recheck: { from, decision }';
    return problem('measure/recheck', entry.place([...base, field]), `没有决定，“${name}”不能算作合格`, hint);
  });
  const vain =
    measure.recheck === undefined || recheckOf(log, passing) !== null
      ? []
      : [problem('measure/recheck', entry.place([...base, 'recheck']), `${log.name}没有所问结果的复查`, '删去 recheck')];
  return [...taken, ...vain];
}

/** A figure in a unit that its measure does not yield. */
function checkFigure(entry: Entry<Indicator>, { measure, figure }: Part, log: Log | undefined): Problem[] {
  const fault = figure === undefined ? null : unitFault(measure, figure, log);
  if (fault === null) return [];
  return [problem('measure/value', entry.place(['figure']), `数值的单位“${figure}”与计算口径不符`, fault)];
}

/** Measures that do not add up: of different kinds of tally, or one side of a ratio without the other. */
function checkSum(entry: Entry<Indicator>, { measure }: Part, base: readonly PropertyKey[]): Problem[] {
  if (measure.kind !== 'sum') return [];
  const place = entry.place([...base, 'of']);
  if (new Set(measure.of.map(tallyKind)).size > 1)
    return [problem('measure/value', place, '相加的各项口径结果不同类', '请只把比率与比率、均值与均值、次数与次数相加')];
  const sides = new Set(measure.of.flatMap((each) => (each.kind === 'side' ? [each.as] : ['numerator', 'denominator'])));
  if (sides.size === 2) return [];
  return [problem('measure/value', place, '相加的各项只有分子或只有分母', '请把另一边的行也列入')];
}

/** Whether a measure names a log and columns that exist, and who would see what it counts. */
function checkOne(
  entry: Entry<Indicator>,
  measure: Measure,
  base: readonly PropertyKey[],
  { ledger, ...context }: Context & { readonly ledger: Ledger },
): Problem[] {
  const log = ledger.logs.find(({ id }) => id === measure.log);
  if (log === undefined) {
    const hint = `可用的台账：${ledger.logs.map((each) => each.id).join('、')}`;
    return [problem('reference/unknown', entry.place([...base, 'log']), `没有台账“${measure.log}”`, hint)];
  }
  const faults = checkMeasure(measure, log, ledger.registers);
  return [
    ...checkSeen(entry, measure, base, context),
    ...checkRecheck(entry, measure, base, log),
    ...faults.map(({ path, code, message, hint }) => problem(code, entry.place([...base, ...path]), message, hint)),
  ];
}

/** Measures that name a log, column or value that does not exist, each at its place in the indicator's file. */
export function checkMeasures(indicators: readonly Entry<Indicator>[], ledger: Ledger): Problem[] {
  const scheduled = new Set((ledger.registers.get('schedule')?.records ?? []).map(({ values }) => String(values.log)));
  const context: Context = { scheduled, indicators };
  return indicators.flatMap((entry) =>
    entry.data.parts.flatMap((part, index) => {
      const base = entry.data.parts.length === 1 ? ['measure'] : ['measure', 'parts', index, 'measure'];
      const measures = measuresOf(part.measure);
      const log = ledger.logs.find(({ id }) => id === measures[0]?.log);
      return [
        ...checkTargets(entry, part, [...base.slice(0, -1), 'targets'], log),
        ...checkFigure(entry, part, log),
        ...checkSum(entry, part, base),
        ...measures.flatMap((measure, at) => {
          const place = part.measure.kind === 'sum' ? [...base, 'of', at] : base;
          return checkOne(entry, measure, place, { ...context, ledger });
        }),
      ];
    }),
  );
}
