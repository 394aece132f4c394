import Papa from 'papaparse';
import type { Month } from '../../src/core/calendar/date.ts';
import { addMonths } from '../../src/core/calendar/date.ts';
import { Assessment } from '../../src/core/indicators/assessment.ts';
import type { DataFiles } from '../../src/core/ledger/file.ts';
import { type LedgerTerms, type RegistersReading, readLedger } from '../../src/core/ledger/ledger.ts';
import type { Log } from '../../src/core/logs/log.ts';
import type { Judgement } from '../../src/core/measures/judgement.ts';
import type { Problem } from '../../src/core/problem/problem.ts';
import { present } from '../../src/core/testing/ledger.ts';
import { sample } from '../sample.ts';
import type { Cells } from '../tampering.ts';

/** The rows of one log in the file of a month. */
export interface Chapter {
  readonly month: Month;
  readonly rows: readonly Cells[];
}

/** What the months of a log were read to. */
export interface Told {
  readonly assessment: Assessment;
  readonly problems: readonly Problem[];
}

const encoder = new TextEncoder();
const csv = (table: readonly (readonly string[])[]): Uint8Array =>
  encoder.encode(
    `${Papa.unparse(
      table.map((row) => [...row]),
      { newline: '\n' },
    )}\n`,
  );

/** This project's definitions and registers, with ledgers that hold months of a single log. */
export class Histories {
  readonly project = sample;
  private readonly terms: LedgerTerms;
  private readonly registers: RegistersReading;

  constructor() {
    const { ledger, definitions, contract } = this.project;
    // Nobody confirms the counts of these months, and who worked in them is not told.
    const logs = ledger.logs.map((log) => ({
      ...log,
      roles: log.roles.filter(({ role }) => role !== 'confirmation' && role !== 'shifts'),
    }));
    const { registers, inMonth } = definitions;
    this.terms = { logs, registers, inMonth, deliveryDay: contract.deliveryDay };
    this.registers = { value: { registers: ledger.registers, referents: ledger.referents }, problems: [] };
  }

  log(id: string): Log {
    return present(this.terms.logs.find((each) => each.id === id));
  }

  /** The months of a log as they are read, each with a slip that tells its rows, handed in on the fifth day of the next. */
  told(id: string, chapters: readonly Chapter[]): Told {
    const log = this.log(id);
    const fields = Object.entries(log.columns);
    const files: DataFiles = new Map(
      chapters.flatMap(({ month, rows }): [string, Uint8Array][] => {
        const read = Object.entries((this.terms.inMonth?.(log, month) ?? log).columns);
        const own = read.length === 0 ? fields : read;
        return [
          [
            `data/${month}/delivery.csv`,
            csv([
              ['台账', '行数', '交付日期', '交付岗位'],
              [log.name, String(rows.length), `${addMonths(month, 1)}-05`, 'GL-01'],
            ]),
          ],
          [
            `data/${month}/${id}.csv`,
            csv([own.map(([, { name }]) => name), ...rows.map((row) => own.map(([key]) => row[key] ?? ''))]),
          ],
        ];
      }),
    );
    const { value, problems } = readLedger(files, this.terms, this.registers);
    const { assessment, contract } = this.project;
    const start = `${present(chapters[0]).month}-01`;
    return { assessment: new Assessment(value, assessment.all, { ...contract, start }), problems };
  }
}

/** How the row with a key entered a measure in a month; nothing where it did not. */
export const judgementsOf = (
  judgements: readonly Judgement[],
  key: string,
  { key: fields }: Pick<Log, 'key'>,
): readonly Judgement[] =>
  judgements.filter(
    ({ record }) => record !== null && fields.map((field) => String(record.values[field] ?? '')).join('/') === key,
  );
