import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';

/** What git says in a folder, null when it has nothing to say. */
function git(folder: string, ...args: string[]): string | null {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/**
 * The commit of a checkout for SITE_COMMIT, with `+` when files differ from it; the environment's own word goes first, for a
 * checkout that came without its repository. Empty outside a repository and in a folder inside another project's.
 */
export function commitOf(folder: string): string {
  if (process.env.SITE_COMMIT !== undefined) return process.env.SITE_COMMIT;
  const top = git(folder, 'rev-parse', '--show-toplevel');
  if (top === null || realpathSync(top) !== realpathSync(folder)) return '';
  const commit = git(folder, 'rev-parse', 'HEAD') ?? '';
  return commit !== '' && git(folder, 'status', '--porcelain') !== '' ? `${commit}+` : commit;
}
