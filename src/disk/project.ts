import { linkProblems } from '../core/documents/stray.ts';
import type { DataFiles } from '../core/ledger/file.ts';
import { documentsFolder } from '../core/ledger/stray.ts';
import type { Outcome } from '../core/problem/problem.ts';
import { checkEvidence, type DocumentFiles } from '../core/project/evidence.ts';
import { type ContentReaders, contentReaders, type Project, readProject } from '../core/project/project.ts';
import { checkSeals } from '../core/seals/check.ts';
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
 * Reads and checks a project's content and data from its folder, that no link stands among them or the static files, and that the
 * documents handed in are those that were registered, and that what was sealed is as it was. `readers` are for whoever reads the same folder again and again.
 */
export function loadProject(root: string, readers: ContentReaders = contentReaders()): Outcome<Project | null> {
  const data = dataFiles(root);
  const content = contentFiles(root);
  const { value, problems } = readProject(content, data, null, readers);
  const links = linksBelow(root, ['content', 'data', 'public']);
  if (value === null) return { value, problems: [...linkProblems(links), ...problems] };
  const evidence = checkEvidence(value, documentFiles(data));
  const sealed = checkSeals(new States(value, tableDigests(data)), pastOf(root));
  const signed = checkSignatures(value.seals, data, signersIn(content));
  return { value, problems: [...linkProblems(links), ...problems, ...evidence, ...sealed, ...signed] };
}
