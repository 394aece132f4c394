import type { Month } from '../calendar/date.ts';
import { monthPeriod } from '../calendar/period.ts';
import { contractFile } from '../documents/contract.ts';
import type { Indicator, Part, Target } from '../indicators/indicator.ts';
import type { PartResult, Result } from '../indicators/result.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Handed, Log } from '../logs/log.ts';
import type { Judgement } from '../measures/judgement.ts';
import { logsOf } from '../measures/measure.ts';
import type { Project } from '../project/project.ts';
import type { Edit, Plain, ResultChange, Unreadable } from './change.ts';
import { isRecord, plainOf, same } from './fields.ts';
import { measureDiffers, targetEditId } from './indicators.ts';
import { pairs } from './pairs.ts';
import { entryEditId, rowEditId, rowKey } from './rows.ts';

/**
 * Causes. A result changes only because something was edited, so it is listed with the ids of those edits and the edits stay
 * where they are: nothing stands twice. An edit is a cause of an indicator's month when
 * - it is the target that was or is in force, and the two ask for something different;
 * - it is the indicator's own and touches its measure;
 * - it is a row of the measure's log in the judged months that counts differently than before;
 * - it is any row or slip line of such a log-month whose delivery state differs (complete, incomplete, nil, absent);
 * - it is a register entry behind a row that counts differently without having been edited itself, or behind something due;
 * - it moved the contract's start, or opened a month, and the month was not there before.
 * A file that could be read on one side only is named the same way.
 */
interface Edits {
  readonly byId: ReadonlyMap<string, Edit | Unreadable>;
  readonly rows: ReadonlyMap<string, readonly Edit[]>;
  readonly all: readonly Edit[];
}

const logKey = (month: Month, log: string): string => `${month}/${log}`;

function indexed(edits: readonly Edit[], unreadable: readonly Unreadable[]): Edits {
  const rows = new Map<string, Edit[]>();
  for (const edit of edits) {
    if (edit.kind !== 'row' && edit.kind !== 'delivery') continue;
    const key = logKey(edit.month, edit.log);
    rows.set(key, [...(rows.get(key) ?? []), edit]);
  }
  return { byId: new Map([...edits, ...unreadable].map((each) => [each.id, each])), rows, all: edits };
}

/** What readers compare: verdict, number and reasons. The target is compared through the verdict. */
const partSays = ({ verdict, tally, reasons }: PartResult): Plain => plainOf({ verdict, tally, reasons });

function sameResult(a: Result | null, b: Result | null): boolean {
  if (a === null || b === null) return a === b;
  return a.verdict === b.verdict && same(a.parts.map(partSays), b.parts.map(partSays));
}

const handedIn = ({ months }: Ledger, month: Month, log: string): Handed =>
  months.find((each) => each.month === month)?.logs.get(log)?.handed ?? { state: 'absent' };

const handedSays = (handed: Handed): Plain =>
  handed.state === 'incomplete' ? [handed.state, ...handed.reasons] : [handed.state === 'nil' ? 'complete' : handed.state];

/** Judgements by what was judged: a row's key, or the occurrence that nothing fulfils. */
function judgedBy(project: Project, part: PartResult, month: Month, id: string): Map<string, Judgement> {
  const log = project.ledger.logs.find((each) => each.id === id);
  const known = project.assessment.months.includes(month) ? project.assessment.judgementsIn(id, part.part, month) : [];
  return new Map(
    known.map((each) => [
      each.record === null || log === undefined ? `due ${each.occurrence?.id}` : rowKey(each.record.values, log),
      each,
    ]),
  );
}

/** What a judgement adds to the number; a row that adds nothing is no other than a row that is not there. */
const counts = (judgement: Judgement | null): Plain => {
  const { kind: _, ...numbers } = judgement?.contribution ?? { kind: null };
  return Object.values(numbers).every((each) => each === 0) ? null : plainOf(numbers);
};

/** Keys of conditions that read a register through a column, such as `area.kind`, anywhere in a measure's parameters. */
function attributesIn(value: Plain): string[] {
  if (Array.isArray(value)) return value.flatMap((each: Plain) => attributesIn(each));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => [...(key.includes('.') ? [key] : []), ...attributesIn(each)]);
}

/** Register edits behind what counts differently though its row is the same: what made it due, or what a condition reads through it. */
function entryCauses({ record, occurrence }: Judgement, { measure }: Part, log: Log | undefined, edits: Edits): string[] {
  const due = occurrence === null ? '' : entryEditId('schedule', String(occurrence.entry.id));
  if (edits.byId.has(due)) return [due];
  const columns = log?.columns ?? {};
  return attributesIn(plainOf(measure)).flatMap((key) => {
    const [field = '', attribute = ''] = key.split('.');
    const column = columns[field];
    if (column?.type !== 'reference' || record === null) return [];
    const edit = edits.byId.get(entryEditId(column.register, String(record.values[field])));
    const touches = edit?.kind === 'entry' && (edit.change !== 'changed' || edit.fields.some((each) => each.field === attribute));
    return touches ? [edit.id] : [];
  });
}

/** Edits of a month that make a part count differently, log by log. */
function monthCauses(before: Side, after: Side, month: Month, edits: Edits): string[] {
  const logs = [after, before].flatMap(([, result]) => (result === null ? [] : logsOf(result.part.measure)));
  const own = [...new Set(logs)].flatMap((log) => logCauses(before, after, { month, log }, edits));
  return own.length > 0 ? own : seerCauses(before, after, month, edits);
}

/** Edits of a month's logs in which others say what they saw: that nothing unwanted was found rests on them. */
function seerCauses(before: Side, after: Side, month: Month, { rows, byId }: Edits): string[] {
  const logs = [after, before].flatMap(([, result]) => {
    const own = result === null ? [] : logsOf(result.part.measure);
    return (result?.data ?? []).map(({ log }) => log).filter((log) => !own.includes(log));
  });
  return [...new Set(logs)].flatMap((log) => {
    const unread = `unreadable:data/${month}/${log}.csv`;
    // A row that says otherwise than before was there before: somebody looked then, too.
    const looks = (rows.get(logKey(month, log)) ?? []).filter((each) => each.kind !== 'row' || each.change !== 'changed');
    return [...looks.map(({ id }) => id), ...(byId.has(unread) ? [unread] : [])];
  });
}

/** A project with what it says of a part. */
type Side = readonly [Project, PartResult | null];

/** Edits of one log-month that make a part count differently. */
function logCauses(before: Side, after: Side, { month, log }: { month: Month; log: string }, edits: Edits): string[] {
  const part = (after[1] ?? before[1])?.part;
  const own = edits.rows.get(logKey(month, log)) ?? [];
  const unread = `unreadable:data/${month}/${log}.csv`;
  const lost = edits.byId.has(unread) ? [unread] : [];
  const state = (project: Project) => handedSays(handedIn(project.ledger, month, log));
  if (!same(state(before[0]), state(after[0]))) return [...own.map(({ id }) => id), ...lost];
  const judged = ([project, result]: Side) =>
    result === null ? new Map<string, Judgement>() : judgedBy(project, result, month, log);
  const read = after[0].ledger.logs.find(({ id }) => id === log);
  const [was, is] = [judged(before), judged(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [a, b] = [was.get(key) ?? null, is.get(key) ?? null];
    if (same(counts(a), counts(b))) return [];
    const row = rowEditId(month, log, key);
    if (edits.byId.has(row)) return [row];
    return [a, b].flatMap((each) => (each === null || part === undefined ? [] : entryCauses(each, part, read, edits)));
  });
}

/** What a verdict is measured by; where the number comes from decides nothing. */
const goalOf = (target: Target | null): Plain =>
  target === null
    ? null
    : plainOf({ operator: target.operator, value: target.value, upTo: target.upTo, unit: target.unit, period: target.period });

/** Targets in force that differ. */
function targetCauses(
  indicator: string,
  index: number,
  before: PartResult | null,
  after: PartResult | null,
  edits: Edits,
): string[] {
  const [was, is] = [before?.target ?? null, after?.target ?? null];
  if (same(goalOf(was), goalOf(is))) return [];
  return [was, is].flatMap((target) => {
    const id = target === null ? '' : targetEditId(indicator, index, target.from);
    return edits.byId.has(id) ? [id] : [];
  });
}

/** Edits that made a month exist: its slip, or the contract's start. */
function openingCauses(month: Month, edits: Edits): string[] {
  const slips = edits.all.filter((edit) => edit.kind === 'delivery' && edit.month === month);
  const start = edits.all.filter(
    ({ kind, file, fields }) => kind === 'document' && fields.some(({ field }) => field === 'start') && file === contractFile,
  );
  return [...slips, ...start].map(({ id }) => id);
}

/** When nothing nearer is found, what decides which days are due. */
const calendarCauses = (edits: Edits): string[] =>
  edits.all.flatMap((edit) => (edit.kind === 'entry' && ['calendar', 'schedule'].includes(edit.register) ? [edit.id] : []));

function causesOf(
  pair: { before: Result | null; after: Result | null },
  projects: [Project, Project],
  month: Month,
  edits: Edits,
): string[] {
  const { before, after } = pair;
  const indicator = (after ?? before)?.indicator.id ?? '';
  const whole = edits.byId.get(`indicator:${indicator}`);
  const redefined = whole !== undefined && whole.kind === 'indicator' && (whole.change !== 'changed' || measureDiffers(whole));
  const found = [redefined ? [`indicator:${indicator}`] : []];
  const count = Math.max(before?.parts.length ?? 0, after?.parts.length ?? 0);
  for (let index = 0; index < count; index += 1) {
    const [was, is] = [before?.parts[index] ?? null, after?.parts[index] ?? null];
    found.push(targetCauses(indicator, index, was, is, edits));
    if (redefined && whole.change !== 'changed') continue;
    const months = new Set([...(was?.judged.months ?? []), ...(is?.judged.months ?? [])]);
    for (const each of months) found.push(monthCauses([projects[0], was], [projects[1], is], each, edits));
  }
  const near = found.flat();
  const causes = near.length === 0 && (before === null || after === null) ? openingCauses(month, edits) : near;
  return [...new Set(causes.length === 0 ? calendarCauses(edits) : causes)];
}

/** Every indicator's month that came out differently, by month, then in the indicators' order, with its causes. */
export function resultChanges(
  before: Project,
  after: Project,
  edits: readonly Edit[],
  unreadable: readonly Unreadable[],
): ResultChange[] {
  const index = indexed(edits, unreadable);
  const unknown = new Set(unreadable.map(({ file }) => file));
  const months = [...new Set([...before.assessment.months, ...after.assessment.months])].sort();
  const indicators = pairs<Indicator>(before.assessment.all, after.assessment.all, ({ id }) => id).filter(
    ({ key }) => !unknown.has(`content/indicators/${key}.mdx`),
  );
  const resultOf = ({ assessment }: Project, indicator: Indicator | null, month: Month): Result | null =>
    indicator === null || indicator.parts.length === 0 || !assessment.months.includes(month)
      ? null
      : assessment.result(indicator, monthPeriod(month));
  return months.flatMap((month) =>
    indicators.flatMap(({ key, before: was, after: is }): ResultChange[] => {
      const pair = { before: resultOf(before, was, month), after: resultOf(after, is, month) };
      if (sameResult(pair.before, pair.after)) return [];
      return [
        { kind: 'result', id: `result:${month}/${key}`, month, ...pair, causes: causesOf(pair, [before, after], month, index) },
      ];
    }),
  );
}
