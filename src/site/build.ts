import { type Build, buildOf } from '../core/release/release.ts';
import { inputDigests } from '../disk/inputs.ts';
import { contractRoot } from '../disk/root.ts';
import { library } from './library.ts';

let kept: Build | null = null;

/** What this build knows about itself; SITE_COMMIT names the commit when there is one. */
export function thisBuild(): Build {
  kept ??= buildOf(
    process.env.SITE_COMMIT,
    library().project.assessment.months,
    inputDigests({ contract: contractRoot(), engine: process.cwd() }),
  );
  return kept;
}
