import type { Month } from '../calendar/date.ts';
import type { Column, ColumnUse } from '../csv/column.ts';
import type { Log } from './log.ts';

/** What reads the columns of logs, by log and field. */
export type Uses = Readonly<Record<string, Readonly<Record<string, ColumnUse>>>>;

/** One reader of a column: an indicator by its name, or a rule or a report without one. */
export interface Reading {
  readonly log: string;
  readonly field: string;
  readonly decides: boolean;
  readonly indicator: string | null;
}

/** The readings, by column. */
export function usesFrom(readings: readonly Reading[]): Uses {
  // A map, because every object has a `constructor`, which a measure may name by mistake.
  const logs = new Map<string, Map<string, ColumnUse>>();
  for (const { log, field, decides, indicator } of readings) {
    const fields = logs.get(log) ?? new Map<string, ColumnUse>();
    logs.set(log, fields);
    const { decides: decided, indicators } = fields.get(field) ?? { decides: false, indicators: [] };
    const names = indicator === null || indicators.includes(indicator) ? indicators : [...indicators, indicator];
    fields.set(field, { decides: decided || decides, indicators: names });
  }
  return Object.fromEntries([...logs].map(([log, fields]) => [log, Object.fromEntries(fields)]));
}

/** The log with what reads its columns written at them, so that readers know what a missing column or a word for nothing would change. */
export function withUses(log: Log, uses: Uses): Log {
  const own = new Map(Object.entries(uses[log.id] ?? {}));
  const columns = Object.entries(log.columns).map(([field, column]): [string, Column] => {
    const use = own.get(field);
    return [field, use === undefined ? column : { ...column, use }];
  });
  return { ...log, columns: Object.fromEntries(columns) };
}

/** The logs of a contract, and how each is read in a month. */
interface Logs {
  readonly logs: readonly Log[];
  inMonth(log: Log, month: Month): Log;
}

/** The logs with their uses. One that a month does not change stays the same, so that whatever is made of its columns is made once. */
export function logsWithUses({ logs, inMonth }: Logs, uses: Uses): Logs {
  return {
    logs: logs.map((log) => withUses(log, uses)),
    inMonth(log, month) {
      const own = inMonth(log, month);
      return own === log ? log : withUses(own, uses);
    },
  };
}
