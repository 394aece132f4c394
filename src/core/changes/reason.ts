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

const trailer = /^[A-Za-z][A-Za-z-]*-by:.*$/gmu;
const address = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** A name as a whole word, or anywhere when it ends in Chinese, which knows no word boundaries. */
const naming = (name: string): RegExp => new RegExp(`(?<![A-Za-z0-9])${escaped(name)}(?![A-Za-z0-9])`, 'gu');

/**
 * A commit's message as it may be published: without trailers such as Signed-off-by, without e-mail addresses, and without
 * the given names of those who commit. Other names that somebody typed cannot be known here.
 */
export function publicMessage(message: string, names: readonly string[]): { readonly subject: string; readonly body: string } {
  const bare = message.replace(/\r\n?/gu, '\n').replace(trailer, '').replace(address, '（邮箱略）');
  const text = names
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replace(naming(name), '（姓名略）'), bare);
  const [subject = '', ...rest] = text.trim().split('\n');
  return { subject: subject.trim(), body: rest.join('\n').trim() };
}
