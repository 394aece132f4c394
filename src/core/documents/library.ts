import type { z } from 'zod';
import { Gathering } from '../problem/gathering.ts';
import { type Outcome, problem } from '../problem/problem.ts';
import { type Body, type Component, readBody } from './body.ts';
import { type Document, parseDocument } from './document.ts';
import type { Filling } from './filling.ts';
import { type Pointer, pointersIn } from './pointer.ts';
import { privacyProblems } from './privacy.ts';
import { type Folder, isDocumentIn } from './stray.ts';

/** Text files of the content folder: path from the project's root to text. */
export type ContentFiles = ReadonlyMap<string, string>;

/** A document with its body as a tree, and the components that its body and its frontmatter place. */
export interface Entry<T> extends Document<T>, Body {
  readonly id: string;
  /** What its frontmatter points at, as its schema says. */
  readonly pointers: readonly Pointer[];
}

export const stemOf = (file: string): string => (file.split('/').at(-1) ?? file).replace(/\.mdx$/u, '');

/** A blank named in a frontmatter string counts like a `<Blank>` in the body. */
const tokenComponents = ({ tokens, place }: Pick<Document<unknown>, 'tokens' | 'place'>): Component[] =>
  tokens.map(({ id, path }) => ({
    name: 'Blank',
    attributes: { id },
    get place() {
      return place(path);
    },
    span: [0, 0],
    text: '',
  }));

/** One file as an entry; null when its frontmatter or MDX is broken. */
export function readEntry<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  fill?: Filling,
): Outcome<Entry<z.infer<S>> | null> {
  const parsed = parseDocument(file, text, schema, fill);
  if (parsed.value === null) return { value: null, problems: parsed.problems };
  const { value: body, problems } = readBody(parsed.value);
  const components = [...tokenComponents(parsed.value), ...body.components];
  const found = [...parsed.problems, ...problems, ...privacyProblems(parsed.value, body)];
  const pointers = pointersIn(schema, parsed.value.data);
  return { value: { ...parsed.value, ...body, id: stemOf(file), components, pointers }, problems: found };
}

/**
 * Every document of one folder against one schema, in the order of their names. A document that states its own id must be
 * named after it (`document/id`), so two documents never share an id.
 */
export function readFolder<S extends z.ZodType>(
  files: ContentFiles,
  folder: Folder,
  schema: S,
  ownId: (data: z.infer<S>) => string,
  { skip = [], fill }: { readonly skip?: readonly string[]; readonly fill?: Filling } = {},
): Outcome<Entry<z.infer<S>>[]> {
  const all = new Gathering();
  const entries: Entry<z.infer<S>>[] = [];
  for (const file of [...files.keys()].filter((each) => isDocumentIn(folder, each)).sort()) {
    if (skip.includes(file)) continue;
    const entry = all.take(readEntry(file, files.get(file) ?? '', schema, fill));
    if (entry === null) continue;
    const id = ownId(entry.data);
    if (id !== entry.id)
      all.add([problem('document/id', entry.place(['id']), `编号“${id}”与文件名“${entry.id}”不一致`, '请让两者相同')]);
    entries.push(entry);
  }
  return { value: entries, problems: all.problems };
}

/** One required file. Reports `file/missing` when it is not there. */
export function readSingle<S extends z.ZodType>(files: ContentFiles, file: string, schema: S): Outcome<Entry<z.infer<S>> | null> {
  const text = files.get(file);
  if (text === undefined) return { value: null, problems: [problem('file/missing', { file }, `缺少文件 ${file}`, '请补上')] };
  return readEntry(file, text, schema);
}
