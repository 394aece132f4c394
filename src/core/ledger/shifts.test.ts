import { describe, expect, it } from 'vitest';
import { logNamed } from '../testing/definitions.ts';
import { ledgerOf, requestsHeader, slipHeader, small } from '../testing/ledger.ts';

const logs = [...small.logs, logNamed('shifts')];
const request = (serial: number, day: number, post: string) => {
  const at = (hour: string) => `2026-09-${String(day).padStart(2, '0')} ${hour}`;
  return `QQ-202609-00${serial},保洁,一般,W01,清理,${at('09:00')},${at('09:10')},${at('09:40')},已完成,,${post}`;
};

/** What is said of a month with these requests and these shifts. */
function found(rows: readonly string[], shifts: readonly string[]) {
  const texts = {
    'data/2026-09/delivery.csv': `${slipHeader}\n服务请求,${rows.length},2026-10-03,GL-01\n到班,${shifts.length},2026-10-03,GL-01\n`,
    'data/2026-09/requests.csv': [requestsHeader, ...rows, ''].join('\n'),
    'data/2026-09/shifts.csv': ['统计日期,岗位代码,班次', ...shifts.map((each) => `2026-09-30,${each}`), ''].join('\n'),
  };
  const { problems } = ledgerOf(texts, { logs });
  return problems.flatMap(({ code, file, line, message }) => (code === 'record/shifts' ? [[file, line, message]] : []));
}

const three = [request(1, 1, 'BJ-01'), request(2, 1, 'BJ-01'), request(3, 2, 'BJ-01'), request(4, 3, 'GL-01')];

describe('shifts against the rows that posts sign', () => {
  it('finds a post that signed on more days than it had shifts, at the line of its shifts', () => {
    expect(found(three, ['GL-01,1', 'BJ-01,1'])).toEqual([
      ['data/2026-09/shifts.csv', 3, 'BJ-01 当月在 2 天的记录上签了岗位，到班只写到班 1 班'],
    ]);
  });

  it('counts days, not rows, and asks nothing of a post without a line', () => {
    expect(found(three, ['BJ-01,2'])).toEqual([]);
    expect(found(three, [])).toEqual([]);
  });
});
