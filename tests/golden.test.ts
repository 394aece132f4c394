import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calendarYear, monthPeriod, type Period } from '../src/core/calendar/period.ts';
import { verdicts } from '../src/core/indicators/verdict.ts';
import type { Tally } from '../src/core/measures/tally.ts';
import { sortProblems } from '../src/core/problem/problem.ts';
import { loadProject } from '../src/disk/project.ts';
import { definitionTexts } from './seeds.ts';

/**
 * Whole folders in, problems and verdicts out. A case is a folder of `tests/golden/` with the files that it lays over
 * `base`, and `expected.json`: every problem as [code, file, line, column] in their sorted order, and some results.
 */
const golden = join(import.meta.dirname, 'golden');
const cases = readdirSync(golden).filter((name) => name !== 'base');
const expectedSchema = z.strictObject({
  problems: z.array(z.tuple([z.string(), z.string(), z.int().nullable(), z.int().nullable()])),
  results: z.array(
    z.strictObject({
      indicator: z.string(),
      /** 2026-09, 2026-Q3 or 2026-09-ytd. */
      period: z.string(),
      location: z.string().nullable(),
      verdict: z.enum(verdicts),
      value: z.string(),
    }),
  ),
});
type Expected = z.infer<typeof expectedSchema>;

function load(name: string) {
  const root = mkdtempSync(join(tmpdir(), `golden-${name}-`));
  try {
    for (const layer of ['base', name]) cpSync(join(golden, layer), root, { recursive: true });
    for (const [file, text] of Object.entries(definitionTexts())) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return loadProject(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function periodOf(id: string): Period {
  const [year = '', rest = ''] = id.split('-');
  if (id.endsWith('-ytd')) return calendarYear.toDate(id.slice(0, 7));
  return rest.startsWith('Q')
    ? calendarYear.quarter(`${year}-${String(Number(rest.slice(1)) * 3).padStart(2, '0')}`)
    : monthPeriod(id);
}

function numbersOf(tally: Tally | undefined): string {
  switch (tally?.kind) {
    case 'ratio':
      return `${tally.numerator}/${tally.denominator}`;
    case 'mean':
      return `${tally.sum}/${tally.count}`;
    case 'count':
      return String(tally.events);
    case undefined:
      return '';
  }
}

describe.each(cases)('the case %s', (name) => {
  const expected: Expected = expectedSchema.parse(JSON.parse(readFileSync(join(golden, name, 'expected.json'), 'utf8')));
  const { value, problems } = load(name);

  it('has exactly the problems expected, each at its place', () => {
    const found = sortProblems(problems).map(({ code, file, line, column }) => [code, file, line ?? null, column ?? null]);
    expect(found).toEqual(expected.problems);
  });

  it('says of every problem what is wrong, in Chinese', () => {
    for (const { message } of problems) expect(message).toMatch(/\p{Script=Han}/u);
  });

  it('has the results expected', () => {
    const found = expected.results.map(({ indicator: id, period, location }) => {
      const indicator = value?.assessment.indicators.find((each) => each.id === id);
      const result = indicator === undefined ? undefined : value?.assessment.result(indicator, periodOf(period), location);
      return { indicator: id, period, location, verdict: result?.verdict, value: numbersOf(result?.parts[0]?.tally) };
    });
    expect(found).toEqual(expected.results);
  });

  it('comes out the same when it is read again', () => {
    expect(load(name).problems).toEqual(problems);
  });
});
