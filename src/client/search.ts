import { monthWords } from '../present/dates.ts';
import { grouped, type Hit, type HitGroup, type Piece, type RankedHit, readable, searchSentence } from '../present/search.ts';

/** The parts of Pagefind's interface that this page uses. */
interface PagefindPage {
  readonly url: string;
  readonly raw_content: string;
  readonly anchors: readonly { readonly id: string; readonly location: number }[];
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}
interface Pagefind {
  options(options: { readonly baseUrl: string }): Promise<void>;
  filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  search(
    term: string,
    options: { readonly filters: Readonly<Record<string, string>> },
  ): Promise<{ readonly results: readonly { data(): Promise<PagefindPage> }[] }>;
}

const filterNames = ['kind', 'service', 'month'] as const;
/** Pages read at first, and at most while none of them holds the very words. */
const [batch, most] = [80, 160];
/** Hits of one kind shown before the reader asks for the rest. */
const shownPerKind = 6;
const patience = 250;

interface Parts {
  readonly form: HTMLFormElement;
  readonly query: HTMLInputElement;
  readonly filters: Readonly<Record<(typeof filterNames)[number], HTMLSelectElement>>;
  readonly status: HTMLElement;
  readonly results: HTMLElement;
  readonly base: string;
}

function partsOf(form: HTMLFormElement): Parts | null {
  const query = form.querySelector<HTMLInputElement>('input[name=q]');
  const [kind, service, month] = filterNames.map((name) => form.querySelector<HTMLSelectElement>(`select[name=${name}]`));
  const status = document.querySelector<HTMLElement>('[data-search-status]');
  const results = document.querySelector<HTMLElement>('[data-search-results]');
  if (!query || !kind || !service || !month || !status || !results) return null;
  return { form, query, filters: { kind, service, month }, status, results, base: form.dataset.base ?? '/' };
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = '', className = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (text !== '') made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

let loading: Promise<Pagefind> | null = null;

/** The index, loaded when it is first needed; tried again after a failure. */
function pagefind(base: string): Promise<Pagefind> {
  const load = async () => {
    const module: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
    await module.options({ baseUrl: base });
    return module;
  };
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** A month tells pages of one month apart; elsewhere it only says which data stand on the page. */
function hitOf({ url, raw_content, anchors, meta, filters }: PagefindPage): Hit {
  const months = (filters.month ?? []).filter((month) => url.indexOf(month) >= 0);
  const about = [...(filters.service ?? []), ...months.map(monthWords)];
  return { url, title: meta.title ?? url, kind: filters.kind?.[0] ?? '其他', about, ...readable(raw_content, anchors) };
}

const clauseId = /^\d+\.\d+(-\w+)*$/u;

function appendPieces(parent: HTMLElement, pieces: readonly Piece[]) {
  for (const { text, marked } of pieces) parent.append(marked ? element('mark', text) : text);
}

function hitItem({ url, heading, kind, about, excerpt, anchor }: RankedHit, group: string): HTMLLIElement {
  const item = element('li');
  const link = element('a');
  appendPieces(link, heading);
  link.href = anchor === null ? url : `${url}#${encodeURIComponent(anchor)}`;
  const text = element('p');
  appendPieces(text, excerpt);
  item.append(link, text);
  const clause = anchor !== null && clauseId.test(anchor) ? [`条款${anchor}`] : [];
  const notes = [...(kind === group ? [] : [kind]), ...clause, ...about];
  if (notes.length > 0) item.append(element('small', notes.join(' · ')));
  return item;
}

/** One kind's hits; those beyond the first few appear when asked for, and the first of them gets the focus. */
function groupSection({ kind, hits }: HitGroup): HTMLElement {
  const section = element('section');
  const heading = element('h2', kind);
  heading.append(element('small', `${hits.length}页`));
  const list = element('ol', '', 'hits');
  const itemOf = (hit: RankedHit) => hitItem(hit, kind);
  list.append(...hits.slice(0, shownPerKind).map(itemOf));
  section.append(heading, list);
  const rest = hits.slice(shownPerKind);
  if (rest.length > 0) {
    const more = element('button', `再看${rest.length}页`);
    more.type = 'button';
    more.addEventListener('click', () => {
      const items = rest.map(itemOf);
      list.append(...items);
      more.remove();
      items[0]?.querySelector('a')?.focus();
    });
    section.append(more);
  }
  return section;
}

/** Reads pages in batches until one holds the very words, so that a near hit is never passed off as the best there is. */
async function read(results: readonly { data(): Promise<PagefindPage> }[], query: string): Promise<HitGroup[]> {
  const hits: Hit[] = [];
  for (let from = 0; from < Math.min(results.length, most); from += batch) {
    const pages = await Promise.all(results.slice(from, from + batch).map((result) => result.data()));
    hits.push(...pages.map(hitOf));
    const groups = grouped(hits, query);
    if (groups.some((group) => group.hits.some(({ fit }) => fit === 'exact'))) return groups;
  }
  return grouped(hits, query);
}

function rememberInUrl({ query, filters }: Parts) {
  const url = new URL(location.href);
  const values = [['q', query.value.trim()] as const, ...filterNames.map((name) => [name, filters[name].value] as const)];
  for (const [name, value] of values) {
    if (value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  history.replaceState(null, '', url);
}

let latest = 0;

async function run(parts: Parts): Promise<void> {
  const { query, filters, status, results, base } = parts;
  latest += 1;
  const own = latest;
  const text = query.value.trim();
  rememberInUrl(parts);
  if (text === '') {
    results.replaceChildren();
    status.textContent = '';
    return;
  }
  const chosen = filterNames.filter((name) => filters[name].value !== '').map((name) => [name, filters[name].value]);
  try {
    const index = await pagefind(base);
    const found = await index.search(text, { filters: Object.fromEntries(chosen) });
    const groups = await read(found.results, text);
    if (own !== latest) return;
    results.replaceChildren(...groups.map(groupSection));
    status.textContent = searchSentence(groups, text, found.results.length);
  } catch {
    if (own !== latest) return;
    results.replaceChildren();
    status.textContent = '检索索引没有载入，现在不能搜索。请刷新再试，或从下面的目录查找。';
  }
}

/** Fills a select with the values that the index knows; months latest first. */
function fill(
  select: HTMLSelectElement,
  values: Readonly<Record<string, number>>,
  wanted: string,
  label: (value: string) => string,
) {
  const names = Object.keys(values);
  if (select.name === 'month') names.sort().reverse();
  for (const name of names) {
    const option = element('option', `${label(name)}（${values[name] ?? 0}）`);
    option.value = name;
    select.append(option);
  }
  if (names.indexOf(wanted) >= 0) select.value = wanted;
}

async function prepare({ filters, base }: Parts, wanted: URLSearchParams): Promise<void> {
  const known = await (await pagefind(base)).filters();
  for (const name of filterNames) {
    fill(filters[name], known[name] ?? {}, wanted.get(name) ?? '', name === 'month' ? monthWords : (value) => value);
  }
}

function start(form: HTMLFormElement) {
  const parts = partsOf(form);
  if (parts === null) return;
  const wanted = new URLSearchParams(location.search);
  form.hidden = false;
  parts.query.value = wanted.get('q') ?? '';
  if (parts.query.value === '') parts.query.focus({ preventScroll: true });
  let timer = 0;
  const soon = (delay: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void run(parts), delay);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    soon(0);
  });
  form.addEventListener('change', () => soon(0));
  parts.query.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) soon(patience);
  });
  parts.query.addEventListener('compositionend', () => soon(patience));
  void prepare(parts, wanted)
    .catch(() => undefined)
    .then(() => run(parts));
}

const form = document.querySelector<HTMLFormElement>('form[data-search]');
if (form !== null) start(form);
