import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Month } from '../../src/core/calendar/date.ts';
import { merit } from '../../src/core/indicators/verdict.ts';
import type { Log } from '../../src/core/logs/log.ts';
import { logsOf } from '../../src/core/measures/measure.ts';
import { type Cells, type Handing, Tampered } from '../tampering.ts';

const contract = new Tampered();
const { months } = contract.project.assessment;

/** What is done to a log: rows go, or cells; which ones is chosen by numbers. */
const tampering = fc.record({
  month: fc.constantFrom(...months),
  log: fc.constantFrom(...contract.logs.filter(({ roles }) => !roles.some(({ role }) => role === 'confirmation'))),
  what: fc.constantFrom('one', 'some', 'alike', 'last', 'failed', 'all', 'blank one', 'blank all'),
  slip: fc.constantFrom('kept', 'lowered', 'lowered by one', 'nil'),
  pick: fc.nat(),
});

/** The lines of a month's rows that some indicator counts as failed. */
function failedLines(month: Month, log: Log): ReadonlySet<number> {
  const { assessment } = contract.project;
  const parts = assessment.all.flatMap((each) => each.parts.filter(({ measure }) => logsOf(measure).includes(log.id)));
  const failed = parts.flatMap((part) =>
    assessment.judgementsIn(log.id, part, month).filter(({ counted }) => counted === 'fail'),
  );
  return new Set(failed.flatMap(({ record }) => (record === null ? [] : [record.line])));
}

/** The places of the rows that go or lose a cell. */
function chosen(rows: readonly Cells[], { what, pick, month, log }: Parameters): ReadonlySet<number> {
  const all = rows.map((_, at) => at);
  const one = pick % Math.max(1, rows.length);
  switch (what) {
    case 'one':
    case 'blank one':
      return new Set([one]);
    case 'last':
      return new Set([rows.length - 1]);
    case 'some':
      return new Set(all.filter((at) => (at * 7919 + pick) % 10 < 3));
    case 'alike': {
      const fields = Object.keys(log.columns);
      const field = fields[pick % fields.length] ?? '';
      return new Set(all.filter((at) => rows[at]?.[field] === rows[one]?.[field]));
    }
    case 'failed': {
      const lines = failedLines(month, log);
      return new Set(all.filter((at) => lines.has(at + 2)));
    }
    case 'all':
    case 'blank all':
      return new Set(all);
  }
}

type Parameters = typeof tampering extends fc.Arbitrary<infer T> ? T : never;

function tampered({ rows, slip }: Handing, parameters: Parameters): Handing {
  const { what, log, pick } = parameters;
  const own = rows ?? [];
  const places = chosen(own, parameters);
  if (what === 'blank one' || what === 'blank all') {
    const optional = Object.keys(log.columns).filter((field) => log.columns[field]?.required === false);
    const field = optional[pick % Math.max(1, optional.length)] ?? '';
    return { rows: own.map((row, at) => (places.has(at) ? { ...row, [field]: '' } : row)), slip };
  }
  const left = own.filter((_, at) => !places.has(at));
  const lines = { kept: slip, lowered: (slip ?? 0) - places.size, 'lowered by one': (slip ?? 0) - 1, nil: 0 };
  return { rows: parameters.slip === 'nil' ? [] : left, slip: lines[parameters.slip] };
}

it('no verdict gets better when rows or cells are taken away, whatever the slip says', () => {
  fc.assert(
    fc.property(tampering, (parameters) => {
      const { month, log } = parameters;
      const handing = contract.handed(month, log.id);
      if (handing.rows === null || handing.rows.length === 0) return;
      const after = contract.verdicts(month, new Map([[log.id, tampered(handing, parameters)]]));
      const better = [...after].filter(([each, verdict]) => merit[verdict] > merit[contract.verdict(month, each)]);
      expect(better.map(([{ id }, verdict]) => `${month} ${log.id} ${parameters.what}: ${id} ${verdict}`)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
