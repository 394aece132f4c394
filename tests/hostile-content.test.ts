import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/core/problem/problem.ts';
import { readContent, readProject } from '../src/core/project/project.ts';
import { definitionsOn } from '../src/disk/definitions.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';
import { loadProject } from '../src/disk/project.ts';
import { Copy } from './copy.ts';
import { lineOf, links, type Writing, withAddress, writings, written } from './stranger-content.ts';

const content = contentFiles('.');
const data = dataFiles('.');
const definitions = definitionsOn(process.cwd());

const errorsIn = (problems: readonly Problem[], file: string) =>
  problems.filter((each) => each.severity === 'error' && each.file === file);

const textOf = (entry: Writing) => (entry.do === 'create' ? '' : readFileSync(entry.file, 'utf8'));

/** The errors at one file whose text is another; what else the project holds is left out, which makes other files missing. */
function errors(file: string, text: string): readonly Problem[] {
  if (file.startsWith('content/')) return errorsIn(readContent(new Map([[file, text]])).problems, file);
  const bytes = new TextEncoder().encode(text);
  return errorsIn(readProject(new Map(), new Map([[file, bytes]]), definitions).problems, file);
}

const refused = writings.filter((each) => each.expect === 'refused');
const accepted = writings.filter((each) => each.expect === 'accepted');

describe('what content may not hold', () => {
  it('is read from a stranger’s list, for files that are sound before', () => {
    expect([refused.length, accepted.length, links.length]).toEqual([229, 50, 24]);
    const changed = new Set(writings.filter((entry) => entry.do !== 'create').map(({ file }) => file));
    for (const file of changed) expect(errors(file, readFileSync(file, 'utf8'))).toEqual([]);
  });

  it.each(refused.map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
    const text = written(textOf(entry), entry);
    const found = errors(entry.file, text);
    expect(found.map(({ line }) => line ?? null)).toContain(lineOf(text, entry));
    expect(JSON.stringify(found)).not.toContain('root:');
  });

  it('leaves nothing behind', () => {
    expect(readdirSync('/tmp').filter((name) => name.startsWith('pwned-'))).toEqual([]);
  });
});

describe('what content may hold', () => {
  it.each(accepted.filter(({ name }) => name !== withAddress).map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
    expect(errors(entry.file, written(textOf(entry), entry))).toEqual([]);
  });

  it('is all of it sound in the project, but for the address of a person', () => {
    const files = new Map(content);
    for (const entry of accepted) files.set(entry.file, written(files.get(entry.file) ?? '', entry));
    const { problems } = readProject(files, data, definitions);
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'document/private', file: accepted.find(({ name }) => name === withAddress)?.file },
    ]);
  });
});

it('names every link in the folders of a project, and reads through none', () => {
  const copy = new Copy();
  for (const { file, to } of links) copy.link(file, to);
  const { problems } = loadProject(copy.root);
  const found = problems.filter(({ severity }) => severity === 'error').map(({ code, file }) => `${code} ${file}`);
  expect(found.sort()).toEqual(links.map(({ file }) => `file/link ${file}`).sort());
});
