import { describe, expect, it } from 'vitest';
import { type Commitment, commitmentSchema } from '../core/documents/commitment.ts';
import { Assessment } from '../core/indicators/assessment.ts';
import { type Reading, readings, type Standing } from '../core/reports/commitments.ts';
import { indicatorWith, ledgerOf, present, september, targetOf } from '../core/testing/ledger.ts';
import { sinceWords, standingSentence, standingsSentence, uncheckedWords } from './standing.ts';
import { inputsOf } from './testing/inputs.ts';
import { readingLooks, verdictLooks } from './verdict.ts';

const { assessment } = inputsOf('hospital').project;
const [first, second] = assessment.indicators.filter(({ parts }) => parts.length > 0);
const pending = present(assessment.indicators.find(({ parts }) => parts.length === 0));
const result = assessment.result(present(first), { kind: 'month', id: '2026-10', months: ['2026-10'] });

const commitment = (more: Partial<Commitment> = {}): Commitment => ({
  ...commitmentSchema.parse({
    id: 'cm.a',
    text: '承诺。',
    area: 'scope',
    service: 'all',
    promisedTo: 'client',
    clauses: ['1.1-1'],
    proof: [],
    documents: [{ kind: 'attestation', text: '声明' }],
    updated: '2026-11-01',
  }),
  ...more,
});
const standing = (more: Partial<Standing>): Standing => ({
  commitment: commitment(),
  month: '2026-10',
  reading: 'unchecked',
  since: null,
  links: [],
  results: [],
  unchecked: [],
  ...more,
});

describe('standingSentence', () => {
  it('says of what is checked how it stands and since when, and what is not checked', () => {
    const met = standing({ reading: 'met', since: '2026-09', results: [result], commitment: commitment({ documents: [] }) });
    expect(standingSentence(met)).toBe('2026年10月达标：由1项指标判定，自2026年9月起（连续2个月）达标。');
    const partly = standing({ reading: 'partly', since: '2026-10', results: [result, result], unchecked: ['窗户', '门框'] });
    expect(standingSentence(partly)).toBe(
      '2026年10月部分核对：由2项指标合并判定，本月起部分核对。没有核对：窗户；门框。应有1种文件为凭。',
    );
    const missed = { ...partly, reading: 'missed' } as const;
    expect(standingSentence(missed)).toContain('2026年10月未达标：由2项指标合并判定，本月起未达标。没有核对：窗户；门框。');
  });

  it('says why nothing checks it', () => {
    expect(standingSentence(standing({}))).toBe('无从核对：没有指标核对它，不作达标与否的结论。应有1种文件为凭。');
    const context = { kind: 'context', indicators: [present(first), present(second)], unchecked: null } as const;
    expect(standingSentence(standing({ links: [context] }))).toMatch(/^无从核对：有关的2项指标不能证明它，/u);
    const whole = { kind: 'whole', indicators: [pending], unchecked: '样品' } as const;
    expect(standingSentence(standing({ links: [whole] }))).toMatch(/^无从核对：应当核对它的1项指标没有计算口径或目标，/u);
    const never = commitment({ documents: [], notMeasurable: '方案没有写明标准。' });
    expect(standingSentence(standing({ commitment: never }))).toBe('无从核对：方案没有写明标准，不作达标与否的结论。');
  });
});

describe('standingsSentence', () => {
  const of = (...all: readonly Reading[]) => all.map((reading) => standing({ reading }));

  it('counts what is proven apart from what is not, and leaves out what there is none of', () => {
    const all = of('missed', 'partly', 'unchecked', 'met', 'partly', 'not-applicable');
    expect(standingsSentence(all, '2026-10')).toBe(
      '6项承诺（2026年10月）：达标1项、部分核对2项、无从核对1项、未达标1项、不适用1项。全句都核对过的才算达标。',
    );
    expect(standingsSentence(of('met', 'met'), '2026-10')).toBe('2项承诺（2026年10月）：达标2项。');
    expect(standingsSentence([], '2026-10')).toBe('还没有列出承诺。');
  });

  it('tells the promises that were not kept by the target that was missed', () => {
    const measure = { kind: 'share', log: 'rounds', pass: { result: '合格' } };
    const missed = (basis: string) => {
      const indicator = indicatorWith({ measure, targets: [targetOf('>=', 100, '%', { basis })] });
      const own = new Assessment(ledgerOf(september).value, [indicator], { start: '2026-09-01', smallSample: 10 });
      return own.result(indicator, { kind: 'month', id: '2026-09', months: ['2026-09'] });
    };
    // A promise on several indicators stands on the firmest target that was missed.
    const all = [
      standing({ reading: 'missed', results: [missed('proposed'), missed('plan')] }),
      standing({ reading: 'missed', results: [missed('proposed')] }),
      standing({ reading: 'met', results: [] }),
    ];
    expect(standingsSentence(all, '2026-09')).toBe('3项承诺（2026年9月）：达标1项、未达标2项（方案1、建议1）。');
  });

  it('counts every reading', () => {
    const counts = standingsSentence(of(...readings), '2026-10').match(/\d+(?=项[、。])/gu);
    expect(counts).toEqual(readings.map(() => '1'));
  });
});

describe('the looks of readings', () => {
  it('differ in word and shape from each other, and share no look with met', () => {
    const looks = Object.values(readingLooks);
    expect(looks).toHaveLength(readings.length);
    expect(new Set(looks.map(({ word }) => word)).size).toBe(looks.length);
    expect(new Set(looks.map(({ shape }) => shape)).size).toBe(looks.length);
    for (const { className } of [readingLooks.partly, readingLooks.unchecked])
      expect(className).not.toBe(verdictLooks.met.className);
  });
});

describe('words of a standing', () => {
  it('say nothing where there is nothing to say', () => {
    expect([sinceWords(standing({})), uncheckedWords(standing({}))]).toEqual(['—', '']);
  });
});
