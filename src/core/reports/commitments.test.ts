import { describe, expect, it } from 'vitest';
import { type Commitment, commitmentSchema, type Proof } from '../documents/commitment.ts';
import { Assessment } from '../indicators/assessment.ts';
import { type Indicator, indicatorOf, indicatorSchema } from '../indicators/indicator.ts';
import { ledgerOf, present, requestsHeader, roundsHeader, slipHeader } from '../testing/ledger.ts';
import { byNeed, countReadings, standings } from './commitments.ts';
import { commitmentsTwin } from './commitments-twin.ts';
import { checkTwin } from './twin-schema.ts';

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

const ids = (indicators: readonly Indicator[]) => indicators.map(({ id }) => id);
const whole = (...indicators: Indicator[]): Proof => ({ kind: 'whole', indicators: ids(indicators) });
const part = (...indicators: Indicator[]): Extract<Proof, { kind: 'part' }> => ({
  kind: 'part',
  indicators: ids(indicators),
  unchecked: '窗户',
});
const context = (...indicators: Indicator[]): Proof => ({ kind: 'context', indicators: ids(indicators) });

const commitment = (proof: readonly Proof[], more: object = {}): Commitment =>
  commitmentSchema.parse({
    id: 'cm.scope.rounds',
    text: '承诺',
    area: 'scope',
    service: 'cleaning',
    promisedTo: 'client',
    clauses: ['5.1-1'],
    proof,
    documents: [],
    sourceLines: [1],
    updated: '2026-11-01',
    ...more,
  });

/** One round and one request a month, at an end, each kept or not; null where the month's log was not handed in. */
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
          [`${folder}/requests.csv`]: `${requestsHeader}\n${number},保洁,一般,W01,积水,${month}-02 09:00,,${month}-02 10:00,${request ? '已完成' : '无法处理'},,BJ-01\n`,
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

const attested = { documents: [{ kind: 'attestation', text: '签字声明' }] };

/** Met in May, July and August; the round failed in June, the request in September; October has no rounds. */
const year = assess([
  ['2026-05', true, true],
  ['2026-06', false, true],
  ['2026-07', true, true],
  ['2026-08', true, true],
  ['2026-09', true, false],
  ['2026-10', null, true],
]);

describe('standings', () => {
  const both = commitment([whole(rounds, requests)]);

  it('is met since the month after the last miss', () => {
    const { reading, since, results, unchecked } = standing(year, both, '2026-08');
    expect([reading, since, unchecked]).toEqual(['met', '2026-07', []]);
    expect(results.map((each) => each.verdict)).toEqual(['met', 'met']);
  });

  it('is missed as soon as one indicator is missed', () => {
    const { reading, since, results } = standing(year, both, '2026-09');
    expect([reading, since]).toEqual(['missed', '2026-09']);
    expect(results.map((each) => each.verdict)).toEqual(['met', 'missed']);
  });

  it('is unknown where one of its logs was not handed in, never met', () => {
    const { reading, since } = standing(year, both, '2026-10');
    expect([reading, since]).toEqual(['incomplete', '2026-10']);
  });

  it('walks back to the first month of the contract, and no further', () => {
    expect(standing(year, commitment([whole(rounds)]), '2026-05').since).toBe('2026-05');
    expect(standing(year, commitment([whole(requests)]), '2026-08').since).toBe('2026-05');
  });

  it('counts a month without data as an interruption', () => {
    const gap = assess([
      ['2026-05', true, true],
      ['2026-06', null, true],
      ['2026-07', true, true],
    ]);
    expect(standing(gap, commitment([whole(rounds)]), '2026-07').since).toBe('2026-07');
    expect(standing(gap, commitment([whole(rounds)]), '2026-06').reading).toBe('no-data');
  });

  it('reads partly where what is checked is met and the rest is not checked, since that began', () => {
    const { reading, since, unchecked } = standing(year, commitment([part(rounds, requests)]), '2026-08');
    expect([reading, since, unchecked]).toEqual(['partly', '2026-07', ['窗户']]);
  });

  it('tells a miss of a part, and data of it that are not there', () => {
    const of = (month: string) => standing(year, commitment([part(rounds, requests)]), month).reading;
    expect([of('2026-06'), of('2026-09'), of('2026-10')]).toEqual(['missed', 'missed', 'incomplete']);
    expect(standing(year, commitment([part(rounds)]), '2026-10').reading).toBe('no-data');
  });

  it('names what every part leaves, link by link', () => {
    const proof = [part(rounds), { ...part(requests), unchecked: '门框' }];
    expect(standing(year, commitment(proof), '2026-08').unchecked).toEqual(['窗户', '门框']);
  });

  it('is decided by no context: neither met nor missed by it', () => {
    const only = commitment([context(rounds, requests)]);
    for (const month of year.months)
      expect(standing(year, only, month)).toMatchObject({ reading: 'unchecked', since: null, results: [], unchecked: [] });
    const beside = commitment([whole(rounds), context(requests)]);
    expect(standing(year, beside, '2026-09').reading).toBe('met');
    expect(standing(year, beside, '2026-06').reading).toBe('missed');
  });

  it('reads partly where an indicator of its whole has no measure, and says which', () => {
    const { reading, unchecked } = standing(year, commitment([whole(unbuilt, rounds)]), '2026-08');
    expect([reading, unchecked]).toEqual(['partly', ['指标“cleaning.overall.unbuilt”（没有计算口径）']]);
    expect(standing(year, commitment([whole(unbuilt, rounds)]), '2026-06').reading).toBe('missed');
  });

  it('takes a figure without a target for no judgement', () => {
    const [only] = rounds.parts;
    const figure: Indicator = { ...rounds, id: 'cleaning.overall.figure', parts: [{ ...present(only), targets: [] }] };
    const judge = { all: [...year.all, figure], months: year.months, result: year.result.bind(year) };
    const of = (...proof: readonly Proof[]) => present(standings(judge, [commitment(proof)], '2026-08')[0]);
    expect(of(whole(figure)).reading).toBe('unchecked');
    expect(of(whole(rounds, figure))).toMatchObject({
      reading: 'partly',
      unchecked: [`指标“${figure.name}”（没有目标）`],
    });
  });

  it('is unchecked where no indicator can be computed, whatever documents are to prove', () => {
    for (const each of [
      commitment([whole(unbuilt)], attested),
      commitment([], attested),
      commitment([], { notMeasurable: '没有标准' }),
    ])
      expect(standing(year, each, '2026-08')).toMatchObject({ reading: 'unchecked', since: null, results: [] });
  });
});

describe('the proof of a commitment', () => {
  const refused = (proof: readonly Proof[]) =>
    commitmentSchema.safeParse({ ...commitment([], attested), proof }).error?.issues.map(({ message }) => message);

  it('has one whole at most, nothing unchecked beside it, and each indicator once', () => {
    expect(refused([whole(rounds), context(requests)])).toBeUndefined();
    expect(refused([part(rounds), { ...part(requests), unchecked: '门框' }, context(unbuilt)])).toBeUndefined();
    expect(refused([whole(rounds), whole(requests)])).toEqual([expect.stringContaining('只写一条')]);
    expect(refused([whole(rounds), part(requests)])).toEqual([expect.stringContaining('未核对的部分')]);
    expect(refused([part(rounds), context(rounds)])).toEqual([expect.stringContaining('只能有一种')]);
    expect(refused([whole(rounds, rounds)])).toEqual([expect.stringContaining('只能有一种')]);
    expect(refused([whole()])).toHaveLength(1);
    expect(refused([{ kind: 'part', indicators: ids([rounds]), unchecked: ' ' }])).toHaveLength(1);
  });
});

describe('countReadings', () => {
  it('counts every promise once', () => {
    const all = [
      commitment([whole(rounds)]),
      commitment([part(rounds)]),
      commitment([context(rounds)]),
      commitment([whole(requests)]),
    ];
    const counts = countReadings(standings(year, all, '2026-09'));
    expect(counts).toMatchObject({ met: 1, partly: 1, unchecked: 1, missed: 1, 'no-data': 0 });
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(4);
  });
});

describe('commitmentsTwin', () => {
  it('holds to its schema, counts every promise and tells how each is checked', () => {
    const all = [
      commitment([part(rounds), context(requests)], { id: 'cm.b' }),
      commitment([whole(requests)], { id: 'cm.a', ...attested }),
    ];
    const twin = commitmentsTwin(standings(year, all, '2026-09'), '2026-09', { kind: 'sample', label: '示例', note: '示例' });
    expect(checkTwin('api/commitments.json', JSON.stringify(twin))).toEqual([]);
    expect(twin.counts).toMatchObject({ partly: 1, missed: 1, met: 0 });
    expect(twin.commitments.map(({ id, reading, since }) => [id, reading, since])).toEqual([
      ['cm.a', 'missed', '2026-09'],
      ['cm.b', 'partly', '2026-07'],
    ]);
    expect(twin.commitments[1]?.proof).toEqual([
      { kind: 'part', unchecked: '窗户', indicators: [{ id: rounds.id, verdict: 'met' }] },
      { kind: 'context', unchecked: null, indicators: [{ id: requests.id, verdict: null }] },
    ]);
    expect(twin.commitments[0]?.documents).toEqual(attested.documents);
  });
});

describe('byNeed', () => {
  it('puts a miss first, then what is not known, not checked, checked in part and met; the plan’s order within', () => {
    const assessment = assess([['2026-05', true, false]]);
    const named = (id: string, clauses: readonly string[], proof: readonly Proof[]) =>
      commitment(proof, { id, clauses, ...attested });
    const all = [
      named('cm.order.met-later', ['5.1-3', '5.1-2'], [whole(rounds)]),
      named('cm.order.met', ['5.1-1'], [whole(rounds)]),
      named('cm.order.partly', ['5.1-1'], [part(rounds)]),
      named('cm.order.documents', ['5.1-2'], []),
      named('cm.order.context', ['5.1-1'], [context(requests)]),
      named('cm.order.missed', ['5.1-3'], [part(requests)]),
    ];
    const ordered = byNeed(standings(assessment, all, '2026-05'), ['5.1-1', '5.1-2', '5.1-3']);
    expect(ordered.map((each) => each.commitment.id)).toEqual([
      'cm.order.missed',
      'cm.order.context',
      'cm.order.documents',
      'cm.order.partly',
      'cm.order.met',
      'cm.order.met-later',
    ]);
  });
});
