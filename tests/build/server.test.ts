import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { damageOf } from '../../src/disk/publish.ts';
import { Releases } from '../../src/disk/releases.ts';
import { Copy } from '../copy.ts';

const room = mkdtempSync(join(tmpdir(), 'server-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));
const [repository, home] = [join(room, 'ledger.git'), join(room, 'home')];

const identity = ['-c', 'user.name=clerk', '-c', 'user.email=clerk@example.invalid'];
const environment = { PATH: process.env.PATH, HOME: room, GIT_CONFIG_NOSYSTEM: '1' };

function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...identity, ...args], {
    encoding: 'utf8',
    env: environment,
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** Pushes and answers with what the pusher's terminal showed. */
async function push(folder: string, refs: string): Promise<string> {
  const child = spawn('git', ['-C', folder, 'push', repository, refs], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  let terminal = '';
  child.stderr.on('data', (chunk) => (terminal += String(chunk)));
  await once(child, 'close');
  return terminal;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(20);
}

/** The project with its last month only, as a repository of its own. */
function newClone(): Copy {
  const copy = new Copy();
  const months = readdirSync(copy.path('data')).filter((name) => /^\d{4}-\d{2}$/u.test(name));
  const last = months.pop() ?? '';
  for (const month of months) rmSync(copy.path(`data/${month}`), { recursive: true });
  const contract = 'content/organisation/contract.mdx';
  copy.write(contract, copy.read(contract).replace(/^start: .*$/mu, `start: "${last}-01"`));
  const redirect = 'redirects: [{ from: /plan/old/, to: "/plan/#main", reason: 章节改名 }]';
  copy.replace('content/organisation/redirects.mdx', 'redirects: []', redirect);
  rmSync(copy.path('node_modules'));
  spawnSync('git', ['init', '-q', '-b', 'main', copy.root]);
  git(copy.root, 'add', '-A');
  git(copy.root, 'commit', '-q', '-m', 'the first month');
  symlinkSync(join(process.cwd(), 'node_modules'), copy.path('node_modules'), 'dir');
  return copy;
}

function commit(copy: Copy, message: string): string {
  git(copy.root, 'commit', '-q', '-a', '-m', message);
  return git(copy.root, 'rev-parse', 'HEAD');
}

it('publishes what is pushed, the newest of many, and tells the pusher what forbids it', async () => {
  const copy = newClone();
  spawnSync('git', ['init', '-q', '--bare', '-b', 'main', repository]);
  mkdirSync(join(home, 'modules'), { recursive: true });
  const packages = git(copy.root, 'hash-object', 'package-lock.json');
  symlinkSync(join(process.cwd(), 'node_modules'), join(home, 'modules', packages), 'dir');
  const prepared = copy.run('node', ['scripts/server.ts', repository, home, '--url', 'http://ledger.example:8080/']);
  expect([prepared.code, prepared.output]).toEqual([0, expect.stringContaining('推送后发布')]);
  expect(readFileSync(join(home, 'nginx.conf'), 'utf8')).not.toMatch(/@[A-Z_]+@/u);

  const releases = new Releases(join(home, 'site'));
  const tip = () => git(repository, 'rev-parse', 'main');
  const served = () => releases.release(releases.served() ?? '')?.commit;

  const pushes: Promise<string>[] = [];
  let newest = '';
  for (let number = 1; number <= 10; number++) {
    copy.write(
      'data/provenance.yaml',
      copy.read('data/provenance.yaml').replace(/(?:（第\d+次推送）)?$/mu, `（第${number}次推送）`),
    );
    copy.write('data/provenance.yaml', `kind: sample\nlabel: 示例数据\nnote: 第${number}次推送的示例数据，不是真实记录。\n`);
    newest = commit(copy, `push ${number}`);
    const sent = newest;
    pushes.push(push(copy.root, `${sent}:refs/heads/main`));
    await until(() => spawnSync('git', ['-C', repository, 'rev-parse', '-q', '--verify', 'main']).status === 0 && tip() === sent);
  }
  const [first = '', ...others] = await Promise.all(pushes);
  const last = others.pop() ?? '';
  expect(first).toMatch(/remote: (?:已发布 0001-|已有更新的推送)/u);
  for (const terminal of others) expect(terminal).toMatch(/remote: (?:已发布 |已有更新的推送)/u);
  expect(last).toMatch(/remote: 已发布 \d{4}-/u);
  expect(served()).toBe(newest);
  expect(releases.names().length).toBeLessThan(5);
  expect(readFileSync(join(releases.current, 'index.html'), 'utf8')).toContain('第10次推送');
  expect(readFileSync(join(releases.current, 'plan/old/index.html'), 'utf8')).toContain('content="0; url=/plan/#main"');

  const month = readdirSync(copy.path('data')).find((name) => /^\d{4}-\d{2}$/u.test(name)) ?? '';
  const file = `data/${month}/waste.csv`;
  copy.write(file, copy.read(file).replace(/\r\n[\d-]+,/u, '\r\n2026-02-31,'));
  commit(copy, 'a day that does not exist');
  const refused = await push(copy.root, 'HEAD:refs/heads/main');
  expect(refused).toMatch(new RegExp(`remote: ${file}:2:1 {2}错误 {2}cell/date {2}.*2月没有31日`, 'u'));
  expect(refused).toMatch(/remote: {5}→ /u);
  expect(refused).toMatch(/remote: 没有发布；网站仍是 \d{4}-/u);
  expect(served()).toBe(newest);
  expect(damageOf(releases, releases.served() ?? '')).toEqual([]);

  expect(await push(copy.root, 'HEAD:refs/heads/draft')).toContain('只有 main 会发布');
  expect(readdirSync(join(home, 'checkouts'))).toEqual([]);
});
