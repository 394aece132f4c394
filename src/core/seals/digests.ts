import type { TableRecord } from '../csv/table.ts';
import { canonicalText, digestOf } from './canonical.ts';
import type { Group, Reading } from './seal.ts';

/** Enough of a digest to find a difference by; what proves that there is none is the digest of all in full. */
export const shortOf = (digest: string): string => digest.slice(0, 6);

/** How many digests stand on a line. */
const perLine = 20;

const inLines = (digests: readonly string[]): string => {
  const lines = Array.from({ length: Math.ceil(digests.length / perLine) }, (_, at) =>
    digests.slice(at * perLine, (at + 1) * perLine).join(' '),
  );
  return lines.join('\n');
};

/** What a row says, blank cells left out: a column that is added later and stays blank is no difference. */
export const rowText = ({ values }: Pick<TableRecord, 'values'>): string => canonicalText(values);

/** A file's rows as they are sealed. In which order they stand is no difference. */
export function readingOf(records: readonly TableRecord[], sha256: string): Reading {
  const texts = records.map(rowText);
  const columns = new Set<string>();
  for (const { values } of records) {
    for (const [field, value] of Object.entries(values)) if (value !== null) columns.add(field);
  }
  return {
    sha256,
    digest: digestOf([...texts].sort().join('\n')),
    rows: inLines(texts.map((text) => shortOf(digestOf(text)))),
    columns: [...columns].sort().join(' '),
  };
}

/** The short digests of a sealed file's rows, in their order. */
export const rowsOf = ({ rows }: Pick<Reading, 'rows'>): readonly string[] => rows.split(/\s+/u).filter((each) => each !== '');

/** Things by name with their digests as they are sealed. */
export function groupOf(digests: ReadonlyMap<string, string>): Group {
  const all = [...digests].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    digest: digestOf(all.map(([name, digest]) => `${name} ${digest}`).join('\n')),
    items: all.map(([name, digest]) => `${name} ${shortOf(digest)}`).join('\n'),
  };
}

/** Lines of a name and a word without blanks, by name. */
export function linesOf(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)]));
}
