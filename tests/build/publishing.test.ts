import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { earlierThan } from '../../src/core/release/release.ts';
import { Lock } from '../../src/disk/lock.ts';
import { damageOf, type Ending, rollBack } from '../../src/disk/publish.ts';
import { Releases } from '../../src/disk/releases.ts';
import { SteadyReader } from '../fixtures/steady-reader.ts';
import { commitOf, publishTiny } from '../fixtures/tiny-site.ts';

/** Memory-backed where the machine has it: the order of changes is the same, and other programs' writes do not slow it down. */
const room = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'publishing-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));
const newTarget = () => mkdtempSync(join(room, 'target-'));

const program = resolve('tests/fixtures/publish-tiny.ts');
const failing = resolve('tests/fixtures/failing-disk.mjs');
const node = resolve('node_modules/.bin/node');

function start(target: string, version: number, { env = {}, patience = 20_000 } = {}): ChildProcess {
  const preload = Object.keys(env).length > 0 ? [`--import=${failing}`] : [];
  return spawn(node, [...preload, program, target, String(version), String(patience)], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(room, 'compiled'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function finished(child: ChildProcess): Promise<{ output: string; signal: NodeJS.Signals | null; code: number | null }> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  await once(child, 'close');
  return { output, signal: child.signalCode, code: child.exitCode };
}

/** A generator of numbers in [0, 1) that gives the same ones in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function versionOf(ending: Ending): string {
  if (ending.state !== 'published') throw new Error(`the publication ended ${JSON.stringify(ending)}`);
  return ending.release.commit ?? '';
}

const served = (target: string) => {
  const releases = new Releases(target);
  return releases.release(releases.served() ?? '');
};

/** Whether what is served is one whole release: every file what the manifest says, nothing more. */
function expectWhole(target: string): void {
  const releases = new Releases(target);
  const name = releases.served();
  expect(name).not.toBeNull();
  expect(damageOf(releases, name ?? '')).toEqual([]);
}

describe('publishing', () => {
  it('makes a release that holds what was built, packed forms, and what readers of earlier ones still need', async () => {
    const target = newTarget();
    const first = await publishTiny(target, 1);
    const [script = '', style = ''] = ['.js', '.css'].map(
      (ending) => readdirSync(join(target, 'current/_astro')).find((name) => name.endsWith(ending)) ?? '',
    );
    const second = await publishTiny(target, 2);
    expect([versionOf(first), versionOf(second)]).toEqual([commitOf(1), commitOf(2)]);
    expectWhole(target);
    expect(served(target)).toMatchObject({
      commit: commitOf(2),
      previous: first.state === 'published' ? first.release.name : '',
    });
    expect(readFileSync(join(target, 'current/_astro', style), 'utf8')).toContain('version 1');
    for (const ending of ['.gz', '.br']) expect(existsSync(join(target, 'current/_astro', script + ending))).toBe(true);
    expect(existsSync(join(target, 'work'))).toBe(false);
  });

  it('makes no new release of the same build, and one with the same digest after it was changed and changed back', async () => {
    const target = newTarget();
    await publishTiny(target, 1);
    const digest = served(target)?.digest;
    expect((await publishTiny(target, 1)).state).toBe('unchanged');
    await publishTiny(target, 2);
    expect(served(target)?.digest).not.toBe(digest);
    await publishTiny(target, 1);
    expect(served(target)?.digest).toBe(digest);
  });

  it('keeps the newest releases and clears the rest away', async () => {
    const target = newTarget();
    for (const version of [1, 2, 3, 4, 5]) await publishTiny(target, version, { keep: 3 });
    const releases = new Releases(target);
    expect(releases.names().map((name) => name.slice(0, 4))).toEqual(['0003', '0004', '0005']);
    expect(releases.names().flatMap((name) => damageOf(releases, name))).toEqual([]);
  });

  it.each([
    ['a link to a page that does not exist', 'site/link', 'index.html', '<a href="/nowhere/">x</a>'],
    ['a link to an anchor that does not exist', 'site/link', 'index.html', '<a href="/p1/#nowhere">x</a>'],
    ['a JSON twin that breaks its schema', 'site/twin', 'api/state.json', '{"schema":"service-ledger/month/1"}'],
    ['an empty file', 'site/size', 'index.html', ''],
    ['a page of the last release gone', 'site/lost-page', 'p3/index.html', null],
  ])('refuses %s and leaves the site as it was', async (_, code, path, text) => {
    const target = newTarget();
    await publishTiny(target, 1);
    const spoil = (folder: string) => {
      if (text === null) rmSync(join(folder, path));
      else writeFileSync(join(folder, path), text);
    };
    const ending = await publishTiny(target, 2, { spoil });
    expect(ending.state).toBe('refused');
    if (ending.state === 'refused') expect(ending.problems.map((each) => each.code)).toContain(code);
    expect(served(target)?.commit).toBe(commitOf(1));
    expectWhole(target);
    expect(versionOf(await publishTiny(target, 3))).toBe(commitOf(3));
  });
});

describe('going back', () => {
  const waiting = { patience: 1000, onWait: () => {} };

  it('serves exactly the files of the earlier release, and the next publication counts on', async () => {
    const target = newTarget();
    for (const version of [1, 2, 3]) await publishTiny(target, version);
    const releases = new Releases(target);
    const [first = '', second = ''] = releases.names();
    expect(earlierThan(releases.names(), releases.served() ?? '')).toBe(second);
    expect(await rollBack(releases, first, waiting)).toEqual({ state: 'served', name: first });
    expect(served(target)?.commit).toBe(commitOf(1));
    expectWhole(target);
    const next = await publishTiny(target, 4);
    expect(next.state === 'published' && [next.release.name.slice(0, 4), next.release.previous]).toEqual(['0004', first]);
  });

  it('leaves readers of the newer release its style sheet, scripts and search parts', async () => {
    const target = newTarget();
    for (const version of [1, 2, 3]) await publishTiny(target, version);
    const releases = new Releases(target);
    const reader = await SteadyReader.start(target, true);
    for (let version = 4; version < 14; version++) {
      await publishTiny(target, version, { keep: 20 });
      const [name = ''] = releases.names().slice(-3);
      expect(await rollBack(releases, name, waiting)).toEqual({ state: 'served', name });
      expectWhole(target);
      await reader.readOn();
    }
    const { faults, seen } = await reader.stop();
    expect(faults).toEqual([]);
    expect(seen.length).toBeGreaterThan(5);
  });

  it('refuses a release that is damaged', async () => {
    const target = newTarget();
    for (const version of [1, 2]) await publishTiny(target, version);
    const releases = new Releases(target);
    const [first = ''] = releases.names();
    writeFileSync(join(releases.site(first), 'index.html'), 'damaged');
    const ending = await rollBack(releases, first, waiting);
    expect(ending.state === 'refused' && ending.problems.map(({ code, file }) => [code, file])).toEqual([
      ['site/manifest', 'index.html'],
    ]);
    expect(served(target)?.commit).toBe(commitOf(2));
  });
});

describe('going back on a disk that is full', () => {
  const rollBackBy = (target: string, env: Readonly<Record<string, string>>) =>
    spawnSync(node, [`--import=${failing}`, 'scripts/publish.ts', target, '--rollback'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: join(room, 'compiled'), ...env },
    });

  it('says so in a sentence and leaves the site as it was, whichever change finds no room', async () => {
    const target = newTarget();
    for (const version of [1, 2]) await publishTiny(target, version);
    const name = served(target)?.name;
    for (const at of [1, 2, 3, 5, 8, 12]) {
      const { status, stdout, stderr } = rollBackBy(target, { FAULT: 'full', FAULT_AT: String(at) });
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining('磁盘已满'), `没有切换；网站仍是 ${name}`]);
      expect(served(target)?.name).toBe(name);
      expectWhole(target);
    }
    expect(rollBackBy(target, {})).toMatchObject({ status: 0, stdout: expect.stringContaining('已切换到 0001-') });
    expectWhole(target);
  });
});

describe('two publishers', () => {
  it('take turns, or the second is refused and told by whom', async () => {
    const target = newTarget();
    await publishTiny(target, 1);
    const [first, second] = await Promise.all([2, 3].map((version) => finished(start(target, version))));
    expect([first, second].map((each) => each?.output.includes('"state":"published"'))).toEqual([true, true]);
    expect(new Releases(target).names()).toHaveLength(3);
    const lock = await Lock.take(join(target, 'lock'), 0);
    const { output } = await finished(start(target, 4, { patience: 0 }));
    expect(output).toContain(`"state":"busy","holder":{"state":"held","pid":${process.pid}`);
    if (lock instanceof Lock) lock.release();
    expectWhole(target);
    expect(versionOf(await publishTiny(target, 5))).toBe(commitOf(5));
  });
});

describe('whatever happens', () => {
  it('a client that reads without pause gets one whole release: publishers killed at 30 random moments', async () => {
    const target = newTarget();
    const begin = performance.now();
    await publishTiny(target, 1);
    const usual = performance.now() - begin;
    const reader = await SteadyReader.start(target);
    const next = random(20260901);
    let killed = 0;
    for (let version = 2; killed < 30 && version < 100; version++) {
      const child = start(target, version * 2);
      const end = finished(child);
      await once(child.stdout ?? child, 'data');
      await sleep(next() * usual);
      child.kill('SIGKILL');
      if ((await end).signal === 'SIGKILL') killed += 1;
      expectWhole(target);
      expect(versionOf(await publishTiny(target, version * 2 + 1))).toBe(commitOf(version * 2 + 1));
      await reader.readOn();
    }
    const { faults, rounds, seen } = await reader.stop();
    expect(faults).toEqual([]);
    expect(rounds).toBeGreaterThan(30);
    expect(seen.length).toBeGreaterThan(20);
    expect(killed).toBe(30);
    expectWhole(target);
  });

  it('and killed before each of the changes that put a release in its place', async () => {
    const target = newTarget();
    await publishTiny(target, 1);
    const counted = await finished(start(target, 2, { env: { FAULT_COUNT: '1' } }));
    const changes = Number(/changes (\d+)/u.exec(counted.output)?.[1]);
    expect(changes).toBeGreaterThan(50);
    const reader = await SteadyReader.start(target);
    for (let at = changes - 9; at <= changes; at++) {
      const { signal } = await finished(start(target, 100 + at, { env: { FAULT: 'kill', FAULT_AT: String(at) } }));
      expect(signal).toBe('SIGKILL');
      expectWhole(target);
      expect(versionOf(await publishTiny(target, 200 + at))).toBe(commitOf(200 + at));
    }
    expect((await reader.stop()).faults).toEqual([]);
  });

  it('and the disk full from any change on', async () => {
    const target = newTarget();
    await publishTiny(target, 1);
    const { output } = await finished(start(target, 2, { env: { FAULT_COUNT: '1' } }));
    const changes = Number(/changes (\d+)/u.exec(output)?.[1]);
    const reader = await SteadyReader.start(target);
    const next = random(7);
    for (const at of [1, 3, ...Array.from({ length: 3 }, () => 1 + Math.floor(next() * changes)), changes - 8, changes - 6]) {
      const before = served(target)?.name;
      const failed = await finished(start(target, 300 + at, { env: { FAULT: 'full', FAULT_AT: String(at) } }));
      expect(failed.code).not.toBe(0);
      expect(failed.output).toContain('ENOSPC');
      expect(served(target)?.name).toBe(before);
      expectWhole(target);
    }
    expect(versionOf(await publishTiny(target, 999))).toBe(commitOf(999));
    expect((await reader.stop()).faults).toEqual([]);
    expect(readdirSync(join(target, 'releases')).length).toBeLessThanOrEqual(4);
  });

  const mountable = () => {
    const probe = mkdtempSync(join(room, 'mount-'));
    const mounted =
      process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe]).status === 0;
    if (mounted) spawnSync('umount', [probe]);
    return mounted;
  };

  it.skipIf(!mountable())('and a file system that really is full', async () => {
    const target = newTarget();
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', target]).status).toBe(0);
    onTestFinished(() => void spawnSync('umount', [target]));
    await publishTiny(target, 1);
    const reader = await SteadyReader.start(target);
    const filler = join(target, 'filler');
    const next = random(11);
    for (let version = 2; version < 12; version++) {
      const { bavail, bsize } = statfsSync(target);
      const left = Math.floor(next() * 18) * bsize;
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
      await expect(publishTiny(target, version)).rejects.toThrow('ENOSPC');
      expectWhole(target);
      expect(served(target)?.commit).toBe(commitOf(1));
      rmSync(filler);
    }
    expect(versionOf(await publishTiny(target, 20, { keep: 2 }))).toBe(commitOf(20));
    expect((await reader.stop()).faults).toEqual([]);
  });
});
