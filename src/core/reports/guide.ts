import type { Month } from '../calendar/date.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Expectation, expectationOf } from '../ledger/start.ts';
import type { Log } from '../logs/log.ts';
import { logsOf } from '../measures/measure.ts';
import { type Frequency, frequencies } from '../registers/registers.ts';

/** What the schedule asks of a log: how many entries of one frequency, and of which items. */
export interface Planned {
  readonly frequency: Frequency;
  readonly entries: number;
  readonly items: readonly string[];
}

/** What a clerk must know of one log beside its columns: what was due, and what rests on it. */
export interface LogGuide {
  readonly log: Log;
  /** In the month asked about. */
  readonly expectation: Expectation;
  readonly planned: readonly Planned[];
  /** Indicators with a part that is computed from this log. */
  readonly indicators: readonly Indicator[];
}

function plannedOf(ledger: Ledger, log: Log): Planned[] {
  const entries = (ledger.registers.get('schedule')?.records ?? []).filter(({ values }) => values.log === log.id);
  return frequencies.flatMap((frequency): Planned[] => {
    const own = entries.filter(({ values }) => values.frequency === frequency);
    const items = [...new Set(own.map(({ values }) => String(values.item)))];
    return own.length === 0 ? [] : [{ frequency, entries: own.length, items }];
  });
}

/** What the filling guide says of a log, as seen from a month. */
export function logGuide(ledger: Ledger, indicators: readonly Indicator[], log: Log, month: Month): LogGuide {
  return {
    log,
    expectation: expectationOf(log, month, ledger),
    planned: plannedOf(ledger, log),
    indicators: indicators.filter(({ parts }) => parts.some(({ measure }) => logsOf(measure).includes(log.id))),
  };
}

/** The names of the registers by whose entries the logs are filled in, in the registers' order. */
export function registersNamedIn({ logs, registers }: Pick<Ledger, 'logs' | 'registers'>): string[] {
  const named = new Set(
    logs.flatMap(({ columns }) => Object.values(columns).map((column) => (column.type === 'reference' ? column.register : ''))),
  );
  return [...registers.values()].filter(({ register }) => named.has(register.id)).map(({ register }) => register.name);
}
