import Papa from 'papaparse';
import type { Month } from '../calendar/date.ts';
import type { Column, Columns, Value, Values } from '../csv/column.ts';
import type { Log } from '../logs/log.ts';
import { occurrencesOf, type Registers } from '../registers/registers.ts';
import { deliveryColumns, deliveryFile } from './delivery.ts';
import type { Ledger, LedgerTerms } from './ledger.ts';
import type { LeftByLog } from './month.ts';
import { template } from './template.ts';

/** What the schedule is asked by. */
type Terms = Pick<Ledger, 'logs' | 'registers' | 'calendar'>;

/** What a month that begins is made from. */
interface StartTerms extends Terms, Pick<LedgerTerms, 'inMonth'> {
  /** What the month before left open. */
  readonly before: LeftByLog;
}

/** What the schedule says of a log in a month: due so many times, unplanned (may occur at any time), or not due this month. */
export type Expectation =
  | { readonly kind: 'due'; readonly times: number }
  | { readonly kind: 'unplanned' }
  | { readonly kind: 'not-due' };

/** A log with running numbers or without any entry in the schedule is unplanned. */
export function expectationOf(log: Log, month: Month, { registers, calendar }: Terms): Expectation {
  const times = occurrencesOf(registers, calendar, log.id, month).length;
  if (times > 0) return { kind: 'due', times };
  const planned = (registers.get('schedule')?.records ?? []).some(({ values }) => values.log === log.id);
  return planned && log.sequence === null ? { kind: 'not-due' } : { kind: 'unplanned' };
}

/** The slip to fill: a line for every log, so that a log without anything to report is a nil return and not forgotten. */
function slipToFill(logs: readonly Log[]): string {
  const blank = Object.keys(deliveryColumns)
    .slice(1)
    .map(() => '');
  const lines = logs.map(({ name }) => [name, ...blank]);
  return `${template(deliveryColumns)}${Papa.unparse(lines, { newline: '\r\n' })}\r\n`;
}

/** An entry of a register as clerks name it: in the spelling in which the column's example names one, where that is its alone. */
function spelt(value: Value, column: Column, registers: Registers): Value {
  const table = column.type === 'reference' ? registers.get(column.register) : undefined;
  if (table === undefined) return value;
  const { register, records, byId } = table;
  const spelling = register.spellings.find((field) => records.some(({ values }) => values[field] === column.example)) ?? '';
  const text = byId.get(String(value))?.[spelling] ?? null;
  const isItsAlone = records.filter(({ values }) => values[spelling] === text).length === 1;
  return text !== null && isItsAlone ? text : value;
}

/** A row as clerks write it. */
const asSpelt = (values: Values, columns: Columns, registers: Registers): Values =>
  Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, spelt(values[field] ?? null, column, registers)]));

/**
 * The files with which a month begins, by path from the project's root: a template for each log that is due or may occur, with
 * the columns that it has in that month and the rows of the cases that are open, and the delivery slip to fill. Until the slip
 * is filled, reading the month reports `delivery/unfilled`.
 */
export function startedMonth(month: Month, terms: StartTerms): ReadonlyMap<string, string> {
  const carried = (log: Log) =>
    [...(terms.before.get(log.id)?.values() ?? [])].map(({ record }) => asSpelt(record.values, log.columns, terms.registers));
  const wanted = terms.logs.filter((log) => carried(log).length > 0 || expectationOf(log, month, terms).kind !== 'not-due');
  return new Map([
    ...wanted.map((log): [string, string] => [
      `data/${month}/${log.id}.csv`,
      template((terms.inMonth?.(log, month) ?? log).columns, carried(log)),
    ]),
    [`data/${month}/${deliveryFile}`, slipToFill(terms.logs)],
  ]);
}
