import { type Build, buildOf } from '../core/release/release.ts';
import { library } from './library.ts';

/** What this build knows about itself; SITE_COMMIT names the commit when there is one. */
export function thisBuild(): Build {
  const { whole, digests } = library();
  return buildOf(process.env.SITE_COMMIT, whole.project.assessment.months, digests.builtFrom);
}
