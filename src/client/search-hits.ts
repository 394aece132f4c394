import { monthWords } from '../present/dates.ts';
import { type Hit, shownOf, timesIn } from '../present/search/hit.ts';
import type { HitGroup } from '../present/search/ranking.ts';
import type { Piece } from '../present/search/sentence.ts';
import { element } from './element.ts';

/** Hits of one kind shown before the reader asks for the rest. */
const shownPerKind = 5;

const nodesOf = (pieces: readonly Piece[]): (Node | string)[] =>
  pieces.map(({ text, marked }) => (marked ? element('mark', text) : text));

const clauseId = /^\d+\.\d+(-\w+)*$/u;

/** What tells a hit apart from its neighbours: its clause, its service, how often it writes the words. */
function notesOf(hit: Hit, group: string): string[] {
  const { page } = hit.candidate;
  const months = page.months.filter((month) => page.url.indexOf(month) >= 0);
  const times = timesIn(hit);
  return [
    ...(page.kind === group ? [] : [page.kind]),
    ...(hit.anchor !== null && clauseId.test(hit.anchor) ? [`条款${hit.anchor}`] : []),
    ...(page.service === '' ? [] : [page.service]),
    ...months.map(monthWords),
    ...(times > 1 ? [`共${times}处`] : []),
  ];
}

function hitItem(hit: Hit, group: string, base: string): HTMLLIElement {
  const { heading, sentence } = shownOf(hit);
  const url = `${base.replace(/\/$/u, '')}${hit.candidate.page.url}`;
  const href = hit.anchor === null ? url : `${url}#${encodeURIComponent(hit.anchor)}`;
  const item = element('li', [element('a', nodesOf(heading), { href }), element('p', nodesOf(sentence))]);
  const notes = notesOf(hit, group);
  if (notes.length > 0) item.append(element('small', notes.join(' · ')));
  return item;
}

/**
 * One kind's hits; those beyond the first few appear when asked for, and the first of them gets the focus. `opened` are the kinds
 * that were asked to be seen whole.
 */
export function groupSection({ kind, hits }: HitGroup, base: string, opened: Set<string>): HTMLElement {
  const shown = opened.has(kind) ? hits.length : shownPerKind;
  const items = (some: readonly Hit[]) => some.map((hit) => hitItem(hit, kind, base));
  const list = element('ol', items(hits.slice(0, shown)), { class: 'hits' });
  const section = element('section', [element('h2', [kind, element('small', `${hits.length}页`)]), list]);
  const rest = hits.slice(shown);
  if (rest.length === 0) return section;
  const more = element('button', `再看${rest.length}页`, { type: 'button' });
  more.addEventListener('click', () => {
    opened.add(kind);
    const added = items(rest);
    list.append(...added);
    more.remove();
    added[0]?.querySelector('a')?.focus();
  });
  section.append(more);
  return section;
}

/** Pages that are only something like it, apart and labelled. */
export function nearSection(hits: readonly Hit[], base: string): HTMLElement[] {
  if (hits.length === 0) return [];
  const items = hits.map((hit) => hitItem(hit, '', base));
  return [
    element(
      'section',
      [
        element('h2', '相近结果'),
        element('p', '下面的页面没有写完全一致的内容，只写有其中一部分。'),
        element('ol', items, { class: 'hits' }),
      ],
      { class: 'near' },
    ),
  ];
}
