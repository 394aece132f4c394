import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type Holder, Lock } from './lock.ts';

const room = mkdtempSync(join(tmpdir(), 'lock-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));
const newFolder = () => mkdtempSync(join(room, 'case-'));

const held = (folder: string, holder: Partial<Holder>) =>
  writeFileSync(
    join(folder, '7'),
    JSON.stringify({ state: 'held', pid: process.pid, host: hostname(), started: null, ...holder }),
  );

describe('a lock', () => {
  it('is held by one at a time and can be taken again', async () => {
    const folder = newFolder();
    const first = await Lock.take(folder, 0);
    expect(first).toBeInstanceOf(Lock);
    expect(await Lock.take(folder, 0)).toMatchObject({ state: 'held', pid: process.pid });
    const waiting = Lock.take(folder, 5000);
    if (first instanceof Lock) first.release();
    expect(await waiting).toBeInstanceOf(Lock);
    expect(readdirSync(folder)).toEqual(['2']);
  });

  it('is taken from a process that has died, and from one whose number another process has now', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'close');
    for (const holder of [{ pid: child.pid ?? 0 }, { started: '1' }]) {
      const folder = newFolder();
      held(folder, holder);
      expect(await Lock.take(folder, 0)).toBeInstanceOf(Lock);
      expect(readdirSync(folder)).toEqual(['8']);
    }
  });

  it('is left to a process of another machine, of which nothing is known', async () => {
    const folder = newFolder();
    held(folder, { host: 'elsewhere', pid: 1 });
    expect(await Lock.take(folder, 0)).toMatchObject({ host: 'elsewhere' });
  });

  it('keeps processes apart that all want it', async () => {
    const folder = newFolder();
    const counter = join(room, 'counter');
    writeFileSync(counter, '0');
    const program = `
      import { readFileSync, writeFileSync } from 'node:fs';
      const { Lock } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'lock.ts')).href)});
      for (let turn = 0; turn < 15; turn++) {
        const lock = await Lock.take(${JSON.stringify(folder)}, 60000);
        const count = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'));
        await new Promise((next) => setTimeout(next, 1));
        writeFileSync(${JSON.stringify(counter)}, String(count + 1));
        lock.release();
      }`;
    const all = [1, 2, 3, 4].map(() => spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' }));
    await Promise.all(all.map((child) => once(child, 'close')));
    expect(readFileSync(counter, 'utf8')).toBe('60');
  });
});
