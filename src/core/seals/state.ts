import { firstDay, lastDay, type Month } from '../calendar/date.ts';
import type { Plain } from '../changes/change.ts';
import { isRecord, plainOf } from '../changes/fields.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Entry } from '../documents/library.ts';
import type { ReportDocument } from '../documents/report.ts';
import { rowsAround } from '../ledger/around.ts';
import { deliveryFile, deliveryTable } from '../ledger/delivery.ts';
import type { LedgerMonth } from '../ledger/month.ts';
import { type LogMonth, rowsOfFile } from '../logs/log.ts';
import type { Project } from '../project/project.ts';
import { dueOf } from '../registers/registers.ts';
import { canonicalText } from './canonical.ts';
import { answeredIn, Grounds, logNamedBy } from './definitions.ts';
import { groupOf, linesOf, readingOf } from './digests.ts';
import { Entries, type Read } from './entries.ts';
import { isAskedIn, resultLines, resultTexts, sealedResult } from './results.ts';
import type { Reading, SealedState } from './seal.ts';
import { wordingOf } from './wording.ts';

/** SHA-256 of the files of months' folders, by path. */
export type FileDigests = ReadonlyMap<string, string>;

/** What a digest is where nothing is any more. */
const gone = '-';

/** A report as it is sealed: what its head says, then its text. */
export function reportText({ written, tree }: Pick<Entry<ReportDocument>, 'written' | 'tree'>): string {
  const head = plainOf(written);
  const facts = isRecord(head) ? Object.entries(head).sort(([a], [b]) => (a < b ? -1 : 1)) : [];
  const lines = facts.map(([field, value]: readonly [string, Plain]) => `${field}: ${canonicalText(value)}`);
  return [...lines, wordingOf(tree)].join('\n');
}

/** What a seal speaks of: names, and of each log the columns in which its file says anything. */
interface Scope {
  readonly entries: readonly string[];
  readonly definitions: readonly string[];
  readonly results: readonly string[];
  readonly reports: readonly string[];
  readonly columns: (log: string) => readonly string[];
}

/** Makes the states of a contract's months, as they are sealed and as they are compared with seals. */
export class States {
  readonly project: Project;
  readonly grounds: Grounds;
  readonly entries: Entries;
  private readonly digests: FileDigests;

  constructor(project: Project, digests: FileDigests) {
    this.project = project;
    this.digests = digests;
    this.grounds = new Grounds(project);
    this.entries = new Entries(project.ledger.registers);
  }

  /** The state of a month that is sealed now, with these reports. */
  now(month: Month, reports: readonly string[]): SealedState {
    const { assessment } = this.project;
    const indicators = answeredIn(assessment.all, month);
    const read = this.read(month, {});
    const around = this.around(month, {});
    const tables = [...this.tables(month).values(), ...this.tablesAround(month).values()];
    const scope: Scope = {
      entries: this.entries.names(month, tables, indicators),
      definitions: this.grounds.names(month, indicators),
      results: indicators.map(({ id }) => id),
      reports,
      columns: (log) => columnsIn(read, month, log),
    };
    return { read, around, ...this.rest(month, scope) };
  }

  /**
   * The state of a month, of just that of which a seal speaks and of what would have been sealed with it. A file whose bytes are
   * the sealed ones is not looked into.
   */
  since(month: Month, sealed: SealedState): SealedState {
    const { assessment } = this.project;
    const known = resultTexts(sealed.results);
    const asked = assessment.all.filter((each) => known.has(each.id) || isAskedIn(each, month));
    const scope: Scope = {
      entries: [...new Set([...linesOf(sealed.registers.items).keys(), ...this.entries.always(month)])],
      definitions: [...linesOf(sealed.definitions.items).keys()],
      results: asked.map(({ id }) => id),
      reports: Object.keys(sealed.reports),
      columns: (log) => columnsIn(sealed.read, month, log),
    };
    return { read: this.read(month, sealed.read), around: this.around(month, sealed.around), ...this.rest(month, scope) };
  }

  /** The tables of a month's folder, by file. */
  tables(month: Month): ReadonlyMap<string, Read> {
    const own = this.month(month);
    if (own === undefined) return new Map();
    return new Map([
      [`data/${month}/${deliveryFile}`, { columns: deliveryTable.columns, records: own.slip }],
      ...[...own.logs.values()].map((each): [string, Read] => [
        each.file,
        { columns: each.log.columns, records: rowsOfFile(each) },
      ]),
    ]);
  }

  /** The rows of neighbouring months that lie in a month's weeks and quarters, by file. */
  tablesAround(month: Month): ReadonlyMap<string, Read> {
    const found = new Map<string, { columns: Read['columns']; records: TableRecord[] }>();
    for (const each of this.month(month)?.logs.values() ?? []) {
      for (const record of this.recordsAround(each)) {
        const table = found.get(record.file) ?? { columns: each.log.columns, records: [] };
        found.set(record.file, table);
        table.records.push(record);
      }
    }
    return found;
  }

  private recordsAround(own: LogMonth): readonly TableRecord[] {
    const { ledger } = this.project;
    if (own.handed.state === 'absent') return [];
    const slots = dueOf(ledger.registers, ledger.calendar, own.log.id, own.month).flatMap((due) => due.slots);
    const beyond = slots.filter(({ from, to }) => from < firstDay(own.month) || lastDay(own.month) < to);
    const [from, to] = [
      beyond.map((each) => each.from).sort()[0],
      beyond
        .map((each) => each.to)
        .sort()
        .at(-1),
    ];
    return from === undefined || to === undefined ? [] : rowsAround(ledger, own, { from, to });
  }

  private month(month: Month): LedgerMonth | undefined {
    return this.project.ledger.months.find((each) => each.month === month);
  }

  private read(month: Month, known: SealedState['read']): SealedState['read'] {
    const readings = [...this.tables(month)].flatMap(([file, { records }]): [string, Reading][] => {
      const sha256 = this.digests.get(file);
      if (sha256 === undefined) return [];
      const sealed = known[file];
      return [[file, sealed?.sha256 === sha256 ? sealed : readingOf(records, sha256)]];
    });
    return Object.fromEntries(readings);
  }

  private around(month: Month, known: SealedState['around']): SealedState['around'] {
    const files = Object.entries(known);
    const isSame = files.length > 0 && files.every(([file, { sha256 }]) => this.digests.get(file) === sha256);
    if (isSame) return known;
    const readings = [...this.tablesAround(month)].map(([file, { records }]): [string, Reading] => [
      file,
      readingOf(records, this.digests.get(file) ?? gone),
    ]);
    return Object.fromEntries(readings);
  }

  private rest(month: Month, scope: Scope): Pick<SealedState, 'registers' | 'definitions' | 'results' | 'reports'> {
    const { assessment, content } = this.project;
    const used = (name: string) => scope.columns(logNamedBy(name) ?? '');
    const indicators = assessment.all.filter(({ id }) => scope.results.includes(id));
    const reports = content.reports.filter(({ file }) => scope.reports.includes(file));
    return {
      registers: groupOf(new Map(scope.entries.map((name) => [name, this.entries.digest(name) ?? gone]))),
      definitions: groupOf(
        new Map(scope.definitions.map((name) => [name, this.grounds.digest(name, month, used(name)) ?? gone])),
      ),
      results: resultLines(indicators.map((each) => [each.id, sealedResult(assessment, each, month)])),
      reports: Object.fromEntries(reports.map((each) => [each.file, reportText(each)])),
    };
  }
}

const columnsIn = (read: SealedState['read'], month: Month, log: string): readonly string[] =>
  read[`data/${month}/${log}.csv`]?.columns.split(' ') ?? [];
