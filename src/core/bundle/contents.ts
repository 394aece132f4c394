import type { Month } from '../calendar/date.ts';
import type { Plain } from '../changes/change.ts';
import { plainOf } from '../changes/fields.ts';
import type { DataFiles } from '../ledger/file.ts';
import { isSealFile, isSignatureFile } from '../ledger/seal-file.ts';
import { digestOf } from '../seals/canonical.ts';
import { logNamedBy } from '../seals/definitions.ts';
import { linesOf, rowText } from '../seals/digests.ts';
import { registerNamedBy } from '../seals/entries.ts';
import { type SealedMonth, type SealedState, stateOf } from '../seals/seal.ts';
import type { States } from '../seals/state.ts';
import { type BundleFiles, bytesOfText } from './archive.ts';
import { entriesText, inBundle, resultsText } from './layout.ts';
import { digestOfBytes, sumsName, sumsText } from './sums.ts';

/** What a bundle is made of: a sealed month, and the files from which it comes. */
export interface BundleSources {
  readonly states: States;
  readonly month: Month;
  readonly sealed: SealedMonth;
  readonly data: DataFiles;
  /** Who may sign, as the contract's file has it; null where it has none. */
  readonly signers: string | null;
  /** What tells people what they hold. */
  readonly note: string;
}

type Named = readonly (readonly [name: string, value: Plain])[];

/** Things by the group and the id in their names, as `indicator/a` and `schedule/J-1`: a file for each group. */
function groupFiles(place: (group: string) => string, entries: Named): BundleFiles {
  const groups = new Map<string, Map<string, Plain>>();
  for (const [name, value] of entries) {
    const group = registerNamedBy(name);
    const own = groups.get(group) ?? new Map<string, Plain>();
    groups.set(group, own.set(name.slice(group.length + 1), value));
  }
  return new Map([...groups].map(([group, own]) => [place(group), bytesOfText(entriesText(own))]));
}

/** What each definition said of the month. */
function definitionsIn({ states, month }: BundleSources, { definitions, read }: SealedState): Named {
  const used = (name: string) => read[`data/${month}/${logNamedBy(name) ?? ''}.csv`]?.columns.split(' ') ?? [];
  return [...linesOf(definitions.items).keys()].map((name) => [name, states.grounds.said(name, month, used(name))]);
}

/** The entries of registers that the month uses; of documents, which are not all published, the digests alone. */
function entriesIn({ states: { entries, project } }: BundleSources, { registers }: SealedState): Named {
  return [...linesOf(registers.items).keys()].map((name) => {
    const record = entries.record(name);
    if (record === null) return [name, null];
    const isWithheld = project.ledger.registers.get(registerNamedBy(name))?.register.evidence !== undefined;
    return [name, isWithheld ? digestOf(rowText(record)) : plainOf(record.values)];
  });
}

/** Rows as the seal has them: of neighbouring months, and of files that say the same but were written otherwise since. */
function rowFiles({ states, month, data }: BundleSources, { around, read }: SealedState): BundleFiles {
  const isRewritten = (file: string): boolean => {
    const bytes = data.get(file);
    return bytes !== undefined && read[file] !== undefined && digestOfBytes(bytes) !== read[file].sha256;
  };
  const tables = [
    ...[...states.tablesAround(month)].filter(([file]) => around[file] !== undefined),
    ...[...states.tables(month)].filter(([file]) => isRewritten(file)),
  ];
  return new Map(tables.map(([file, { records }]) => [inBundle.rows(file), bytesOfText(records.map(rowText).sort().join('\n'))]));
}

/** The month's own files as they lie: what was handed in, its seal, amendments and signatures. */
const ownFiles = ({ data, month }: BundleSources, { read }: SealedState): BundleFiles =>
  new Map(
    [...data].filter(([file]) => {
      const isOwn = read[file] !== undefined || isSealFile(file) || isSignatureFile(file);
      return isOwn && file.startsWith(`data/${month}/`);
    }),
  );

/**
 * All files of a sealed month's bundle: what was handed in and the seals as they are, and everything else that the seal holds as
 * canonical JSON, so that its digests can be made again.
 */
export function bundleFiles(sources: BundleSources): BundleFiles {
  const state = stateOf(sources.sealed);
  const { signers, note } = sources;
  const files = new Map([
    ...ownFiles(sources, state),
    ...rowFiles(sources, state),
    ...groupFiles(inBundle.definitions, definitionsIn(sources, state)),
    ...groupFiles(inBundle.registers, entriesIn(sources, state)),
    ...Object.entries(state.reports).map(([file, text]) => [inBundle.report(file), bytesOfText(text)] as const),
    [inBundle.results, bytesOfText(resultsText(state))] as const,
    ...(signers === null ? [] : [[inBundle.signers, bytesOfText(signers)] as const]),
    [inBundle.note, bytesOfText(note)] as const,
  ]);
  return new Map([...files, [sumsName, bytesOfText(sumsText(files))]]);
}
