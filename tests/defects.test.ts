import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLedger, readRegisters } from '../src/core/ledger/ledger.ts';
import type { Problem } from '../src/core/problem/problem.ts';
import { definitionsOn } from '../src/disk/definitions.ts';
import { dataFiles } from '../src/disk/files.ts';
import { type Defect, type Encoding, type Expected, encodings } from './defects/defect.ts';
import { encode } from './defects/encode.ts';
import { defectSuite, soundFolders } from './defects/suite.ts';

const root = join(import.meta.dirname, '..');
const { logs: all, registers } = definitionsOn(root);
// A folder of a defect holds one log: nobody counts its rows there.
const logs = all.filter(({ roles }) => roles.every(({ role }) => role !== 'confirmation'));
const sample = dataFiles(root);
const registerFiles = [...sample].filter(([file]) => file.startsWith('data/registers/'));
const suite = defectSuite(sample, logs);

const key = ([code, file, line, column]: Expected) => `${code} ${file}:${line ?? ''}:${column ?? ''}`;

/** What GB18030 adds to what is expected: one notice for each of the texts that can be read at all. */
function expectedIn(encoding: Encoding, { files, expected }: Defect): string[] {
  const unread = new Set(expected.filter(([code]) => code === 'file/encoding').map(([, file]) => file));
  const unknown = new Set(expected.filter(([code]) => code === 'file/unexpected').map(([, file]) => file));
  const texts = Object.entries(files).filter(
    ([file, text]) => typeof text === 'string' && !unread.has(file) && !unknown.has(file),
  );
  const notices = texts.map(([file]): Expected => ['file/decoded', file, null, null]);
  return [...expected, ...(encoding === 'GB18030' ? notices : [])].map(key).sort();
}

const terms = { logs, registers, deliveryDay: 10 };
const read = readRegisters(new Map(registerFiles), terms);

function found(encoding: Encoding, { files }: Defect): readonly Problem[] {
  const bytes = Object.entries(files).map(
    ([file, text]) => [file, typeof text === 'string' ? encode(text, encoding) : text] as const,
  );
  return readLedger(new Map(bytes), terms, read).problems;
}

const places = (problems: readonly Problem[]) =>
  problems.map(({ code, file, line, column }) => key([code, file, line ?? null, column ?? null])).sort();

describe('the suite of defects', () => {
  it('has at least 250 defects with names of their own, some for every log and every kind of fault', () => {
    expect(suite.length).toBeGreaterThanOrEqual(250);
    expect(new Set(suite.map(({ name }) => name)).size).toBe(suite.length);
    for (const { id } of logs) expect(suite.filter(({ name }) => name.startsWith(`${id} `)).length).toBeGreaterThan(20);
  });

  it.each(encodings)('is found whole in %s: every defect with its code, line and column, and nothing besides', (encoding) => {
    const differences = suite.flatMap((defect) => {
      const [wanted, got] = [expectedIn(encoding, defect), places(found(encoding, defect))];
      return wanted.join('\n') === got.join('\n') ? [] : [{ name: defect.name, wanted, got }];
    });
    expect(differences).toEqual([]);
  });

  it.each(encodings)('finds nothing in the sound rows in %s', (encoding) => {
    for (const folder of soundFolders(sample, logs))
      expect(places(found(encoding, folder))).toEqual(expectedIn(encoding, folder));
  });

  it('says of every defect what is wrong and, unless it is a notice, what to do, in Chinese', () => {
    for (const defect of suite) {
      for (const { message, hint, severity } of found('UTF-8 with BOM', defect)) {
        expect(message).toMatch(/\p{Script=Han}/u);
        if (severity !== 'info') expect(hint ?? '').toMatch(/\p{Script=Han}/u);
      }
    }
  });
});
