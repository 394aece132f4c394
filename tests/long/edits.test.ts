import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Copy } from '../copy.ts';
import { Edited, strangersEdits } from '../edits.ts';
import { filesOf } from '../published.ts';

/*
 * The strangers' edits one after another on the whole contract, each built on what the one before left and then anew: two hours,
 * so it is no part of `npm test`. `EDITS=7` takes the first seven.
 */

const edits = strangersEdits().slice(0, Number(process.env.EDITS ?? Number.POSITIVE_INFINITY));
const room = mkdtempSync(join(tmpdir(), 'edits-'));
const ends: (() => void)[] = [() => rmSync(room, { recursive: true, force: true })];
afterAll(() => {
  for (const end of ends) end();
});

let grown: Copy;
let clean: Copy;
let edited: Edited;
let before: ReadonlyMap<string, string>;

/** SHA-256 of every file of a site. */
function digests(copy: Copy): ReadonlyMap<string, string> {
  const dist = copy.path('dist');
  const digest = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(dist, file)))
      .digest('hex');
  return new Map(filesOf(dist).map((file) => [file, digest(file)]));
}

/** Files that one state has and the other has not, or has otherwise. */
function differing(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));
}

/** What is about the commit, the program or the list of what was published changes with every edit. */
const ofTheState = /^(?:changes\/|api\/changes\.json|release\.json|sitemap|_astro\/|pagefind\/)/u;

/** Whether a file stands under a prefix of an address; what search reads stands under its page. */
const isUnder = (file: string, prefix: string): boolean =>
  prefix === 'everything' ? file.endsWith('.html') : `/${file}`.startsWith(prefix) || `/${file}`.startsWith(`/api${prefix}`);

beforeAll(() => {
  const atEnd = (work: () => void) => ends.push(work);
  [grown, clean] = [new Copy(atEnd), new Copy(atEnd)];
  mkdirSync(join(room, 'first'));
  edited = new Edited(grown.root, join(room, 'first'));
  expect(grown.build()).toMatchObject({ code: 0 });
  before = digests(grown);
}, 600_000);

describe.each(edits)('$name', ({ do: steps, reaches, leaves, refused }) => {
  it('gives the bytes of a clean build, reaches what it must and leaves the rest alone', () => {
    for (const step of steps) edited.apply(step);
    const { code, output } = grown.build();
    if (refused) {
      expect([code, output]).toEqual([1, expect.stringContaining('错误')]);
      return;
    }
    expect([code, output]).toEqual([0, output]);
    for (const part of ['content', 'data', 'public', 'src']) {
      rmSync(clean.path(part), { recursive: true, force: true });
      if (grown.has(part)) cpSync(grown.path(part), clean.path(part), { recursive: true });
    }
    expect(clean.run('node', ['scripts/build.ts', '--clean'])).toMatchObject({ code: 0 });
    const now = digests(grown);
    expect(differing(now, digests(clean))).toEqual([]);
    const changed = differing(now, before).filter((file) => !ofTheState.test(file));
    before = now;
    expect(reaches.filter((prefix) => !changed.some((file) => isUnder(file, prefix)))).toEqual([]);
    const touched = leaves.flatMap((prefix) => changed.filter((file) => isUnder(file, prefix)).slice(0, 3));
    expect(touched).toEqual([]);
  }, 600_000);
});
