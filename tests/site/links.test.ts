import { join } from 'node:path';
import { expect, it } from 'vitest';
import { brokenLinks, filesOf, textOf } from '../published.ts';

const all = filesOf('dist');
const isSilent = (file: string) => !textOf(join('dist', file)).includes('示例数据');

it('has every page, picture and anchor that any page links to', () => {
  expect(brokenLinks('dist').slice(0, 30)).toEqual([]);
});

it('says on every page and in every export that the data are samples', () => {
  expect(all.filter((file) => file.endsWith('.html') && isSilent(file))).toEqual([]);
  const exports = all.filter((file) => file.startsWith('api/'));
  expect(exports.length).toBeGreaterThan(1000);
  expect(exports.filter(isSilent)).toEqual([]);
});
