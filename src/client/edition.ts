/*
 * What a page does not say of itself, so that it stays the same from release to release: which release this is, up to which
 * month its data go, and whether the page's own month is the latest. All of it stands in one small file.
 */
import { monthWords } from '../present/dates.ts';
import { editionWords, isEdition } from '../present/edition.ts';
import { element } from './element.ts';

const link = document.querySelector<HTMLAnchorElement>('a[data-edition]');
const shown = document.querySelector<HTMLElement>('[data-month]');

/** Says after the page's month whether it is the latest, or leads to the latest one, in room that is kept so that nothing moves. */
function placeMonth(place: HTMLElement, latest: string): void {
  const { month, newest } = place.dataset;
  const room = place.querySelector('.newest');
  if (month === latest) room?.append('（最近）');
  else if (newest !== undefined) room?.append(element('a', '看最近一月', { href: newest.replace('*', latest) }));
}

async function tell(from: HTMLAnchorElement): Promise<void> {
  const response = await fetch(from.href);
  const edition: unknown = response.ok ? await response.json() : null;
  if (!isEdition(edition)) return;
  const latest = edition.months[edition.months.length - 1];
  from.textContent = editionWords(edition);
  if (latest === undefined) return;
  const own = document.createElement('span');
  own.textContent = `数据截至：${monthWords(latest)}`;
  from.parentElement?.after(' ', own);
  if (shown !== null) placeMonth(shown, latest);
}

if (link !== null) void tell(link).catch(() => undefined);
