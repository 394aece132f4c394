import { describe, expect, it } from 'vitest';
import { type Commitment, commitmentSchema } from '../documents/commitment.ts';
import { Assessment } from '../indicators/assessment.ts';
import { type Indicator, indicatorOf, indicatorSchema } from '../indicators/indicator.ts';
import { ledgerOf, present, requestsHeader, roundsHeader, slipHeader } from '../testing/ledger.ts';
import { byNeed, standings } from './commitments.ts';

const facts = {
  service: 'cleaning',
  group: '总体',
  subgroup: null,
  order: 1,
  clause: '5.1-1',
  meaning: '含义',
  criterion: '要求',
  quantitative: true,
  method: '方法',
  frequency: null,
  formula: '口径',
  sourceLine: 1,
  updated: '2026-11-01',
};
const targets = [{ from: '2026-01-01', operator: '>=', value: 100, unit: '%', basis: 'plan' }];

const indicator = (id: string, measure: object | null): Indicator =>
  indicatorOf(
    indicatorSchema.parse({ ...facts, id, name: id, ...(measure === null ? { unmeasured: '没有台账' } : { measure, targets }) }),
  );

const rounds = indicator('cleaning.overall.rounds', { kind: 'share', log: 'rounds', pass: { result: '合格' } });
const requests = indicator('cleaning.overall.requests', { kind: 'share', log: 'requests', pass: { outcome: '已完成' } });
const unbuilt = indicator('cleaning.overall.unbuilt', null);

const commitment = (indicators: readonly Indicator[], more: object = {}): Commitment =>
  commitmentSchema.parse({
    id: 'cm.scope.rounds',
    text: '承诺',
    area: 'scope',
    service: 'cleaning',
    promisedTo: 'client',
    clauses: ['5.1-1'],
    indicators: indicators.map(({ id }) => id),
    documents: [],
    sourceLines: [1],
    updated: '2026-11-01',
    ...more,
  });

/** One round and one request a month, each kept or not; null where the month's log was not handed in. */
function monthFiles(month: string, round: boolean | null, request: boolean | null): Record<string, string> {
  const number = `QQ-${month.replace('-', '')}-001`;
  const listed = [...(round === null ? [] : ['巡查,1']), ...(request === null ? [] : ['服务请求,1'])];
  const folder = `data/${month}`;
  return {
    [`${folder}/delivery.csv`]: [slipHeader, ...listed.map((line) => `${line},${month}-28,GL-01`), ''].join('\n'),
    ...(round === null
      ? {}
      : { [`${folder}/rounds.csv`]: `${roundsHeader}\n${month}-02,W01,大堂,10,10,${round ? '合格' : '不合格'},\n` }),
    ...(request === null
      ? {}
      : {
          [`${folder}/requests.csv`]: `${requestsHeader}\n${number},保洁,一般,W01,积水,${month}-02 09:00,,,${request ? '已完成' : '处理中'},,BJ-01\n`,
        }),
  };
}

const assess = (months: readonly (readonly [string, boolean | null, boolean | null])[]) => {
  const files = Object.fromEntries(
    months.flatMap(([month, round, request]) => Object.entries(monthFiles(month, round, request))),
  );
  const { value } = ledgerOf(files);
  return new Assessment(value, [rounds, requests, unbuilt], { start: `${months[0]?.[0] ?? ''}-01`, smallSample: 1 });
};

const standing = (assessment: Assessment, each: Commitment, month: string) => present(standings(assessment, [each], month)[0]);

describe('standings', () => {
  const year = assess([
    ['2026-05', true, true],
    ['2026-06', false, true],
    ['2026-07', true, true],
    ['2026-08', true, true],
    ['2026-09', true, false],
    ['2026-10', null, true],
  ]);

  it('is met since the month after the last miss', () => {
    const { proof, verdict, since, results } = standing(year, commitment([rounds, requests]), '2026-08');
    expect([proof, verdict, since]).toEqual(['measured', 'met', '2026-07']);
    expect(results.map((each) => each.verdict)).toEqual(['met', 'met']);
  });

  it('is missed as soon as one indicator is missed', () => {
    const { verdict, since, results } = standing(year, commitment([rounds, requests]), '2026-09');
    expect([verdict, since]).toEqual(['missed', '2026-09']);
    expect(results.map((each) => each.verdict)).toEqual(['met', 'missed']);
  });

  it('is unknown where one of its logs was not handed in, never met', () => {
    const { verdict, since } = standing(year, commitment([rounds, requests]), '2026-10');
    expect([verdict, since]).toEqual(['incomplete', '2026-10']);
  });

  it('walks back to the first month of the contract, and no further', () => {
    expect(standing(year, commitment([rounds]), '2026-05').since).toBe('2026-05');
    expect(standing(year, commitment([requests]), '2026-08').since).toBe('2026-05');
  });

  it('counts a month without data as an interruption', () => {
    const gap = assess([
      ['2026-05', true, true],
      ['2026-06', null, true],
      ['2026-07', true, true],
    ]);
    expect(standing(gap, commitment([rounds]), '2026-07').since).toBe('2026-07');
    expect(standing(gap, commitment([rounds]), '2026-06').verdict).toBe('no-data');
  });

  it('lists an indicator without a measure and judges by the others', () => {
    const { proof, verdict, pending } = standing(year, commitment([unbuilt, rounds]), '2026-08');
    expect([proof, verdict, pending.map(({ id }) => id)]).toEqual(['measured', 'met', ['cleaning.overall.unbuilt']]);
  });

  it('has no verdict where no indicator can be computed', () => {
    const attested = { documents: [{ kind: 'attestation', text: '签字声明' }] };
    expect(standing(year, commitment([unbuilt], attested), '2026-08')).toMatchObject({
      proof: 'pending',
      verdict: null,
      since: null,
    });
    expect(standing(year, commitment([], attested), '2026-08')).toMatchObject({ proof: 'documents', verdict: null, results: [] });
    expect(standing(year, commitment([], { notMeasurable: '没有标准' }), '2026-08')).toMatchObject({
      proof: 'not-measurable',
      verdict: null,
    });
  });
});

describe('byNeed', () => {
  it('puts a miss before what is unknown, met, pending and proved by documents; the plan’s order within', () => {
    const assessment = assess([['2026-05', true, false]]);
    const named = (id: string, clauses: readonly string[], indicators: readonly Indicator[]) =>
      commitment(indicators, { id, clauses, documents: [{ kind: 'attestation', text: '签字声明' }] });
    const all = [
      named('cm.order.documents', ['5.1-1'], []),
      named('cm.order.pending', ['5.1-1'], [unbuilt]),
      named('cm.order.met-later', ['5.1-3', '5.1-2'], [rounds]),
      named('cm.order.met', ['5.1-1'], [rounds]),
      named('cm.order.missed', ['5.1-3'], [requests]),
    ];
    const ordered = byNeed(standings(assessment, all, '2026-05'), ['5.1-1', '5.1-2', '5.1-3']);
    expect(ordered.map((each) => each.commitment.id)).toEqual([
      'cm.order.missed',
      'cm.order.met',
      'cm.order.met-later',
      'cm.order.pending',
      'cm.order.documents',
    ]);
  });
});
