import { isCivil } from '../calendar/date.ts';

/** What must never stand in a published site, as far as a program can tell it. Names it cannot tell. */
export type PrivateKind = '手机号' | '身份证号' | '银行卡号' | '邮箱地址';

/** One such number or address in a text. */
export interface Private {
  readonly kind: PrivateKind;
  /** Where it stands in the text as it was written in half width. */
  readonly start: number;
  readonly end: number;
  /** As it may be shown: enough to find it again, too little to use it. */
  readonly masked: string;
}

/** Fewer digits make no number of a person. */
const fewest = 11;

/** Whether a text has digits enough, or an @: the only texts that need a closer look. */
export function mayBePrivate(raw: string): boolean {
  if (raw.length < 6) return false;
  let digits = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) digits += 1;
    else if (code === 0x40 || code === 0xff20) return true;
  }
  return digits >= fewest;
}

/** A run of digits with single blanks and hyphens inside, at most as long as a card's; an X may end it. */
const run = /\d(?:[ -]?\d){10,22}[Xx]?/gu;
const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;

const bare = (text: string) => text.replace(/[ -]/gu, '');

/** What may stand directly before a mobile's number although it is a letter. */
const phoneWord = /(?:tel|phone|mobile|mob)[.:]?$/iu;

const mobile = /^(?:(?:00)?86)?(1[3-9]\d{9})$/u;

/** The first two digits of an identity number: the provinces of GB/T 2260. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

const isBirthday = (year: number, month: number, day: number): boolean =>
  year >= 1900 && year <= 2100 && isCivil(year, month, day);

/** GB 11643: birthday and, of 18 characters, the check character by ISO 7064 mod 11-2. */
function isIdentity(text: string): boolean {
  if (!provinces.has(text.slice(0, 2))) return false;
  if (/^\d{15}$/u.test(text))
    return isBirthday(1900 + Number(text.slice(6, 8)), Number(text.slice(8, 10)), Number(text.slice(10, 12)));
  if (!/^\d{17}[\dXx]$/u.test(text)) return false;
  if (!isBirthday(Number(text.slice(6, 10)), Number(text.slice(10, 12)), Number(text.slice(12, 14)))) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10X98765432'.charAt(sum % 11) === text.charAt(17).toUpperCase();
}

/** ISO/IEC 7812: 13 to 19 digits whose last is right by Luhn. What begins with 1 or 2 is a year or a number of ours, no bank's. */
function isCard(text: string): boolean {
  if (!/^[3-9]\d{12,18}$/u.test(text)) return false;
  const sum = [...text].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Digits parted as people part a card's: in fours. */
const inFours = /^\d{4}(?:[ -]\d{4}){2,3}(?:[ -]?\d{1,3})?$/u;
/** Digits parted as people part an identity number: region, birthday, rest. */
const inParts = /^\d{6}[ -]\d{4}[ -]?\d{2}[ -]?\d{2}[ -]?\d{3}[\dXx]$/u;
const unparted = /^\d+[Xx]?$/u;

function kindOf(text: string, before: string, after: string): PrivateKind | null {
  const digits = bare(text);
  const joined = /[A-Za-z\d]$/u.test(before) || /^[A-Za-z\d]/u.test(after);
  const isDecimal = /^\.\d/u.test(after) || /\d\.$/u.test(before);
  const inDate = /\d[-/.]$/u.test(before);
  if (isDecimal || inDate) return null;
  if (mobile.test(digits) && (!joined || (phoneWord.test(before) && !/^[A-Za-z\d]/u.test(after)))) return '手机号';
  if (joined) return null;
  if ((unparted.test(text) || inParts.test(text)) && isIdentity(digits)) return '身份证号';
  return (unparted.test(text) || inFours.test(text)) && isCard(digits) ? '银行卡号' : null;
}

const stars = (text: string, first: number, last: number) =>
  `${text.slice(0, first)}${'*'.repeat(Math.max(3, text.length - first - last))}${text.slice(text.length - last)}`;

/** The numbers of persons and addresses in a text: mobiles, identity and card numbers, e-mail. */
export function privateIn(raw: string): readonly Private[] {
  if (!mayBePrivate(raw)) return [];
  const text = raw.normalize('NFKC');
  const found: Private[] = [];
  for (const match of text.matchAll(run)) {
    const parts = partsOf(match[0]).map(({ text: part, at }) => ({ part, start: match.index + at }));
    for (const { part, start } of parts) {
      const end = start + part.length;
      const kind = kindOf(part, text.slice(Math.max(0, start - 8), start), text.slice(end, end + 2));
      if (kind !== null) found.push({ kind, start, end, masked: stars(bare(part), 3, 2) });
    }
  }
  for (const match of text.matchAll(address)) {
    const end = match.index + match[0].length;
    found.push({ kind: '邮箱地址', start: match.index, end, masked: `${match[0].slice(0, 1)}***@***` });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A run as a whole or, where blanks may part two numbers, each of what they part. */
function partsOf(text: string): { readonly text: string; readonly at: number }[] {
  if (kindOf(text, '', '') !== null || !text.includes(' ')) return [{ text, at: 0 }];
  return [...text.matchAll(/[^ ]+/gu)].map((match) => ({ text: match[0], at: match.index }));
}

/** A text in which the numbers of persons and addresses are masked; without any it stays as it is. */
export function withoutPrivate(raw: string): string {
  const found = privateIn(raw);
  if (found.length === 0) return raw;
  const text = raw.normalize('NFKC');
  const pieces = found.map(({ start, masked }, index) => `${text.slice(found[index - 1]?.end ?? 0, start)}${masked}`);
  return `${pieces.join('')}${text.slice(found[found.length - 1]?.end ?? 0)}`;
}
