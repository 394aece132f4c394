import { z } from 'zod';
import { type Conditions, columnsIn, conditionsSchema } from '../csv/condition.ts';

/** What a finding is, from what weighs most: an accident, a complaint, a fault, a defect seen on a round, a shortcoming seen by a supervisor, a failed check. */
export const findingKinds = ['incident', 'complaint', 'fault', 'defect', 'shortcoming', 'failed-check'] as const;
export type FindingKind = (typeof findingKinds)[number];

/**
 * Whatever has a beginning and must be brought to an end: findings, what customers asked for or said, work that arises without
 * a plan (a dead plant to replace), and measures to improve.
 */
export const caseKinds = [...findingKinds, 'request', 'feedback', 'job', 'measure'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** What a customer may say. */
export const opinionKinds = ['praise', 'complaint', 'suggestion', 'enquiry'] as const;
export type OpinionKind = (typeof opinionKinds)[number];

/** A column's id. */
const field = z.string();
const rows = conditionsSchema.optional();

/** What rows with a beginning and an end have in common. */
const begunAndEnded = {
  /** Which rows of the log are meant; without it all. A row that a role before it already took is not taken again. */
  where: rows,
  opened: field,
  closed: field,
  /** Rows that say so are not at an end, whatever moment they give. */
  unfinished: rows,
  /** The column of a first answer, for which a limit of its own may be set. */
  answered: field.optional(),
  /** The column with the row's own limit, where no indicator sets one. */
  due: field.optional(),
  /** The column that names the post that is to act; a post that only looked and wrote down is none. */
  responsible: field.optional(),
  /** The column that names the post that looked again when it was done: another one than the post that acted. */
  verifier: field.optional(),
  /** The column that sorts its cases into few kinds of things. */
  item: field,
  /** Columns that say what it is about, and what was done. */
  about: z.array(field).min(1),
  action: z.array(field).default([]),
  /** Columns that say how far it has come: in a later month they may say something else, what stands in the others stays. */
  progress: z.array(field).default([]),
};

/** What the rows of a log are, so that nobody needs to know the log by its name. */
export const roleSchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.enum(findingKinds), ...begunAndEnded }),
  /** What customers asked for beyond the plan; `done` is what counts as done when it is closed. */
  z.strictObject({ role: z.literal('request'), ...begunAndEnded, done: rows }),
  /** What customers said and wait to be answered, complaints aside. */
  z.strictObject({ role: z.literal('feedback'), ...begunAndEnded }),
  /** Work that arises without a plan and is no finding of its own. */
  z.strictObject({ role: z.literal('job'), ...begunAndEnded }),
  /** Measures to improve, each with the day on which it is due. */
  z.strictObject({
    role: z.literal('measure'),
    raised: field,
    due: field,
    /** The day on which it was carried out. */
    done: field,
    /** Rows that say that it was, and that it was called off. */
    carriedOut: conditionsSchema,
    cancelled: rows,
    service: field,
    problem: field.optional(),
    measure: field,
    source: field.optional(),
    /** The column that says how far it has come. */
    state: field,
    /** The column that names the post that is to act. */
    responsible: field.optional(),
    effect: field.optional(),
    reason: field.optional(),
  }),
  /** Whatever customers said, by kind; the word is the contract's own. */
  z.strictObject({
    role: z.literal('opinion'),
    received: field,
    answered: field,
    closed: field,
    service: field.optional(),
    summary: field,
    action: field.optional(),
    /** The column of what they said when asked afterwards, and the rows that say that they were content or not. */
    afterwards: field.optional(),
    satisfied: rows,
    dissatisfied: rows,
    kinds: z.partialRecord(z.enum(opinionKinds), z.strictObject({ word: z.string().trim().min(1), where: rows })),
  }),
  /** Suggestions that are reviewed, and adopted or refused when they are valid. */
  z.strictObject({
    role: z.literal('suggestion'),
    service: field,
    valid: conditionsSchema,
    invalid: conditionsSchema,
    adopted: conditionsSchema,
    refused: conditionsSchema,
  }),
  /** What customers answered when asked: indicators of this log are about their satisfaction. */
  z.strictObject({ role: z.literal('survey') }),
  /** Trainings; `drills` are those entries of the schedule that are drills. */
  z.strictObject({ role: z.literal('training'), drills: rows }),
  /** Scheduled work that is counted as done of due, whether or not an indicator judges it. */
  z.strictObject({
    role: z.literal('work'),
    /** Log column by schedule column, as in a measure of coverage. */
    match: z.record(field, field),
    /** The column of the day on which it was planned, which lies in the slot. */
    planned: field,
    done: conditionsSchema,
  }),
  /**
   * How many rows of other logs somebody else counted: what happens unplanned leaves no gap in a schedule, so the one whom it
   * happened to says how often it did.
   */
  z.strictObject({ role: z.literal('confirmation'), log: field, rows: field, of: z.array(z.string()).min(1) }),
  /** A first result and, on the same row, what was found when it was looked at again; `passed` are the rows that passed then. */
  z.strictObject({ role: z.literal('recheck'), first: field, again: field, passed: conditionsSchema }),
  /** How many shifts each post worked in the month; `signed` names, by log, the column of the post that was there on the row's day. */
  z.strictObject({ role: z.literal('shifts'), post: field, worked: field, signed: z.record(z.string(), field) }),
]);
export type Role = z.infer<typeof roleSchema>;
export type RoleName = Role['role'];

/** Every role, findings first. */
export const roleNames: readonly RoleName[] = [
  ...caseKinds,
  'opinion',
  'suggestion',
  'survey',
  'training',
  'work',
  'confirmation',
  'recheck',
  'shifts',
];

/** The roles of a name. */
export type RoleOf<Name extends RoleName> = Extract<Role, { readonly role: Name }>;

/** The columns that a role names, whatever for, each with its path inside the role; those of conditions aside. */
export function columnsOfRole(role: Role): (readonly [string, readonly PropertyKey[]])[] {
  const one = (name: string, column: string | undefined) => (column === undefined ? [] : [[column, [name]] as const]);
  const several = (name: string, columns: readonly string[]) => columns.map((column, at) => [column, [name, at]] as const);
  switch (role.role) {
    case 'measure':
      return (
        ['raised', 'due', 'done', 'service', 'problem', 'measure', 'source', 'state', 'responsible', 'effect', 'reason'] as const
      ).flatMap((name) => one(name, role[name]));
    case 'opinion':
      return (['received', 'answered', 'closed', 'service', 'summary', 'action', 'afterwards'] as const).flatMap((name) =>
        one(name, role[name]),
      );
    case 'suggestion':
      return one('service', role.service);
    case 'survey':
    case 'training':
      return [];
    case 'recheck':
      return [...one('first', role.first), ...one('again', role.again)];
    case 'confirmation':
      return [...one('log', role.log), ...one('rows', role.rows)];
    case 'shifts':
      return [...one('post', role.post), ...one('worked', role.worked)];
    case 'work':
      return [...Object.keys(role.match).map((column) => [column, ['match', column]] as const), ...one('planned', role.planned)];
    default:
      return [
        ...(['opened', 'closed', 'answered', 'due', 'responsible', 'verifier', 'item'] as const).flatMap((name) =>
          one(name, role[name]),
        ),
        ...several('about', role.about),
        ...several('action', role.action),
        ...several('progress', role.progress),
      ];
  }
}

/** The conditions that a role puts to its log's rows, each with its path inside the role. */
export function conditionsOfRole(role: Role): (readonly [Conditions, readonly PropertyKey[]])[] {
  const all: readonly (readonly [Conditions | undefined, readonly PropertyKey[]])[] = (() => {
    switch (role.role) {
      case 'request':
        return [[role.where, ['where']] as const, [role.unfinished, ['unfinished']] as const, [role.done, ['done']] as const];
      case 'measure':
        return [[role.carriedOut, ['carriedOut']] as const, [role.cancelled, ['cancelled']] as const];
      case 'opinion':
        return [
          [role.satisfied, ['satisfied']] as const,
          [role.dissatisfied, ['dissatisfied']] as const,
          ...Object.entries(role.kinds).map(([kind, each]) => [each?.where, ['kinds', kind, 'where']] as const),
        ];
      case 'suggestion':
        return (['valid', 'invalid', 'adopted', 'refused'] as const).map((name) => [role[name], [name]] as const);
      case 'survey':
      case 'training':
      case 'confirmation':
      case 'shifts':
        return [];
      case 'work':
        return [[role.done, ['done']] as const];
      case 'recheck':
        return [[role.passed, ['passed']] as const];
      default:
        return [[role.where, ['where']] as const, [role.unfinished, ['unfinished']] as const];
    }
  })();
  return all.flatMap(([conditions, path]) => (conditions === undefined ? [] : [[conditions, path] as const]));
}

/** Every column of its log that a role reads. */
export const columnsReadBy = (role: Role): string[] => [
  ...columnsOfRole(role).map(([column]) => column),
  ...conditionsOfRole(role).flatMap(([conditions]) => columnsIn(conditions)),
];
