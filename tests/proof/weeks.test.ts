import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { addMonths, type DateText, lastDay, type Month } from '../../src/core/calendar/date.ts';
import { monthPeriod, type Period } from '../../src/core/calendar/period.ts';
import { Assessment } from '../../src/core/indicators/assessment.ts';
import type { Indicator } from '../../src/core/indicators/indicator.ts';
import type { PartResult, Result } from '../../src/core/indicators/result.ts';
import type { DataFiles } from '../../src/core/ledger/file.ts';
import { readLedger } from '../../src/core/ledger/ledger.ts';
import type { Problem } from '../../src/core/problem/problem.ts';
import { readProject } from '../../src/core/project/project.ts';
import { present } from '../../src/core/testing/ledger.ts';
import { contentFiles, dataFiles } from '../../src/disk/files.ts';

const row = z.record(z.string(), z.string());
const fileSchema = z.object({ file: z.string(), rows: z.array(z.union([row, z.string()])) });
const expectationSchema = z.object({
  month: z.string(),
  indicator: z.string(),
  numerator: z.number(),
  denominator: z.number(),
  verdict: z.enum(['met', 'missed', 'not-applicable', 'not due', '进行中']),
});
const caseSchema = z.object({
  name: z.string(),
  rows: z.array(fileSchema),
  month: z.array(z.string()),
  expect: z.array(expectationSchema),
});
type Case = z.infer<typeof caseSchema>;

/** What somebody who had not read the program wrote of weeks, quarters, targets that change, and a month under way. */
const strangers = z.array(caseSchema).parse(parse(readFileSync('tests/strangers/sealing/weeks.yaml', 'utf8')));

/** Which entries of the schedule a case is about: it tells them in words. */
const lines: Readonly<Record<string, readonly string[]>> = {
  'line-begins-on-friday': ['JH-494'],
  'line-ends-on-tuesday': ['JH-558'],
  'quarter-job-done-in-july': ['JH-606'],
  'quarter-job-done-twice-and-late': ['JH-002'],
  'target-falls-in-september': [],
  'slip-to-saturday-7-november': ['JH-243', 'JH-244'],
  'slip-to-thursday-5-november-with-a-miss': ['JH-243', 'JH-244'],
};
const weekly: readonly string[] = ['JH-244'];

type Rows = readonly Readonly<Record<string, string>>[];

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const csv = (rows: readonly (readonly string[])[]): Uint8Array => encoded(Papa.unparse([...rows], { newline: '\r\n' }));

const registers: DataFiles = new Map([...dataFiles('.')].filter(([file]) => file.startsWith('data/registers/')));
const provenance = [...dataFiles('.')].filter(([file]) => file === 'data/provenance.yaml');
const project = present(readProject(contentFiles('.'), new Map([...registers, ...provenance]), null).value);
const { logs } = project.definitions;

/** The registers with a schedule of some entries alone. */
function scheduled(entries: readonly string[]): DataFiles {
  const file = 'data/registers/schedule.csv';
  const [header = '', ...rows] = decoded(present(registers.get(file))).split('\r\n');
  const kept = rows.filter((line) => entries.some((id) => line.startsWith(`${id},`)));
  return new Map([...registers, [file, encoded([header, ...kept, ''].join('\r\n'))]]);
}

/** A file in column ids, as a clerk writes it. */
function written(log: string, rows: Rows): Uint8Array {
  const { columns } = present(logs.find(({ id }) => id === log));
  const fields = Object.keys(columns);
  return csv([Object.values(columns).map(({ name }) => name), ...rows.map((each) => fields.map((field) => each[field] ?? ''))]);
}

/** 100 valid answers, 94 of them 4 or 5. */
function answers(month: Month, words: string): Rows {
  const [all = 0, good = 0] = [...words.matchAll(/\b\d{2,3}\b/gu)].map(([number]) => Number(number));
  return Array.from({ length: all }, (_, at) => ({
    id: `DJ-${month.replace('-', '')}-${String(at + 1).padStart(3, '0')}`,
    date: `${month}-20`,
    service: '保洁',
    location: 'W01',
    question: '总体满意度',
    score: at < good ? '5' : '3',
    valid: '有效',
    comment: '',
  }));
}

const nameOf = (log: string): string => present(logs.find(({ id }) => id === log)).name;

/** What somebody else counted on a day of a log's rows, where the contract asks for that. */
const countsOf = (day: DateText, log: string, rows: number): [string, Rows][] =>
  logs.flatMap(({ id, date, roles }) =>
    roles.flatMap((role): [string, Rows][] =>
      role.role === 'confirmation' && role.of.includes(log)
        ? [[id, [{ [date]: day, [role.log]: nameOf(log), [role.rows]: String(rows), teller: '分行' }]]]
        : [],
    ),
  );

/** The log of a file. */
const logOf = (file: string): string => present(/data\/[\d-]+\/(?<log>[\w-]+)\.csv/u.exec(file)?.groups?.log);

/** What a case hands in: each month's files with a slip, a nil return where it has none. */
function handedIn({ rows, month: asked }: Case): DataFiles {
  const given = rows.filter(({ file }) => !file.endsWith('/delivery.csv'));
  const log = logOf(present(given[0]).file);
  const months = new Set([...asked.filter((each) => !each.includes('Q')), ...given.map(({ file }) => file.slice(5, 12))]);
  return new Map(
    [...months].flatMap((month): [string, Uint8Array][] => {
      const own = given.find(({ file }) => file.startsWith(`data/${month}/`));
      const typed: Rows = (own?.rows ?? []).flatMap((each) => (typeof each === 'string' ? answers(month, each) : [each]));
      const slip = rows.find(({ file }) => file === `data/${month}/delivery.csv`)?.rows[0];
      const told = typeof slip === 'string' ? (/截至 (?<day>[\d-]+)/u.exec(slip)?.groups?.day ?? '') : '';
      const on = typeof slip === 'string' ? (slip.split(',')[2] ?? '') : `${addMonths(month, 1)}-03`;
      const counts = countsOf(told === '' ? lastDay(month) : told, log, typed.length);
      const tables = new Map<string, Rows>([[log, typed], ...counts]);
      const slips = [...tables].map(([id, given]) => [nameOf(id), String(given.length), on, 'GL-01', told]);
      return [
        [`data/${month}/delivery.csv`, csv([['台账', '行数', '交付日期', '交付岗位', '截至'], ...slips])],
        ...[...tables].flatMap(([id, given]): [string, Uint8Array][] =>
          given.length === 0 ? [] : [[`data/${month}/${id}.csv`, written(id, given)]],
        ),
      ];
    }),
  );
}

/** The indicators, the target of one of them lowered where the case says so. */
function indicatorsFor({ name }: Case): readonly Indicator[] {
  const all = project.content.indicators.map(({ data }) => data);
  if (name !== 'target-falls-in-september') return all;
  return all.map((each): Indicator => {
    if (each.id !== 'cleaning.overall.satisfaction') return each;
    const parts = each.parts.map((part) => {
      const [target] = part.targets;
      return target === undefined ? part : { ...part, targets: [target, { ...target, from: '2026-09-01', value: 90 }] };
    });
    return { ...each, parts };
  });
}

/** What the program makes of a case. */
function told(each: Case, more: readonly [string, Uint8Array][] = []): { assessment: Assessment; problems: readonly Problem[] } {
  const files = new Map([...scheduled(lines[each.name] ?? weekly), ...handedIn(each), ...more]);
  const { start, deliveryDay, smallSample } = project.contract;
  const { value, problems } = readLedger(files, { ...project.definitions, deliveryDay });
  return { assessment: new Assessment(value, indicatorsFor(each), { start, smallSample }), problems };
}

const periodOf = (assessment: Assessment, id: string): Period => assessment.year.period(id) ?? monthPeriod(id);

/** A result, or one part of it: `id/part`. */
function asked(
  { assessment }: ReturnType<typeof told>,
  { month, indicator }: z.infer<typeof expectationSchema>,
): Result | PartResult {
  const [id, part] = indicator.split('/');
  const result = assessment.result(present(assessment.all.find((each) => each.id === id)), periodOf(assessment, month));
  return part === undefined ? result : present(result.parts.find((each) => each.part.name === part));
}

const words: Readonly<Record<string, string>> = { 'not due': 'not-applicable', 进行中: 'under-way' };

describe('weeks, quarters, targets and a month under way, by somebody who had not read the program', () => {
  it.each(strangers.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const made = told(each);
    const found = each.expect.map((claim) => {
      const result = asked(made, claim);
      const tally = 'parts' in result ? result.parts[0]?.tally : result.tally;
      const [numerator, denominator] = tally?.kind === 'ratio' ? [tally.numerator, tally.denominator] : [null, null];
      return { month: claim.month, indicator: claim.indicator, numerator, denominator, verdict: result.verdict };
    });
    expect(found).toEqual(each.expect.map(({ verdict, ...claim }) => ({ ...claim, verdict: words[verdict] ?? verdict })));
    expect(made.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
