import { ignored, isSystemFile } from '../problem/ignored.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { contractFile } from './contract.ts';
import type { ContentFiles } from './library.ts';
import { signersFile } from './signers.ts';

/** Folders of documents, one kind each; the folder decides the kind. */
const folders = [
  'plan',
  'standards',
  'commitments',
  'indicators',
  'procedures',
  'attachments',
  'reports',
  'logs',
  'registers',
] as const;
export type Folder = `content/${(typeof folders)[number]}`;

/** Documents of which there is one. */
const singles: readonly string[] = [
  contractFile,
  signersFile,
  ...['units', 'roles', 'meetings', 'channels', 'records', 'redirects', 'blanks', 'contradictions'].map(
    (name) => `content/organisation/${name}.mdx`,
  ),
  'content/search/synonyms.mdx',
];

/** `closing.mdx`, not `.closing.mdx` or `_closing.mdx`. */
const documentName = /^[^/._~][^/]*\.mdx$/u;

/** Whether a file is a document right inside a folder. */
export const isDocumentIn = (folder: Folder, file: string): boolean =>
  file.startsWith(`${folder}/`) && documentName.test(file.slice(folder.length + 1));

/**
 * What is no document in its place, and would otherwise be passed over in silence or taken for code. Reports `file/unexpected`;
 * of files that come and go by themselves `file/ignored`.
 */
export function strayContent(files: ContentFiles): Problem[] {
  const hint = `content 里只放 .mdx 文档，直接放在 ${folders.join('、')} 之一，或是 contract.mdx，或是 organisation、search 里已有的名称；请移走`;
  const isKnown = (file: string) => singles.includes(file) || folders.some((folder) => isDocumentIn(`content/${folder}`, file));
  return [...files.keys()]
    .filter((file) => !isKnown(file))
    .map((file) => (isSystemFile(file) ? ignored(file) : problem('file/unexpected', { file }, '这里不放这个文件', hint)));
}

/**
 * Symbolic links, and whatever else is neither file nor folder, in the folders of a project. Nothing is read through them: what
 * they lead to is not what was committed and reviewed. Reports `file/link`.
 */
export const linkProblems = (links: readonly string[]): Problem[] =>
  links.map((file) => problem('file/link', { file }, '这是符号链接或特殊文件，不读取', '请删去，改放文件本身'));
