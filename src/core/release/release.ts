import { z } from 'zod';
import { isMonth, type Month } from '../calendar/date.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const commit = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/u);

/** `0007-2a1839b`: a running number, so that order needs no clock, and the commit as people quote it (`local` without one). */
const namePattern = /^(\d{4,})-([0-9a-f]{7}|local)$/u;
const name = z.string().regex(namePattern);

/** What a build knows about itself; `/release.json` of a site that was built and not published. */
export const buildSchema = z.strictObject({
  schema: z.literal('service-ledger/release/1'),
  /** The commit built, null when it was not built from a repository. */
  commit: commit.nullable(),
  /** False when files differed from the commit. */
  clean: z.boolean(),
  /** Months with data, first to last. */
  months: z.array(z.string().refine(isMonth)).min(1),
  /** SHA-256 over the input files, by kind: the same three give the same site. */
  builtFrom: z.strictObject({ content: sha256, data: sha256, program: sha256 }),
});
export type Build = z.infer<typeof buildSchema>;

/** `/release.json` of a published site. */
export const releaseSchema = buildSchema.extend({
  name,
  /** SHA-256 over the built files (`digestText`); publishing the same build twice gives the same digest. */
  digest: sha256,
  /** The release that this one replaced, null for the first. */
  previous: name.nullable(),
});
export type Release = z.infer<typeof releaseSchema>;

/** Which commit a build is made from, as the environment tells it: `<commit>` or `<commit>+` when files differ from it. */
export function sourceOf(text: string | undefined): Pick<Build, 'commit' | 'clean'> {
  const found = commit.safeParse(text?.replace(/\+$/u, ''));
  return found.success ? { commit: found.data, clean: !text?.endsWith('+') } : { commit: null, clean: false };
}

/** What a build says about itself. */
export function buildOf(source: string | undefined, months: readonly Month[], builtFrom: Build['builtFrom']): Build {
  return { schema: 'service-ledger/release/1', ...sourceOf(source), months: [...months], builtFrom };
}

export const isReleaseName = (text: string): boolean => namePattern.test(text);

/** The running number of a release. */
export const numberOfRelease = (release: string): number => Number(namePattern.exec(release)?.[1] ?? 0);

/** Names of releases, oldest first. */
export const inOrder = (releases: readonly string[]): string[] =>
  releases.filter(isReleaseName).sort((a, b) => numberOfRelease(a) - numberOfRelease(b));

/** The name of the next release after those that exist. */
export function nextName(releases: readonly string[], build: Pick<Build, 'commit'>): string {
  const number = Math.max(0, ...releases.map(numberOfRelease)) + 1;
  return `${String(number).padStart(4, '0')}-${build.commit?.slice(0, 7) ?? 'local'}`;
}

/** The release to go back to when none is named: the newest before the current one; null when there is none. */
export function earlierThan(releases: readonly string[], current: string): string | null {
  return inOrder(releases).findLast((each) => numberOfRelease(each) < numberOfRelease(current)) ?? null;
}

/**
 * The releases to remove so that the newest `keep` remain. The current release and the one that it replaced always stay:
 * a reader may be in the middle of either.
 */
export function outdated(releases: readonly string[], keep: number, current: string | null, previous: string | null): string[] {
  const ordered = inOrder(releases);
  const kept = new Set([...ordered.slice(-Math.max(keep, 2)), current, previous]);
  return ordered.filter((each) => !kept.has(each));
}
