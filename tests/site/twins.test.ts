import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sample } from '../sample.ts';

interface Part {
  readonly verdict: string;
  readonly unknown: number;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: string;
  readonly target: { readonly operator: string; readonly value: number; readonly unit: string } | null;
}

interface Evidence extends Part {
  readonly schema: string;
  readonly month: string;
  readonly id: string;
  readonly parts: readonly Part[];
  readonly rows: readonly {
    readonly part: number;
    readonly file: string;
    readonly line: number;
    readonly counted: string;
    readonly reason?: string;
  }[];
  readonly due: readonly { readonly part: number; readonly counted: string; readonly reason: string }[];
}

const measured = sample.assessment.all.filter(({ parts }) => parts.length > 0);

/** Whether each row counts for one in a part; rows of a sum-share count for what they hold, those of a sum on one side. */
function countsRows(id: string, part: number): boolean {
  const kind = measured.find((each) => each.id === id)?.parts[part]?.measure.kind;
  return kind !== 'sum-share' && kind !== 'sum';
}

const root = 'dist/api/compliance';
const twins = readdirSync(root).flatMap((month) =>
  readdirSync(join(root, month)).map((file): Evidence => JSON.parse(readFileSync(join(root, month, file), 'utf8'))),
);

it('has a twin for every indicator with a measure and month', () => {
  expect(measured.length).toBeGreaterThan(90);
  expect(twins.length).toBe(24 * measured.length);
  expect(new Set(twins.map(({ schema }) => schema))).toEqual(new Set(['service-ledger/evidence/1']));
});

it('names rows that exist, each row that is left out or has no outcome with its reason', () => {
  const lines = new Map<string, number>();
  const linesOf = (file: string) => {
    const known = lines.get(file) ?? readFileSync(file, 'utf8').split('\r\n').length;
    lines.set(file, known);
    return known;
  };
  const wrong = twins.flatMap(({ id, rows }) =>
    rows
      .filter(
        ({ file, line, counted, reason }) =>
          line < 2 || line > linesOf(file) || (['excluded', 'unknown', 'under-way'].includes(counted) && !reason),
      )
      .map((row) => ({ id, row })),
  );
  expect(wrong).toEqual([]);
});

it('counts as many rows as its numbers say, wherever a row counts for one', () => {
  const wrong: string[] = [];
  for (const { id, month, parts, rows, due } of twins) {
    parts.forEach((part, index) => {
      if (part.verdict === 'no-data' || part.denominator === null || part.unit !== '%') return;
      const count = (state: string) => rows.filter((row) => row.part === index && row.counted === state).length;
      const lacking = due.filter((each) => each.part === index && each.counted === 'fail').length;
      const cases = count('pass') + count('fail') + lacking;
      if (countsRows(id, index) && (count('pass') !== part.numerator || cases !== part.denominator)) wrong.push(`${month} ${id}`);
    });
  }
  expect(wrong).toEqual([]);
});

it('lists whatever has no outcome, as many as its numbers say, each with its reason', () => {
  const told = twins.flatMap(({ id, month, parts, rows, due }) =>
    parts.map((part, index) => {
      const own = [...rows, ...due].filter((each) => each.part === index && each.counted === 'unknown');
      return {
        place: `${month} ${id}`,
        unknown: part.unknown,
        listed: own.length,
        reasoned: own.filter(({ reason }) => reason).length,
      };
    }),
  );
  expect(told.filter(({ unknown, listed, reasoned }) => listed !== unknown || reasoned !== listed)).toEqual([]);
  expect(told.filter(({ unknown }) => unknown > 0).length).toBeGreaterThan(10);
});

it('agrees with the month twins', () => {
  const months = new Map(
    readdirSync('dist/api/months').map((file) => [file.slice(0, 7), readFileSync(join('dist/api/months', file), 'utf8')]),
  );
  const wrong = twins.filter(({ id, month, verdict, numerator, denominator, value }) => {
    const { indicators, supplementary }: { indicators: Evidence[]; supplementary: Evidence[] } = JSON.parse(
      months.get(month) ?? '{"indicators":[],"supplementary":[]}',
    );
    const same = [...indicators, ...supplementary].find((each) => each.id === id);
    return (
      JSON.stringify([same?.verdict, same?.numerator, same?.denominator, same?.value]) !==
      JSON.stringify([verdict, numerator, denominator, value])
    );
  });
  expect(wrong.map(({ id, month }) => `${month} ${id}`)).toEqual([]);
});
