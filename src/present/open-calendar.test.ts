import ICAL from 'ical.js';
import { describe, expect, it, vi } from 'vitest';
import { caseKinds } from '../core/logs/role.ts';
import type { Case } from '../core/reports/cases.ts';
import type { Destination } from '../core/reports/destination.ts';
import { logNamed } from '../core/testing/definitions.ts';
import { ledgerOf, present, september } from '../core/testing/ledger.ts';
import { type OpenCalendar, openCalendar } from './open-calendar.ts';

const { registers } = ledgerOf(september).value;
const first = { file: 'data/2026-08/requests.csv', line: 7, values: {} };
const record = {
  file: 'data/2026-09/requests.csv',
  line: 2,
  values: { service: 'cleaning', subject: '大堂积水；请清理，尽快', staff: 'BJ-01' },
};
const made = (more: Partial<Case>): Case => ({
  kind: 'request',
  verifier: null,
  log: logNamed('requests'),
  record,
  first,
  location: 'W01',
  opened: '2026-08-30T15:40',
  closed: null,
  days: 31,
  deadline: 'none',
  limit: null,
  over: 0,
  responsible: 'staff',
  item: 'service',
  about: ['service', 'subject'],
  action: [],
  ...more,
});

const calendar = (cases: readonly Case[]): OpenCalendar => ({
  title: '试验合同：未办结的事项',
  notice: '示例数据：虚构。',
  open: { day: '2026-09-30', cases, gaps: [], kept: new Set(caseKinds) },
  registers,
  contract: { words: { client: '委托方', clientStaff: '委托方人员', contractor: '受托方', place: '网点' } },
  address: (to: Destination) => (to.kind === 'row' ? `https://example.test/${to.month}/${to.log}#L${to.line}` : ''),
});

const events = (cases: readonly Case[]) =>
  new ICAL.Component(ICAL.parse(openCalendar(calendar(cases)))).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

describe('openCalendar', () => {
  it('puts an item on the day of its limit, with its age, who is to act and the way to its row', () => {
    const [event] = events([made({ deadline: 'overdue', limit: '2026-09-01T17:40', over: 29 })]);
    const { uid, summary, description, startDate, endDate, component } = present(event);
    expect(uid).toBe('open.requests.2026-08.L7');
    expect(summary).toBe('服务请求：市分行机关：保洁，大堂积水；请清理，尽快（逾期29天）');
    expect([startDate.isDate, startDate.toString(), endDate.toString()]).toEqual([true, '2026-09-01', '2026-09-02']);
    expect(description.split('\n')).toEqual([
      '起始：2026-08-30 15:40（已过31天）',
      '时限：2026-09-01 17:40',
      '逾期：29天',
      '责任岗位：保洁员一岗',
      '截至2026年9月30日。示例数据：虚构。',
    ]);
    expect(component.getFirstPropertyValue('url')).toBe('https://example.test/2026-09/requests#L2');
    // The end of the day in China.
    expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-09-30T15:59:59Z');
  });

  it('puts what has no limit on the day on which it began, and says so', () => {
    const [event] = events([made({})]);
    expect(present(event).startDate.toString()).toBe('2026-08-30');
    expect(present(event).description).toContain('时限：方案没有写期限，记在起始的那一天');
  });

  it('stays a calendar when nothing is open, so that subscribers lose what was', () => {
    const empty = new ICAL.Component(ICAL.parse(openCalendar(calendar([]))));
    expect(empty.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone']);
    expect(empty.getFirstPropertyValue('x-wr-caldesc')).toBe(
      '截至2026年9月30日，已交付的台账中没有未办结的事项。示例数据：虚构。',
    );
  });

  it('has the same bytes whenever and wherever it is made, in lines of at most 75 bytes that end as the standard asks', () => {
    const cases = [made({}), made({ deadline: 'running', limit: '2026-10-08' })];
    const told = openCalendar(calendar(cases));
    vi.stubEnv('TZ', 'America/New_York');
    expect(openCalendar(calendar(cases))).toBe(told);
    vi.unstubAllEnvs();
    const lines = told.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.filter((line) => line.includes('\n') || Buffer.byteLength(line) > 75)).toEqual([]);
  });
});
