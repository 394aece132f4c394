import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Copy } from './copy.ts';

it('npm run month writes a folder that cannot be published unfilled, and never overwrites', () => {
  const copy = new Copy();
  copy.keepMonths(1);
  const start = (...args: string[]) => copy.run('node', ['scripts/month.ts', ...args]);

  expect(start('2026-13')).toMatchObject({ code: 1, output: expect.stringContaining('写明一个月份') });
  expect(start('2024-10')).toMatchObject({ code: 1, output: expect.stringContaining('合同从 2026-10-01 开始') });
  expect(existsSync(copy.path('data/2024-10'))).toBe(false);

  const begun = start('2026-11');
  expect(begun).toMatchObject({ code: 0, output: expect.stringContaining('npm run check') });
  expect(readdirSync(copy.path('data/2026-11')).length).toBeGreaterThan(25);
  const slip = copy.read('data/2026-11/delivery.csv');
  // What October left open stands where November's files begin, row for row as October wrote it.
  const october = new Set(copy.read('data/2026-10/requests.csv').split('\r\n'));
  const [, ...carried] = copy.read('data/2026-11/requests.csv').trimEnd().split('\r\n');
  expect(carried.length).toBeGreaterThan(0);
  expect(carried.filter((row) => !october.has(row))).toEqual([]);
  expect(begun.output).toMatch(/上月末未办结的 \d+ 项已照样写在各模板的开头/u);

  const checked = copy.run('node', ['scripts/check.ts']);
  expect(checked.code).toBe(1);
  expect(checked.output).toContain('data/2026-11/delivery.csv  错误  delivery/unfilled  2026-11 的交付清单还没有填写');
  expect(checked.output).toContain('错误 1 处');

  copy.write('data/2026-11/checks.csv', '填了一半');
  copy.remove('data/2026-11/requests.csv');
  expect(start('2026-11')).toMatchObject({ code: 1, output: expect.stringContaining('以免覆盖') });
  expect(copy.read('data/2026-11/checks.csv')).toBe('填了一半');
  expect(copy.read('data/2026-11/delivery.csv')).toBe(slip);
  expect(existsSync(copy.path('data/2026-11/requests.csv'))).toBe(false);
});
