import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indicatorWith, present, targetOf } from '../testing/ledger.ts';
import { groupsOf, targetOn } from './indicator.ts';

const measure = { kind: 'share', log: 'rounds', pass: { result: '合格' } };

describe('indicatorOf', () => {
  it('makes a plain indicator one part under its own name', () => {
    const { parts } = indicatorWith({ measure, targets: [targetOf('>=', 95)] });
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({ name: '试验指标', measure: { kind: 'share', exclude: [] } });
    expect(parts[0]?.targets).toMatchObject([{ value: 95, period: 'month' }]);
  });

  it('keeps the parts of all-of, each with its own targets', () => {
    const part = (name: string, value: number) => ({ name, measure, targets: [targetOf('>=', value)] });
    const { parts } = indicatorWith({ measure: { kind: 'all-of', parts: [part('甲', 95), part('乙', 90)] } });
    expect(parts.map(({ name, targets }) => [name, targets[0]?.value])).toEqual([
      ['甲', 95],
      ['乙', 90],
    ]);
  });

  it('has no parts while the measure is not built', () => {
    expect(indicatorWith({ unmeasured: '没有这类台账' }).parts).toEqual([]);
  });

  it.each([
    ['a measure without targets', { measure }],
    ['no targets', { measure, targets: [] }],
    ['all-of of one', { measure: { kind: 'all-of', parts: [{ name: '甲', measure, targets: [targetOf('>=', 95)] }] } }],
    ['an unknown operator', { measure, targets: [targetOf('≥', 95)] }],
    ['a unit with a number in it', { measure, targets: [targetOf('>=', 95, '2次')] }],
    ['a range without its upper end', { measure, targets: [targetOf('between', 95)] }],
    ['a range that ends before it begins', { measure, targets: [targetOf('between', 95, '%', { upTo: 90 })] }],
    ['an upper end without a range', { measure, targets: [targetOf('>=', 95, '%', { upTo: 98 })] }],
    ['a day that is none', { measure, targets: [targetOf('>=', 95, '%', { from: '2026-02-29' })] }],
    ['a value in words', { measure, targets: [{ ...targetOf('>=', 95), value: '95' }] }],
    ['no number', { measure, targets: [targetOf('>=', Number.NaN)] }],
    ['a field nobody knows', { measure, targets: [targetOf('>=', 95)], weight: 2 }],
    ['an id that begins with a number', { id: '1.overall.pass', unmeasured: '没有这类台账' }],
    ['an id with a slash', { id: 'cleaning/pass', unmeasured: '没有这类台账' }],
    ['an id with two dots in a row', { id: 'cleaning..pass', unmeasured: '没有这类台账' }],
    ['an unfilled value', { unmeasured: '没有这类台账', criterion: '不低于XX%' }],
  ])('refuses %s', (_, facts) => {
    expect(() => indicatorWith(facts)).toThrow();
  });
});

describe('targetOn', () => {
  const part = present(
    indicatorWith({
      measure,
      targets: [
        targetOf('>=', 97, '%', { from: '2026-09-15' }),
        targetOf('>=', 90, '%', { from: '2024-11-01' }),
        targetOf('>=', 95, '%', { from: '2026-01-01' }),
      ],
    }).parts[0],
  );

  it('is the one that came into force last, whatever their order', () => {
    expect(targetOn(part, '2024-10-31')).toBeNull();
    expect(targetOn(part, '2024-11-01')?.value).toBe(90);
    expect(targetOn(part, '2025-12-31')?.value).toBe(90);
    expect(targetOn(part, '2026-01-01')?.value).toBe(95);
    expect(targetOn(part, '2026-09-14')?.value).toBe(95);
    expect(targetOn(part, '2026-09-15')?.value).toBe(97);
    expect(targetOn(part, '2099-12-31')?.value).toBe(97);
  });

  it('a later target changes nothing before its day', () => {
    const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (on, from) => {
        const [date, since] = [on.toISOString().slice(0, 10), from.toISOString().slice(0, 10)];
        const raised = present(
          indicatorWith({ measure, targets: [...part.targets, targetOf('>=', 99, '%', { from: since })] }).parts[0],
        );
        if (date < since) expect(targetOn(raised, date)).toEqual(targetOn(part, date));
      }),
    );
  });
});

describe('the groups of indicators', () => {
  it('stand in the order of the plan, whatever the order of the files', () => {
    const at = (id: string, group: string, clause: string) => ({
      ...indicatorWith({ measure, targets: [targetOf('>=', 95)] }, id),
      group,
      clause,
    });
    const all = [
      at('a', '安全', '5-3'),
      at('b', '总体', '5-1'),
      at('c', '具体', '5-2'),
      at('d', '总体', '6-1'),
      at('e', '另列', '9-9'),
    ];
    expect(groupsOf(all, ['5-1', '5-2', '5-3', '6-1'])).toEqual(['总体', '具体', '安全', '另列']);
  });
});
