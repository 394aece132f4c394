import type { DateText, Month } from '../calendar/date.ts';
import type { BusinessYear } from '../calendar/period.ts';
import type { Entry } from '../documents/library.ts';
import type { ReportDocument } from '../documents/report.ts';
import type { Seals } from './reading.ts';
import { digestOfSeal, type Seal, type SealedMonth, sealForm, stateOf } from './seal.ts';
import type { States } from './state.ts';

/** Who seals, and when. */
export interface Signature {
  readonly month: Month;
  readonly date: DateText;
  readonly post: string;
}

/** The months that a report speaks of: those of its period, or of a special report. */
export function monthsOf(report: ReportDocument, year: BusinessYear): readonly Month[] {
  if (report.kind === 'special') return report.months;
  return year.period(report.period)?.months ?? [];
}

/** Whether a report is a month's own. */
const isOf = (report: ReportDocument, month: Month): boolean => report.kind === 'commentary' && report.period === month;

/** The files of reports that some seal holds. */
export const heldReports = (seals: Iterable<SealedMonth>): ReadonlySet<string> =>
  new Set([...seals].flatMap((each) => Object.keys(stateOf(each).reports)));

/**
 * The reports that a month's seal holds: the month's own, and those on other periods that were issued before it and that no
 * earlier seal holds.
 */
export function reportsFor(reports: readonly Entry<ReportDocument>[], { month, date }: Signature, seals: Seals): string[] {
  const held = heldReports([...seals].flatMap(([each, sealed]) => (each < month ? [sealed] : [])));
  return reports
    .filter(({ file, data }) => {
      if (data.kind === 'commentary' && /^\d{4}-\d{2}$/u.test(data.period)) return isOf(data, month);
      return !held.has(file) && data.issued !== null && data.issued <= date;
    })
    .map(({ file }) => file);
}

/** The last month sealed before another; null where there is none. */
export const sealedBefore = (seals: Seals, month: Month): SealedMonth | null =>
  [...seals].filter(([each]) => each < month).at(-1)?.[1] ?? null;

/** The seal of a month as it is now, on top of the month sealed before. */
export function sealOf(states: States, signature: Signature, seals: Seals): Seal {
  const { month, date, post } = signature;
  const state = states.now(month, reportsFor(states.project.content.reports, signature, seals));
  const seal = {
    schema: sealForm,
    month,
    date,
    post,
    before: sealedBefore(seals, month)?.seal.digest ?? null,
    state,
  } as const;
  return { ...seal, digest: digestOfSeal(seal) };
}
