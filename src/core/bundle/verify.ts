import type { DataFiles } from '../ledger/file.ts';
import { signatureIn } from '../ledger/seal-file.ts';
import { Gathering } from '../problem/gathering.ts';
import { type Outcome, type Problem, problem } from '../problem/problem.ts';
import { canonicalText, digestOf } from '../seals/canonical.ts';
import { brokenAmendments } from '../seals/chain.ts';
import { groupOf, linesOf, shortOf } from '../seals/digests.ts';
import { readSeals } from '../seals/reading.ts';
import { type Group, type SealedMonth, type SealedState, stateOf } from '../seals/seal.ts';
import { checkSigned } from '../seals/signing.ts';
import { type BundleFiles, unpack } from './archive.ts';
import { groupIn, inBundle, readEntries, resultsText } from './layout.ts';
import { checkSums, digestOfBytes, sumsName } from './sums.ts';

/** A bundle that could be read, and the month that it says it is of. */
export interface ReadBundle {
  readonly files: BundleFiles;
  readonly sealed: SealedMonth;
}

const hint = '这个包不能作为凭据，请向提供者重新索取';
const fault = (file: string, message: string): Problem => problem('bundle/seal', { file }, message, hint);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The month that a bundle is of. Reports `bundle/seal` where it is of none or of several, and what is wrong with the seals themselves. */
function sealedIn(files: BundleFiles): Outcome<SealedMonth | null> {
  const data: DataFiles = new Map([...files].filter(([file]) => file.startsWith('data/')));
  const { value, problems } = readSeals(data);
  const [only, ...others] = value.values();
  if (only !== undefined && others.length === 0) return { value: only, problems: [...problems, ...brokenAmendments(only)] };
  const message = only === undefined ? '包里没有能读的封存' : '包里有不止一个月的封存';
  return { value: null, problems: problems.length > 0 ? problems : [fault('data', message)] };
}

/** Whether the rows of a file are those of the seal: by its bytes, or by the rows that were put beside it. */
function checkReading(
  files: BundleFiles,
  file: string,
  { sha256, digest }: SealedState['read'][string],
  rowsOnly: boolean,
): Problem[] {
  const [bytes, rows] = [files.get(file), files.get(inBundle.rows(file))];
  if (!rowsOnly && bytes === undefined) return [fault(file, '封存里有这个文件，包里没有')];
  if (rows !== undefined) return digestOf(textOf(rows)) === digest ? [] : [fault(inBundle.rows(file), '各行与封存不符')];
  if (rowsOnly) return [fault(inBundle.rows(file), '封存里有邻月的这些行，包里没有')];
  return bytes !== undefined && digestOfBytes(bytes) === sha256 ? [] : [fault(file, '文件与封存不符')];
}

/** Whether definitions or entries of registers are those of the seal; a withheld entry stands there by its digest. */
function checkGroup(files: BundleFiles, folder: 'definitions' | 'registers', sealed: Group): Problem[] {
  const digests = new Map<string, string>();
  for (const [path, bytes] of files) {
    const group = groupIn(folder, path);
    if (group === null) continue;
    const entries = readEntries(textOf(bytes));
    if (entries === null) return [fault(path, '文件不能读取')];
    for (const [id, value] of entries) {
      const isWithheld = folder === 'registers' && typeof value === 'string';
      digests.set(`${group}/${id}`, value === null ? '-' : isWithheld ? value : digestOf(canonicalText(value)));
    }
  }
  if (groupOf(digests).digest === sealed.digest) return [];
  const known = linesOf(sealed.items);
  const names = [...new Set([...known.keys(), ...digests.keys()])];
  const changed = names.filter((name) => known.get(name) !== shortOf(digests.get(name) ?? ''));
  return [fault(`${folder}/`, `与封存不符：${(changed.length === 0 ? names : changed).slice(0, 5).join('、')}`)];
}

/** Files that the seal does not speak of, the words about the bundle and the lists aside. */
function strays(files: BundleFiles, expected: ReadonlySet<string>): Problem[] {
  return [...files.keys()]
    .filter((file) => {
      const signed = signatureIn(file)?.signed;
      return !(signed === undefined ? expected.has(file) : files.has(signed));
    })
    .map((file) => fault(file, '封存里没有这个文件'));
}

/** Whether everything in a bundle is what its seal, or the last amendment, holds. Reports `bundle/seal`. */
function checkState(files: BundleFiles, sealed: SealedMonth): Problem[] {
  const state = stateOf(sealed);
  const { month } = sealed.seal;
  const reports = Object.entries(state.reports);
  const expected = new Set([
    ...[...files.keys()].filter((file) => groupIn('definitions', file) !== null || groupIn('registers', file) !== null),
    ...Object.keys(state.read).flatMap((file) => [file, inBundle.rows(file)]),
    ...Object.keys(state.around).map(inBundle.rows),
    ...reports.map(([file]) => inBundle.report(file)),
    ...[`data/${month}/seal.yaml`, ...sealed.amendments.map(({ number }) => `data/${month}/amendment-${number}.yaml`)],
    ...[inBundle.results, inBundle.signers, inBundle.note, sumsName],
  ]);
  const says = (path: string, text: string) => {
    const bytes = files.get(path);
    return bytes !== undefined && textOf(bytes) === text ? [] : [fault(path, '与封存所载的不符')];
  };
  return [
    ...Object.entries(state.read).flatMap(([file, reading]) => checkReading(files, file, reading, false)),
    ...Object.entries(state.around).flatMap(([file, reading]) => checkReading(files, file, reading, true)),
    ...checkGroup(files, 'definitions', state.definitions),
    ...checkGroup(files, 'registers', state.registers),
    ...reports.flatMap(([file, text]) => says(inBundle.report(file), text)),
    ...says(inBundle.results, resultsText(state)),
    ...strays(files, expected),
  ];
}

/**
 * A bundle by its bytes: whether it is whole (`bundle/unreadable`, `bundle/changed`), whether its seal is sound (`seal/…`), and
 * whether what it holds is what the seal holds (`bundle/seal`). Signatures are not verified here: `ssh-keygen` does that.
 */
export function readBundle(name: string, bytes: Uint8Array): Outcome<ReadBundle | null> {
  const all = new Gathering();
  const files = all.take(unpack(name, bytes));
  if (files === null) return { value: null, problems: all.problems };
  all.add(checkSums(files));
  const sealed = all.take(sealedIn(files));
  if (sealed === null) return { value: null, problems: all.problems };
  all.add(checkState(files, sealed));
  all.add(checkSigned(new Map([[sealed.seal.month, sealed]]), files.keys()));
  return { value: { files, sealed }, problems: all.problems };
}
