import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentName, documentsIn } from '../../src/core/reports/evidence.ts';
import { contentFiles } from '../../src/disk/files.ts';
import { filesOf, isText, textOf } from '../published.ts';
import { sample } from '../sample.ts';

const dist = 'dist';
const files = filesOf(dist);
const documents = documentsIn(sample.ledger.registers);
const [open, hidden] = [documents.filter(({ published }) => published), documents.filter(({ published }) => !published)];
const digestOf = (file: string) =>
  createHash('sha256')
    .update(readFileSync(join(dist, file)))
    .digest('hex');

describe('the documents that were handed in', () => {
  it('are published with their bytes where they may be, and no others lie beside them', () => {
    const named = open.flatMap((document) => documentName(document) ?? []);
    expect(named.length).toBeGreaterThan(5);
    expect(files.filter((file) => file.startsWith('documents/')).sort()).toEqual(named.map((name) => `documents/${name}`).sort());
    for (const document of open) {
      const name = documentName(document);
      if (name !== null) expect(digestOf(`documents/${name}`)).toBe(document.digest);
    }
  });

  it('are published in no form where they may not be: not their bytes, not their names, not where they lie', () => {
    const digests = new Set(hidden.flatMap(({ digest }) => digest ?? []));
    expect(digests.size).toBeGreaterThan(5);
    expect(files.filter((file) => digests.has(digestOf(file)))).toEqual([]);
    // What the contract's own documents say is no secret: a document may be called as its kind is.
    const content = [...contentFiles('.').values()].join('\n');
    const secrets = hidden.flatMap(({ title, file, kept }) => [title, file, kept].filter((each) => each !== null));
    const told = secrets.filter((each) => !content.includes(each) && !open.some(({ kept }) => kept === each));
    expect(told.length).toBeGreaterThan(10);
    const found = files.filter(isText).flatMap((file) => {
      const text = textOf(join(dist, file));
      return told.filter((each) => text.includes(each)).map((each) => `${file}: ${each}`);
    });
    expect(found).toEqual([]);
  });

  it('are listed, each with its number, and with its digest where it has one', () => {
    const page = textOf(join(dist, 'attachments/index.html'));
    for (const { number, digest } of documents) {
      expect(page).toContain(`id="${number}"`);
      if (digest !== null) expect(page).toContain(digest);
    }
  });
});
