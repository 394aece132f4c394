/**
 * Full-width letters and digits as half-width ones, capitals as small ones, any white space as a space; every character
 * stays where it is, so that a place in the folded text is the same place in the text.
 */
export function folded(text: string): string {
  const narrow = text
    .replace(/[\uff01-\uff5e]/gu, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\s]/gu, ' ');
  const small = narrow.toLowerCase();
  return small.length === text.length ? small : narrow.replace(/[A-Z]/gu, (each) => each.toLowerCase());
}

/** What was typed as one phrase: folded, with single spaces. */
export const phraseOf = (typed: string): string => folded(typed).trim().replace(/ +/gu, ' ');
