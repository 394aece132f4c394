import type { Entry } from '../documents/library.ts';
import type { DefinitionFiles } from '../project/definitions.ts';
import type { Content } from '../project/project.ts';
import type { Edit, FieldChange, Plain } from './change.ts';
import { fieldChanges, isRecord, plainOf } from './fields.ts';
import { type Pair, pairs, sidesOf } from './pairs.ts';

/** What a comparison needs of a document, whatever its kind. */
export type AnyEntry = Pick<Entry<unknown>, 'id' | 'file' | 'written' | 'body' | 'place'>;

type Facts = Pick<Edit, 'change' | 'file' | 'line' | 'name' | 'fields'>;

const nameIn = (value: Plain): string | null => {
  if (!isRecord(value)) return null;
  const words = [value.title, value.name, value.text, value.needs, value.topic].find((each) => typeof each === 'string');
  return typeof words === 'string' ? words : null;
};

/** What a document says: its frontmatter as written, with its body as one more field. */
export const saysOf = ({ written, body }: Pick<AnyEntry, 'written' | 'body'>): { readonly [key: string]: Plain } => {
  const front = plainOf(written);
  return { ...(isRecord(front) ? front : {}), ...(body.trim() === '' ? {} : { body: body.trim() }) };
};

/** A document compared by what `says` takes from each side; null where nothing differs. */
export function documentChange<T extends AnyEntry>(pair: Pair<T>, says: (entry: T) => Plain = saysOf): Facts | null {
  const sides = sidesOf(pair);
  if (sides === null) return null;
  const of = (entry: T | null): Plain => (entry === null ? {} : says(entry));
  const fields = fieldChanges(of(pair.before), of(pair.after));
  const { file, id, written } = sides.shown;
  return fields.length === 0 ? null : { change: sides.change, file, line: 1, name: nameIn(plainOf(written)) ?? id, fields };
}

/** A section without its clauses, which are compared each by itself. */
function sectionSays(section: Content['sections'][number]): Plain {
  let rest = section.body;
  for (const { name, span } of [...section.components].reverse()) {
    if (name === 'Clause') rest = rest.slice(0, span[0]) + rest.slice(span[1]);
  }
  return saysOf({ written: section.written, body: rest.replace(/\n{2,}/gu, '\n\n') });
}

/** Documents of one folder. */
function folderEdits<T extends AnyEntry>(
  collection: string,
  before: readonly T[],
  after: readonly T[],
  says: (entry: T) => Plain = saysOf,
): Edit[] {
  return pairs(before, after, ({ file }) => file).flatMap((pair): Edit[] => {
    const facts = documentChange(pair, says);
    const document = (pair.after ?? pair.before)?.id ?? '';
    return facts === null ? [] : [{ kind: 'document', id: `document:${pair.key}`, collection, document, ...facts }];
  });
}

/** An entry of a list inside a document. */
interface Item {
  readonly list: string;
  readonly id: string;
  readonly says: Plain;
  readonly file: string;
  readonly line: number | null;
}

const listsOf = (entry: AnyEntry | null): [string, readonly Plain[]][] =>
  Object.entries(entry === null ? {} : saysOf(entry)).flatMap(([list, value]): [string, readonly Plain[]][] =>
    Array.isArray(value) && value.length > 0 && value.every((each: Plain) => isRecord(each) && typeof each.id === 'string')
      ? [[list, value]]
      : [],
  );

const itemsOf = (entry: AnyEntry | null): Item[] =>
  listsOf(entry).flatMap(([list, values]) =>
    values.map((says, index) => ({
      list,
      id: isRecord(says) ? String(says.id) : '',
      says,
      file: entry?.file ?? '',
      line: entry?.place([list, index]).line ?? null,
    })),
  );

function itemEdit(list: string, id: string, facts: Facts): Edit {
  if (list === 'blanks') return { kind: 'blank', id: `blank:${id}`, blank: id, ...facts };
  if (list === 'contradictions') return { kind: 'contradiction', id: `contradiction:${id}`, contradiction: id, ...facts };
  return { kind: 'document', id: `document:${facts.file}#${list}/${id}`, collection: list, document: id, ...facts };
}

/** A single document: its lists of entries with ids entry by entry, the rest as one. The order of such a list is no change. */
function singleEdits(before: AnyEntry | null, after: AnyEntry | null): Edit[] {
  const lists = new Set([...listsOf(before), ...listsOf(after)].map(([list]) => list));
  const rest = (entry: AnyEntry): Plain => Object.fromEntries(Object.entries(saysOf(entry)).filter(([key]) => !lists.has(key)));
  const whole = [before, after].flatMap((each) => (each === null ? [] : [each]));
  const [first] = whole;
  if (first === undefined) return [];
  const items = pairs(itemsOf(before), itemsOf(after), ({ list, id }) => `${list}/${id}`).flatMap((pair) => {
    const sides = sidesOf(pair);
    const fields = fieldChanges(pair.before?.says ?? {}, pair.after?.says ?? {});
    if (sides === null || fields.length === 0) return [];
    const { list, id, says, file, line } = sides.shown;
    return [itemEdit(list, id, { change: sides.change, file, line, name: nameIn(says) ?? id, fields })];
  });
  return [
    ...folderEdits(
      (first.file.split('/')[1] ?? '').replace(/\.mdx$/u, ''),
      before === null ? [] : [before],
      after === null ? [] : [after],
      rest,
    ),
    ...items,
  ];
}

/** Clauses of the plan, by their permanent ids. */
export function clauseEdits(before: Content, after: Content): Edit[] {
  return pairs([...before.clauses.values()], [...after.clauses.values()], ({ id }) => id).flatMap((pair): Edit[] => {
    const sides = sidesOf(pair);
    const says = (clause: typeof pair.before): Plain =>
      clause === null
        ? {}
        : {
            section: clause.section,
            title: clause.title,
            number: clause.number,
            indicator: clause.indicator,
            line: clause.sourceLine,
            text: textOf(clause.source),
          };
    const fields = fieldChanges(says(pair.before), says(pair.after));
    if (sides === null || fields.length === 0) return [];
    const { id, section, title, place } = sides.shown;
    const facts = { change: sides.change, file: place.file, line: place.line ?? null, name: `${id} ${title}`, fields };
    return [{ kind: 'clause', id: `clause:${id}`, clause: id, section, ...facts }];
  });
}

/** What stands between a clause's tags. */
const textOf = (source: string): string =>
  source
    .replace(/^<Clause\b[^>]*?\/?>/u, '')
    .replace(/<\/Clause>$/u, '')
    .trim();

/** The definitions of logs and registers. What they change in how data are read is not told: both states are read by the later ones. */
export const definitionEdits = (before: DefinitionFiles, after: DefinitionFiles): Edit[] => [
  ...folderEdits('logs', before.logs, after.logs),
  ...folderEdits('registers', before.registers, after.registers),
];

/** Every document but indicators, clauses and definitions. */
export function documentEdits(before: Content, after: Content): Edit[] {
  return [
    ...folderEdits('plan', before.sections, after.sections, sectionSays),
    ...folderEdits('standards', before.standards, after.standards),
    ...folderEdits('commitments', before.commitments, after.commitments),
    ...folderEdits('procedures', before.procedures, after.procedures),
    ...folderEdits('attachments', before.attachments, after.attachments),
    ...singleEdits(before.attachmentIndex, after.attachmentIndex),
    ...singleEdits(before.contract, after.contract),
    ...singleEdits(before.units, after.units),
    ...singleEdits(before.roles, after.roles),
    ...singleEdits(before.meetings, after.meetings),
    ...singleEdits(before.channels, after.channels),
    ...singleEdits(before.records, after.records),
    ...singleEdits(before.blanks, after.blanks),
    ...singleEdits(before.contradictions, after.contradictions),
    ...folderEdits('reports', before.reports, after.reports),
    ...singleEdits(before.redirects, after.redirects),
    ...singleEdits(before.synonyms, after.synonyms),
  ];
}

const isStamp = ({ field }: FieldChange): boolean => field === 'updated';

/**
 * `updated` is the date of an edit, not an edit: it is left out wherever something else in the file changed, and listed only
 * where it stands alone.
 */
export function withoutStamps(edits: readonly Edit[]): Edit[] {
  const substantial = new Set(edits.filter(({ fields }) => !fields.every(isStamp)).map(({ file }) => file));
  return edits.flatMap((edit) => {
    if (edit.change !== 'changed' || !substantial.has(edit.file)) return [edit];
    const fields = edit.fields.filter((each) => !isStamp(each));
    return fields.length === 0 ? [] : [{ ...edit, fields }];
  });
}
