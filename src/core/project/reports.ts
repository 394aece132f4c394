import { nearest } from '../csv/nearest.ts';
import type { ReportComponent } from '../documents/components.ts';
import type { Entry } from '../documents/library.ts';
import { type Prose, placeOf, proseOf, type Span } from '../documents/prose.ts';
import type { ReportDocument } from '../documents/report.ts';
import type { Assessment } from '../indicators/assessment.ts';
import { type Place, type Problem, problem } from '../problem/problem.ts';
import { courseSaid, matches, type TypedNumber, typedNumbers } from '../reports/numbers.ts';
import { Reports } from '../reports/reports.ts';
import { tableNames } from '../reports/tables.ts';
import { claimProblems, notOpen, summaryProblems } from './open-claims.ts';

/** Components that stand in a sentence; the others stand alone. */
const inSentences: ReadonlySet<ReportComponent> = new Set(['Value', 'Result', 'Open'] as const);

/** The months that a report's text speaks of, as periods; its own numbers are looked for there. */
export const homesOf = (data: ReportDocument): readonly string[] => (data.kind === 'commentary' ? [data.period] : data.months);

/** Whether every period of a report has data: otherwise it cannot be published yet. */
export const isReady = (data: ReportDocument, reports: Reports): boolean => homesOf(data).every((id) => reports.knows(id));

interface Placed {
  readonly name: ReportComponent;
  readonly attributes: Readonly<Record<string, string>>;
  readonly place: Place;
}

const spansOf = (prose: Prose): readonly Span[] =>
  prose.kind === 'list' ? prose.items.flat() : prose.kind === 'heading' || prose.kind === 'paragraph' ? prose.spans : [];

/** Ids that a component names, each with whether it exists and what is near. */
function unknownIds({ name, attributes }: Placed, home: string, reports: Reports): { id: string; near: string | null }[] {
  const ids = (attributes.id ?? '').split(/\s+/u);
  const near = (id: string) => {
    const [period = '', ...rest] =
      id.includes('/') && reports.knows(id.split('/')[0] ?? '') ? id.split('/') : [home, ...id.split('/')];
    const all = reports.facts(period)?.book.all() ?? [];
    return nearest(
      `${period}/${rest.join('/')}`,
      all.map((value) => value.id).filter((each) => each.startsWith(`${period}/`)),
    );
  };
  switch (name) {
    case 'Value':
      return ids.filter((id) => reports.value(id, home) === null).map((id) => ({ id, near: near(id) }));
    case 'Table':
      return ids
        .filter((id) => {
          const [period = '', table = ''] = id.includes('/') ? id.split('/') : [home, id];
          return !reports.knows(period) || !tableNames.some((each) => each === table);
        })
        .map((id) => ({ id, near: nearest(id.split('/').at(-1) ?? id, tableNames) }));
    default:
      return ids.filter((id) => reports.result(id, home) === null).map((id) => ({ id, near: null }));
  }
}

function componentProblems(placed: Placed, inline: boolean, home: string, reports: Reports): Problem[] {
  const { name, attributes, place } = placed;
  const hint = '请单独成行，前后空一行';
  const misplaced = inline && !inSentences.has(name) ? [problem('report/element', place, `组件“${name}”放的位置不对`, hint)] : [];
  if (name === 'Open') return notOpen(attributes.id ?? '', place, home, reports);
  return [
    ...misplaced,
    ...unknownIds(placed, home, reports).map(({ id, near }) =>
      problem(
        'reference/unknown',
        place,
        `没有“${id}”`,
        near === null ? '请核对编号，写法见 README “怎样写报告”' : `是否应为“${near}”？`,
      ),
    ),
  ];
}

/** Whether some value of the periods says a number that was typed by hand. */
const isKnown = (typed: TypedNumber, homes: readonly string[], reports: Reports): boolean =>
  homes.some((home) => (reports.facts(home)?.book.all() ?? []).some(({ quantity }) => matches(typed, quantity)));

const unknownNumber = (text: string, place: Place, hint: string): Problem =>
  problem('report/number', place, `数字“${text}”与本期任何数值都对不上`, hint);

/** Numbers typed by hand that no value of the report's periods says. */
function numberProblems(spans: readonly Span[], homes: readonly string[], reports: Reports): Problem[] {
  return spans.flatMap((span) =>
    span.kind !== 'text'
      ? []
      : typedNumbers(span.text)
          .filter((typed) => !isKnown(typed, homes, reports))
          .map((typed) => unknownNumber(typed.text, placeOf(span, typed.at), '请改用 <Value id="…" />；名称里的数字请加引号')),
  );
}

/** A difference says itself which way the number went: a word of movement before it would say it twice, or the other way. */
function movementProblems(spans: readonly Span[], home: string, reports: Reports): Problem[] {
  return spans.flatMap((span, index) => {
    const before = spans[index - 1];
    if (span.kind !== 'component' || span.name !== 'Value' || before?.kind !== 'text' || courseSaid(before.text) === null)
      return [];
    const id = span.attributes.id ?? '';
    if (reports.value(id, home)?.quantity.kind !== 'difference') return [];
    return [problem('report/number', span.place, `“${id}”自己写明上升还是下降，前面不再写`, '请删去它前面说升降的词')];
  });
}

/** What is said of misses: of indicators that the period did not miss, and numbers that no value says. */
function explanationProblems({ data, place }: Entry<ReportDocument>, reports: Reports): Problem[] {
  if (data.kind !== 'commentary') return [];
  const facts = reports.facts(data.period);
  const missed = new Set(facts?.report.exceptions.map(({ result }) => result.indicator.id));
  return data.misses.flatMap(({ indicator, cause, measure }, at) => {
    const numbers = (
      [
        ['cause', cause],
        ['measure', measure],
      ] as const
    ).flatMap(([field, words]) =>
      typedNumbers(words ?? '')
        .filter((typed) => !isKnown(typed, [data.period], reports))
        .map(({ text }) => unknownNumber(text, place(['misses', at, field]), '请删去这个数字，数值另有一栏')),
    );
    if (missed.has(indicator)) return numbers;
    const message = `“${indicator}”在 ${data.period} 没有未达标`;
    return [problem('report/met', place(['misses', at, 'indicator']), message, '请核对指标编号，或删去这一条'), ...numbers];
  });
}

function proseProblems(prose: Prose, homes: readonly string[], reports: Reports): Problem[] {
  const home = homes.at(-1) ?? '';
  switch (prose.kind) {
    case 'other':
      return [problem('report/element', prose.place, '报告里只写标题、段落、列表和组件', '请改成其中一种')];
    case 'placed':
      return componentProblems(prose, false, home, reports);
    case 'heading':
    case 'paragraph':
    case 'list': {
      const spans = spansOf(prose);
      const placed = spans.flatMap((span) => (span.kind === 'component' ? componentProblems(span, true, home, reports) : []));
      return [...placed, ...movementProblems(spans, home, reports), ...numberProblems(spans, homes, reports)];
    }
  }
}

/**
 * Reports whose text says what no value says: `report/number`, unknown ids, components in the wrong place; issued reports on
 * periods that are not over (`report/issued`); what is said to be open and is not (`report/open`), or is not bound to an open item
 * (`report/unbound`); and reports on periods without data (`report/period`, a warning: the text may be
 * ready before the data).
 */
export function checkReports(entries: readonly Entry<ReportDocument>[], assessment: Assessment): Problem[] {
  const reports = new Reports(assessment, []);
  return entries.flatMap((entry) => {
    const { data } = entry;
    const waiting = homesOf(data).filter((id) => {
      const period = assessment.year.period(id);
      return period !== null && assessment.isUnderWay(period);
    });
    if (data.status === 'issued' && waiting.length > 0) {
      const message = `${waiting.join('、')} 还没有过完（交到的最后一天见交付清单），不能签发`;
      return [problem('report/issued', entry.place(['status']), message, '请等这一期交齐、清单的“截至”留空后再签发')];
    }
    if (!isReady(data, reports)) {
      const field = data.kind === 'commentary' ? 'period' : 'months';
      return [problem('report/period', entry.place([field]), '所写的报告期还没有数据，暂不发布', '交齐这一期的台账后自动发布')];
    }
    const all = proseOf(entry);
    return [
      ...summaryProblems(entry),
      ...explanationProblems(entry, reports),
      ...all.flatMap((prose, at) => [...proseProblems(prose, homesOf(data), reports), ...claimProblems(prose, all[at + 1])]),
    ];
  });
}
