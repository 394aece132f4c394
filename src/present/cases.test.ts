import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../core/calendar/period.ts';
import { Assessment } from '../core/indicators/assessment.ts';
import { caseKinds } from '../core/logs/role.ts';
import type { Case } from '../core/reports/cases.ts';
import type { Improvement } from '../core/reports/improvement.ts';
import type { Miss } from '../core/reports/misses.ts';
import { logNamed } from '../core/testing/definitions.ts';
import { indicatorWith, ledgerOf, september, targetOf } from '../core/testing/ledger.ts';
import { findingsSentence, incidentSentence, limitWords, openSentence, overWords, responsibleWords } from './cases.ts';

const requests = logNamed('requests');

const row = { file: 'data/2026-09/requests.csv', line: 2, values: { staff: 'BJ-01' } };

const made = (more: Partial<Case>): Case => ({
  kind: 'request',
  verifier: null,
  log: requests,
  record: row,
  first: row,
  location: null,
  opened: '2026-09-30T15:40',
  closed: null,
  days: 31,
  deadline: 'none',
  limit: null,
  over: 0,
  responsible: null,
  item: 'service',
  about: [],
  action: [],
  ...more,
});
const late = made({ kind: 'measure', deadline: 'overdue', limit: '2025-03-11', over: 599 });
const shortcoming = made({ kind: 'shortcoming' });

describe('limitWords and overWords', () => {
  it('say the limit and how far the case is past it', () => {
    const told = (each: Case) => [limitWords(each), overWords(each)];
    expect(told(late)).toEqual(['2025-03-11', '599天']);
    expect(told(made({ deadline: 'running', limit: '2026-11-01T01:00' }))).toEqual(['2026-11-01 01:00', '未逾期']);
    // Past its limit by hours.
    expect(told(made({ deadline: 'overdue', limit: '2026-10-31T17:40' }))).toEqual(['2026-10-31 17:40', '当日']);
    expect(told(made({ deadline: 'exempt' }))).toEqual(['按特殊情况不计时限', '—']);
    expect(told(made({}))).toEqual(['方案没有写期限', '—']);
  });
});

describe('responsibleWords', () => {
  it('names the post that is to act, and says so where none is named', () => {
    const registers = ledgerOf(september).value.registers;
    expect(responsibleWords(made({ responsible: 'staff' }), registers)).toBe('保洁员一岗');
    expect(responsibleWords(made({ responsible: 'staff', record: { ...row, values: {} } }), registers)).toBe('未指定');
    expect(responsibleWords(made({}), registers)).toBe('未指定');
  });
});

describe('openSentence', () => {
  it('counts by kind and says how much is late and how long', () => {
    const open = { day: '2026-10-31', gaps: [], kept: new Set(caseKinds) };
    expect(openSentence({ ...open, cases: [late, shortcoming, made({}), made({})] })).toBe(
      '截至2026年10月31日，未办结4件：监督发现的问题1件、服务请求2件、改进措施1项；其中逾期1件，最长的逾期599天。',
    );
    expect(openSentence({ ...open, cases: [made({})] })).toBe('截至2026年10月31日，未办结1件：服务请求1件。');
    expect(openSentence({ ...open, cases: [] })).toBe('截至2026年10月31日，已交付的台账中没有未办结的事项。');
  });
});

describe('incidentSentence', () => {
  it('counts accidents alone, over the months that were looked at, with those still open', () => {
    const findings = [made({ closed: '2026-10-02' }), made({})].map((each) => ({ ...each, kind: 'incident' as const }));
    const others = [{ ...made({}), kind: 'fault' as const }];
    expect(incidentSentence({ months: ['2026-08', '2026-10'], findings: [...findings, ...others] })).toBe(
      '2026年8月至2026年10月发生事故2件，已办结1/2。',
    );
    expect(incidentSentence({ months: ['2026-10'], findings: findings.slice(0, 1) })).toBe('2026年10月发生事故1件，已办结1/1。');
  });
});

describe('findingsSentence', () => {
  const improvement = (findings: Improvement['findings']): Improvement => ({
    months: ['2026-09', '2026-10'],
    findings,
    open: { day: '2026-10-31', cases: [], gaps: [], kept: new Set(caseKinds) },
    gaps: [],
    suggestions: [],
    measures: [],
    done: { kind: 'ratio', numerator: 0, denominator: 0 },
    earlier: [],
  });
  const settled = { ...made({ closed: '2026-10-02' }), kind: 'fault' as const };

  it('names the kinds that it counts, and what is not among them, and calls nothing all done', () => {
    const none = '截至2026年10月31日，已交付的台账中没有未办结的事项。';
    expect(findingsSentence(improvement([settled, settled]), [])).toBe(
      `2026年9月至2026年10月发现问题2件（故障2件），已办结2/2。${none}`,
    );
    const miss = (basis: string): Miss => {
      const measure = { kind: 'share', log: 'rounds', pass: { result: '合格' } };
      const indicator = indicatorWith({ measure, targets: [targetOf('>=', 100, '%', { basis })] });
      const assessment = new Assessment(ledgerOf(september).value, [indicator], { start: '2026-09-01', smallSample: 10 });
      return { result: assessment.result(indicator, monthPeriod('2026-09')), failed: 1, rows: [], locations: [], streak: 1 };
    };
    const misses = ['implied', 'plan', 'implied'].map(miss);
    expect(findingsSentence(improvement([settled]), misses)).toBe(
      `2026年9月至2026年10月发现问题1件（故障1件），已办结1/1；另有3项次未达标的指标（方案1、推得2）没有对应的问题记录，不在其中。${none}`,
    );
    expect(findingsSentence(improvement([]), [])).toBe(
      `2026年9月至2026年10月已交付的台账中没有事故、投诉、故障、巡检隐患、监督发现的问题、检查不合格。${none}`,
    );
  });
});
