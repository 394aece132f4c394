import type { Attachment } from '../documents/attachment.ts';
import type { Blank } from '../documents/blank.ts';
import type { Commitment } from '../documents/commitment.ts';
import type { Contradiction } from '../documents/contradiction.ts';
import type { Entry } from '../documents/library.ts';
import type { TargetKind } from '../documents/pointer.ts';
import type { Procedure } from '../documents/procedure.ts';
import type { Section } from '../documents/section.ts';
import type { Standard } from '../documents/standard.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Clause } from './clauses.ts';
import { type Index, indexBy, indexItems, pointed } from './pointers.ts';
import type { Content } from './project.ts';

type Channel = NonNullable<Content['channels']>['data']['channels'][number];

/** What uses a blank or a contradiction: whoever names it in a field or marks it in its text. */
export interface MarkRelations {
  readonly clauses: readonly Clause[];
  readonly commitments: readonly Entry<Commitment>[];
  readonly indicators: readonly Indicator[];
  readonly procedures: readonly Entry<Procedure>[];
  readonly standards: readonly Entry<Standard>[];
  readonly attachments: readonly Entry<Attachment>[];
  readonly channels: readonly Channel[];
}

/** Ids of the components of one name in a body. */
const marked = ({ components }: Entry<unknown>, name: string): string[] =>
  components.filter((each) => each.name === name).map(({ attributes }) => attributes.id ?? '');

/** For each clause, the ids of the components of one name inside it: sections are a flat sequence of clauses. */
export function markedInClauses(sections: readonly Entry<Section>[], name: string): ReadonlyMap<string, readonly string[]> {
  const marks = new Map<string, string[]>();
  for (const { components } of sections) {
    let clause = '';
    for (const { name: own, attributes } of components) {
      if (own === 'Clause') clause = attributes.id ?? '';
      else if (own === name) marks.set(clause, [...(marks.get(clause) ?? []), attributes.id ?? '']);
    }
  }
  return marks;
}

/** Clauses in which an id is marked. */
export const clausesMarking = (id: string, marks: ReadonlyMap<string, readonly string[]>): string[] =>
  [...marks].filter(([, ids]) => ids.includes(id)).map(([clause]) => clause);

/** A kind of mark, and what names it outside a text. */
interface MarkKind {
  readonly name: 'Blank' | 'Contradiction';
  /** Clauses that use a mark. */
  readonly clausesOf: (id: string) => readonly string[];
  /** What fields that name it point at. */
  readonly kind: TargetKind;
}

/** Who uses what the components of one name mark. */
function markLookup(content: Content, { name, clausesOf, kind }: MarkKind): (id: string) => MarkRelations {
  const listed = { entry: content.channels, list: 'channels', items: content.channels?.data.channels ?? [] };
  const channels = indexItems(listed, kind);
  const commitments = indexBy(content.commitments, (entry) => [...pointed(kind)(entry), ...marked(entry, name)]);
  const indicators = indexBy(content.indicators, (entry) => marked(entry, name));
  const procedures = indexBy(content.procedures, (entry) => marked(entry, name));
  const standards = indexBy(content.standards, (entry) => marked(entry, name));
  const attachments = indexBy(content.attachments, (entry) => marked(entry, name));
  return (id) => ({
    clauses: clausesOf(id).flatMap((clause) => content.clauses.get(clause) ?? []),
    commitments: commitments(id),
    indicators: indicators(id).map(({ data }) => data),
    procedures: procedures(id),
    standards: standards(id),
    attachments: attachments(id),
    channels: channels(id),
  });
}

/** Clauses under which an index holds an item of an id, in the plan's order. */
const clausesWith =
  (content: Content, index: Index<{ readonly id: string }>) =>
  (id: string): string[] =>
    [...content.clauses.keys()].filter((clause) => index(clause).some((each) => each.id === id));

/** What uses blanks and contradictions; the indexes say which of them concern a clause. */
export function markLookups(
  content: Content,
  index: { readonly blanks: Index<Blank>; readonly contradictions: Index<Contradiction> },
): Readonly<Record<'blank' | 'contradiction', (id: string) => MarkRelations>> {
  return {
    blank: markLookup(content, {
      name: 'Blank',
      clausesOf: clausesWith(content, index.blanks),
      kind: 'blank',
    }),
    contradiction: markLookup(content, {
      name: 'Contradiction',
      clausesOf: clausesWith(content, index.contradictions),
      kind: 'contradiction',
    }),
  };
}
