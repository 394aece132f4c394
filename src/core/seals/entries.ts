import { dateOfDay, dayOf, firstDay, lastDay, type Month, weekday } from '../calendar/date.ts';
import { rowKey } from '../changes/rows.ts';
import type { Columns, Values } from '../csv/column.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Registers, RegisterTable } from '../registers/registers.ts';
import { digestOf } from './canonical.ts';
import { rowText } from './digests.ts';

/** Records with the columns by which they were read. */
export interface Read {
  readonly columns: Columns;
  readonly records: readonly TableRecord[];
}

const nameOf = (register: string, key: string): string => `${register}/${key}`;

/** The register that an entry's name means. */
export const registerNamedBy = (name: string): string => name.slice(0, name.indexOf('/'));

/** Whether something with a first and a last day holds on some day of a month. */
const isInForce = ({ from, to }: Values, month: Month): boolean =>
  String(from ?? '') <= lastDay(month) && (typeof to !== 'string' || firstDay(month) <= to);

/** Whether a day lies in a month, or in a week that does in part. */
function isInWeeks(day: string, month: Month): boolean {
  const [first, last] = [firstDay(month), lastDay(month)];
  return dateOfDay(dayOf(first) + 1 - weekday(first)) <= day && day <= dateOfDay(dayOf(last) + 7 - weekday(last));
}

/** The entries of registers by their name in a seal: the register and the entry's key. */
export class Entries {
  private readonly registers: Registers;
  private readonly byName = new Map<string, { readonly record: TableRecord; readonly table: RegisterTable }>();
  /** Names by what a reference resolves to. */
  private readonly byReference = new Map<string, string>();
  private readonly known = new Map<string, string>();

  constructor(registers: Registers) {
    this.registers = registers;
    for (const [id, table] of registers) {
      for (const record of table.records) {
        const name = nameOf(id, rowKey(record.values, table.register));
        this.byName.set(name, { record, table });
        this.byReference.set(nameOf(id, String(record.values[table.register.spellings[0] ?? ''] ?? '')), name);
      }
    }
  }

  record(name: string): TableRecord | null {
    return this.byName.get(name)?.record ?? null;
  }

  digest(name: string): string | null {
    const record = this.record(name);
    if (record === null) return null;
    const digest = this.known.get(name) ?? digestOf(rowText(record));
    this.known.set(name, digest);
    return digest;
  }

  /**
   * The entries that a month uses whether or not a row names them, so that a new one is a difference too: what is due in it, the
   * places open in it, and the days of its weeks that the calendar tells of.
   */
  always(month: Month): string[] {
    return ['schedule', 'locations', 'calendar'].flatMap((id) => {
      const table = this.registers.get(id);
      return (table?.records ?? []).flatMap(({ values }) => {
        const isUsed = id === 'calendar' ? isInWeeks(String(values.date), month) : isInForce(values, month);
        return isUsed && table !== undefined ? [nameOf(id, rowKey(values, table.register))] : [];
      });
    });
  }

  /** All entries that a month uses: those, what its rows refer to, the services of its indicators, the documents of its rows. */
  names(month: Month, tables: readonly Read[], indicators: readonly Indicator[]): string[] {
    const found = new Set<string>();
    const services = indicators.map(({ service }) => nameOf('services', service));
    for (const name of [...this.always(month), ...services.flatMap((each) => this.byReference.get(each) ?? [])])
      this.add(name, found);
    for (const name of this.documents(month)) this.add(name, found);
    for (const table of tables) for (const name of this.referred(table)) this.add(name, found);
    return [...found];
  }

  private add(name: string, found: Set<string>): void {
    if (found.has(name)) return;
    found.add(name);
    const entry = this.byName.get(name);
    if (entry === undefined) return;
    const { record, table } = entry;
    for (const each of this.referred({ columns: table.register.columns, records: [record] })) this.add(each, found);
  }

  private referred({ columns, records }: Read): Set<string> {
    const found = new Set<string>();
    for (const [field, column] of Object.entries(columns)) {
      if (column.type !== 'reference') continue;
      for (const { values } of records) {
        const name = this.byReference.get(nameOf(column.register, String(values[field] ?? '')));
        if (name !== undefined) found.add(name);
      }
    }
    return found;
  }

  /** The registered documents that belong to a row of a month. */
  private documents(month: Month): string[] {
    return [...this.registers.values()].flatMap(({ register, records }) => {
      const { evidence } = register;
      if (evidence === undefined) return [];
      const own = records.filter(({ values }) => values[evidence.row.month] === month);
      return own.map(({ values }) => nameOf(register.id, rowKey(values, register)));
    });
  }
}
