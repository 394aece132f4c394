import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.log('没有 python3：独立复算没有运行');

const recompute = (...folders: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync('python3', ['tests/independent/recompute.py', ...folders], { encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}`.trimEnd() };
};

it.skipIf(!python)(
  'gets every value and verdict of every month again, in another language and from the documented rules',
  () => {
    const { status, output } = recompute('.', 'dist');
    expect(output.split('\n').at(-1)).toBe('2232 results compared, 0 differences');
    expect(status).toBe(0);
  },
  400_000,
);

it.skipIf(!python)(
  'notices one number that is not what the rows say',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'twins-'));
    try {
      cpSync('dist/api/compliance', folder, { recursive: true });
      const file = join(folder, '2026-10/cleaning.specific.toilet-fixture.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"numerator":131', '"numerator":132'));
      const { status, output } = recompute('.', 'dist', folder);
      const lines = output.split('\n');
      expect(lines.at(-1)).toMatch(/^2232 results compared, [1-9]\d* differences$/u);
      expect(lines.slice(0, -1).every((line) => line.startsWith('2026-10 cleaning.specific.toilet-fixture'))).toBe(true);
      expect(status).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  400_000,
);
