import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8', env: identity });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

const [author, committer] = ['AUTHOR', 'COMMITTER'].map((who) => ({
  [`GIT_${who}_NAME`]: 'clerk',
  [`GIT_${who}_EMAIL`]: 'clerk@example.invalid',
}));
const clerk: Readonly<Record<string, string>> = { ...author, ...committer };
const identity = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', ...clerk };

/** The project with its last month only, as somebody's repository of two commits. */
function writeProject(repository: string): void {
  const copy = new Copy();
  copy.keepMonths(1);
  const redirect = 'redirects: [{ from: /plan/old/, to: "/plan/#main", reason: 章节改名 }]';
  copy.replace('content/organisation/redirects.mdx', 'redirects: []', redirect);
  git(copy.root, 'init', '-q', '-b', 'main');
  git(copy.root, 'add', '-A');
  git(copy.root, 'commit', '-q', '-m', 'the first month');
  copy.replace('content/organisation/redirects.mdx', '章节改名', '章节改了名');
  git(copy.root, 'commit', '-q', '-a', '-m', 'another reason');
  git(copy.root, 'clone', '-q', '--bare', '.', repository);
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
  const [commands = '', differences = '', publishing = '', ...more] = blocks('README.md');
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
  const tip = () => git(room.file('/srv/ledger.git'), '-c', 'safe.directory=*', 'rev-parse', 'main');
  const served = () => releases.release(releases.served() ?? '')?.commit;
  const checkouts = () => readdirSync(room.file('/srv/ledger/checkouts'));
  const clone = (path: string) => room.file(`/home/clerk/${path}`);

  /** Changes a file of the clerk's clone and commits it. */
  function commit(file: string, change: (text: string) => string): string {
    writeFileSync(clone(file), change(readFileSync(clone(file), 'utf8')));
    git(clone(''), 'commit', '-q', '-a', '-m', `edit ${file}`);
    return git(clone(''), 'rev-parse', 'HEAD');
  }

  const push = (refs: string, hangUp?: AbortSignal) => sh(`cd /home/clerk && git push origin ${refs}`, hangUp);

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

  it('is made a server by its document; of ten more pushes meanwhile the newest is published', async () => {
    const installed = sh(install);
    let over = false;
    void installed.then(() => (over = true));
    while (!over && !existsSync(room.file('/srv/ledger.git/refs/heads/main'))) await sleep(50);
    expect(await sh('git clone -q /srv/ledger.git /home/clerk')).toMatchObject({ code: 0, terminal: '' });
    const pushes: Promise<Ended>[] = [];
    const last = new AbortController();
    for (let number = 1; number <= 10; number++) {
      newest = commit(
        'data/provenance.yaml',
        () => `kind: sample\nlabel: 示例数据\nnote: 第${number}次推送的示例数据，不是真实记录。\n`,
      );
      pushes.push(push(`${newest}:refs/heads/main`, number === 10 ? last.signal : undefined));
      while (tip() !== newest) await sleep(20);
    }
    while (!checkouts().some((name) => name.startsWith(newest))) await sleep(20);
    last.abort();
    const first = await installed;
    expect(first.code, first.terminal).toBe(0);
    expect(remote(first.terminal).join('\n')).toMatch(/已发布 0001-/u);
    for (const { code, terminal } of (await Promise.all(pushes)).slice(0, -1)) {
      expect(code, terminal).toBe(0);
      expect(remote(terminal).at(-1)).toMatch(/^已发布 |^已有更新的推送/u);
    }
    // Its pusher hung up; that it is published stands in the log.
    while (checkouts().length > 0) await sleep(100);
    expect(readFileSync(room.file('/srv/ledger/last-push.log'), 'utf8')).toMatch(/^已发布 .*\n$/mu);
    expect(served()).toBe(newest);
    expect(releases.names().length).toBeLessThan(5);
  });

  it('is served by nginx, with every address that the site knows', async () => {
    const told = await sh(nginx);
    expect(told.code, told.terminal).toBe(0);
    const page = await get('/');
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

  const bad = (row: string) => row.replace(/\r\n[\d-]+,/u, '\r\n2026-02-31,');
  const badFile = () => `data/${readdirSync(clone('data')).find((name) => /^\d{4}-\d{2}$/u.test(name))}/waste.csv`;

  it('refuses an error within seconds, before main moves, as often as it is pushed', async () => {
    const file = badFile();
    commit(file, bad);
    for (const _ of ['first', 'again']) {
      const refused = await push('main');
      expect(refused.code).not.toBe(0);
      expect(refused.seconds).toBeLessThan(10);
      const [line, hint, ...rest] = remote(refused.terminal);
      expect(line).toMatch(new RegExp(`^${file}:2:1 {2}错误 {2}cell/date {2}.*2月没有31日`, 'u'));
      expect(hint).toMatch(/^ {4}→ /u);
      expect(rest).toEqual([expect.stringMatching(/^错误 1 处，警告 \d+ 处，信息 \d+ 条/u), expect.stringContaining('没有收下')]);
    }
    expect([tip(), served()]).toEqual([newest, newest]);
    git(clone(''), 'reset', '-q', '--hard', newest);
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
    git(clone(''), 'reset', '-q', '--hard', newest);
  });

  it('keeps other branches to itself, and says so', async () => {
    const kept = await push('HEAD:refs/heads/draft');
    expect([kept.code, remote(kept.terminal)]).toEqual([0, ['refs/heads/draft 已收到；只有 main 会发布']]);
  });

  it('publishes what a killed publisher left, goes back and forth, all by hand and by the document', async () => {
    newest = commit('data/provenance.yaml', (note) => note.replace('第10次推送', '改正以后'));
    const killed = sh('until pkill -KILL -f "[s]cripts/publish.ts"; do sleep 0.05; done');
    const broken = await push('main');
    expect((await killed).code).toBe(0);
    expect([broken.code, remote(broken.terminal).at(-1)]).toEqual([0, expect.stringContaining('/srv/ledger/commit publish')]);
    expect([tip(), served()]).not.toEqual([newest, newest]);
    expect((await push('main')).terminal).toContain('Everything up-to-date');
    const [name = ''] = [releases.served()];
    const done = await sh(byHand.replace('0005-1a2b3c4', name ?? ''));
    expect(done.code, done.terminal).toBe(0);
    expect(done.terminal).toContain(`* ${name}`);
    expect(done.terminal.match(/^已切换到 .*$/gmu)).toEqual([`已切换到 ${releases.names()[0]}`, `已切换到 ${name}`]);
    expect(served()).toBe(newest);
    expect((await get('/')).body).toContain('改正以后');
    expect(damageOf(releases, releases.served() ?? '')).toEqual([]);
  });

  it('lets the account of the document push and publish', async () => {
    expect(await sh(account)).toMatchObject({ code: 0 });
    await sh('chown -R ledger: /home/clerk');
    const as = (script: string) =>
      room.run(`cd /home/clerk && HOME=/home/ledger runuser -u ledger -- bash -ec '${script}'`, clerk);
    const refused = await as(`sed -i "2s/^[^,]*/x/" ${badFile()} && git commit -qam x && git push origin main`);
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
