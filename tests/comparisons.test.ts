import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { present } from '../src/core/testing/ledger.ts';
import { Comparisons } from '../src/disk/comparisons.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';
import { History } from '../src/disk/history.ts';
import { loadProject } from '../src/disk/project.ts';
import { Repository } from './seeds.ts';

const contract = join(import.meta.dirname, 'contracts/hospital');
const { definitions } = present(loadProject(contract).value);

/** A repository of two commits: a contract, and one time in it that is an hour later. */
function changed() {
  const made = new Repository();
  onTestFinished(() => rmSync(made.root, { recursive: true, force: true }));
  const data = [...dataFiles(contract)].map(([file, bytes]) => [file, Buffer.from(bytes).toString()] as const);
  made.commit(Object.fromEntries([...contentFiles(contract), ...data]), '开始');
  const file = 'data/2026-10/lift-callouts.csv';
  const text = data.find(([name]) => name === file)?.[1] ?? '';
  const later = text.replace(
    /困人,(\S+) (\d\d):/u,
    (_, day, hour) => `困人,${day} ${String(Number(hour) - 1).padStart(2, '0')}:`,
  );
  expect(later).not.toBe(text);
  made.commit({ [file]: later }, '改时间');
  const history = present(History.of(made.root));
  const [before, after] = ['HEAD~1', 'HEAD'].map((name) => present(history.commit(name)));
  const folder = mkdtempSync(join(tmpdir(), 'comparisons-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const ask = (program = 'a') => {
    const comparisons = new Comparisons(folder, definitions, program);
    const changes = comparisons.between(history, present(before), present(after));
    comparisons.prune();
    return changes;
  };
  return { folder, ask };
}

it('answers from what it kept as it answered at first', () => {
  const { folder, ask } = changed();
  const first = ask();
  expect(first?.map(({ kind }) => kind)).toContain('row');
  expect(first?.map(({ kind }) => kind)).toContain('result');
  expect(readdirSync(folder).length).toBe(1);
  expect(ask()).toStrictEqual(first);
  // A text with the digest of its own is believed: nothing was compared again.
  const [file = ''] = readdirSync(folder);
  const digest = createHash('sha256').update('[]').digest('hex');
  writeFileSync(join(folder, file), `${digest}\n[]`);
  expect(ask()).toEqual([]);
});

it('does not believe a file that was damaged, cut off or made by another engine', () => {
  const { folder, ask } = changed();
  const first = ask();
  const [file = ''] = readdirSync(folder);
  const text = readFileSync(join(folder, file), 'utf8');
  for (const damaged of [
    text.replace('lift-callouts', 'lift-callout5'),
    text.slice(0, -5),
    '',
    'null',
    text.split('\n')[1] ?? '',
  ]) {
    writeFileSync(join(folder, file), damaged);
    expect(ask()).toStrictEqual(first);
  }
  expect(ask('b')).toStrictEqual(first);
  expect(readdirSync(folder)).not.toContain(file);
});
