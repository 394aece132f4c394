import { nearest } from '../csv/nearest.ts';
import { type Entry, stemOf } from '../documents/library.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Place, type Problem, problem } from '../problem/problem.ts';
import type { Content } from './project.ts';

/** What a document may point at. */
type Kind =
  | 'clause'
  | 'indicator'
  | 'procedure'
  | 'record'
  | 'role'
  | 'blank'
  | 'contradiction'
  | 'service'
  | 'log'
  | 'commitment';

const kindWords: Record<Kind, string> = {
  clause: '条款',
  indicator: '指标',
  procedure: '规程',
  record: '记录',
  role: '岗位或部门',
  blank: '待补充项',
  contradiction: '差异',
  service: '服务',
  log: '台账',
  commitment: '承诺',
};

interface Reference {
  readonly kind: Kind;
  readonly id: string;
  /** Looked for when the reference leads nowhere. */
  place(): Place;
}

/** Every id that can be pointed at, by kind. */
function targetsOf(content: Content, ledger: Ledger): Record<Kind, ReadonlySet<string>> {
  const ids = (items: readonly { readonly id: string }[] | undefined) => new Set((items ?? []).map(({ id }) => id));
  const named = (items: readonly { readonly id: string }[], folder: string) =>
    new Set([...ids(items), ...content.unread.filter((file) => file.startsWith(folder)).map(stemOf)]);
  return {
    clause: new Set(content.clauses.keys()),
    indicator: named(content.indicators, 'content/indicators/'),
    procedure: named(content.procedures, 'content/procedures/'),
    commitment: named(content.commitments, 'content/commitments/'),
    record: ids(content.records?.data.records),
    role: new Set([...ids(content.roles?.data.roles), ...ids(content.units?.data.units)]),
    blank: ids(content.blanks?.data.blanks),
    contradiction: ids(content.contradictions?.data.contradictions),
    service: new Set(['all', ...(ledger.registers.get('services')?.byId.keys() ?? [])]),
    log: ids(ledger.logs),
  };
}

/** References of one frontmatter field: one id or a list of ids. */
function field(
  entry: Entry<unknown>,
  kind: Kind,
  path: readonly PropertyKey[],
  value: string | readonly string[] | null | undefined,
): Reference[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'string') return [{ kind, id: value, place: () => entry.place(path) }];
  return value.map((id, index) => ({ kind, id, place: () => entry.place([...path, index]) }));
}

const componentKinds: ReadonlyMap<string, Kind> = new Map([
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

function contentReferences(content: Content): Reference[] {
  return [
    ...content.indicators.flatMap((entry) => [
      ...field(entry, 'clause', ['clause'], entry.data.clause),
      ...field(entry, 'service', ['service'], entry.data.service),
    ]),
    ...content.commitments.flatMap((entry) => [
      ...field(entry, 'clause', ['clauses'], entry.data.clauses),
      ...field(entry, 'indicator', ['indicators'], entry.data.indicators),
      ...field(entry, 'blank', ['blanks'], entry.data.blanks),
      ...field(entry, 'service', ['service'], entry.data.service),
      ...entry.data.documents.flatMap(({ ref }, index) => field(entry, 'record', ['documents', index, 'ref'], ref)),
    ]),
    ...content.procedures.flatMap((entry) => [
      ...field(entry, 'clause', ['clauses'], entry.data.clauses),
      ...field(entry, 'indicator', ['indicators'], entry.data.indicators),
      ...field(entry, 'role', ['roles'], entry.data.roles),
      ...field(entry, 'service', ['service'], entry.data.service),
      ...entry.data.records.flatMap(({ record }, index) => field(entry, 'record', ['records', index, 'record'], record)),
    ]),
    ...content.standards.flatMap((entry) => [
      ...field(entry, 'service', ['service'], entry.data.service),
      ...field(entry, 'procedure', ['procedures'], entry.data.procedures),
      ...entry.data.items.flatMap(({ clauses }, index) => field(entry, 'clause', ['items', index, 'clauses'], clauses)),
    ]),
    ...content.attachments.flatMap((entry) => [
      ...field(entry, 'clause', ['clauses'], entry.data.clauses),
      ...field(entry, 'role', ['owner'], entry.data.owner),
    ]),
    ...content.reports.flatMap((entry) => [
      ...field(entry, 'role', ['prepared'], entry.data.prepared),
      ...field(entry, 'role', ['reviewed'], entry.data.reviewed),
    ]),
    ...organisationReferences(content),
  ];
}

function organisationReferences(content: Content): Reference[] {
  const { roles, units, meetings, channels, records, contradictions, attachmentIndex } = content;
  return [
    ...(units?.data.units ?? []).flatMap(({ parent }, index) =>
      units === null ? [] : field(units, 'role', ['units', index, 'parent'], parent),
    ),
    ...(roles?.data.roles ?? []).flatMap(({ unit }, index) =>
      roles === null ? [] : field(roles, 'role', ['roles', index, 'unit'], unit),
    ),
    ...(meetings?.data.meetings ?? []).flatMap(({ record }, index) =>
      meetings === null ? [] : field(meetings, 'record', ['meetings', index, 'record'], record),
    ),
    ...(records?.data.records ?? []).flatMap(({ role, service }, index) =>
      records === null
        ? []
        : [
            ...field(records, 'role', ['records', index, 'role'], role),
            ...field(records, 'service', ['records', index, 'service'], service),
          ],
    ),
    ...(channels?.data.channels ?? []).flatMap(({ blank }, index) =>
      channels === null ? [] : field(channels, 'blank', ['channels', index, 'blank'], blank),
    ),
    ...(records?.data.reportTypes ?? []).flatMap(({ records: ids }, index) =>
      records === null ? [] : field(records, 'record', ['reportTypes', index, 'records'], ids),
    ),
    ...(records?.data.flows ?? []).flatMap(({ steps }, flow) =>
      records === null ? [] : steps.flatMap(({ by }, step) => field(records, 'role', ['flows', flow, 'steps', step, 'by'], by)),
    ),
    ...(contradictions?.data.contradictions ?? []).flatMap(({ indicators, sides }, index) =>
      contradictions === null
        ? []
        : [
            ...field(contradictions, 'indicator', ['contradictions', index, 'indicators'], indicators),
            ...sides.flatMap(({ clause }, side) =>
              field(contradictions, 'clause', ['contradictions', index, 'sides', side, 'clause'], clause),
            ),
          ],
    ),
    ...(attachmentIndex?.data.outstanding ?? []).flatMap(({ clauses }, index) =>
      attachmentIndex === null ? [] : field(attachmentIndex, 'clause', ['outstanding', index, 'clauses'], clauses),
    ),
  ];
}

/** Every entry that has a body. */
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
    ...singles.filter((each) => each !== null),
  ];
}

/** Kinds whose own file could not be read: that is one problem at the file, not one at every reference. */
function unreadKinds(content: Content, ledger: Ledger): ReadonlySet<Kind> {
  const isUnread = (name: string) => content.unread.includes(`content/organisation/${name}.mdx`);
  const unread: readonly (readonly [Kind, boolean])[] = [
    ['clause', content.unread.some((file) => file.startsWith('content/plan/'))],
    ['record', isUnread('records')],
    ['role', isUnread('roles') || isUnread('units')],
    ['blank', isUnread('blanks')],
    ['contradiction', isUnread('contradictions')],
    ['service', (ledger.registers.get('services')?.records ?? []).length === 0],
  ];
  return new Set(unread.flatMap(([kind, hidden]) => (hidden ? [kind] : [])));
}

/** References to what does not exist, in frontmatter and bodies, each with its place and the nearest id. */
export function checkReferences(content: Content, ledger: Ledger): Problem[] {
  const targets = targetsOf(content, ledger);
  const unread = unreadKinds(content, ledger);
  const references = [...contentReferences(content), ...entriesOf(content).flatMap(bodyReferences)];
  return references.flatMap(({ kind, id, place }) => {
    if (unread.has(kind) || targets[kind].has(id)) return [];
    const near = nearest(id, [...targets[kind]]);
    const hint = near === null ? `请核对${kindWords[kind]}的编号` : `是否应为“${near}”？`;
    return [problem('reference/unknown', place(), `没有${kindWords[kind]}“${id}”`, hint)];
  });
}
