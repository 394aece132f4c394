import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { damageOf } from '../../src/disk/publish.ts';
import { Releases } from '../../src/disk/releases.ts';
import { Copy } from '../copy.ts';
import { type Ended, noRoomBecause, Room } from '../fixtures/room.ts';

/*
 * A newcomer's first day: an empty machine with git, nginx and Node, the documents, and nothing else. Every command of their
 * blocks is run as it stands there; what the reader has to fill in is declared here.
 */
const [nginxPort, startPort, idlePort] = [await freePort(), await freePort(), await freePort()];
const filledIn: readonly (readonly [said: string, meant: string])[] = [
  ['<本项目>', 'file:///root/project.git'],
  ['http://ledger.example/', `http://ledger.example:${nginxPort}/`],
  ['npm start ', `npm start -- --port ${startPort} `],
  ['npm test ', 'true '], // It is what runs this.
];

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The commands of a document, block by block. */
function blocks(document: string): string[] {
  return [...readFileSync(document, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gmu)].map(([, commands = '']) =>
    filledIn.reduce((block, [said, meant]) => block.replaceAll(said, meant), commands),
  );
}

const [author, committer] = ['AUTHOR', 'COMMITTER'].map((who) => ({
  [`GIT_${who}_NAME`]: 'clerk',
  [`GIT_${who}_EMAIL`]: 'clerk@example.invalid',
}));
const clerk: Readonly<Record<string, string>> = { ...author, ...committer };

/** The project with its last month only, as somebody's repository of two commits, which a copy of it is made of. */
function writeProject(repository: string): void {
  const copy = new Copy();
  const env = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', ...clerk };
  const git = (...args: string[]) => execFileSync('git', ['-C', copy.root, ...args], { env });
  copy.keepMonths(1);
  const redirect = 'redirects:\n  - { from: /plan/old/, to: "/plan/#main", reason: 章节改名 }';
  copy.replace('content/organisation/redirects.mdx', 'redirects:', redirect);
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'the first month');
  copy.replace('content/organisation/redirects.mdx', '章节改名', '章节改了名');
  git('commit', '-q', '-a', '-m', 'another reason');
  git('clone', '-q', '--bare', '.', 'bare');
  cpSync(copy.path('bare'), repository, { recursive: true });
}

/** What nginx answers. */
async function get(path: string, headers: Readonly<Record<string, string>> = {}) {
  const asked = request({ port: nginxPort, path, headers: { host: 'ledger.example', ...headers } });
  const [answer] = await once(asked.end(), 'response');
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

/** What the pusher's terminal showed of the server's words, without the padding that git adds. */
const remote = (terminal: string) => [...terminal.matchAll(/^remote: (.*?) *$/gmu)].map(([, line = '']) => line);

function ensureNginx(): void {
  if (existsSync('/usr/sbin/nginx') || !existsSync('/usr/bin/apt-get')) return;
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '-qq', 'nginx-light'], { stdio: 'inherit' });
}

const reason = noRoomBecause();
if (reason !== null && process.env.CI !== undefined) throw new Error(reason);

describe.skipIf(reason !== null)(`an empty machine with git, nginx and Node${reason === null ? '' : `（${reason}）`}`, () => {
  const [install = '', nginx = '', account = '', byHand = '', ...others] = blocks('scripts/server/README.md');
  // Two blocks in between tell of other contracts and of months, which other tests follow.
  const [commands = '', , , , differences = '', publishing = '', ...more] = blocks('README.md');
  let room: Room;
  let releases: Releases;
  let newest = '';

  beforeAll(async () => {
    ensureNginx();
    room = await Room.open();
    releases = new Releases(room.file('/srv/ledger/site'));
  });
  afterAll(() => room?.close());

  const sh = (script: string, hangUp?: AbortSignal): Promise<Ended> => room.run(`set -e\n${script}`, clerk, hangUp);
  const tip = () => readFileSync(room.file('/srv/ledger.git/refs/heads/main'), 'utf8').trim();
  const served = () => releases.release(releases.served() ?? '')?.commit;
  const lastPush = () => {
    const log = room.file('/srv/ledger/last-push.log');
    return existsSync(log) ? readFileSync(log, 'utf8') : '';
  };
  const push = (refs: string, hangUp?: AbortSignal) => sh(`cd /home/clerk && git push origin ${refs}`, hangUp);
  /** Sends a signal to the programs that publish a commit, as soon as there are any. */
  const signal = (name: string, id: string) =>
    sh(`until [ -n "$found" ]; do
        for process in $(pgrep -f '[n]ode'); do grep -qs SITE_COMMIT=${id} /proc/$process/environ && found="$found $process"; done
      done
      kill -${name} $found`);
  const undo = () => sh(`cd /home/clerk && git reset -q --hard ${newest}`);

  /** Changes a file of the clerk's clone and commits it; the commit's id. */
  async function commit(file: string, change: (text: string) => string): Promise<string> {
    const path = room.file(`/home/clerk/${file}`);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    return (await sh('cd /home/clerk && git commit -q -a -m edit && git rev-parse HEAD')).terminal.trim();
  }

  const note = (words: string) => () => `kind: sample\nlabel: 示例数据\nnote: ${words}的示例数据，不是真实记录。\n`;
  const waste = () => {
    const months = readdirSync(room.file('/home/clerk/data')).filter((name) => /^\d{4}-\d{2}$/u.test(name));
    return `data/${months[0]}/waste.csv`;
  };

  it('is what this machine seems to be, and shows nothing of the project', async () => {
    expect([others, more]).toEqual([[], []]);
    const { terminal } = await sh(
      `ls -A /srv /tmp /root; ls ${process.cwd()} 2>&1 || true; nginx -v; git --version; node --version`,
    );
    expect(terminal).toContain(`${process.cwd()}': No such file`);
    expect(terminal).toMatch(/nginx version.*\ngit version.*\nv\d+/u);
    writeProject(room.file('/root/project.git'));
    // Debian's own page, which other programs on this machine may leave no port for.
    await sh(`sed -i 's/80 default/${idlePort} default/' /etc/nginx/sites-available/default && nginx`);
    appendFileSync(room.file('/etc/hosts'), '127.0.0.1 ledger.example\n');
  });

  it('is made a server by its document, while ten pushes arrive and one with an error is refused, twice', async () => {
    const installed = sh(install);
    let over = false;
    void installed.then(() => (over = true));
    // The first publisher is held while the others arrive: how many builds there are must not depend on how quick it is.
    while (!over && !existsSync(room.file('/srv/ledger/site/work'))) await sleep(20);
    if (over) throw new Error((await installed).terminal);
    const held = tip();
    await signal('STOP', held);
    expect(await sh('git clone -q /srv/ledger.git /home/clerk')).toMatchObject({ code: 0, terminal: '' });
    const pushes: Promise<Ended>[] = [];
    for (let number = 1; number < 10; number++) {
      newest = await commit('data/provenance.yaml', note(`第${number}次推送`));
      pushes.push(push('main'));
      while (tip() !== newest) await sleep(20);
    }

    await commit(waste(), (rows) => rows.replace(/\r\n[\d-]+,/u, '\r\n2026-02-31,'));
    const refusals = [];
    for (const _ of ['first', 'again']) {
      const refused = await push('main', AbortSignal.timeout(60_000));
      refusals.push(refused.seconds);
      expect(refused.code).not.toBe(0);
      expect(refused.terminal).toContain('pre-receive hook declined');
      const [line, hint, ...rest] = remote(refused.terminal);
      expect(line).toMatch(new RegExp(`^${waste()}:2:1 {2}错误 {2}cell/date {2}.*2月没有31日`, 'u'));
      expect(hint).toMatch(/^ {4}→ /u);
      expect(rest).toEqual([expect.stringMatching(/^错误 1 处，警告 \d+ 处，信息 \d+ 条/u), expect.stringContaining('没有收下')]);
      expect(tip()).toBe(newest);
    }
    expect(Math.min(...refusals)).toBeLessThan(10);
    await undo();

    // The last pusher hangs up, which does not stop the publisher; what does, comes from outside.
    newest = await commit('data/provenance.yaml', note('第10次推送'));
    const last = new AbortController();
    const ended = push('main', last.signal);
    // Its publisher has begun, in a session of its own, when the pusher hangs up.
    await sh(`until pgrep -f '[c]ommit publish ${newest}' >/dev/null; do sleep 0.05; done`);
    last.abort();
    expect((await ended).code).not.toBe(0);
    const killed = signal('KILL', newest);
    await signal('CONT', held);
    expect((await killed).code).toBe(0);

    const first = await installed;
    expect(first.code, first.terminal).toBe(0);
    expect(remote(first.terminal).join('\n')).toMatch(/已发布 0001-/u);
    for (const { code, terminal } of await Promise.all(pushes)) {
      expect(code, terminal).toBe(0);
      expect(remote(terminal).at(-1)).toMatch(/^已发布 |^已有更新的推送/u);
    }
    while (!lastPush().includes('提交已收下但没有发布')) await sleep(100);
    expect(readdirSync(room.file('/srv/ledger/checkouts'))).toEqual([]);
    expect(await push('main')).toMatchObject({ code: 0, terminal: expect.stringContaining('Everything up-to-date') });
    expect(releases.names()).toEqual([`0001-${held.slice(0, 7)}`]);
  });

  it('publishes by hand what failed, goes back and forth, as its document says', async () => {
    const [first = ''] = releases.names();
    const next = `0002-${newest.slice(0, 7)}`;
    const done = await sh(byHand.replace('0005-1a2b3c4', next));
    expect(done.code, done.terminal).toBe(0);
    expect(done.terminal).toContain(`* ${next}`);
    expect(done.terminal.match(/^已切换到 .*$/gmu)).toEqual([`已切换到 ${first}`, `已切换到 ${next}`]);
    expect(served()).toBe(newest);
    expect(damageOf(releases, next)).toEqual([]);
  });

  it('is served by nginx, with every address that the site knows', async () => {
    const told = await sh(nginx);
    expect(told.code, told.terminal).toBe(0);
    // nginx says that it reloads before it listens.
    const page = await vi.waitFor(() => get('/'), { timeout: 30_000 });
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('第10次推送')]);
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.headers['cache-control']).toBe('no-cache');
    expect((await get('/', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
    expect((await get('/plan')).headers.location).toBe('/plan/');
    expect((await get('/plan/old/')).body).toContain('content="0; url=/plan/#main"');
    const release = JSON.parse((await get('/release.json')).body);
    expect(release.commit).toBe(newest);
    expect((await get(`/releases/${release.name}/release.json`)).body).toContain(newest);
    expect((await get('/nowhere/')).status).toBe(404);
  });

  it.each([
    ['a link to a file of the server', 'mkdir -p public && ln -s /etc/passwd public/p.txt', 'main', 'public/p.txt：不收符号链接'],
    ['packages', 'mkdir node_modules && touch node_modules/x', 'main', 'node_modules：不收软件包'],
    [
      'a row hidden by an attribute',
      "echo 'data/** export-ignore' >> .gitattributes && sed -i '2s/^[^,]*/x/' $(ls data/*/waste.csv)",
      'main',
      'cell/date',
    ],
    ['another project', 'git rm -rq . && touch a', 'main', '没有 package.json'],
    ['a package.json that is none', "echo '{' > package.json", 'main', '检查没有完成'],
    ['a rewritten history', 'git reset -q --hard HEAD~1 && touch a', '--force main', '不收改写历史的推送'],
    ['no main at all', 'touch a', '--delete main', 'main 不能删除'],
  ])('refuses %s', async (_, change, refs, words) => {
    const refused = await sh(`cd /home/clerk && ${change} && git add -Af && git commit -q -m x && git push origin ${refs}`);
    expect(refused.code).not.toBe(0);
    expect(remote(refused.terminal).join('\n')).toContain(words);
    expect(refused.terminal).not.toMatch(/root:x:|^remote: +at /mu);
    expect(tip()).toBe(newest);
    await undo();
  });

  it('keeps other branches to itself, and says so', async () => {
    const kept = await push('HEAD:refs/heads/draft');
    expect([kept.code, remote(kept.terminal)]).toEqual([0, ['refs/heads/draft 已收到；只有 main 会发布']]);
  });

  it('lets the account of the document push and publish', async () => {
    expect(await sh(account)).toMatchObject({ code: 0 });
    await sh('chown -R ledger: /home/clerk');
    const as = (script: string) =>
      room.run(`cd /home/clerk && HOME=/home/ledger runuser -u ledger -- bash -ec '${script}'`, clerk);
    const refused = await as(`sed -i "2s/^[^,]*/x/" ${waste()} && git commit -qam x && git push origin main`);
    expect([refused.code, remote(refused.terminal)[0]]).toEqual([1, expect.stringContaining('cell/date')]);
    const back = await as('cd /srv/ledger-setup && npm run publish -- /srv/ledger/site --rollback');
    expect([back.code, back.terminal]).toEqual([0, expect.stringContaining('已切换到')]);
  });

  it('runs the commands of the first document where the project lies, and publishes beside it', async () => {
    await sh('mv /srv/ledger /srv/before && mv /srv/ledger-setup /srv/ledger && chown -R root: /srv/ledger');
    const inProject = (script: string) => sh(`cd /srv/ledger\n${script}`);
    const [start = '', ...tests] = commands.trim().split('\n');
    const running = inProject(`{\nexec ${start}\n} &
      trap 'kill $!' EXIT
      until node -e 'fetch("http://localhost:${startPort}").then((page) => page.text()).then(console.log)' 2>/dev/null; do sleep 0.2; done`);
    const shown = await running;
    expect(shown.terminal).toContain(`http://localhost:${startPort}`);
    expect(shown.terminal).toContain('示例数据');
    expect((await inProject(tests.join('\n'))).code).toBe(0);

    const compared = await inProject(differences);
    expect([compared.code, compared.terminal]).toEqual([0, expect.stringContaining('### ')]);
    // A release to go back to: the site that `npm start` built.
    const published = await inProject(`npm run publish -- /srv/ledger-site --site dist
      git commit -q --allow-empty -m 'the day after'
      ${publishing}
      git status --porcelain`);
    expect(published.code, published.terminal).toBe(0);
    expect(published.terminal).toMatch(/已发布 0001-[\s\S]*已发布 0002-[\s\S]*\* 0002-.*\n {2}0001-[\s\S]*已切换到 0001-.*\n$/u);
  });
});
