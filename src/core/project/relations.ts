import type { Attachment } from '../documents/attachment.ts';
import type { Blank } from '../documents/blank.ts';
import type { Commitment } from '../documents/commitment.ts';
import type { Contradiction } from '../documents/contradiction.ts';
import type { Entry } from '../documents/library.ts';
import type { Procedure } from '../documents/procedure.ts';
import type { Section } from '../documents/section.ts';
import type { Standard } from '../documents/standard.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Log } from '../logs/log.ts';
import type { Clause } from './clauses.ts';
import type { Content } from './project.ts';

type Meeting = NonNullable<Content['meetings']>['data']['meetings'][number];
type Channel = NonNullable<Content['channels']>['data']['channels'][number];
export type RecordKind = NonNullable<Content['records']>['data']['records'][number];

/** What rests on a clause, and what is open in it. */
export interface ClauseRelations {
  readonly commitments: readonly Entry<Commitment>[];
  readonly indicators: readonly Indicator[];
  readonly procedures: readonly Entry<Procedure>[];
  readonly standards: readonly Entry<Standard>[];
  readonly attachments: readonly Entry<Attachment>[];
  readonly contradictions: readonly Contradiction[];
  readonly blanks: readonly Blank[];
}

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

export interface IndicatorRelations {
  readonly commitments: readonly Entry<Commitment>[];
  readonly procedures: readonly Entry<Procedure>[];
  readonly standards: readonly Entry<Standard>[];
  readonly contradictions: readonly Contradiction[];
}

export interface RecordRelations {
  readonly procedures: readonly Entry<Procedure>[];
  readonly commitments: readonly Entry<Commitment>[];
  readonly meetings: readonly Meeting[];
  /** The log into which it is handed in; null where that log does not exist yet, or none is named. */
  readonly log: Log | null;
}

export interface ProcedureRelations {
  readonly standards: readonly Entry<Standard>[];
  /** Promises that rest on a clause of the procedure. */
  readonly commitments: readonly Entry<Commitment>[];
}

/** Every relation of the content read backwards: from what is pointed at to what points at it, in the documents' order. */
export interface Relations {
  clause(id: string): ClauseRelations;
  indicator(id: string): IndicatorRelations;
  record(id: string): RecordRelations;
  procedure(id: string): ProcedureRelations;
  /** Procedures that carry out a promise: they rest on one of its clauses. */
  commitment(id: string): { readonly procedures: readonly Entry<Procedure>[] };
  /** Indicators and promises that rest on one of a standard's clauses. */
  standard(id: string): { readonly indicators: readonly Indicator[]; readonly commitments: readonly Entry<Commitment>[] };
  blank(id: string): MarkRelations;
  contradiction(id: string): MarkRelations;
  /** A record of the plan by its id. */
  recordKind(id: string): RecordKind | null;
  /** A post's or unit's name by its id. */
  roleName(id: string): string;
}

type Index<T> = (id: string) => readonly T[];

/** Items by each of the ids they point at; an item stands once under an id, however often it points there. */
function indexBy<T>(items: readonly T[], targets: (item: T) => readonly string[]): Index<T> {
  const index = new Map<string, T[]>();
  for (const item of items) {
    for (const id of new Set(targets(item))) index.set(id, [...(index.get(id) ?? []), item]);
  }
  return (id) => index.get(id) ?? [];
}

/** Ids of the components of one name in a body. */
const marked = ({ components }: Entry<unknown>, name: string): string[] =>
  components.filter((each) => each.name === name).map(({ attributes }) => attributes.id ?? '');

/** For each clause, the ids of the components of one name inside it: sections are a flat sequence of clauses. */
function markedInClauses(sections: readonly Entry<Section>[], name: string): ReadonlyMap<string, readonly string[]> {
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
const clausesMarking = (id: string, marks: ReadonlyMap<string, readonly string[]>): string[] =>
  [...marks].filter(([, ids]) => ids.includes(id)).map(([clause]) => clause);

const blanksOf = (content: Content): readonly Blank[] => content.blanks?.data.blanks ?? [];
const contradictionsOf = (content: Content): readonly Contradiction[] => content.contradictions?.data.contradictions ?? [];
const clausesOfStandard = ({ data }: Entry<Standard>): string[] => data.items.flatMap(({ clauses }) => clauses);

/** Indexes of what rests on a clause: by a field of the document, by a mark in the clause, or because the clause carries it. */
function clauseIndexes(content: Content) {
  const blanks = markedInClauses(content.sections, 'Blank');
  const contradictions = markedInClauses(content.sections, 'Contradiction');
  const carriers = new Map([...content.clauses.values()].map(({ id, indicator }) => [indicator, id]));
  return {
    commitments: indexBy(content.commitments, ({ data }) => data.clauses),
    indicators: indexBy(
      content.indicators.map(({ data }) => data),
      ({ id, clause }) => [clause, carriers.get(id) ?? clause],
    ),
    procedures: indexBy(content.procedures, ({ data }) => data.clauses),
    standards: indexBy(content.standards, clausesOfStandard),
    attachments: indexBy(content.attachments, ({ data }) => data.clauses),
    contradictions: indexBy(contradictionsOf(content), ({ id, sides }) => [
      ...sides.flatMap(({ clause }) => clause ?? []),
      ...clausesMarking(id, contradictions),
    ]),
    blanks: indexBy(blanksOf(content), ({ id }) => clausesMarking(id, blanks)),
  };
}
type ClauseIndexes = ReturnType<typeof clauseIndexes>;

function clauseLookup(index: ClauseIndexes): Relations['clause'] {
  return (id) => ({
    commitments: index.commitments(id),
    indicators: index.indicators(id),
    procedures: index.procedures(id),
    standards: index.standards(id),
    attachments: index.attachments(id),
    contradictions: index.contradictions(id),
    blanks: index.blanks(id),
  });
}

/** Who uses what the components of one name mark; `fields` and `channels` name it outside their text. */
function markLookup(
  content: Content,
  name: 'Blank' | 'Contradiction',
  clausesOf: (id: string) => readonly string[],
  fields: (data: Commitment) => readonly string[],
  channels: Index<Channel>,
): (id: string) => MarkRelations {
  const commitments = indexBy(content.commitments, (entry) => [...fields(entry.data), ...marked(entry, name)]);
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

function markLookups(content: Content, index: ClauseIndexes): Pick<Relations, 'blank' | 'contradiction'> {
  const channels = indexBy(content.channels?.data.channels ?? [], ({ blank }) => (blank === undefined ? [] : [blank]));
  return {
    blank: markLookup(content, 'Blank', clausesWith(content, index.blanks), ({ blanks }) => blanks, channels),
    contradiction: markLookup(
      content,
      'Contradiction',
      clausesWith(content, index.contradictions),
      () => [],
      () => [],
    ),
  };
}

function indicatorLookup(content: Content, index: ClauseIndexes): Relations['indicator'] {
  const clauses = new Map(content.indicators.map(({ id, data }) => [id, data.clause]));
  const commitments = indexBy(content.commitments, ({ data }) => data.indicators);
  const procedures = indexBy(content.procedures, ({ data }) => data.indicators);
  const contradictions = indexBy(contradictionsOf(content), ({ indicators }) => indicators);
  return (id) => ({
    commitments: commitments(id),
    procedures: procedures(id),
    standards: index.standards(clauses.get(id) ?? ''),
    contradictions: contradictions(id),
  });
}

function recordLookups(content: Content, logs: readonly Log[]): Pick<Relations, 'record' | 'recordKind'> {
  const kinds = new Map((content.records?.data.records ?? []).map((each) => [each.id, each]));
  const procedures = indexBy(content.procedures, ({ data }) => data.records.map(({ record }) => record));
  const commitments = indexBy(content.commitments, ({ data }) => data.documents.flatMap(({ ref }) => ref ?? []));
  const meetings = indexBy(content.meetings?.data.meetings ?? [], ({ record }) => (record === null ? [] : [record]));
  return {
    record: (id) => ({
      procedures: procedures(id),
      commitments: commitments(id),
      meetings: meetings(id),
      log: logs.find((log) => log.id === kinds.get(id)?.log) ?? null,
    }),
    recordKind: (id) => kinds.get(id) ?? null,
  };
}

/** Everything under any of several clauses, each once, in the documents' order. */
function under<T>(all: readonly T[], index: Index<T>, clauses: readonly string[] | undefined): T[] {
  const found = new Set((clauses ?? []).flatMap((clause) => index(clause)));
  return all.filter((each) => found.has(each));
}

/** Documents that meet in a clause without naming each other. */
function meetingLookups(content: Content, index: ClauseIndexes): Pick<Relations, 'procedure' | 'commitment' | 'standard'> {
  const { commitments, procedures } = content;
  const indicators = content.indicators.map(({ data }) => data);
  const clausesOf = {
    commitment: new Map(commitments.map(({ id, data }) => [id, data.clauses])),
    procedure: new Map(procedures.map(({ id, data }) => [id, data.clauses])),
    standard: new Map(content.standards.map((entry) => [entry.id, clausesOfStandard(entry)])),
  };
  const standards = indexBy(content.standards, ({ data }) => data.procedures);
  return {
    procedure: (id) => ({
      standards: standards(id),
      commitments: under(commitments, index.commitments, clausesOf.procedure.get(id)),
    }),
    commitment: (id) => ({ procedures: under(procedures, index.procedures, clausesOf.commitment.get(id)) }),
    standard: (id) => ({
      indicators: under(indicators, index.indicators, clausesOf.standard.get(id)),
      commitments: under(commitments, index.commitments, clausesOf.standard.get(id)),
    }),
  };
}

/** The relations of a content, computed once; lookups cost next to nothing. */
export function relationsOf(content: Content, logs: readonly Log[]): Relations {
  const index = clauseIndexes(content);
  const names = new Map(
    [...(content.units?.data.units ?? []), ...(content.roles?.data.roles ?? [])].map(({ id, name }) => [id, name]),
  );
  return {
    clause: clauseLookup(index),
    indicator: indicatorLookup(content, index),
    ...recordLookups(content, logs),
    ...meetingLookups(content, index),
    ...markLookups(content, index),
    roleName: (id) => names.get(id) ?? id,
  };
}
