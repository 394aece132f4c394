import Papa from 'papaparse';
import { monthPeriod } from '../src/core/calendar/period.ts';
import { Assessment } from '../src/core/indicators/assessment.ts';
import type { Indicator } from '../src/core/indicators/indicator.ts';
import { seersOf } from '../src/core/indicators/month-totals.ts';
import type { Verdict } from '../src/core/indicators/verdict.ts';
import type { DataFiles } from '../src/core/ledger/file.ts';
import type { Ledger } from '../src/core/ledger/ledger.ts';
import { readMonth } from '../src/core/ledger/month.ts';
import type { Log } from '../src/core/logs/log.ts';
import { measuresOf } from '../src/core/measures/measure.ts';
import type { Project } from '../src/core/project/project.ts';
import { dataFiles } from '../src/disk/files.ts';
import { loadProject } from '../src/disk/project.ts';

/** A row of a log as it is written, by the ids of its columns. */
export type Cells = Readonly<Record<string, string>>;

/** A log of a month and its line on the slip, as somebody hands them in; null for what is left out. */
export interface Handing {
  readonly rows: readonly Cells[] | null;
  readonly slip: number | null;
}

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes).replace(/^\uFEFF/u, '');
const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

/** The contract of this project, whose months can be handed in otherwise. */
export class Tampered {
  readonly project: Project;
  private readonly files: DataFiles;
  private readonly before = new Map<string, Verdict>();

  constructor(root = '.') {
    const { value } = loadProject(root);
    if (value === null) throw new Error('the contract cannot be read');
    this.project = value;
    this.files = dataFiles(root);
  }

  get logs(): readonly Log[] {
    return this.project.ledger.logs;
  }

  log(id: string): Log {
    const log = this.logs.find((each) => each.id === id);
    if (log === undefined) throw new Error(`no log ${id}`);
    return log;
  }

  indicator(id: string): Indicator {
    const indicator = this.project.assessment.all.find((each) => each.id === id);
    if (indicator === undefined) throw new Error(`no indicator ${id}`);
    return indicator;
  }

  /** What was handed in. */
  handed(month: string, id: string): Handing {
    const log = this.log(id);
    const file = this.files.get(`data/${month}/${id}.csv`);
    const field = new Map(Object.entries(log.columns).map(([key, { name }]) => [name, key]));
    const parsed = Papa.parse<Record<string, string>>(text(file), { header: true, skipEmptyLines: true });
    const rows = parsed.data.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [field.get(name) ?? name, cell])),
    );
    const line = this.slipLines(month).find((each) => each[0] === log.name);
    return { rows: file === undefined ? null : rows, slip: line === undefined ? null : Number(line[1]) };
  }

  private slipLines(month: string): string[][] {
    return Papa.parse<string[]>(text(this.files.get(`data/${month}/delivery.csv`)), { skipEmptyLines: true }).data;
  }

  /** The files of a month with some logs handed in otherwise. */
  private with(month: string, handings: ReadonlyMap<string, Handing>): DataFiles {
    const files = new Map(this.files);
    let slip = this.slipLines(month);
    for (const [id, { rows, slip: count }] of handings) {
      const log = this.log(id);
      const file = `data/${month}/${id}.csv`;
      const fields = Object.entries(log.columns);
      if (rows === null) files.delete(file);
      else {
        const table = [fields.map(([, { name }]) => name), ...rows.map((row) => fields.map(([key]) => row[key] ?? ''))];
        files.set(file, bytesOf(`${Papa.unparse(table)}\n`));
      }
      slip = slip.flatMap((line) => {
        if (line[0] !== log.name) return [line];
        return count === null ? [] : [[line[0], String(count), ...line.slice(2)]];
      });
    }
    files.set(`data/${month}/delivery.csv`, bytesOf(`${Papa.unparse(slip)}\n`));
    return files;
  }

  /** The indicators that read some logs, themselves or through the rounds of others. */
  reading(logs: ReadonlySet<string>): readonly Indicator[] {
    const { all: indicators } = this.project.assessment;
    const measures = ({ parts }: Indicator) => parts.flatMap((part) => measuresOf(part.measure));
    return indicators.filter((indicator) =>
      measures(indicator).some((measure) => [measure, ...seersOf(measure, indicators)].some(({ log }) => logs.has(log))),
    );
  }

  /** The verdict on an indicator in a month as it was handed in. */
  verdict(month: string, indicator: Indicator): Verdict {
    const key = `${month} ${indicator.id}`;
    const verdict = this.before.get(key) ?? this.project.assessment.result(indicator, monthPeriod(month)).verdict;
    this.before.set(key, verdict);
    return verdict;
  }

  /** The ledger in which some logs of a month are handed in otherwise. */
  ledger(month: string, handings: ReadonlyMap<string, Handing>): Ledger {
    const { ledger, content } = this.project;
    // A log whose rows count those of others is read with them.
    const logs = ledger.logs.filter(({ id, roles }) => handings.has(id) || roles.some(({ role }) => role === 'confirmation'));
    const read = readMonth({
      files: this.with(month, handings),
      month,
      logs,
      referents: ledger.referents,
      registers: ledger.registers,
      before: ledger.months.filter((each) => each.month < month).at(-1)?.left ?? new Map(),
      isFollowed: false,
      deliveryDay: content.contract?.data.deliveryDay ?? 28,
    }).value;
    const months = ledger.months.map((each) =>
      each.month === month ? { ...each, logs: new Map([...each.logs, ...read.logs]), slip: read.slip } : each,
    );
    return { ...ledger, months };
  }

  /** The verdicts on the indicators that read some logs, when these are handed in otherwise. */
  verdicts(month: string, handings: ReadonlyMap<string, Handing>): ReadonlyMap<Indicator, Verdict> {
    const { assessment, contract } = this.project;
    const reading = this.reading(new Set(handings.keys()));
    const seers = new Set(
      reading.flatMap(({ parts }) =>
        parts.flatMap((part) => measuresOf(part.measure).flatMap((each) => (each.kind === 'count' ? each.seenBy : []))),
      ),
    );
    const needed = assessment.all.filter((each) => reading.includes(each) || seers.has(each.id));
    const after = new Assessment(this.ledger(month, handings), needed, contract);
    return new Map(reading.map((each) => [each, after.result(each, monthPeriod(month)).verdict]));
  }
}
