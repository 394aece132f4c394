import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { buildOf } from '../src/core/release/release.ts';
import { damageOf, type Ending, publish } from '../src/disk/publish.ts';
import { Releases } from '../src/disk/releases.ts';

type Files = Readonly<Record<string, string>>;

/** A folder to publish into, and how files become its next release. */
function target() {
  const folder = mkdtempSync(join(tmpdir(), 'reuse-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const sha = 'a'.repeat(64);
  let commit = 0;
  const release = (files: Files): Promise<Ending> => {
    commit += 1;
    const build = buildOf(String(commit).padStart(40, '0'), ['2026-10'], { content: sha, data: sha, program: sha });
    return publish({
      releases: new Releases(folder),
      keep: 4,
      base: '/',
      patience: 1000,
      check: () => Promise.resolve([]),
      build: (site) => {
        for (const [path, text] of Object.entries({ ...files, 'release.json': JSON.stringify(build) })) {
          mkdirSync(dirname(join(site, path)), { recursive: true });
          writeFileSync(join(site, path), text);
        }
        return Promise.resolve();
      },
      index: () => Promise.resolve(),
      isOvertaken: () => false,
      onWait: () => {},
      onStage: () => {},
    });
  };
  const place = (path: string) => join(folder, 'current', path);
  return { folder, release, place };
}

const long = '同一段话，很长。'.repeat(300);
const page = (body: string) => `<html><body>${body}<p>${long}</p></body></html>`;
const site: Files = {
  'index.html': page('<a href="/a/#x">甲</a><a href="/b/">乙</a>'),
  'a/index.html': page('<h2 id="x">一</h2><h2 id="y">二</h2>'),
  'b/index.html': page('<h2 id="z">三</h2>'),
};
const faults = (ending: Ending) =>
  ending.state === 'refused' ? ending.problems.map(({ code, file }) => `${code} ${file}`) : ending.state;

it('places a file that did not change, and its packed forms, once for both releases', async () => {
  const { folder, release, place } = target();
  await release(site);
  const inode = (path: string) => statSync(place(path)).ino;
  const before = ['index.html', 'index.html.gz', 'index.html.br', 'a/index.html', 'a/index.html.gz'].map(inode);
  expect(faults(await release({ ...site, 'a/index.html': page('<h2 id="x">一</h2><h2 id="y">另一</h2>') }))).toBe('published');
  const after = ['index.html', 'index.html.gz', 'index.html.br', 'a/index.html', 'a/index.html.gz'].map(inode);
  expect(after.map((each, at) => each === before[at])).toEqual([true, true, true, false, false]);
  const releases = new Releases(folder);
  expect(releases.names().flatMap((name) => damageOf(releases, name))).toEqual([]);
});

it('finds what a change breaks on pages that did not change', async () => {
  const { release } = target();
  await release(site);
  expect(faults(await release({ ...site, 'a/index.html': page('<h2 id="y">二</h2>') }))).toEqual(['site/link index.html']);
  const { 'b/index.html': _, ...without } = site;
  expect(faults(await release(without))).toEqual(['site/link index.html', 'site/lost-page b/index.html']);
});

it('judges the links of a changed page against pages that did not change', async () => {
  const { release } = target();
  await release(site);
  const linked = (to: string) => release({ ...site, 'b/index.html': page(`<h2 id="z">三</h2><a href="${to}">丁</a>`) });
  expect(faults(await linked('/a/#gone'))).toEqual(['site/link b/index.html']);
  expect(faults(await linked('/a/#y'))).toBe('published');
});

it('takes nothing over that was damaged where it is served', async () => {
  const { folder, release, place } = target();
  await release(site);
  for (const path of ['index.html', 'b/index.html.gz']) {
    chmodSync(place(path), 0o644);
    writeFileSync(place(path), 'damaged');
  }
  expect(faults(await release({ ...site, 'a/index.html': page('<h2 id="x">一</h2><h2 id="y">另一</h2>') }))).toBe('published');
  const releases = new Releases(folder);
  expect(damageOf(releases, releases.served() ?? '')).toEqual([]);
  expect(readFileSync(place('index.html'), 'utf8')).toBe(site['index.html']);
});
