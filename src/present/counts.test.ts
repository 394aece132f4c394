import { expect, it } from 'vitest';
import { countsWords } from './counts.ts';

it('tells what there is, and nothing of what there is not', () => {
  expect(
    countsWords([
      [3, '个机构'],
      [0, '个岗位'],
      [1, '种会议'],
    ]),
  ).toBe('3个机构和1种会议');
  expect(
    countsWords([
      [3, '个机构'],
      [2, '个岗位'],
      [1, '种会议'],
    ]),
  ).toBe('3个机构、2个岗位和1种会议');
  expect(countsWords([[2, '个岗位']])).toBe('2个岗位');
  expect(countsWords([[0, '个机构']])).toBeNull();
});
