import { privateIn, withoutPrivate } from '../problem/privacy.ts';

/** Why a file changed, as its commit says. Who committed is nobody's business here. */
export interface Reason {
  /** Short id of the commit. */
  readonly commit: string;
  /** The day of the commit in China, `2026-11-03`. */
  readonly date: string;
  readonly subject: string;
  /** The paragraphs below the subject, or an empty text. */
  readonly body: string;
}

// A message is as long as its writer likes. No pattern here looks at a character more often than a few times.
const trailer = /^[A-Za-z][A-Za-z-]*-by:.*$/gmu;
/** What could colour a terminal, or turn the direction of the text around it. */
const control = /[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu;
/** A run of the characters that addresses are made of. */
const run = /[\p{L}\d._%+@-]+/gu;
const domain = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u;

/** A run without its e-mail addresses. Each `@` is looked at once: what stands before it, and whether a domain follows. */
function withoutAddress(word: string): string {
  const [first = '', ...rest] = word.split('@');
  let text = '';
  let local = first;
  for (const part of rest) {
    const host = local === '' ? undefined : domain.exec(part)?.[0];
    text += host === undefined ? `${local}@` : '（邮箱略）';
    local = host === undefined ? part : part.slice(host.length);
  }
  return text + local;
}

const isInWord = (character: string | undefined): boolean => character !== undefined && /[A-Za-z0-9]/u.test(character);

/** How long the names are that begin with two given characters, the longest first. */
function lengthsByBeginning(names: ReadonlySet<string>): ReadonlyMap<string, readonly number[]> {
  const lengths = new Map<string, Set<number>>();
  for (const name of names) {
    const beginning = name.slice(0, 2);
    lengths.set(beginning, (lengths.get(beginning) ?? new Set()).add(name.length));
  }
  return new Map([...lengths].map(([beginning, set]) => [beginning, [...set].sort((a, b) => b - a)]));
}

/** A text without names, each as a whole word, or anywhere when it ends in Chinese, which knows no word boundaries. */
function withoutNames(text: string, names: ReadonlySet<string>): string {
  const lengths = lengthsByBeginning(names);
  const kept: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const possible = isInWord(text[at - 1]) ? undefined : lengths.get(text.slice(at, at + 2));
    const length = possible?.find((each) => names.has(text.slice(at, at + each)) && !isInWord(text[at + each]));
    if (length === undefined) continue;
    kept.push(text.slice(from, at));
    from = at + length;
    at = from - 1;
  }
  return [...kept, text.slice(from)].join('（姓名略）');
}

/** A line without the numbers of persons; one without any stays as it is written. */
const withoutNumbers = (line: string): string =>
  privateIn(line).some(({ kind }) => kind !== '邮箱地址') ? withoutPrivate(line) : line;

/**
 * A commit's message as it may be published: without trailers such as Signed-off-by, without e-mail addresses and the
 * numbers of persons, without control characters, and without the given names of those who commit. Other names that somebody typed cannot be known here.
 */
export function publicMessage(message: string, names: readonly string[]): { readonly subject: string; readonly body: string } {
  const lines = message.replace(/\r\n?/gu, '\n').replace(control, ' ').replace(trailer, '');
  const bare = lines.replace(run, withoutAddress).split('\n').map(withoutNumbers).join('\n');
  const text = withoutNames(bare, new Set(names.filter(({ length }) => length > 1)));
  const [subject = '', ...rest] = text.trim().split('\n');
  return { subject: subject.trim(), body: rest.join('\n').trim() };
}
