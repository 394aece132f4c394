import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const common = { name: z.string(), file: z.string(), expect: z.enum(['refused', 'accepted']) };
const text = z.string();

/** What a stranger would write into a project: a text at a place of a file, a new file, or a link; and what is to become of it. */
const entrySchema = z.discriminatedUnion('do', [
  z.strictObject({ ...common, do: z.literal('append'), text, at: z.string().optional() }),
  z.strictObject({ ...common, do: z.literal('insert-after'), find: z.string(), text, at: z.string().optional() }),
  z.strictObject({ ...common, do: z.literal('replace'), find: z.string(), text, at: z.string().optional() }),
  z.strictObject({ ...common, do: z.literal('create'), text, at: z.string().optional() }),
  z.strictObject({ ...common, do: z.literal('symlink'), to: z.string() }),
]);
export type Entry = z.infer<typeof entrySchema>;
export type Link = Extract<Entry, { do: 'symlink' }>;
export type Writing = Exclude<Entry, Link>;

const entries = z.array(entrySchema).parse(parse(readFileSync('tests/strangers/first-contact/content.yaml', 'utf8')));

export const links: readonly Link[] = entries.flatMap((each) => (each.do === 'symlink' ? [each] : []));
export const writings: readonly Writing[] = entries.flatMap((each) => (each.do === 'symlink' ? [] : [each]));

/** Its link is fine, but the address in it is one of a person's: another rule keeps those to content/organisation. */
export const withAddress = 'links by mailto and tel';

/** A file's text as somebody leaves it; `was` is what it says before. */
export function written(was: string, entry: Writing): string {
  switch (entry.do) {
    case 'create':
      return entry.text;
    case 'append':
      return was + entry.text;
    case 'insert-after':
    case 'replace': {
      if (!was.includes(entry.find)) throw new Error(`${entry.file} does not contain ${entry.find}`);
      return was.replace(entry.find, () => (entry.do === 'replace' ? entry.text : entry.find + entry.text));
    }
  }
}

/** The line on which a problem must stand; null where it concerns the file as a whole. */
export function lineOf(whole: string, { at, name }: Writing): number | null {
  if (at === undefined) return null;
  const index = whole.split(/\r\n?|\n/u).findIndex((line) => line.includes(at));
  if (index === -1) throw new Error(`${name}: no line holds ${at}`);
  return index + 1;
}
