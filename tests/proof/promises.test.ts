import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Month } from '../../src/core/calendar/date.ts';
import type { Commitment, Proof } from '../../src/core/documents/commitment.ts';
import type { Indicator } from '../../src/core/indicators/indicator.ts';
import type { Result } from '../../src/core/indicators/result.ts';
import { type Verdict, verdicts } from '../../src/core/indicators/verdict.ts';
import { type Judge, type Standing, standings } from '../../src/core/reports/commitments.ts';
import { promisedIn } from '../../src/core/reports/promised.ts';
import { present } from '../../src/core/testing/ledger.ts';
import { sample } from '../sample.ts';

// What an auditor who did not read the program says of each promise: what could prove it, and how it may read at best.
const linkSchema = z.object({ indicator: z.string(), kind: z.enum(['whole', 'part', 'context']) });
const numberSchema = z.object({ value: z.number().nullable() }).nullable();
const strangerSchema = z.object({
  id: z.string(),
  proof: z.array(linkSchema),
  reads: z.enum(['may-be-green', 'partly', 'cannot-be-checked']),
  together: z.string().optional(),
  number: z.union([numberSchema, z.array(numberSchema)]),
});
const strangers = z
  .object({ commitments: z.array(strangerSchema) })
  .parse(parse(readFileSync('tests/strangers/proof/proof.yaml', 'utf8'))).commitments;

const commitments = sample.content.commitments.map(({ data }) => data);
const byId = new Map(commitments.map((each) => [each.id, each]));
const pairs = strangers.map((stranger) => ({ stranger, own: present(byId.get(stranger.id)) }));

const ids = ({ proof }: Commitment, ...kinds: readonly Proof['kind'][]) =>
  proof.filter(({ kind }) => kinds.includes(kind)).flatMap(({ indicators }) => indicators);

/** How well a promise may read at best, by its links. */
function best(own: Commitment): (typeof strangers)[number]['reads'] {
  if (ids(own, 'whole').length > 0) return 'may-be-green';
  return ids(own, 'part').length > 0 ? 'partly' : 'cannot-be-checked';
}
const order = ['cannot-be-checked', 'partly', 'may-be-green'];

describe('proof, against an auditor who did not read the program', () => {
  it('speaks of the same promises', () => {
    expect(commitments.map(({ id }) => id).sort()).toEqual(strangers.map(({ id }) => id).sort());
  });

  it('lets no promise read better than the auditor does', () => {
    const lax = pairs.filter(({ own, stranger }) => order.indexOf(best(own)) > order.indexOf(stranger.reads));
    expect(lax.map(({ own }) => own.id)).toEqual([]);
  });

  it('makes no proof of what the auditor calls context', () => {
    const lax = pairs.flatMap(({ own, stranger }) => {
      const context = stranger.proof.filter(({ kind }) => kind === 'context').map(({ indicator }) => indicator);
      return ids(own, 'whole', 'part')
        .filter((id) => context.includes(id))
        .map((id) => `${own.id} ${id}`);
    });
    expect(lax).toEqual([]);
  });

  it('wants of a whole at least all that the auditor joins to it', () => {
    const lax = pairs.flatMap(({ own, stranger: { proof, together = '' } }) => {
      const whole = ids(own, 'whole');
      // Where only a figure beyond the plan's list proves it, the auditor's links are what is there besides.
      if (whole.length === 0 || together.includes('补充指标')) return [];
      return proof
        .filter(({ kind, indicator }) => kind !== 'context' && !whole.includes(indicator))
        .map(({ indicator }) => `${own.id} ${indicator}`);
    });
    expect(lax).toEqual([]);
  });

  it('reads in the sentence of a promise that may be green every number that the auditor reads there', () => {
    const unread = pairs.flatMap(({ own, stranger: { number } }) => {
      const said = promisedIn(own.text).map(({ value }) => value);
      const asked = (Array.isArray(number) ? number : [number]).flatMap((each) => each?.value ?? []);
      return ids(own, 'whole').length === 0
        ? []
        : asked.filter((value) => !said.includes(value)).map((value) => `${own.id} ${value}`);
    });
    expect(unread).toEqual([]);
  });
});

/** Verdicts that some data could give: one for each indicator and month, out of a number. */
function judgeOf(seed: number, pool: readonly Verdict[]): Judge {
  const { all, months } = sample.assessment;
  const places = new Map(all.map(({ id }, at) => [id, at]));
  const verdictOf = (id: string, month: Month): Verdict => {
    const mixed = Math.imul((places.get(id) ?? 0) * 31 + months.indexOf(month) * 977 + seed, 2_654_435_761) >>> 16;
    return pool[mixed % pool.length] ?? 'no-data';
  };
  const result = (indicator: Indicator, period: Result['period']): Result => ({
    indicator,
    period,
    location: null,
    verdict: verdictOf(indicator.id, period.id),
    parts: [],
  });
  return { all, months, result };
}

/** The promise with every whole made into another kind of link. */
function weakened(own: Commitment, kind: 'part' | 'context'): Commitment {
  const proof = own.proof.map((link): Proof => {
    if (kind === 'context') return { kind, indicators: link.indicators };
    return link.kind === 'whole' ? { kind, indicators: link.indicators, unchecked: '其余' } : link;
  });
  return { ...own, proof };
}

const readingsOf = (judge: Judge, promises: readonly Commitment[], month: Month) =>
  standings(judge, promises, month).map(({ reading }) => reading);

const cases = fc.record({
  seed: fc.nat(),
  month: fc.constantFrom(...sample.assessment.months),
  pool: fc.constantFrom<readonly Verdict[]>(
    verdicts,
    ['met'],
    ['met', 'met', 'met', 'met', 'met', 'not-applicable', 'missed'],
    ['met', 'no-data'],
  ),
});

describe('green needs proof, on every promise of the contract and whatever the data', () => {
  const isSound = ({ commitment, reading, results }: Standing) => {
    const all = results.map(({ verdict }) => verdict);
    const kept =
      all.length > 0 && all.includes('met') && all.every((verdict) => verdict === 'met' || verdict === 'not-applicable');
    if (reading === 'met') return kept && best(commitment) === 'may-be-green';
    if (reading === 'partly') return kept;
    return reading === 'missed' ? all.includes('missed') : !kept;
  };

  it('is met only where a whole is, and missed where anything that checks it is, unless the month is under way', () => {
    fc.assert(
      fc.property(cases, ({ seed, month, pool }) => {
        const all = standings(judgeOf(seed, pool), commitments, month);
        expect(all.filter((each) => !isSound(each)).map(({ commitment }) => commitment.id)).toEqual([]);
        const says = ({ results }: Standing, asked: Verdict) => results.some(({ verdict }) => verdict === asked);
        const missed = all.filter((each) => says(each, 'missed') && !says(each, 'under-way'));
        expect(missed.every(({ reading }) => reading === 'missed')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('never reads a planted promise with parts or context only as met', () => {
    const parts = commitments.map((each) => weakened(each, 'part'));
    const contexts = commitments.map((each) => weakened(each, 'context'));
    fc.assert(
      fc.property(cases, ({ seed, month, pool }) => {
        const judge = judgeOf(seed, pool);
        expect(readingsOf(judge, parts, month)).not.toContain('met');
        expect(new Set(readingsOf(judge, contexts, month))).toEqual(new Set(['unchecked']));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same without its context', () => {
    const bare = commitments.map((each) => ({ ...each, proof: each.proof.filter(({ kind }) => kind !== 'context') }));
    fc.assert(
      fc.property(cases, ({ seed, month, pool }) => {
        const judge = judgeOf(seed, pool);
        expect(readingsOf(judge, bare, month)).toEqual(readingsOf(judge, commitments, month));
      }),
      { numRuns: 50 },
    );
  });

  it('has promises of every kind to be tried on', () => {
    expect(new Set(commitments.map(best))).toEqual(new Set(order));
  });
});
