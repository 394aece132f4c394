import type { Change } from './change.ts';
import type { Reason } from './reason.ts';

/** A commit with what it changed; null for the first commit, where a shallow clone ends, and for what cannot be compared. */
export interface ReleaseChanges extends Reason {
  readonly changes: readonly Change[] | null;
}

/** What git knows of a site's content and data. */
export interface Releases {
  /** Newest first. */
  readonly releases: readonly ReleaseChanges[];
  /** True where the clone holds a part of the history only. */
  readonly shallow: boolean;
}
