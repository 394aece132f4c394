import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { contentReaders, type StateFiles } from '../src/core/project/project.ts';
import { sealText } from '../src/core/seals/reading.ts';
import { sealOf } from '../src/core/seals/sealing.ts';
import { States } from '../src/core/seals/state.ts';
import { present } from '../src/core/testing/ledger.ts';
import { laidOver } from '../src/core/testing/seals.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';
import { projectOf } from '../src/disk/project.ts';
import { pastOf, tableDigests } from '../src/disk/seals.ts';

/** Changes of the sealed contract, thought out by somebody who had not read how it is sealed. */
const changeSchema = z.object({
  name: z.string(),
  do: z.array(
    z.discriminatedUnion('op', [
      z.object({ op: z.literal('replace'), file: z.string(), from: z.string(), to: z.string() }),
      z.object({ op: z.literal('append'), file: z.string(), text: z.string() }),
      z.object({ op: z.literal('write'), file: z.string(), text: z.string() }),
      z.object({ op: z.literal('remove'), file: z.string() }),
      z.object({ op: z.literal('seal'), file: z.string() }),
    ]),
  ),
  place: z.string().optional(),
  harmless: z.boolean().default(false),
});
type Change = z.infer<typeof changeSchema>;
const changes = z.array(changeSchema).parse(parse(readFileSync('tests/strangers/sealing/changes.yaml', 'utf8')));

const sealedFiles: StateFiles = { content: contentFiles('.'), data: dataFiles('.') };
const past = pastOf('.');
const readers = contentReaders();
const projectIn = (files: StateFiles) => projectOf(files, past, readers);

const textIn = ({ content, data }: StateFiles, file: string): string =>
  content.get(file) ?? new TextDecoder('utf-8', { ignoreBOM: true }).decode(present(data.get(file)));

/** What is done to a seal, which the list says in words. */
function tampered(name: string, file: string, files: StateFiles): string {
  const text = textIn(files, file);
  if (name === 'seal-post-and-date')
    return text.replace('post: GL-01', 'post: ZJ-01').replace('date: 2026-10-08', 'date: 2026-10-07');
  const month = file.slice('data/'.length, 'data/2026-09'.length);
  const project = present(projectIn(files).value);
  const { seal } = present(project.seals.get(month));
  const states = new States(project, tableDigests(files.data));
  const again = sealOf(states, { month, date: seal.date, post: seal.post });
  if (name === 'chain-august-resealed') return sealText(again);
  const waste = 'data/2026-09/waste.csv';
  const read = { ...seal.state.read, [waste]: present(again.state.read[waste]) };
  return sealText({ ...seal, state: { ...seal.state, read } });
}

type Deed = Change['do'][number];

function deedDone(files: StateFiles, deed: Deed, name: string): StateFiles {
  switch (deed.op) {
    case 'replace': {
      const text = textIn(files, deed.file);
      expect(text.split(deed.from), `${name}: ${deed.from}`).toHaveLength(2);
      return laidOver(files, { [deed.file]: text.replace(deed.from, () => deed.to) });
    }
    case 'append':
      return laidOver(files, { [deed.file]: textIn(files, deed.file) + deed.text });
    case 'write':
      return laidOver(files, { [deed.file]: deed.text });
    case 'remove':
      return laidOver(files, { [deed.file]: null });
    case 'seal':
      return laidOver(files, { [deed.file]: tampered(name, deed.file, files) });
  }
}

const done = (files: StateFiles, change: Change): StateFiles =>
  change.do.reduce((before, deed) => deedDone(before, deed, change.name), files);

const touchesSeal = ({ do: deeds }: Change): boolean => deeds.some(({ file }) => file.endsWith('/seal.yaml'));

/**
 * Changes in as few lists as can be, no two in one that touch the same file: an error at a file then is that of its own change,
 * and the contract is read once for each list. What touches a seal stands alone: without it nothing else of its month is found.
 */
function together(all: readonly Change[]): Change[][] {
  const lists: { files: Set<string>; changes: Change[] }[] = [];
  for (const change of all.filter((each) => !touchesSeal(each))) {
    const files = change.do.map(({ file }) => file);
    const list = lists.find((each) => !files.some((file) => each.files.has(file))) ?? { files: new Set(), changes: [] };
    if (list.changes.length === 0) lists.push(list);
    list.changes.push(change);
    for (const file of files) list.files.add(file);
  }
  return [...lists.map((list) => list.changes), ...all.filter(touchesSeal).map((each) => [each])];
}

const harmful = changes.filter(({ harmless }) => !harmless);
const harmless = changes.filter((each) => each.harmless);
const errorsIn = (files: StateFiles) => projectIn(files).problems.filter(({ severity }) => severity === 'error');

describe('the sealed contract', () => {
  it('has no error as it is', () => {
    expect(errorsIn(sealedFiles).map(({ message }) => message)).toEqual([]);
    expect([harmful.length, harmless.length]).toEqual([60, 20]);
  }, 300_000);

  it.each(together(harmful).map((list): [string, Change[]] => [list.map(({ name }) => name).join(', '), list]))(
    'names the place of each change: %s',
    (_, list) => {
      const found = errorsIn(list.reduce(done, sealedFiles)).filter(({ code }) => code.startsWith('seal/'));
      const places = new Set(found.map(({ file }) => file));
      expect(list.filter(({ place }) => !places.has(place ?? '')).map(({ name }) => name)).toEqual([]);
      if (list.some(touchesSeal)) return;
      for (const each of list) for (const { file } of each.do) places.delete(file);
      for (const { place } of list) places.delete(place ?? '');
      expect([...places]).toEqual([]);
    },
    300_000,
  );

  it.each(together(harmless).map((list): [string, Change[]] => [list.map(({ name }) => name).join(', '), list]))(
    'does not mind what changes nothing: %s',
    (_, list) => {
      expect(errorsIn(list.reduce(done, sealedFiles)).map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
    },
    300_000,
  );
});
