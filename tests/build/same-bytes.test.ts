import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { Copy } from '../copy.ts';

/** SHA-256 of every file below a folder, by path. */
function digests(folder: string, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return Object.entries(digests(path, `${prefix}${entry.name}/`));
      return [[`${prefix}${entry.name}`, createHash('sha256').update(readFileSync(path)).digest('hex')]];
    }),
  );
}

it('builds the same bytes in another folder, time zone and year', () => {
  const here = new Copy();
  here.keepMonths(3);
  const built = here.build({ TZ: 'Asia/Shanghai' });
  expect(built.output).toContain('检索索引');
  expect(built.code).toBe(0);
  const there = new Copy();
  there.keepMonths(3);
  const preload = `--import=${resolve('tests/fixtures/other-day.mjs')}`;
  expect(there.build({ TZ: 'America/New_York', NODE_OPTIONS: preload, LANG: 'de_DE.UTF-8' }).code).toBe(0);
  const [first, second] = [digests(here.path('dist')), digests(there.path('dist'))];
  expect(Object.keys(first).length).toBeGreaterThan(900);
  expect(Object.keys(second)).toEqual(Object.keys(first));
  const different = Object.keys(first).filter((file) => first[file] !== second[file]);
  expect(different).toEqual([]);
});
