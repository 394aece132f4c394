import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.log('没有 python3：独立复算没有运行');

it.skipIf(!python)(
  'gets every value and verdict of every month again, in another language and from the documented rules, but for the one number changed',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'twins-'));
    try {
      cpSync('dist/api/compliance', folder, { recursive: true });
      const file = join(folder, '2026-10/cleaning.specific.toilet-fixture.json');
      const twin = readFileSync(file, 'utf8');
      expect(twin).toContain('"numerator":206,');
      writeFileSync(file, twin.replace('"numerator":206,', '"numerator":207,'));
      const { status, stdout, stderr } = spawnSync('python3', ['tests/independent/recompute.py', '.', 'dist', folder], {
        encoding: 'utf8',
      });
      const lines = `${stdout}${stderr}`.trimEnd().split('\n');
      // Every measured indicator of both lists, the plan's and the supplementary, in every month: 123 in 24 months.
      expect(lines.at(-1)).toBe('2952 results compared, 1 differences');
      expect(lines.slice(0, -1)).toEqual([expect.stringMatching(/^2026-10 cleaning\.specific\.toilet-fixture.*(?:206|207)/u)]);
      expect(status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  400_000,
);
