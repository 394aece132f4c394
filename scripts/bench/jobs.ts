import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { monthPeriod } from '../../src/core/calendar/period.ts';
import { Assessment } from '../../src/core/indicators/assessment.ts';
import type { DataFiles } from '../../src/core/ledger/file.ts';
import { readLedger } from '../../src/core/ledger/ledger.ts';
import { hasErrors } from '../../src/core/problem/problem.ts';
import { readContent } from '../../src/core/project/project.ts';
import { definitionsOn } from '../../src/disk/definitions.ts';
import { contentFiles, dataFiles } from '../../src/disk/files.ts';

/** What one job did with the same files: rows seen and seconds taken, everything but starting the process. */
export interface Job {
  readonly rows: number;
  readonly seconds: number;
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile())
    .reduce((sum, path) => sum + readFileSync(path).length, 0);
}

/** The month files, not the registers: what the rows per second are about. */
const isLog = (file: string) => /^data\/\d{4}-\d{2}\//u.test(file) && !file.endsWith('/delivery.csv');

function parseAlone(files: DataFiles): number {
  let rows = 0;
  for (const [file, bytes] of files) {
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes), { delimiter: ',', newline: '\r\n', header: false });
    if (isLog(file)) rows += data.length - 2;
  }
  return rows;
}

/** Every cell checked, every indicator judged in every month. Throws when the files are not clean: then it measures something else. */
async function checkAndTally(project: string, folder: string): Promise<() => number> {
  const { logs, registers } = definitionsOn(project);
  const content = readContent(contentFiles(project)).value;
  const indicators = content.indicators.map(({ data }) => data);
  const terms = content.contract?.data;
  if (terms === undefined) throw new Error('content/contract.mdx cannot be read');
  return () => {
    const { value: ledger, problems } = readLedger(dataFiles(folder), { logs, registers, deliveryDay: terms.deliveryDay });
    if (hasErrors(problems)) throw new Error(problems.find((each) => each.severity === 'error')?.message);
    const assessment = new Assessment(ledger, indicators, terms);
    for (const month of assessment.months) for (const each of indicators) assessment.result(each, monthPeriod(month));
    return ledger.months.flatMap(({ logs: all }) => [...all.values()]).reduce((sum, { records }) => sum + records.length, 0);
  };
}

export const jobNames = ['bytes', 'papaparse', 'check'] as const;
export type JobName = (typeof jobNames)[number];

/** Runs one job over a folder that holds `data/`; the project's definitions and content come from `project`. */
export async function runJob(name: JobName, project: string, folder: string): Promise<Job> {
  const prepared = name === 'check' ? await checkAndTally(project, folder) : null;
  const started = performance.now();
  const rows =
    prepared !== null ? prepared() : name === 'papaparse' ? parseAlone(dataFiles(folder)) : bytesBelow(join(folder, 'data')) * 0;
  return { rows, seconds: (performance.now() - started) / 1000 };
}
