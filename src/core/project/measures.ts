import type { Entry } from '../documents/library.ts';
import type { Indicator, Part, TargetUnit } from '../indicators/indicator.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { checkMeasure, tallyKind } from '../measures/measure.ts';
import type { TallyKind } from '../measures/tally.ts';
import { type Problem, problem } from '../problem/problem.ts';

/** The units in which a tally of each kind can be compared with a target. */
const unitsOf: Record<TallyKind, readonly TargetUnit[]> = {
  ratio: ['%'],
  mean: ['min', 'h', 'd', '分'],
  count: ['起', '次', '项', '份'],
};

/** Targets in a unit that the measure does not yield, or two from the same day. */
function checkTargets(entry: Entry<Indicator>, part: Part, path: readonly PropertyKey[]): Problem[] {
  const units = unitsOf[tallyKind(part.measure)];
  return part.targets.flatMap(({ unit, from }, index) => {
    const found: Problem[] = [];
    if (!units.includes(unit)) {
      found.push(
        problem(
          'measure/value',
          entry.place([...path, index, 'unit']),
          `目标的单位“${unit}”与计算口径不符`,
          `可用 ${units.join('、')}`,
        ),
      );
    }
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

/** Measures that name a log, column or value that does not exist, each at its place in the indicator's file. */
export function checkMeasures(indicators: readonly Entry<Indicator>[], ledger: Ledger): Problem[] {
  return indicators.flatMap((entry) =>
    entry.data.parts.flatMap((part, index) => {
      const base = entry.data.parts.length === 1 ? ['measure'] : ['measure', 'parts', index, 'measure'];
      const targets = checkTargets(entry, part, [...base.slice(0, -1), 'targets']);
      const log = ledger.logs.find((each) => each.id === part.measure.log);
      if (log === undefined) {
        const hint = `可用的台账：${ledger.logs.map((each) => each.id).join('、')}`;
        return [...targets, problem('reference/unknown', entry.place([...base, 'log']), `没有台账“${part.measure.log}”`, hint)];
      }
      const faults = checkMeasure(part.measure, log, ledger.registers);
      return [
        ...targets,
        ...faults.map(({ path, code, message, hint }) => problem(code, entry.place([...base, ...path]), message, hint)),
      ];
    }),
  );
}
