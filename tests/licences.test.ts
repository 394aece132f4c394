import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ license: z.string().optional(), dev: z.boolean().optional(), integrity: z.string().optional() }),
  ),
});
const lock = lockSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

/** Licences that ask for no more than a notice. */
const permissive = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Python-2.0',
]);

/** Build tools that are used unchanged, whose code never enters the site: each with its licence and why it may be here. */
const tools: readonly (readonly [RegExp, string])[] = [
  // Astro compresses styles with Lightning CSS.
  [/^lightningcss(-|$)/u, 'MPL-2.0'],
  // Pictures; Astro's optional dependency.
  [/^@img\/sharp-/u, 'LGPL-3.0-or-later'],
];

/** Node's own binaries, whose packages name no licence; Node is under MIT. */
const unnamed = /^node-bin-|^node-(linux|darwin|win)-/u;

const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? path;

function allowed(name: string, license: string | undefined): boolean {
  if (license === undefined) return unnamed.test(name);
  const parts = license.replace(/[()]/gu, '').split(' AND ');
  const fits = (part: string) => permissive.has(part) || tools.some(([tool, its]) => tool.test(name) && its === part);
  return parts.every((part) => part.split(' OR ').some(fits));
}

it('ships and builds with packages of known, compatible licences only', () => {
  const shipped = installed.filter(([, { dev }]) => dev !== true);
  expect(shipped.length).toBeGreaterThan(100);
  const foreign = shipped.filter(([path, { license }]) => !allowed(nameOf(path), license));
  expect(foreign.map(([path, { license }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
});

it('tells an unknown licence from a known one', () => {
  expect(allowed('anything', 'GPL-3.0-only')).toBe(false);
  expect(allowed('anything', undefined)).toBe(false);
  expect(allowed('anything', 'MIT AND LGPL-3.0-or-later')).toBe(false);
  expect(allowed('anything', '(GPL-3.0-only OR MIT)')).toBe(true);
});

it('pins every package by its digest', () => {
  expect(installed.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([]);
});
