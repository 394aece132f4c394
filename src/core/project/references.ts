import { nearest } from '../csv/nearest.ts';
import { type Entry, stemOf } from '../documents/library.ts';
import { type TargetKind, targetWords } from '../documents/pointer.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Place, type Problem, problem } from '../problem/problem.ts';
import type { Content } from './project.ts';

interface Reference {
  readonly kind: TargetKind;
  readonly id: string;
  /** Looked for when the reference leads nowhere. */
  place(): Place;
}

/** Every id that can be pointed at, by kind. */
function targetsOf(content: Content, ledger: Ledger): Record<TargetKind, ReadonlySet<string>> {
  const ids = (items: readonly { readonly id: string }[] | undefined) => new Set((items ?? []).map(({ id }) => id));
  const named = (items: readonly { readonly id: string }[], folder: string) =>
    new Set([...ids(items), ...content.unread.filter((file) => file.startsWith(folder)).map(stemOf)]);
  return {
    clause: new Set(content.clauses.keys()),
    indicator: named(content.indicators, 'content/indicators/'),
    procedure: named(content.procedures, 'content/procedures/'),
    record: ids(content.records?.data.records),
    role: new Set([...ids(content.roles?.data.roles), ...ids(content.units?.data.units)]),
    blank: ids(content.blanks?.data.blanks),
    contradiction: ids(content.contradictions?.data.contradictions),
    post: new Set(ledger.registers.get('posts')?.byId.keys() ?? []),
    service: new Set(['all', ...(ledger.registers.get('services')?.byId.keys() ?? [])]),
  };
}

/** References of the fields whose schemas say that they point at something. */
const fieldReferences = (entry: Entry<unknown>): Reference[] =>
  entry.pointers.map(({ kind, id, path }) => ({ kind, id, place: () => entry.place(path) }));

const componentKinds: ReadonlyMap<string, TargetKind> = new Map([
  ['Blank', 'blank'],
  ['Contradiction', 'contradiction'],
]);

/** References of a body: `<Blank id>`, `<Contradiction id>`, and the indicator that a clause carries. */
function bodyReferences(entry: Entry<unknown>): Reference[] {
  return entry.components.flatMap((component): Reference[] => {
    const { name, attributes } = component;
    const place = () => component.place;
    const kind = componentKinds.get(name);
    if (kind !== undefined) return [{ kind, id: attributes.id ?? '', place }];
    return name === 'Clause' && attributes.indicator !== undefined
      ? [{ kind: 'indicator', id: attributes.indicator, place }]
      : [];
  });
}

/** Every document, the definitions of logs and registers and the words of the search aside. */
function entriesOf(content: Content): Entry<unknown>[] {
  const singles = [
    content.attachmentIndex,
    content.contract,
    content.units,
    content.roles,
    content.meetings,
    content.channels,
    content.records,
    content.blanks,
    content.contradictions,
  ];
  return [
    ...content.sections,
    ...content.standards,
    ...content.commitments,
    ...content.indicators,
    ...content.procedures,
    ...content.attachments,
    ...content.reports,
    ...singles.filter((each) => each !== null),
  ];
}

/** Kinds whose own file could not be read: that is one problem at the file, not one at every reference. */
function unreadKinds(content: Content, ledger: Ledger): ReadonlySet<TargetKind> {
  const isUnread = (name: string) => content.unread.includes(`content/organisation/${name}.mdx`);
  const unread: readonly (readonly [TargetKind, boolean])[] = [
    ['clause', content.unread.some((file) => file.startsWith('content/plan/'))],
    ['record', isUnread('records')],
    ['role', isUnread('roles') || isUnread('units')],
    ['blank', isUnread('blanks')],
    ['contradiction', isUnread('contradictions')],
    ['post', (ledger.registers.get('posts')?.records ?? []).length === 0],
    ['service', (ledger.registers.get('services')?.records ?? []).length === 0],
  ];
  return new Set(unread.flatMap(([kind, hidden]) => (hidden ? [kind] : [])));
}

/** References to what does not exist, in frontmatter and bodies, each with its place and the nearest id. */
export function checkReferences(content: Content, ledger: Ledger): Problem[] {
  const targets = targetsOf(content, ledger);
  const unread = unreadKinds(content, ledger);
  const references = entriesOf(content).flatMap((entry) => [...fieldReferences(entry), ...bodyReferences(entry)]);
  return references.flatMap(({ kind, id, place }) => {
    if (unread.has(kind) || targets[kind].has(id)) return [];
    const near = nearest(id, [...targets[kind]]);
    const hint = near === null ? `请核对${targetWords[kind]}的编号` : `是否应为“${near}”？`;
    return [problem('reference/unknown', place(), `没有${targetWords[kind]}“${id}”`, hint)];
  });
}
