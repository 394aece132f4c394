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

/** Reads the documents of one kind. One whose text and filling are as they were is not read again: it is the entry that it was. */
export interface DocumentReader<T> {
  read(file: string, text: string, fill?: Filling): Outcome<Entry<T> | null>;
}

export function readerOf<S extends z.ZodType>(schema: S): DocumentReader<z.infer<S>> {
  const known = new Map<string, { text: string; fill: Filling | undefined; made: Outcome<Entry<z.infer<S>> | null> }>();
  return {
    read(file, text, fill) {
      const before = known.get(file);
      if (before?.text === text && before.fill === fill) return before.made;
      const made = readEntry(file, text, schema, fill);
      known.set(file, { text, fill, made });
      return made;
    },
  };
}

/**
 * Every document of one folder by one reader, in the order of their names. A document that states its own id must be
 * named after it (`document/id`), so two documents never share an id.
 */
export function readFolder<T>(
  files: ContentFiles,
  folder: Folder,
  reader: DocumentReader<T>,
  ownId: (data: T) => string,
  { skip = [], fill }: { readonly skip?: readonly string[]; readonly fill?: Filling } = {},
): Outcome<Entry<T>[]> {
  const all = new Gathering();
  const entries: Entry<T>[] = [];
  for (const file of [...files.keys()].filter((each) => isDocumentIn(folder, each)).sort()) {
    if (skip.includes(file)) continue;
    const entry = all.take(reader.read(file, files.get(file) ?? '', fill));
    if (entry === null) continue;
    const id = ownId(entry.data);
    if (id !== entry.id)
      all.add([problem('document/id', entry.place(['id']), `编号“${id}”与文件名“${entry.id}”不一致`, '请让两者相同')]);
    entries.push(entry);
  }
  return { value: entries, problems: all.problems };
}

/** One required file. Reports `file/missing` when it is not there. */
export function readSingle<T>(files: ContentFiles, file: string, reader: DocumentReader<T>): Outcome<Entry<T> | null> {
  const text = files.get(file);
  if (text === undefined) return { value: null, problems: [problem('file/missing', { file }, `缺少文件 ${file}`, '请补上')] };
  return reader.read(file, text);
}
