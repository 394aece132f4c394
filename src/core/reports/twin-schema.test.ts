import { describe, expect, it } from 'vitest';
import { checkTwin } from './twin-schema.ts';

const month = {
  schema: 'service-ledger/month/1',
  month: '2026-10',
  provenance: { kind: 'sample', label: '示例数据', note: '不是真实记录。' },
  counts: { met: 1, missed: 0, incomplete: 0, 'no-data': 0, 'not-applicable': 0, 'under-way': 0 },
  missedBy: { plan: 0, implied: 0, proposed: 0 },
  pending: [],
  supplementary: [],
  logs: [],
  indicators: [
    {
      id: 'a.b.c',
      name: '甲',
      list: 'plan',
      service: 'a',
      verdict: 'met',
      basis: 'plan',
      value: 1,
      numerator: 1,
      denominator: 1,
      unit: '%',
      target: null,
      parts: [],
    },
  ],
};
const messages = (value: unknown) => checkTwin('api/x.json', JSON.stringify(value)).map(({ message }) => message);

describe('a JSON twin', () => {
  it('may say more than its schema, never less or something else', () => {
    expect(messages(month)).toEqual([]);
    expect(messages({ ...month, more: 1 })).toEqual([]);
    expect(messages({ ...month, month: '2026年10月', indicators: [] })).toHaveLength(2);
    expect(messages({ ...month, indicators: [{ ...month.indicators[0], verdict: 'green' }] })[0]).toMatch(
      /^indicators\.0\.verdict 不符合 service-ledger\/month\/1/u,
    );
  });

  it('of an unknown schema is passed on, but not in silence', () => {
    expect(checkTwin('api/x.json', '{"schema":"service-ledger/new/1"}').map(({ code, severity }) => [code, severity])).toEqual([
      ['site/twin-unknown', 'warning'],
    ]);
  });

  it('is JSON and names its schema', () => {
    for (const text of ['', '{', '[]', '{"month":"2026-10"}'])
      expect(checkTwin('api/x.json', text).map(({ code }) => code)).toEqual(['site/twin']);
  });
});
