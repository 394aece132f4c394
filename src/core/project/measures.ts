import type { Entry } from '../documents/library.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { checkMeasure } from '../measures/measure.ts';
import { type Problem, problem } from '../problem/problem.ts';

/** Measures that name a log, column or value that does not exist, each at its place in the indicator's file. */
export function checkMeasures(indicators: readonly Entry<Indicator>[], ledger: Ledger): Problem[] {
  return indicators.flatMap((entry) =>
    entry.data.parts.flatMap((part, index) => {
      const base = entry.data.parts.length === 1 ? ['measure'] : ['measure', 'parts', index, 'measure'];
      const log = ledger.logs.find((each) => each.id === part.measure.log);
      if (log === undefined) {
        const hint = `可用的台账：${ledger.logs.map((each) => each.id).join('、')}`;
        return [problem('reference/unknown', entry.place([...base, 'log']), `没有台账“${part.measure.log}”`, hint)];
      }
      return checkMeasure(part.measure, log, ledger.registers).map(({ path, code, message, hint }) =>
        problem(code, entry.place([...base, ...path]), message, hint),
      );
    }),
  );
}
