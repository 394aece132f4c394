import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSchema, earlierThan, inOrder, nextName, outdated, releaseSchema, sourceOf } from './release.ts';

const commit = '2a1839b0c5f1e2d3a4b5c6d7e8f90123456789ab';

describe('the commit of a build', () => {
  it('is read from the environment, with + for files that differ from it', () => {
    expect(sourceOf(commit)).toEqual({ commit, clean: true });
    expect(sourceOf(`${commit}+`)).toEqual({ commit, clean: false });
    for (const text of [undefined, '', 'main', `${commit}++`]) expect(sourceOf(text)).toEqual({ commit: null, clean: false });
  });
});

describe('names of releases', () => {
  it('count on, whatever was removed or rolled back', () => {
    expect(nextName([], { commit })).toBe('0001-2a1839b');
    expect(nextName(['0009-aaaaaaa', '0011-bbbbbbb'], { commit: null })).toBe('0012-local');
    expect(nextName(['9999-aaaaaaa'], { commit })).toBe('10000-2a1839b');
  });

  it('sort by number, not by letters; what is no release is left out', () => {
    expect(inOrder(['10000-local', '0002-aaaaaaa', 'work', '9999-local'])).toEqual(['0002-aaaaaaa', '9999-local', '10000-local']);
  });

  it('go back to the newest before the current one', () => {
    expect(earlierThan(['0001-local', '0002-local', '0004-local'], '0004-local')).toBe('0002-local');
    expect(earlierThan(['0001-local', '0002-local'], '0001-local')).toBeNull();
  });
});

describe('what is removed', () => {
  it('is all but the newest, the current one and the one that it replaced', () => {
    const all = ['0001-local', '0002-local', '0003-local', '0004-local', '0005-local'];
    expect(outdated(all, 3, '0005-local', '0004-local')).toEqual(['0001-local', '0002-local']);
    expect(outdated(all, 2, '0002-local', '0001-local')).toEqual(['0003-local']);
    expect(outdated(all, 0, '0005-local', null)).toEqual(['0001-local', '0002-local', '0003-local']);
  });

  it('never is the current or the replaced release, nor makes fewer than two of many', () => {
    const list = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(list, fc.integer({ min: 0, max: 12 }), fc.nat(14), fc.nat(14), (numbers, keep, first, second) => {
        const all = numbers.map((number) => `${String(number).padStart(4, '0')}-local`);
        const current = all[first % all.length] ?? null;
        const previous = all[second % all.length] ?? null;
        const gone = outdated(all, keep, current, previous);
        expect(gone).not.toContain(current);
        expect(gone).not.toContain(previous);
        expect(all.length - gone.length).toBeGreaterThanOrEqual(Math.min(all.length, Math.max(keep, 2)));
      }),
    );
  });
});

describe('release.json', () => {
  const sha = 'a'.repeat(64);
  const build = {
    schema: 'service-ledger/release/1',
    commit,
    clean: true,
    months: ['2026-09', '2026-10'],
    builtFrom: { content: sha, data: sha, program: sha },
  };
  it('says more once it is published', () => {
    expect(buildSchema.safeParse(build).success).toBe(true);
    expect(releaseSchema.safeParse(build).success).toBe(false);
    expect(releaseSchema.safeParse({ ...build, name: '0001-2a1839b', digest: sha, previous: null }).success).toBe(true);
    expect(buildSchema.safeParse({ ...build, months: ['2026-13'] }).success).toBe(false);
  });
});
