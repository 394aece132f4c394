import { type Build, buildOf } from '../core/release/release.ts';
import { library } from './library.ts';

/** What this build knows about itself; SITE_COMMIT names the commit when there is one. */
export function thisBuild(): Build {
  const { whole, digests } = library();
  const { months, latest } = whole.project.assessment;
  // Readers of an earlier month are led to the last that is over.
  const over = months.filter((month) => month <= latest);
  return buildOf(process.env.SITE_COMMIT, over, digests.builtFrom);
}
