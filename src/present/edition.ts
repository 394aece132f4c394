import type { Build } from '../core/release/release.ts';

/** What a reader is told of a release. */
export type Edition = Pick<Build, 'commit' | 'clean' | 'builtFrom' | 'months'>;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether a value read from `/release.json` holds what is told of a release. */
export function isEdition(value: unknown): value is Edition {
  if (typeof value !== 'object' || value === null) return false;
  const { commit, clean, builtFrom, months }: { [name in keyof Edition]?: unknown } = value;
  const data = typeof builtFrom === 'object' && builtFrom !== null && 'data' in builtFrom ? builtFrom.data : null;
  return (
    (commit === null || isText(commit)) &&
    typeof clean === 'boolean' &&
    isText(data) &&
    Array.isArray(months) &&
    months.every(isText)
  );
}

/** Which state of the repository a page shows, short enough for the foot of a page: the commit, or the digest of the data. */
export function editionWords({ commit, clean, builtFrom }: Pick<Edition, 'commit' | 'clean' | 'builtFrom'>): string {
  if (commit === null) return `数据摘要 ${builtFrom.data.slice(0, 12)}`;
  return clean ? commit.slice(0, 7) : `${commit.slice(0, 7)}（另有未提交的改动）`;
}
