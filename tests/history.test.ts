import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { present } from '../src/core/testing/ledger.ts';
import { History, workingTree } from '../src/disk/history.ts';
import { Repository } from './seeds.ts';

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'ledger-clone-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

function clone(from: Repository, ...options: readonly string[]): string {
  const made = folder();
  execFileSync('git', ['clone', '--quiet', ...options, `file://${from.root}`, made], { stdio: 'ignore' });
  return made;
}

/** Three commits that touch data, one that does not, and a merge of a side line. */
function repository(): Repository {
  const made = new Repository();
  made.commit({ 'data/provenance.yaml': '一', 'content/a.mdx': '甲' }, '开始');
  made.commit({ 'src/code.ts': '' }, '只改代码');
  made.commit({ 'data/README.md': '' }, '只改说明');
  made.git('checkout', '--quiet', '-b', 'side');
  made.commit({ 'data/provenance.yaml': '二' }, '支线一');
  made.commit({ 'data/provenance.yaml': '三' }, '支线二');
  made.git('checkout', '--quiet', 'main');
  made.git('merge', '--quiet', '--no-ff', '--message', '合并支线', 'side');
  made.commit({ 'data/年度/表.csv': '四', 'data/.hidden': '' }, '最后');
  return made;
}

it('lists the commits of the main line that touch content or data, the same in every clone', () => {
  const made = repository();
  const history = present(History.of(made.root));
  const head = present(history.commit('HEAD'));
  const releases = history.releases(head, 10);
  expect(releases.map(({ subject }) => subject)).toEqual(['最后', '合并支线', '开始']);
  expect(releases.at(-1)?.parent).toBeNull();
  expect(history.releases(head, 2).length).toBe(2);
  const other = clone(made);
  expect(present(History.of(other)).releases(head, 10)).toEqual(releases);
  const bare = folder();
  execFileSync('git', ['clone', '--quiet', '--bare', made.root, bare], { stdio: 'ignore' });
  expect(present(History.of(folder(), bare)).releases(head, 10)).toEqual(releases);
});

it('reads the files of a commit, whatever their names, hidden ones too', () => {
  const made = repository();
  const history = present(History.of(made.root));
  const snapshot = history.at(present(history.commit('HEAD')));
  expect([...snapshot.marks.keys()]).toEqual([
    'content/a.mdx',
    'data/.hidden',
    'data/README.md',
    'data/provenance.yaml',
    'data/年度/表.csv',
  ]);
  const { content, data } = snapshot.read((file) => file !== 'data/README.md');
  expect([...content]).toEqual([['content/a.mdx', '甲']]);
  expect([...data].map(([file, bytes]) => [file, new TextDecoder().decode(bytes)])).toEqual([
    ['data/.hidden', ''],
    ['data/provenance.yaml', '三'],
    ['data/年度/表.csv', '四'],
  ]);
});

it('names the links of a commit and of the folder, and reads neither them nor what they lead to', () => {
  const made = repository();
  const links = { 'content/.hidden': 'a.mdx', 'content/b.mdx': '/etc/passwd', 'data/2026-12': '/nowhere' };
  for (const [file, target] of Object.entries(links)) symlinkSync(target, join(made.root, file));
  const history = present(History.of(made.root));
  const commit = made.commit({}, '链接');
  const before = present(history.commit('HEAD~1'));
  for (const snapshot of [history.at(commit), workingTree(made.root)]) {
    expect(snapshot.links).toEqual(Object.keys(links));
    expect([...snapshot.marks.keys()]).toEqual([...history.at(before).marks.keys()]);
    const { content, data } = snapshot.read(() => true);
    expect([...content.keys(), ...data.keys()]).toEqual([...snapshot.marks.keys()]);
  }
});

it('ends where a shallow clone ends', () => {
  const history = present(History.of(clone(repository(), '--depth', '1')));
  expect(history.isShallow).toBe(true);
  const releases = history.releases(present(history.commit('HEAD')), 10);
  expect(releases.map(({ subject, parent }) => [subject, parent])).toEqual([['最后', null]]);
});

it('knows nothing of a folder without git, nor of one inside a repository', () => {
  const made = repository();
  expect(History.of(folder())).toBeNull();
  expect(History.of(join(made.root, 'data'))).toBeNull();
  expect(History.of(folder(), join(made.root, 'nowhere'))).toBeNull();
});

it('takes no part of a message for another commit', () => {
  const made = repository();
  const id = '0123456789'.repeat(4);
  made.commit({ 'data/provenance.yaml': '五' }, `真\u001e${id}\u001f\u001f2000-01-01\u001f假\u001f\n\ndata/a.csv`);
  const history = present(History.of(made.root));
  const [first = '', last = ''] = ['HEAD~1', 'HEAD'].map((name) => history.commit(name) ?? '');
  expect(history.releases(last, 10).map(({ subject }) => subject.slice(0, 2))).toEqual(['真 ', '最后', '合并', '开始']);
  expect([...history.reasons(first, last).keys()]).toEqual(['data/provenance.yaml']);
});
