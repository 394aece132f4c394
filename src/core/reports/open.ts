import { type DateText, type Month, monthOf } from '../calendar/date.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { LogMonth } from '../logs/log.ts';
import { type CaseKind, caseKinds } from '../logs/role.ts';
import { type Case, casesOf, logMonths } from './cases.ts';
import { type Kept, keptIn } from './roles.ts';

/** What was begun and not at its end when a day ended, whenever it was begun. */
export interface OpenCases {
  readonly day: DateText;
  /** What is past its limit first, the longest first; then by the day on which it was opened. */
  readonly cases: readonly Case[];
  /** Logs until then that were not handed in, or not whole: what they would have told is missing here. */
  readonly gaps: readonly LogMonth[];
  /** What the contract keeps a record of at all. */
  readonly kept: Kept;
}

function byNeed(a: Case, b: Case): number {
  const late = ({ deadline }: Case) => (deadline === 'overdue' ? 0 : 1);
  const opened = a.opened < b.opened ? -1 : a.opened > b.opened ? 1 : a.record.line - b.record.line;
  return late(a) - late(b) || b.over - a.over || opened;
}

/**
 * Everything that was open when a day ended: findings, requests, feedback and measures to improve, from the logs up to the
 * month of the day. Every page and report that lists what is open reads it here, so that none can list less than another.
 * Later logs are not asked, so that a month's list stays what it was when the month was handed in.
 */
export function openAt(assessment: Assessment, day: DateText): OpenCases {
  const months = assessment.months.filter((month) => month <= monthOf(day));
  return {
    day,
    cases: casesOf(assessment, { kinds: caseKinds, months, day, open: true }).sort(byNeed),
    gaps: logMonths(assessment.ledger, months, caseKinds).filter(
      ({ handed }) => handed.state === 'absent' || handed.state === 'incomplete',
    ),
    kept: keptIn(assessment.ledger),
  };
}

/** What is past its limit. */
export const overdueAmong = (cases: readonly Case[]): Case[] => cases.filter(({ deadline }) => deadline === 'overdue');

/** What somebody waits for; measures to improve aside. */
export const unsettledAmong = (cases: readonly Case[]): Case[] => cases.filter(({ kind }) => kind !== 'measure');

/** What was begun before a month. */
export const begunBefore = (cases: readonly Case[], month: Month): Case[] =>
  cases.filter(({ opened }) => monthOf(opened) < month);

/** Cases of some kinds. */
export const ofKinds = (cases: readonly Case[], kinds: readonly CaseKind[]): Case[] =>
  cases.filter(({ kind }) => kinds.includes(kind));
