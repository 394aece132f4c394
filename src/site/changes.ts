import type { ReleaseChanges, Releases } from '../core/changes/releases.ts';
import { Comparisons } from '../disk/comparisons.ts';
import { History } from '../disk/history.ts';
import { contractRoot, workOf } from '../disk/root.ts';
import { thisBuild } from './build.ts';
import { library } from './library.ts';

/** Two states are read and judged for each release that is new, so the page shows a few. */
const shown = 4;

let kept: Releases | null | undefined;

function read(): Releases | null {
  const root = contractRoot();
  const history = History.of(root, process.env.SITE_HISTORY);
  const commit = history?.commit(thisBuild().commit ?? 'HEAD') ?? null;
  if (history === null || commit === null) return null;
  const comparisons = new Comparisons(
    `${workOf(root)}/comparisons`,
    library().whole.project.definitions,
    thisBuild().builtFrom.program,
  );
  const releases = history.releases(commit, shown).map((release): ReleaseChanges => {
    if (release.parent === null || history.commit(release.parent) === null) return { ...release, changes: null };
    return { ...release, changes: comparisons.between(history, release.parent, release.id) };
  });
  comparisons.prune();
  return { releases, shallow: history.isShallow };
}

/** The latest commits that changed content or data, with what they changed; read once a build. */
export function latestReleases(): Releases | null {
  if (kept === undefined || !import.meta.env.PROD) kept = read();
  return kept;
}
