import { lastDay, type Month } from '../calendar/date.ts';
import type { Log } from '../logs/log.ts';
import type { Register } from '../registers/register.ts';
import { changes, type LogDefinition, logOn } from './log.ts';
import { type RegisterDefinition, registerOf } from './register.ts';

/** The logs and registers of a contract, as its content defines them. */
export interface Definitions {
  readonly logs: readonly Log[];
  readonly registers: readonly Register[];
  /** A log as its file of a month is read: with the columns, values and rules that hold on the month's last day. */
  inMonth(log: Log, month: Month): Log;
  /** What they were made from, for whoever reads data elsewhere. */
  readonly sources: { readonly logs: readonly LogDefinition[]; readonly registers: readonly RegisterDefinition[] };
}

/** What definitions make, for whatever reads data. */
export function definitionsFrom(logs: readonly LogDefinition[], registers: readonly RegisterDefinition[]): Definitions {
  const changing = new Map(logs.filter(changes).map((each) => [each.id, each]));
  return {
    logs: logs.map((each) => logOn(each, null)),
    registers: registers.map(registerOf),
    inMonth(log, month) {
      const definition = changing.get(log.id);
      return definition === undefined ? log : logOn(definition, lastDay(month));
    },
    sources: { logs, registers },
  };
}
