import { z } from 'zod';
import type { Month } from '../calendar/date.ts';
import type { Plain } from '../changes/change.ts';
import { fieldChanges, isRecord } from '../changes/fields.ts';
import { rowKey } from '../changes/rows.ts';
import { readEntry } from '../documents/library.ts';
import { readFile } from '../ledger/file.ts';
import { sealFile } from '../ledger/seal-file.ts';
import type { Project } from '../project/project.ts';
import { canonicalText, digestOf } from './canonical.ts';
import { documentFile } from './definitions.ts';
import { linesOf, rowText, shortOf } from './digests.ts';
import { registerNamedBy } from './entries.ts';
import type { Past } from './past.ts';
import type { Group, SealedEdit } from './seal.ts';
import type { States } from './state.ts';

type Field = SealedEdit['fields'][number];
type Json = Field['before'];

/** A name whose digest is another than the sealed one, or which is new. */
interface Differing {
  readonly name: string;
  /** The short digest that was sealed; null for what was not there. */
  readonly sealed: string | null;
}

/** The names in which a group differs from the sealed one. */
function differing(sealed: Group, now: Group): readonly Differing[] {
  if (sealed.digest === now.digest) return [];
  const [was, is] = [linesOf(sealed.items), linesOf(now.items)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => was.get(name) !== is.get(name))
    .map((name) => ({ name, sealed: was.get(name) ?? null }));
}

/** JSON that may be changed is asked for where a value that nobody changes is meant. */
const json = (value: Plain): Json => z.json().parse(value);

const fieldsOf = (before: Plain, after: Plain): Field[] =>
  fieldChanges(before, after).map((each) => ({
    field: each.field === '' ? '文字' : each.field,
    before: json(each.before),
    after: json(each.after),
  }));

/** What an entry of a register said when it was sealed; null where nobody knows. */
function entryBefore({ name, sealed }: Differing, { definitions, ledger }: Project, past: Past): Plain {
  const id = registerNamedBy(name);
  const register = definitions.registers.find((each) => each.id === id);
  if (register === undefined) return null;
  const file = `data/registers/${id}.csv`;
  for (const bytes of past.versions(file)) {
    const { value } = readFile(bytes, register, file, { month: null, referents: ledger.referents });
    const found = value.find((record) => `${id}/${rowKey(record.values, register)}` === name);
    if (found !== undefined && shortOf(digestOf(rowText(found))) === sealed) return found.values;
  }
  return null;
}

/** The difference as an edit; without what was there before, only what is there now is told. */
function editOf(each: Differing, before: Plain, after: Plain): Pick<SealedEdit, 'change' | 'fields' | 'known'> {
  const change = each.sealed === null ? 'added' : after === null ? 'removed' : 'changed';
  const known = each.sealed === null || before !== null;
  return {
    change,
    fields: known ? fieldsOf(before ?? (isRecord(after) ? {} : null), after ?? (isRecord(before) ? {} : null)) : [],
    known,
  };
}

/** Entries of registers that differ from the sealed ones. */
export function entryEdits(states: States, sealed: Group, now: Group, past: Past): SealedEdit[] {
  const { project, entries } = states;
  return differing(sealed, now).map((each): SealedEdit => {
    const id = registerNamedBy(each.name);
    const record = entries.record(each.name);
    const columns = project.definitions.registers.find((register) => register.id === id)?.columns ?? {};
    const before = each.sealed === null ? null : entryBefore(each, project, past);
    const { fields, ...edit } = editOf(each, before, record?.values ?? null);
    const file = `data/registers/${id}.csv`;
    const told = fields.map((field) => ({ ...field, field: columns[field.field]?.name ?? field.field }));
    return { kind: 'register', ...edit, file, line: record?.line ?? null, name: each.name.slice(id.length + 1), fields: told };
  });
}

/** What a definition said of a month when it was sealed; null where nobody knows. */
function definitionBefore(
  states: States,
  { name, sealed }: Differing,
  { file, month, used }: { readonly file: string; readonly month: Month; readonly used: readonly string[] },
  past: Past,
): Plain {
  for (const bytes of past.versions(file)) {
    const { value } = readEntry(file, new TextDecoder().decode(bytes), z.looseObject({}));
    const said = value === null ? null : states.grounds.saidBefore(value, name, month, used);
    if (said !== null && shortOf(digestOf(canonicalText(said))) === sealed) return said;
  }
  return null;
}

/** Definitions that differ from the sealed ones. `used` are the columns of a log in which the month's file said anything. */
export function definitionEdits(
  states: States,
  month: Month,
  [sealed, now]: readonly [Group, Group],
  used: (name: string) => readonly string[],
  past: Past,
): SealedEdit[] {
  const { grounds, project } = states;
  return differing(sealed, now).map((each): SealedEdit => {
    const { name } = each;
    const file = grounds.document(name)?.file ?? documentFile(name, project.content.sections) ?? sealFile(month);
    const after = grounds.said(name, month, used(name));
    const before = definitionBefore(states, each, { file, month, used: used(name) }, past);
    const edit = editOf(each, before, after);
    const [first] = edit.fields;
    return { kind: 'definition', ...edit, file, line: grounds.place(name, first?.field)?.line ?? null, name };
  });
}
