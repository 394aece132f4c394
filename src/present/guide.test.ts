import { expect, it } from 'vitest';
import { rounds } from '../core/testing/ledger.ts';
import { expectationWords, keyWords, plannedWords } from './guide.ts';

it('says what is expected of a log, by what its rows are told apart, and what is planned', () => {
  expect(expectationWords({ kind: 'due', times: 6 }, '2026-10')).toBe('2026年10月按排期应做 6 次');
  expect(expectationWords({ kind: 'not-due' }, '2026-10')).toContain('零报告');
  expect(expectationWords({ kind: 'unplanned' }, '2026-10')).toContain('没有排期');
  expect(keyWords(rounds)).toBe('日期、网点编号、项目');
  expect(plannedWords({ frequency: '每周', entries: 2, items: ['大堂', '地库'] })).toBe('每周 2 项：大堂、地库');
  const many = ['一', '二', '三', '四', '五', '六', '七'];
  expect(plannedWords({ frequency: '每月', entries: 9, items: many })).toBe('每月 9 项：一、二、三、四、五、六 等 7 种');
});
