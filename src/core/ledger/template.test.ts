import { expect, it } from 'vitest';
import { logNamed } from '../testing/definitions.ts';
import { readFile } from './file.ts';
import { template } from './template.ts';

const checks = logNamed('checks');

it('writes a header that the reader takes without a word', () => {
  const text = template(checks.columns);
  expect(text.startsWith('\ufeff日期,服务,区域编号,检查项目,')).toBe(true);
  expect(text.endsWith('检查岗位\r\n')).toBe(true);
  const read = readFile(new TextEncoder().encode(text), checks, 'data/2026-11/checks.csv', {
    month: '2026-11',
    referents: new Map(),
  });
  expect(read).toMatchObject({ value: [], problems: [], whole: true });
});
