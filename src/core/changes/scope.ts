import { isMonth, yearOf } from '../calendar/date.ts';
import { contractFile } from '../documents/contract.ts';
import { documentsFolder } from '../ledger/stray.ts';

/** The files of a state, by path, each with a mark that is equal only for equal contents, such as git's blob id. */
export type Marks = ReadonlyMap<string, string>;

const monthIn = (file: string): string | null => {
  const folder = file.split('/')[1] ?? '';
  return file.startsWith('data/') && isMonth(folder) ? folder : null;
};

/** What every month's results rest on: indicators, the contract's terms, registers. */
const farReaching = (file: string): boolean =>
  file.startsWith('content/indicators/') || file.startsWith('data/registers/') || file === contractFile;

/** Paths that differ between two states. */
export const differing = (before: Marks, after: Marks): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file)).sort();

const latestOf = (marks: Marks): string =>
  [...marks.keys()]
    .flatMap((file) => monthIn(file) ?? [])
    .sort()
    .at(-1) ?? '';

/**
 * Which files must be read to compare two states: everything, except the files of documents, which the register names by their
 * digests, and months that cannot differ. A month's rows are judged with
 * those of its quarter or year at most, so where only months differ, whole calendar years without a difference are left out.
 * The latest month of each state stays, because it ends the months that are judged.
 */
export function neededFor(before: Marks, after: Marks): (file: string) => boolean {
  const isRead = (file: string) => !file.startsWith(documentsFolder);
  const changed = differing(before, after).filter(isRead);
  if (changed.some(farReaching)) return isRead;
  const years = new Set(changed.flatMap((file) => monthIn(file) ?? []).map(yearOf));
  const latest = [latestOf(before), latestOf(after)];
  return (file) => {
    const month = monthIn(file);
    if (!isRead(file)) return false;
    return month === null || latest.includes(month) || years.has(yearOf(month));
  };
}
