import type { Month } from '../calendar/date.ts';
import { deliveryFile, deliveryTable } from '../ledger/delivery.ts';
import { logNamedBy } from './definitions.ts';
import { definitionEdits, entryEdits } from './named-edits.ts';
import type { Past } from './past.ts';
import { reportEdits } from './report-edits.ts';
import { resultOf, resultTexts } from './results.ts';
import { fileEdit, rowEdits } from './row-edits.ts';
import type { Reading, SealedEdit, SealedResultChange, SealedState } from './seal.ts';
import type { States } from './state.ts';

/** What a month was sealed as, and what of that is there now. */
export interface Comparison {
  readonly month: Month;
  readonly sealed: SealedState;
  readonly now: SealedState;
}

type Readings = Readonly<Record<string, Reading>>;

/** Files whose rows differ, with the rows; a file without sealed rows is one to which everything was added. */
function filesThatDiffer(sealed: Readings, now: Readings): string[] {
  const files = [...new Set([...Object.keys(sealed), ...Object.keys(now)])].sort();
  return files.filter((file) => sealed[file]?.digest !== now[file]?.digest);
}

/** Rows of the month's own files, and of neighbouring months those that the month reads. */
function tableEdits(states: States, { month, sealed, now }: Comparison, past: Past): SealedEdit[] {
  const { ledger } = states.project;
  const tableOf = (file: string) =>
    file === `data/${month}/${deliveryFile}` ? deliveryTable : ledger.logs.find(({ id }) => file.endsWith(`/${id}.csv`));
  const own = filesThatDiffer(sealed.read, now.read).flatMap((file) => {
    const [was, is, table] = [sealed.read[file], now.read[file], tableOf(file)];
    if (is === undefined) return [fileEdit(file, 'removed')];
    if (was === undefined || table === undefined) return [fileEdit(file, 'added')];
    return rowEdits({ file, table, sealed: was, records: states.tables(month).get(file)?.records ?? [] }, past, ledger.referents);
  });
  const around = filesThatDiffer(sealed.around, now.around).flatMap((file) => {
    const table = tableOf(file);
    const was = sealed.around[file] ?? { sha256: '', digest: '', rows: '', columns: '' };
    const records = states.tablesAround(month).get(file)?.records ?? [];
    return table === undefined
      ? [fileEdit(file, 'removed')]
      : rowEdits({ file, table, sealed: was, records }, past, ledger.referents);
  });
  return [...own, ...around];
}

/** Everything that a month rests on and that differs from what was sealed. `past` is asked for what was there before. */
export function editsSince(states: States, comparison: Comparison, past: Past): SealedEdit[] {
  const { month, sealed, now } = comparison;
  const used = (name: string) => sealed.read[`data/${month}/${logNamedBy(name) ?? ''}.csv`]?.columns.split(' ') ?? [];
  return [
    ...tableEdits(states, comparison, past),
    ...entryEdits(states, sealed.registers, now.registers, past),
    ...definitionEdits(states, month, [sealed.definitions, now.definitions], used, past),
    ...reportEdits(states.project.content.reports, sealed.reports, now.reports),
  ];
}

/** The results that differ from the sealed ones. */
export function resultsSince({ sealed, now }: Comparison): SealedResultChange[] {
  if (sealed.results === now.results) return [];
  const [was, is] = [resultTexts(sealed.results), resultTexts(now.results)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((indicator) => {
    const [before, after] = [was.get(indicator), is.get(indicator)];
    if (before === after) return [];
    const result = (text: string | undefined) => (text === undefined ? null : resultOf(text));
    return [{ kind: 'result', indicator, before: result(before), after: result(after) }];
  });
}
