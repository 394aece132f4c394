import type { Attachment } from '../documents/attachment.ts';
import type { Blank } from '../documents/blank.ts';
import type { Commitment } from '../documents/commitment.ts';
import type { Contradiction } from '../documents/contradiction.ts';
import type { Entry } from '../documents/library.ts';
import type { Procedure } from '../documents/procedure.ts';
import type { Standard } from '../documents/standard.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Log } from '../logs/log.ts';
import { clausesMarking, type MarkRelations, markedInClauses, markLookups } from './marks.ts';
import { type Index, indexBy, indexItems, type Listed, pointed, targetsOf } from './pointers.ts';
import type { Content } from './project.ts';

/** One row of a standard, as far as it decides what checks it. */
export type Duty = Pick<Standard['items'][number], 'clauses' | 'advice'>;

type Meeting = NonNullable<Content['meetings']>['data']['meetings'][number];
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
  /**
   * Indicators that check a duty of a standard: those on one of its clauses. None checks what is ours in whole or in part: the
   * plan's indicators know nothing of it.
   */
  duty(item: Duty): readonly Indicator[];
  /** Indicators and promises that rest on one of a standard's clauses. */
  standard(id: string): { readonly indicators: readonly Indicator[]; readonly commitments: readonly Entry<Commitment>[] };
  blank(id: string): MarkRelations;
  contradiction(id: string): MarkRelations;
  /** A record of the plan by its id. */
  recordKind(id: string): RecordKind | null;
  /** A post's or unit's name by its id. */
  roleName(id: string): string;
}

const blanksOf = (content: Content): readonly Blank[] => content.blanks?.data.blanks ?? [];
const contradictionsOf = (content: Content): readonly Contradiction[] => content.contradictions?.data.contradictions ?? [];
const contradictionList = (content: Content): Listed<Contradiction> => ({
  entry: content.contradictions,
  list: 'contradictions',
  items: contradictionsOf(content),
});

/** Indexes of what rests on a clause: by a field of the document, by a mark in the clause, or because the clause carries it. */
function clauseIndexes(content: Content) {
  const blanks = markedInClauses(content.sections, 'Blank');
  const contradictions = markedInClauses(content.sections, 'Contradiction');
  const named = targetsOf(contradictionList(content), 'clause');
  const carriers = new Map([...content.clauses.values()].map(({ id, indicator }) => [indicator, id]));
  return {
    commitments: indexBy(content.commitments, pointed('clause')),
    indicators: indexBy(
      content.indicators.map(({ data }) => data),
      ({ id, clause }) => [clause, carriers.get(id) ?? clause],
    ),
    procedures: indexBy(content.procedures, pointed('clause')),
    standards: indexBy(content.standards, pointed('clause')),
    attachments: indexBy(content.attachments, pointed('clause')),
    contradictions: indexBy(contradictionsOf(content), (item) => [...named(item), ...clausesMarking(item.id, contradictions)]),
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

function indicatorLookup(content: Content, index: ClauseIndexes): Relations['indicator'] {
  const clauses = new Map(content.indicators.map(({ id, data }) => [id, data.clause]));
  const commitments = indexBy(content.commitments, pointed('indicator'));
  const procedures = indexBy(content.procedures, pointed('indicator'));
  const contradictions = indexItems(contradictionList(content), 'indicator');
  return (id) => ({
    commitments: commitments(id),
    procedures: procedures(id),
    standards: index.standards(clauses.get(id) ?? ''),
    contradictions: contradictions(id),
  });
}

function recordLookups(content: Content, logs: readonly Log[]): Pick<Relations, 'record' | 'recordKind'> {
  const kinds = new Map((content.records?.data.records ?? []).map((each) => [each.id, each]));
  const procedures = indexBy(content.procedures, pointed('record'));
  const commitments = indexBy(content.commitments, pointed('record'));
  const listed = { entry: content.meetings, list: 'meetings', items: content.meetings?.data.meetings ?? [] };
  const meetings = indexItems(listed, 'record');
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

const clausesById = (entries: readonly Entry<unknown>[]) => new Map(entries.map((entry) => [entry.id, pointed('clause')(entry)]));

/** Documents that meet in a clause without naming each other. */
function meetingLookups(
  content: Content,
  index: ClauseIndexes,
): Pick<Relations, 'procedure' | 'commitment' | 'duty' | 'standard'> {
  const { commitments, procedures } = content;
  // A standard tells how many indicators rest on it and how they stand: those of the plan's list.
  // The plan's own list: its indicators stand each on the clause that they are about; a supplementary one on a clause about much else.
  const listed = content.indicators.map(({ data }) => data).filter(({ list }) => list === 'plan');
  const clausesOf = {
    commitment: clausesById(commitments),
    procedure: clausesById(procedures),
    standard: clausesById(content.standards),
  };
  const standards = indexBy(content.standards, pointed('procedure'));
  return {
    procedure: (id) => ({
      standards: standards(id),
      commitments: under(commitments, index.commitments, clausesOf.procedure.get(id)),
    }),
    commitment: (id) => ({ procedures: under(procedures, index.procedures, clausesOf.commitment.get(id)) }),
    duty: ({ clauses, advice }) => (advice.length > 0 ? [] : under(listed, index.indicators, clauses)),
    standard: (id) => ({
      indicators: under(listed, index.indicators, clausesOf.standard.get(id)),
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
