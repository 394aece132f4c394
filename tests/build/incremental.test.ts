import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workOf } from '../../src/disk/root.ts';
import { sha256 } from '../../src/disk/sha256.ts';
import { Copy } from '../copy.ts';
import { Edited, type Operation } from '../edits.ts';
import { filesOf } from '../published.ts';

const room = mkdtempSync(join(tmpdir(), 'incremental-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** One folder is built again and again, the other always as if for the first time. */
const folders = { grown: join(room, 'grown'), clean: join(room, 'clean') };

function build(root: string, ...args: readonly string[]): { readonly code: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/node', ['scripts/build.ts', '--root', root, ...args], {
    encoding: 'utf8',
    // Not this process's environment: Vitest puts MODE, DEV and PROD into it, which a build reads.
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  return { code: status, output: `${stdout}${stderr}` };
}

/** SHA-256 of every file of a site. */
function digests(root: string): ReadonlyMap<string, string> {
  const dist = join(root, 'dist');
  return new Map(filesOf(dist).map((file) => [file, sha256(readFileSync(join(dist, file)))]));
}

/** The folder in which the grown folder's pages are kept. */
const kept = join(workOf(folders.grown), 'kept');

/** Where a page is kept. */
const keptAt = (page: string): string => join(kept, 'pages', sha256(page));

/** The kept pages that were made since a moment. */
function madeSince(moment: number): string[] {
  const pages: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(kept, 'pages.json'), 'utf8'));
  return Object.keys(pages).filter((page) => statSync(keptAt(page)).mtimeMs > moment);
}

/** Whether the grown folder's site has exactly these files. */
function expectGrown(clean: ReadonlyMap<string, string>): void {
  const grown = digests(folders.grown);
  expect([...clean].filter(([file, digest]) => grown.get(file) !== digest).map(([file]) => file)).toEqual([]);
  expect([...grown.keys()].filter((file) => !clean.has(file))).toEqual([]);
}

/** Builds the grown folder on what it kept, and the same contract anew; both must be the same to the last byte. */
function expectSame(): ReadonlyMap<string, string> {
  expect(build(folders.grown)).toMatchObject({ code: 0 });
  rmSync(folders.clean, { recursive: true, force: true });
  cpSync(folders.grown, folders.clean, { recursive: true });
  rmSync(join(folders.clean, 'dist'), { recursive: true });
  expect(build(folders.clean, '--clean')).toMatchObject({ code: 0 });
  const clean = digests(folders.clean);
  expectGrown(clean);
  return clean;
}

const changedRow: Operation = {
  op: 'replace',
  file: 'data/2026-10/meals.csv',
  from: '2026-10-03 11:38,62.6,相符,30,3,5,,SC-01',
  to: '2026-10-03 11:38,62.6,配错,30,3,5,低盐餐送成普通餐,SC-01',
};

let edited: Edited;
/** The site as it was at first, and of a clean build with one row changed. */
let first: ReadonlyMap<string, string>;
let changed: ReadonlyMap<string, string>;

beforeAll(() => {
  for (const folder of [folders.grown, join(room, 'first')]) mkdirSync(folder);
  cpSync('tests/contracts/hospital', folders.grown, { recursive: true });
  edited = new Edited(folders.grown, join(room, 'first'));
  expect(build(folders.grown)).toMatchObject({ code: 0 });
  first = digests(folders.grown);
});

describe('a site built on the one before', () => {
  it('has the bytes of a clean build when a row changes, and makes no page of an earlier month', () => {
    const began = Date.now();
    edited.apply(changedRow);
    changed = expectSame();
    const made = madeSince(began);
    expect(made).toContain('compliance/2026-10/catering.delivery.diet/index.html');
    expect(made.filter((file) => /2026-0[89]/u.test(file))).toEqual([]);
  });

  it('when a month is added, and makes no page of the months before the last', () => {
    const began = Date.now();
    edited.apply({ op: 'copy-month', from: '2026-10', to: '2026-11' });
    expectSame();
    expect(madeSince(began).filter((file) => /2026-0[89](?!-)/u.test(file))).toEqual([]);
    expect(digests(folders.grown).has('compliance/2026-11/catering.delivery.diet/index.html')).toBe(true);
  });

  it('when a target, a procedure, a place and a clause change at once', () => {
    const edit = (file: string, from: string, to: string) => edited.apply({ op: 'replace', file, from, to });
    edit('content/indicators/catering.delivery.ontime.mdx', 'value: 97', 'value: 99');
    edit('content/procedures/sop.lift-rescue.mdx', 'text: 安抚', 'text: 安抚被困的人');
    edit('data/registers/locations.csv', 'H-101病区', '内科病区');
    expectSame();
  });

  it('when everything is as it was at first', () => {
    edited.apply({ op: 'revert-all' });
    expect(build(folders.grown)).toMatchObject({ code: 0 });
    expect(digests(folders.grown)).toEqual(first);
  });

  it('when a kept page was damaged', () => {
    const page = keptAt('compliance/2026-09/catering.delivery.diet/index.html');
    const text = readFileSync(page, 'utf8');
    writeFileSync(page, text.replace('<h1', '<h1 title="另一个"'));
    expect(readFileSync(page, 'utf8')).not.toBe(text);
    expect(build(folders.grown)).toMatchObject({ code: 0 });
    expect(digests(folders.grown)).toEqual(first);
  });

  it('when the kept bundle was damaged', () => {
    const bundle = join(workOf(folders.grown), 'bundle/site');
    const script = filesOf(bundle).find((file) => file.includes('chunks/Page_')) ?? '';
    const text = readFileSync(join(bundle, script), 'utf8');
    writeFileSync(join(bundle, script), text.replaceAll('<h1', '<h1 title="另一个"'));
    edited.apply(changedRow);
    expect(build(folders.grown)).toMatchObject({ code: 0 });
    expectGrown(changed);
    edited.apply({ op: 'revert-all' });
    expect(build(folders.grown)).toMatchObject({ code: 0 });
    expect(digests(folders.grown)).toEqual(first);
  });

  it('when a build was killed while it kept pages of another state', () => {
    edited.apply({ op: 'replace', file: 'content/contract.mdx', from: 'title: 第二', to: 'title: 第三' });
    const page = keptAt('compliance/2026-09/catering.delivery.diet/index.html');
    const script = `node_modules/.bin/node scripts/build.ts --root ${folders.grown} & pid=$!
      until grep -q 第三 ${page} 2>/dev/null || ! kill -0 $pid; do sleep 0.02; done; kill -9 $pid`;
    spawnSync('bash', ['-c', script], { env: { PATH: process.env.PATH, HOME: process.env.HOME } });
    expect(readFileSync(page, 'utf8')).toContain('第三');
    edited.apply({ op: 'revert-all' });
    expect(build(folders.grown)).toMatchObject({ code: 0 });
    expect(digests(folders.grown)).toEqual(first);
  });
});

it('refuses a page that reads what it did not declare', () => {
  const copy = new Copy();
  copy.write(
    'src/pages/planted/[month].astro',
    `---
import { pagesOf } from '../../site/library.ts';
export const getStaticPaths = () =>
  pagesOf({
    keys: ({ project }) => [{ month: project.assessment.months[0] ?? '' }],
    params: ({ month }) => ({ month }),
    reads: ({ month }) => ({ through: month, content: ['indicators'] }),
    paper: ({ project }) => ({ title: String(project.content.procedures.length), kind: 'help', description: '', blocks: [] }),
  });
const { paper } = Astro.props;
---
<p>{paper.title}</p>
`,
  );
  const { code, output } = copy.run('node', ['scripts/build.ts', '--root', folders.grown]);
  expect(output).toContain('reads content/procedures, which it did not declare');
  expect(code).toBe(1);
});
