import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { contentFiles, dataFiles, filesBelow, linksBelow } from './files.ts';

function folder(files: readonly string[], links: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'ledger-files-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), file);
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
  return root;
}

it('reads content and data with their hidden files', () => {
  const root = folder(['content/plan/.a.mdx', 'content/plan/b.mdx', 'data/.a.csv', 'data/2026-09/b.csv']);
  expect([...contentFiles(root).keys()]).toEqual(['content/plan/.a.mdx', 'content/plan/b.mdx']);
  expect([...dataFiles(root).keys()]).toEqual(['data/.a.csv', 'data/2026-09/b.csv']);
  expect(filesBelow(root, 'public')).toEqual([]);
});

it('names links of every kind and reads through none', () => {
  const root = folder(['content/a.mdx', 'data/2026-09/b.csv', 'outside/c.csv'], {
    'content/file': '../outside/c.csv',
    'content/.hidden': '/etc/passwd',
    'content/loop': '..',
    'data/2026-10': '2026-09',
    'data/gone': '/nowhere',
    'data/self': 'self',
    public: 'outside',
  });
  execFileSync('mkfifo', [join(root, 'data/pipe')]);
  expect(linksBelow(root, ['content', 'data', 'public'])).toEqual([
    'content/.hidden',
    'content/file',
    'content/loop',
    'data/2026-10',
    'data/gone',
    'data/pipe',
    'data/self',
    'public',
  ]);
  expect([...contentFiles(root).keys(), ...dataFiles(root).keys()]).toEqual(['content/a.mdx', 'data/2026-09/b.csv']);
  expect(filesBelow(root, 'public')).toEqual([]);
});
