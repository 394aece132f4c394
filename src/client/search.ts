import { isSearchable, queryOf } from '../present/search/query.ts';
import { type Answer, answerOf, type Choice } from '../present/search/ranking.ts';
import { answerSentence, nothingToSeek } from '../present/search/words.ts';
import { afterPress } from './press.ts';
import { groupSection, nearSection } from './search-hits.ts';
import { letSlashOpen, slashOpens } from './search-key.ts';
import { loadTexts, pagesOfPagefind, type Texts } from './search-texts.ts';

const choices = ['kind', 'service', 'month'] as const;
/** Milliseconds without a key before the search runs. */
const patience = 120;

/** What the page shows: the directory, a search under way, results, none, or that the texts did not load. */
type State = 'idle' | 'busy' | 'found' | 'none' | 'failed';

interface Parts {
  readonly root: HTMLElement;
  readonly form: HTMLFormElement;
  readonly query: HTMLInputElement;
  readonly selects: Readonly<Record<(typeof choices)[number], HTMLSelectElement>>;
  readonly status: HTMLElement;
  readonly retry: HTMLButtonElement;
  readonly results: HTMLElement;
  readonly base: string;
  /** The kinds of pages in their order, as the first choice lists them. */
  readonly kinds: readonly string[];
}

function partsOf(root: HTMLElement): Parts | null {
  const form = root.querySelector('form');
  const query = root.querySelector<HTMLInputElement>('input[name=q]');
  const [kind, service, month] = choices.map((name) => root.querySelector<HTMLSelectElement>(`select[name=${name}]`));
  const status = root.querySelector<HTMLElement>('[data-search-status]');
  const retry = root.querySelector<HTMLButtonElement>('[data-search-retry]');
  const results = root.querySelector<HTMLElement>('[data-search-results]');
  if (!form || !query || !kind || !service || !month || !status || !retry || !results) return null;
  const kinds = Array.from(kind.options, ({ value }) => value).filter((value) => value !== '');
  return { root, form, query, selects: { kind, service, month }, status, retry, results, base: root.dataset.base ?? '/', kinds };
}

/** Kinds whose hits the reader asked to see whole; kept for the way back. */
const opened = new Set<string>();

/** Puts an answer in the place of the one before; who has the focus on a page keeps it there. */
function list({ results, base }: Parts, answer: Answer | null): void {
  const focused = results.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : null;
  const sections =
    answer === null
      ? []
      : [...answer.groups.map((group) => groupSection(group, base, opened)), ...nearSection(answer.near, base)];
  results.replaceChildren(...sections);
  const again = Array.from(results.querySelectorAll('a')).filter((link) => focused && link.getAttribute('href') === focused)[0];
  again?.focus({ preventScroll: true });
}

/** Everything that is shown changes together, for a line that grows or a directory that goes moves the link below a finger. */
function put(parts: Parts, state: State, sentence: string, answer: Answer | null) {
  const { root, status } = parts;
  root.dataset.state = state;
  root.setAttribute('aria-busy', String(state === 'busy'));
  if (status.textContent !== sentence) status.textContent = sentence;
  if (state !== 'busy') list(parts, answer);
}

function show(parts: Parts, state: State, sentence: string, answer: Answer | null = null) {
  if (parts.root.matches(':active')) afterPress(() => put(parts, state, sentence, answer));
  else put(parts, state, sentence, answer);
}

function choiceOf({ selects }: Parts): Choice {
  return { kind: selects.kind.value, service: selects.service.value, month: selects.month.value };
}

function rememberInUrl(parts: Parts) {
  const url = new URL(location.href);
  const values = [['q', parts.query.value.trim()] as const, ...choices.map((name) => [name, parts.selects[name].value] as const)];
  for (const [name, value] of values) {
    if (value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  if (url.href !== location.href) history.replaceState(null, '', url);
}

let loading: ReturnType<typeof loadTexts> | null = null;
/** All texts, once they have arrived. */
let arrived: Texts | null = null;

/** The texts, loaded when first needed and once; tried again after a failure. */
function texts(base: string) {
  if (loading === null) {
    loading = loadTexts(base);
    loading.all.then(
      (all) => {
        arrived = all;
      },
      () => {
        loading = null;
      },
    );
  }
  return loading;
}

function showAnswer(parts: Parts, found: Texts, typed: string) {
  const query = queryOf(typed, found.lexicon);
  const answer = answerOf({ candidates: found.candidates, kinds: parts.kinds }, query, choiceOf(parts));
  const empty = answer.groups.length + answer.near.length === 0;
  if (empty && !found.whole) return;
  const rest = found.whole ? '' : '各月的页面还在查找……';
  show(parts, empty ? 'none' : 'found', `${answerSentence(answer, query)}${rest}`, answer);
}

const cannot = '检索内容没有载入，现在不能搜索。请检查网络后再试，也可以从下面的目录查找。';

let latest = 0;

/** Searches for what stands in the field, unless something newer is typed meanwhile. */
async function run(parts: Parts): Promise<void> {
  latest += 1;
  const own = latest;
  const typed = parts.query.value.trim();
  rememberInUrl(parts);
  if (typed === '') return show(parts, 'idle', '');
  if (!isSearchable(typed)) return show(parts, 'none', nothingToSeek(typed));
  if (arrived !== null) return showAnswer(parts, arrived, typed);
  if (parts.root.dataset.state !== 'found') show(parts, 'busy', '正在查找……');
  try {
    for (const arriving of Object.values(texts(parts.base))) {
      const found = await arriving;
      if (own !== latest) return;
      showAnswer(parts, found, typed);
    }
  } catch {
    await runOnPagefind(parts, typed, own);
  }
}

async function runOnPagefind(parts: Parts, typed: string, own: number): Promise<void> {
  try {
    const found = await pagesOfPagefind(parts.base, typed);
    if (own === latest) showAnswer(parts, { ...found, whole: true }, typed);
  } catch {
    if (own === latest) show(parts, 'failed', cannot);
  }
}

/** Up and down through the field and the results, Escape back to the field and then to nothing. */
function onKey({ root, query }: Parts, event: KeyboardEvent, again: () => void) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const stops: HTMLElement[] = [
    query,
    ...Array.from(root.querySelectorAll<HTMLElement>('.search-results a, .search-results button')),
  ];
  const at = event.target instanceof HTMLElement ? stops.indexOf(event.target) : -1;
  if (at < 0) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }
  if (event.key === 'Escape') {
    event.preventDefault();
    if (at > 0) query.focus();
    else if (query.value !== '') {
      query.value = '';
      again();
    }
  }
}

/** What is kept in the history entry while the reader looks at a result. */
interface Left {
  readonly y: number;
  readonly opened: readonly string[];
}

const leftAt = (state: unknown): Left | null =>
  typeof state === 'object' &&
  state !== null &&
  'y' in state &&
  typeof state.y === 'number' &&
  'opened' in state &&
  Array.isArray(state.opened)
    ? { y: state.y, opened: state.opened.map(String) }
    : null;

function restore({ query, selects }: Parts) {
  const wanted = new URLSearchParams(location.search);
  query.value = wanted.get('q') ?? '';
  for (const name of choices) {
    selects[name].value = wanted.get(name) ?? '';
    if (selects[name].selectedIndex < 0) selects[name].value = '';
  }
  const left = leftAt(history.state);
  for (const kind of left?.opened ?? []) opened.add(kind);
  return left;
}

function listen(parts: Parts) {
  let timer = 0;
  const soon = (delay: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void run(parts), delay);
  };
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    soon(0);
  });
  parts.form.addEventListener('change', () => soon(0));
  parts.query.addEventListener('input', (event) => {
    opened.clear();
    if (!(event instanceof InputEvent && event.isComposing)) soon(patience);
  });
  parts.query.addEventListener('compositionend', () => soon(patience));
  // The page gives the focus itself; the texts are worth loading once somebody is about to write.
  for (const name of ['keydown', 'pointerdown', 'compositionstart'])
    parts.query.addEventListener(name, () => void texts(parts.base).all.catch(() => undefined), { once: true });
  parts.retry.addEventListener('click', () => soon(0));
  parts.root.addEventListener('keydown', (event) => onKey(parts, event, () => soon(0)));
  window.addEventListener('pagehide', () => history.replaceState({ y: window.scrollY, opened: Array.from(opened) }, ''));
}

/** The box that turns the single key off. */
function offerKey() {
  const box = document.querySelector<HTMLInputElement>('input[data-search-slash]');
  if (box === null) return;
  box.checked = slashOpens();
  box.addEventListener('change', () => letSlashOpen(box.checked));
}

function start(root: HTMLElement) {
  const parts = partsOf(root);
  if (parts === null) return;
  const left = restore(parts);
  listen(parts);
  offerKey();
  if (parts.query.value === '') return parts.query.focus({ preventScroll: true });
  void run(parts).then(() => {
    if (left !== null) window.scrollTo(0, left.y);
  });
}

const root = document.querySelector<HTMLElement>('[data-search]');
if (root !== null) start(root);
