/** A part of a page that its contents list: where it is and what its heading says. */
export interface Heading {
  readonly id: string;
  readonly words: string;
}

/** A page's body in which every second-level heading can be linked to, and those headings in order. */
export interface Outline {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** A heading of the second level, with the section around it where the section begins with it and has an id. */
const pattern = /(<section\b[^>]*\sid="([^"]+)"[^>]*>\s*)?<h2\b([^>]*)>([\s\S]*?)<\/h2>/gu;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'", amp: '&' };

/** Text as a reader sees it, from text as HTML writes it. */
const unescaped = (html: string): string => html.replace(/&(#?\w+);/gu, (whole, name: string) => entities[name] ?? whole);

/** The words of a heading, without its permanent link, its count and its marks. */
function wordsOf(inner: string): string {
  const text = inner
    .replace(/<a class="permalink"[\s\S]*?<\/a>|<small\b[\s\S]*?<\/small>|<i aria-hidden="true">[\s\S]*?<\/i>/gu, '')
    .replace(/<[^>]+>/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/（[\d\s]*）$/u, '')
    .trim();
  return unescaped(text);
}

/**
 * Reads the second-level headings of a page's body. A heading without an id of its own or of its section gets its words as
 * id, so that it is the same in every month; of two alike the second gets a number.
 */
export function outline(html: string): Outline {
  const headings: Heading[] = [];
  const given = new Set<string>();
  const isTaken = (id: string) => given.has(id) || html.includes(` id="${id}"`);
  const withIds = html.replace(
    pattern,
    (whole, section: string | undefined, sectionId: string | undefined, attributes: string, inner: string) => {
      const words = wordsOf(inner);
      const known = sectionId ?? /\sid="([^"]+)"/u.exec(attributes)?.[1];
      if (known !== undefined) {
        headings.push({ id: known, words });
        return whole;
      }
      const base = words.replace(/[\s"'&<>#%]+/gu, '-');
      let id = base;
      for (let count = 2; isTaken(id); count += 1) id = `${base}-${count}`;
      given.add(id);
      headings.push({ id, words });
      return `${section ?? ''}<h2 id="${id}"${attributes}>${inner}</h2>`;
    },
  );
  return { html: withIds, headings };
}
