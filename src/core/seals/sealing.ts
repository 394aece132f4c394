import { type DateText, isMonth, type Month } from '../calendar/date.ts';
import type { BusinessYear } from '../calendar/period.ts';
import type { Contract } from '../documents/contract.ts';
import type { ReportDocument } from '../documents/report.ts';
import { reachOf, toldThrough } from '../ledger/around.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerMonth } from '../ledger/month.ts';
import type { Project } from '../project/project.ts';
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
export const isOf = (report: ReportDocument, month: Month): boolean => report.kind === 'commentary' && report.period === month;

/** The files of reports that some seal holds. */
export const heldReports = (seals: Iterable<SealedMonth>): ReadonlySet<string> =>
  new Set([...seals].flatMap((each) => Object.keys(stateOf(each).reports)));

/**
 * The reports that a month's seal holds: the month's own, and those on other periods that were over and issued by then and that
 * no other seal holds.
 */
export function reportsFor({ content, assessment, seals }: Project, { month, date }: Signature): string[] {
  const held = heldReports([...seals].flatMap(([each, sealed]) => (each === month ? [] : [sealed])));
  return content.reports
    .filter(({ file, data }) => {
      if (data.kind === 'commentary' && isMonth(data.period)) return isOf(data, month);
      const last = monthsOf(data, assessment.year).at(-1) ?? '';
      return !held.has(file) && data.issued !== null && data.issued <= date && last <= month;
    })
    .map(({ file }) => file);
}

/** The last month sealed before another; null where there is none. */
export const sealedBefore = (seals: Seals, month: Month): SealedMonth | null =>
  [...seals].filter(([each]) => each < month).at(-1)?.[1] ?? null;

/** The posts that must sign what is sealed now. */
export const signingOf = ({ signing }: Pick<Contract, 'signing'>): Pick<Seal, 'signing'> =>
  signing === undefined ? {} : { signing };

/** The seal of a month as it is now, on top of the month sealed before. */
export function sealOf(states: States, signature: Signature): Seal {
  const { month, date, post } = signature;
  const { seals } = states.project;
  const state = states.now(month, reportsFor(states.project, signature));
  const seal = {
    schema: sealForm,
    month,
    date,
    post,
    ...signingOf(states.project.contract),
    before: sealedBefore(seals, month)?.seal.digest ?? null,
    state,
  } as const;
  return { ...seal, digest: digestOfSeal(seal) };
}

/** The day of a seal for which nobody names one: that on which its report was issued, else the last day of delivery on its slip. */
export function dateOfSeal({ content, ledger }: Project, month: Month): DateText | null {
  const report = content.reports.find(({ data }) => isOf(data, month));
  if (report !== undefined && report.data.issued !== null) return report.data.issued;
  return lastDelivery(ledger.months.filter((each) => each.month === month));
}

/** The last day of delivery that the slips of some months tell of. */
export function lastDelivery(months: readonly LedgerMonth[]): DateText | null {
  const days = months.flatMap(({ slip }) => slip.map(({ values }) => String(values.on)));
  return days.sort().at(-1) ?? null;
}

/** The months up to the last one whose report is issued, and which are not sealed yet. */
export function monthsToSeal({ content, ledger, seals }: Project): Month[] {
  const issued = content.reports.flatMap(({ data }) =>
    data.kind === 'commentary' && data.issued !== null && isMonth(data.period) ? [data.period] : [],
  );
  const last = issued.sort().at(-1) ?? '';
  return ledger.months.map(({ month }) => month).filter((month) => month <= last && !seals.has(month));
}

/**
 * Of what is due in a month, what reaches into days of the next that nobody has told of: a week belongs to the month of its
 * Thursday, and once its last days are handed in the month would not be as it was sealed.
 */
function untold(ledger: Ledger, month: Month): string | null {
  const own = ledger.months.find((each) => each.month === month);
  const handed = [...(own?.logs.values() ?? [])].filter(({ handed: { state } }) => state !== 'absent');
  const log = handed.find((each) => (toldThrough(ledger, each.log.id) ?? '') < reachOf(each.log.id, month, ledger))?.log;
  if (log === undefined) return null;
  const day = reachOf(log.id, month, ledger);
  return `${log.name}在 ${month} 的最后一周到 ${day} 才完，下月的台账还没有交到那一天；请先交下月的台账（清单写“截至”${day} 或以后），再封存`;
}

/** Why a month cannot be sealed; null where it can. */
export function sealRefusal({ ledger, seals }: Pick<Project, 'ledger' | 'seals'>, month: Month): string | null {
  const at = ledger.months.findIndex((each) => each.month === month);
  const own = ledger.months[at];
  if (own === undefined) return `${month} 没有数据，不能封存`;
  if (own.through !== null) return `${month} 还没有过完（清单写着截至 ${own.through}），不能封存`;
  if (seals.has(month)) return `${month} 已经封存；更正用 npm run amend`;
  const last = [...seals.keys()].at(-1);
  if (last !== undefined && month < last) return `${last} 已经封存，${month} 不能在它之后补封`;
  const before = ledger.months[at - 1]?.month;
  if (last !== undefined && before !== last) return `请先封存 ${before}：封存一月接一月`;
  return untold(ledger, month);
}
