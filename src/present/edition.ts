import type { Build } from '../core/release/release.ts';

/** Which state of the repository a page shows, short enough for the foot of a page: the commit, or the digest of the data. */
export function editionWords({ commit, clean, builtFrom }: Pick<Build, 'commit' | 'clean' | 'builtFrom'>): string {
  if (commit === null) return `数据摘要 ${builtFrom.data.slice(0, 12)}`;
  return clean ? commit.slice(0, 7) : `${commit.slice(0, 7)}（另有未提交的改动）`;
}
