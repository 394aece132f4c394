import { strToU8, unzipSync, zipSync } from 'fflate/browser';
import { type Outcome, type Problem, problem } from '../problem/problem.ts';

/** Files of a bundle by their paths in it, with `/`. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

/** A time of no meaning, without a zone, so that every machine writes the same: bundles tell their dates inside. */
const mtime = '1980-01-01T12:00:00';

/** More than any month has: what unpacks to more is no bundle, and would only fill the reader's memory. */
const largest = { files: 2000, bytes: 256 * 1024 * 1024 };

/** A zip with its files in code-point order. The same files make the same bytes. */
export function pack(files: BundleFiles): Uint8Array<ArrayBuffer> {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return new Uint8Array(zipSync(Object.fromEntries(sorted), { level: 9, mtime }));
}

/** A text as a file of a bundle holds it. */
export const bytesOfText = (text: string): Uint8Array => strToU8(text);

/** Whether a path stays in the folder in which a bundle is unpacked, on every system. */
const staysInside = (path: string): boolean =>
  !/^[/\\]|^[A-Za-z]:|\\/u.test(path) && !path.split('/').some((step) => step === '' || step === '.' || step === '..');

/** What forbids unpacking: too much; two files of one path, of which each program shows another one; paths that lead elsewhere. */
function listingProblems(bundle: string, listed: readonly { readonly name: string; readonly size: number }[]): Problem[] {
  const fault = (message: string) => problem('bundle/unreadable', { file: bundle }, message, '请向提供者重新索取');
  const bytes = listed.reduce((sum, { size }) => sum + size, 0);
  if (listed.length > largest.files || bytes > largest.bytes) return [fault(`包里有 ${listed.length} 个文件，展开过大`)];
  const names = listed.map(({ name }) => name);
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  const outside = names.filter((name) => !staysInside(name));
  return [
    ...[...twice].map((name) => fault(`包里有两个文件都叫“${name}”，不同的软件会看到不同的内容`)),
    ...outside.map((name) => fault(`包里的文件名“${name}”会写到别的文件夹`)),
  ];
}

/** The files of a zip, folders aside; null where it cannot be read whole. Reports `bundle/unreadable`. */
export function unpack(bundle: string, bytes: Uint8Array): Outcome<BundleFiles | null> {
  const listed: { name: string; size: number }[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!name.endsWith('/')) listed.push({ name, size: originalSize });
        return false;
      },
    });
    const problems = listingProblems(bundle, listed);
    if (problems.length > 0) return { value: null, problems };
    const files = unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') });
    return { value: new Map(Object.entries(files)), problems: [] };
  } catch {
    const message = '不是完整的 zip 文件：没有下载完，或在途中损坏';
    return { value: null, problems: [problem('bundle/unreadable', { file: bundle }, message, '请重新下载后再核对')] };
  }
}
