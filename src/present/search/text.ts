import type { Anchor } from './page.ts';

/** Elements whose text is not the page's own. */
const removed = new Set(['head', 'style', 'script', 'noscript', 'label', 'form', 'svg', 'footer', 'nav', 'iframe', 'template']);
/** Elements after which a sentence ends. */
const closing = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'td', 'div', 'ul', 'li', 'article', 'section']);
/** Elements without an end. */
const empty = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** A comment, a program, or a tag as the build writes it: values stand in double quotes, and no text holds an angle bracket. */
const tag = /<!--[\s\S]*?-->|<script[\s>][\s\S]*?<\/script>|<(\/?)([a-z][a-z0-9-]*)((?:[^"<>]|"[^"]*")*)>/gu;
/** What a sentence may end with that wants a stop; of a text, only its end is looked at. */
const open = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}'")$*]$/u;

/** Stands before the id of an anchor among the words of a page. */
const mark = '\u0001';

/** An element that is open, and what it says so far. */
interface Open {
  readonly name: string;
  readonly isIgnored: boolean;
  said: string;
}

/** What the elements of a page say, from the outermost that is open to the innermost. */
class Reading {
  private readonly outer: Open[] = [];
  private node: Open = { name: '', isIgnored: false, said: '' };

  say(text: string): void {
    this.node.said += text;
  }

  open(name: string, attributes: string): void {
    const isIgnored = / data-pagefind-ignore(?=[\s=]|$)/u.test(attributes);
    const id = / id="([^"]*)"/u.exec(attributes)?.[1];
    if (id !== undefined && !isIgnored) this.say(` ${mark}${id} `);
    if (name === 'br') this.say(' ');
    if (empty.has(name) || attributes.endsWith('/')) return;
    this.outer.push(this.node);
    this.node = { name, isIgnored: isIgnored || removed.has(name), said: '' };
  }

  /** Ends the innermost element: what a block says ends with a stop, if it ends with a letter, and stands apart. */
  close(): void {
    const { name, isIgnored, said } = this.node;
    this.node = this.outer.pop() ?? { name: '', isIgnored: false, said: '' };
    if (isIgnored) return;
    const stop = open.test(said.slice(-2)) ? '.' : '';
    this.say(closing.has(name) ? ` ${said}${stop} ` : said);
  }

  /** All that was said, when every element has ended. */
  end(): string {
    while (this.outer.length > 0) this.close();
    return this.node.said;
  }
}

function saidBy(html: string): string {
  const reading = new Reading();
  let from = 0;
  for (const { 0: whole, 1: slash, 2: name, 3: attributes = '', index } of html.matchAll(tag)) {
    reading.say(html.slice(from, index));
    from = index + whole.length;
    if (slash === '/') reading.close();
    else if (name !== undefined) reading.open(name, attributes);
  }
  reading.say(html.slice(from));
  return reading.end();
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
  '&#39;': "'",
  '&#34;': '"',
  '&#38;': '&',
};
const decoded = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|nbsp|#3[489]);/gu, (entity) => entities[entity] ?? entity);

/** The words of a part of a page, with one space between any two. */
const wordsOf = (html: string): string[] =>
  decoded(saidBy(html))
    .split(/\s+/u)
    .filter((word) => word !== '');

/** The text of a part of a page that the build wrote, with its anchors by character: what Pagefind would read, word for word. */
export function textOf(html: string): { readonly text: string; readonly anchors: readonly Anchor[] } {
  const anchors: Anchor[] = [];
  let text = '';
  let waiting: string[] = [];
  for (const word of wordsOf(html)) {
    if (word.startsWith(mark)) {
      waiting.push(word.slice(mark.length));
      continue;
    }
    if (text !== '') text += ' ';
    for (const id of waiting) anchors.push([id, text.length]);
    waiting = [];
    text += word;
  }
  return { text, anchors: [...anchors, ...waiting.map((id): Anchor => [id, text.length])] };
}
