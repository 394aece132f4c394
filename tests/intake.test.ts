import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { DataFiles } from '../src/core/ledger/file.ts';
import type { HandInTerms } from '../src/core/ledger/handin.ts';
import { readLedger } from '../src/core/ledger/ledger.ts';
import { strayData, tablesIn } from '../src/core/ledger/stray.ts';
import type { Severity } from '../src/core/problem/codes.ts';
import { asJson, asText } from '../src/core/problem/print.ts';
import type { Problem } from '../src/core/problem/problem.ts';
import { readContent } from '../src/core/project/project.ts';
import { handInTerms } from '../src/core/project/terms.ts';
import { usesOf } from '../src/core/project/uses.ts';
import { definitionsOn } from '../src/disk/definitions.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';

/** An edit of a sound month and what must come of it, as somebody wrote it down who had read the plan and not the code. */
interface Case {
  readonly name: string;
  readonly file: string;
  readonly edit: {
    readonly set?: { readonly match: Readonly<Record<string, string>>; readonly column: string; readonly value: string };
    readonly drop?: string;
    readonly rename?: readonly [string, string];
    readonly create?: string;
  };
  readonly expect: {
    readonly severity: Severity | 'none';
    /** That severity, a lower one, or nothing. */
    readonly atMost?: boolean;
    readonly says: readonly string[];
    readonly silent?: readonly string[];
  };
}

const root = join(import.meta.dirname, '..');
const casesIn = (file: string): readonly Case[] => parse(readFileSync(join(import.meta.dirname, file), 'utf8'));
const cases = casesIn('strangers/first-contact/intake.yaml');
const data = dataFiles(root);
const definitions = definitionsOn(root);

function termsOf(): HandInTerms {
  const { indicators } = readContent(contentFiles(root)).value;
  const uses = usesOf(
    definitions.logs,
    indicators.map((entry) => entry.data),
  );
  const texts = [...data].filter(([file]) => file.startsWith('data/registers/'));
  const registers = Object.fromEntries(texts.map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]));
  return handInTerms({
    schema: 'service-ledger/check/1',
    deliveryDay: 10,
    definitions: definitions.sources,
    uses,
    registers,
    left: {},
  });
}
const terms = termsOf();

function edited(text: string, { set, drop, rename }: Case['edit']): string {
  const rows = Papa.parse<string[]>(text.replace(/^\ufeff/u, ''), { skipEmptyLines: true }).data;
  const [header = [], ...body] = rows;
  const at = (name: string) => {
    const position = header.indexOf(name);
    if (position === -1) throw new Error(`no column ${name}`);
    return position;
  };
  if (set !== undefined) {
    const row = body.find((cells) => Object.entries(set.match).every(([name, value]) => cells[at(name)] === String(value)));
    if (row === undefined) throw new Error(`no row ${JSON.stringify(set.match)}`);
    row[at(set.column)] = String(set.value);
  }
  if (rename !== undefined) header[at(rename[0])] = rename[1];
  const dropped = drop === undefined ? -1 : at(drop);
  return Papa.unparse(
    rows.map((cells) => cells.filter((_, position) => position !== dropped)),
    { newline: '\r\n' },
  );
}

/** The problems of a file of the month, beside the slip and the file that it was. */
function problemsOf(file: string, files: DataFiles): readonly Problem[] {
  const { problems } = readLedger(tablesIn(files), terms, terms.read);
  return [...strayData(files), ...problems].filter((each) => each.file === file);
}

/** The month as far as a case needs it: the slip, and the file that is changed or that a stray one lies beside. */
function filesFor(file: string, text: string | null): DataFiles {
  const slip = `${file.slice(0, file.lastIndexOf('/'))}/delivery.csv`;
  const near = file.endsWith('.csv') ? [] : [`${file.slice(0, file.lastIndexOf('/'))}/checks.csv`];
  const kept = [slip, file, ...near, `${slip.replace('delivery', 'checks')}`].flatMap((each): [string, Uint8Array][] => {
    const bytes = data.get(each);
    return bytes === undefined ? [] : [[each, bytes]];
  });
  return new Map([...kept, ...(text === null ? [] : ([[file, new TextEncoder().encode(text)]] as const))]);
}

const rank = { error: 3, warning: 2, info: 1, none: 0 } as const;
const words = ({ message, hint }: Problem) => `${message} ${hint ?? ''}`;

/** What came out otherwise than expected, beside what is said of the file as it was; null when nothing did. */
function differenceOf(each: Case, before: ReadonlySet<string>): string | null {
  const source = new TextDecoder().decode(data.get(each.file));
  const text = each.edit.create ?? edited(source, each.edit);
  const found = problemsOf(each.file, filesFor(each.file, text));
  const added = found.filter((problem) => !before.has(words(problem)));
  const highest = added.reduce<Severity | 'none'>((top, { severity }) => (rank[severity] > rank[top] ? severity : top), 'none');
  const { severity, atMost = false, says, silent = [] } = each.expect;
  const said = added.filter((problem) => problem.severity === highest).map(words);
  const shown = `${highest}: ${said.join(' | ').slice(0, 300)}`;
  if (atMost ? rank[highest] > rank[severity] : highest !== severity) return `${severity} expected, got ${shown}`;
  const reached = highest === severity && severity !== 'none';
  if (reached && !said.some((sentence) => says.every((part) => sentence.includes(part)))) return `does not say ${says}: ${shown}`;
  const printed = `${asText(found)}${asJson(found)}`;
  const leaked = silent.filter((part) => printed.includes(part));
  return leaked.length > 0 ? `prints ${leaked}` : null;
}

const differencesIn = (all: readonly Case[]): string[] =>
  [...new Set(all.map(({ file }) => file))].flatMap((file) => {
    const before = new Set(problemsOf(file, filesFor(file, null)).map(words));
    const own = all.filter((each) => each.file === file);
    return own.flatMap((each) => {
      const difference = differenceOf(each, before);
      return difference === null ? [] : [`${each.name}: ${difference}`];
    });
  });

describe("a stranger's edits of a sound month", () => {
  it('are many', () => expect(cases.length).toBeGreaterThan(300));

  it('come out as whoever wrote them expected', () => expect(differencesIn(cases)).toEqual([]));
});

it('holds what people outside the project got past the intake before', () => {
  expect(differencesIn(casesIn('cases/intake.yaml'))).toEqual([]);
});

it('names a post that is none once, with a count, however many rows name it', () => {
  const training = 'data/2026-10/trainings.csv';
  const [header = '', row = ''] = new TextDecoder().decode(data.get(training)).split('\r\n');
  const column = header.split(',').indexOf('培训岗位');
  const wrong = Array.from({ length: 100_000 }, (_, at) => row.split(',').with(column, 'GL-99').with(3, `课题${at}`).join(','));
  const found = problemsOf(training, filesFor(training, [header, ...wrong].join('\r\n')));
  expect(found.filter(({ code }) => code === 'reference/unknown')).toMatchObject([{ line: 2, count: 100_000 }]);
});
