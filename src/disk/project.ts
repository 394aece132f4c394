import { linkProblems } from '../core/documents/stray.ts';
import type { DataFiles } from '../core/ledger/file.ts';
import { documentsFolder } from '../core/ledger/stray.ts';
import type { Outcome } from '../core/problem/problem.ts';
import { checkEvidence, type DocumentFiles } from '../core/project/evidence.ts';
import { type ContentReaders, contentReaders, type Project, readProject, type StateFiles } from '../core/project/project.ts';
import { checkSeals } from '../core/seals/check.ts';
import { noPast, type Past } from '../core/seals/past.ts';
import { States } from '../core/seals/state.ts';
import { contentFiles, dataFiles, linksBelow } from './files.ts';
import { pastOf, tableDigests } from './seals.ts';
import { sha256 } from './sha256.ts';
import { checkSignatures, signersIn } from './signatures.ts';

const isText = (file: string): boolean => /\.(?:txt|csv|md)$/u.test(file);

/** The documents among the files of a data folder, each with its digest. */
export const documentFiles = (data: DataFiles): DocumentFiles =>
  new Map(
    [...data]
      .filter(([file]) => file.startsWith(documentsFolder))
      .map(([file, bytes]) => [file, { digest: sha256(bytes), text: isText(file) ? new TextDecoder().decode(bytes) : null }]),
  );

/**
 * Reads and checks a project from its files: content and data, that the documents handed in are those that were registered, and
 * that what was sealed is as it was and signed by whom it must be. `past` says what its files once said; `readers` are for whoever
 * reads the same folder again and again.
 */
export function projectOf(
  { content, data }: StateFiles,
  past: Past = noPast,
  readers: ContentReaders = contentReaders(),
): Outcome<Project | null> {
  const { value, problems } = readProject(content, data, null, readers);
  if (value === null) return { value, problems };
  const evidence = checkEvidence(value, documentFiles(data));
  const sealed = checkSeals(new States(value, tableDigests(data)), past);
  const signed = checkSignatures(value.seals, data, signersIn(content));
  return { value, problems: [...problems, ...evidence, ...sealed, ...signed] };
}

/** The same from its folder, and that no link stands among its content, its data or the static files. */
export function loadProject(root: string, readers: ContentReaders = contentReaders()): Outcome<Project | null> {
  const files = { content: contentFiles(root), data: dataFiles(root) };
  const { value, problems } = projectOf(files, pastOf(root), readers);
  const links = linksBelow(root, ['content', 'data', 'public']);
  return { value, problems: [...linkProblems(links), ...problems] };
}
