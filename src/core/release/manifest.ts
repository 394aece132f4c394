import { z } from 'zod';
import { type Problem, problem } from '../problem/problem.ts';

/**
 * Where a published file comes from. `built`: the build wrote it. `compressed`: the packed form of a built file.
 * `carried`: a file named by its content that an earlier release had, kept so that pages read before the switch still find
 * what they name. `release`: release.json, written when publishing.
 */
export const origins = ['built', 'compressed', 'carried', 'release'] as const;

export const manifestFileSchema = z.strictObject({
  /** From the root of the site, with `/` and without one in front. */
  path: z.string().min(1),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  origin: z.enum(origins),
});
export type ManifestFile = z.infer<typeof manifestFileSchema>;

export const manifestSchema = z.strictObject({
  schema: z.literal('service-ledger/manifest/1'),
  files: z.array(manifestFileSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What a file is, wherever it stands. */
export type FileFacts = Pick<ManifestFile, 'path' | 'bytes' | 'sha256'>;

/** A manifest of files in code-point order of their paths. */
export function manifestOf(files: readonly ManifestFile[]): Manifest {
  return {
    schema: 'service-ledger/manifest/1',
    files: [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
  };
}

/** A manifest as it is stored: one line a file, so that two can be compared by eye. */
export function manifestText({ schema, files }: Manifest): string {
  return `{"schema":${JSON.stringify(schema)},"files":[\n${files.map((file) => JSON.stringify(file)).join(',\n')}\n]}\n`;
}

/**
 * What the digest of a release is taken of: the built files in the form of `sha256sum`, in code-point order. What
 * publishing adds is left out, so the digest depends on the build alone.
 */
export function digestText({ files }: Manifest): string {
  return files
    .filter(({ origin }) => origin === 'built')
    .map(({ sha256, path }) => `${sha256}  ${path}\n`)
    .join('');
}

/** Files that are missing, changed or added against a manifest. */
export function differences({ files }: Manifest, found: readonly FileFacts[]): Problem[] {
  const expected = new Map(files.map((file) => [file.path, file]));
  const present = new Set(found.map(({ path }) => path));
  const hint = '这个版本不完整，请换用另一个版本';
  const missing = files.filter(({ path }) => !present.has(path));
  const changed = found.filter(({ path, sha256 }) => expected.has(path) && expected.get(path)?.sha256 !== sha256);
  const added = found.filter(({ path }) => !expected.has(path));
  return [
    ...missing.map(({ path }) => problem('site/manifest', { file: path }, '清单中的文件不存在', hint)),
    ...changed.map(({ path }) => problem('site/manifest', { file: path }, '文件与清单中的 SHA-256 不符', hint)),
    ...added.map(({ path }) => problem('site/manifest', { file: path }, '文件不在清单中', hint)),
  ];
}
