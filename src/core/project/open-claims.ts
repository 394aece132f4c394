import type { Entry } from '../documents/library.ts';
import { type Prose, placeOf, type Span } from '../documents/prose.ts';
import type { ReportDocument } from '../documents/report.ts';
import { type Place, type Problem, problem } from '../problem/problem.ts';
import { caseId } from '../reports/cases.ts';
import { claimIn } from '../reports/claims.ts';
import type { Reports } from '../reports/reports.ts';

type Words = Extract<Span, { kind: 'text' }>;
type Component = Pick<Extract<Span, { kind: 'component' }>, 'name' | 'attributes'>;

/** A part of a run of words that belongs to one sentence. */
interface Part {
  readonly span: Words;
  readonly at: number;
  readonly text: string;
}

/** What stands up to a full stop, whatever components stand between the words. */
interface Sentence {
  readonly parts: readonly Part[];
  readonly components: readonly Component[];
}

/** The parts of a run of words, each up to its full stop. */
function partsOf(span: Words): Part[] {
  const ends = [...span.text.matchAll(/[^。！？]*(?:[。！？]+|$)/gu)];
  return ends.flatMap(({ 0: text, index }) => (text === '' ? [] : [{ span, at: index, text }]));
}

function sentencesOf(spans: readonly Span[]): Sentence[] {
  const sentences: { parts: Part[]; components: Component[] }[] = [{ parts: [], components: [] }];
  for (const span of spans) {
    if (span.kind === 'component') sentences.at(-1)?.components.push(span);
    else
      for (const part of partsOf(span)) {
        sentences.at(-1)?.parts.push(part);
        if (/[。！？]$/u.test(part.text)) sentences.push({ parts: [], components: [] });
      }
  }
  return sentences;
}

/** Whether a component tells of the list of open items: one of them, its table, or a number of it. */
const tellsOpen = ({ name, attributes: { id = '' } }: Component): boolean =>
  name === 'Open' || ((name === 'Value' || name === 'Table') && /(?:^|\/)open(?:[./]|$)/u.test(id));

/** Whether what follows a colon is bound in each of its parts. */
function isBound(next: Prose | undefined): boolean {
  if (next?.kind === 'placed') return tellsOpen(next);
  return next?.kind === 'list' && next.items.every((spans) => spans.some((span) => span.kind === 'component' && tellsOpen(span)));
}

const unbound = (words: string, place: Place): Problem =>
  problem(
    'report/unbound',
    place,
    `“${words}”说有事项没有办结，却没有指明是哪一件`,
    '请在同一句里写 <Open id="…" />，编号见 /improvement/ 的 open.ics 或 /api/reports/ 的 open；没有这一件的请改写',
  );

/**
 * Sentences that say that something is open and are not bound to the list of open items: `report/unbound`. One that ends with
 * a colon may leave it to the list or table below; headings claim nothing.
 */
export function claimProblems(prose: Prose, next: Prose | undefined): Problem[] {
  if (prose.kind !== 'paragraph' && prose.kind !== 'list') return [];
  const runs = prose.kind === 'list' ? prose.items : [prose.spans];
  return runs.flatMap(sentencesOf).flatMap(({ parts, components }) => {
    if (components.some(tellsOpen)) return [];
    const handsOn = prose.kind === 'paragraph' && /[：:]\s*$/u.test(parts.at(-1)?.text ?? '');
    if (handsOn && isBound(next)) return [];
    return parts.flatMap(({ span, at, text }) => {
      const claim = claimIn(text);
      return claim === null ? [] : [unbound(claim.text, placeOf(span, at + claim.at))];
    });
  });
}

/** The same of a special report's summary, which can bind nothing. */
export function summaryProblems(entry: Entry<ReportDocument>): Problem[] {
  const claim = entry.data.kind === 'special' ? claimIn(entry.data.summary) : null;
  return claim === null ? [] : [unbound(claim.text, entry.place(['summary']))];
}

/** Names of many items would fill the screen. */
const mostNamed = 8;

/** A binding to what was not open when the report's period ended: `report/open`, with what was. */
export function notOpen(id: string, place: Place, home: string, reports: Reports): Problem[] {
  if (reports.open(id, home) !== null) return [];
  const ids = reports.openOf(home).map(caseId);
  const more = ids.length > mostNamed ? `等${ids.length}件` : '';
  const hint = ids.length === 0 ? '这一期末没有未办结的事项' : `这一期末未办结的有 ${ids.slice(0, mostNamed).join('、')}${more}`;
  return [problem('report/open', place, `“${id}”在 ${home} 期末不是未办结的事项`, hint)];
}
