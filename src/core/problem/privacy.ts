/** What must never stand in a published site, as far as a program can tell it. Names it cannot tell. */
export type PrivateKind = '手机号' | '身份证号' | '银行卡号' | '邮箱地址';

/** One such number or address in a text. */
export interface Private {
  readonly kind: PrivateKind;
  /** Where it stands in the plain form of the text. */
  readonly start: number;
  readonly end: number;
  /** As it may be shown: enough to find it again, too little to use it. */
  readonly masked: string;
}

/** Fewer digits make no number of a person. */
const fewest = 11;

const chineseDigits = '〇零一二三四五六七八九';

/** Whether a text has digits enough, or an @: the only texts that need a closer look. */
export function mayBePrivate(raw: string): boolean {
  if (raw.length < 6) return false;
  let digits = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits += 1;
    // Full width and small @; digits of other alphabets, ringed and mathematical ones; 〇 and the Chinese numerals.
    else if (code === 0x40 || code === 0xff20 || code === 0xfe6b) return true;
    else if ((code >= 0xff10 && code <= 0xff19) || (code >= 0x2460 && code <= 0x24ff) || code === 0xd835) digits += 1;
    else if (code === 0x3007 || (code >= 0x4e00 && code <= 0x96f6 && chineseDigits.includes(raw.charAt(at)))) digits += 1;
  }
  return digits >= fewest;
}

const invisible = /[\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff]|\p{Variation_Selector}/gu;

/** The plain form in which numbers are looked for: half width, nothing invisible, digits instead of numerals in a long row. */
function plain(raw: string): string {
  const text = raw.normalize('NFKC').replace(invisible, '');
  return text.replace(/[〇零一二三四五六七八九]{11,}/gu, (row) =>
    row.replace(/./gu, (sign) => String(Math.max(0, chineseDigits.indexOf(sign) - 1))),
  );
}

/** What people put between the digits of one number: up to three of these. */
const between = String.raw`[\s.·・_/()\-‐‑‒–—―−－]{0,3}`;
const run = new RegExp(String.raw`\d(?:${between}\d){10,40}[Xx]?`, 'gu');
const host = String.raw`[\p{L}\p{N}_-]{1,63}(?:[.。][\p{L}\p{N}_-]{1,63}){1,8}`;
/** With spaces around the sign, or with a host without a point, only where it cannot be words around an @. */
const address = new RegExp(
  String.raw`[\p{L}\p{N}._%+-]{1,64}@${host}|[A-Za-z0-9._%+-]{2,64} ?@ ?(?:[A-Za-z0-9-]{2,63}(?:\.[A-Za-z0-9-]{2,63}){1,8}|[A-Za-z]{3,63})`,
  'gu',
);

/** The first two digits of an identity number: the provinces of GB/T 2260. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isBirthday = (year: number, month: number, day: number): boolean =>
  year >= 1900 && year <= 2100 && day >= 1 && day <= (daysIn[month - 1] ?? 0);

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

/** How people part the digits of each kind: lengths of the groups. A date's 4-2-2 is none of them. */
const mobileShapes = new Set(['11', '3,4,4', '3,8', '7,4', '4,4,3', '3,3,5', '5,6', '6,5', Array(11).fill(1).join(',')]);
const cardShape = /^(?:\d\d|(?:4,){2,4}[1-4]|6,\d\d?)$/u;

interface Group {
  readonly text: string;
  readonly start: number;
}

/** What may stand directly before a number although it is a letter. */
const personWord = /(?:tel|phone|mobile|mob|cell|sj|dh|wx|vx|v|qq|id|sfz|icbc|abc|ccb|boc|psbc|card)[.:]?$/iu;

/** Whether a number of money or measure goes on behind a point. */
const isAmount = (before: string, after: string) => /^\.\d{1,4}(?!\d|楼|层|室|号|栋|单元)/u.test(after) || /\d\.$/u.test(before);

function kindOf(groups: readonly Group[], text: string): PrivateKind | null {
  const [first, last] = [groups[0], groups[groups.length - 1]];
  if (first === undefined || last === undefined) return null;
  const digits = groups.map((group) => group.text).join('');
  const [, second] = groups;
  const isDecimal = groups.length === 2 && text.slice(first.start + first.text.length, second?.start) === '.';
  const shape = groups.map((group) => group.text.length).join(',');
  const before = text.slice(Math.max(0, first.start - 8), first.start);
  const after = text.slice(last.start + last.text.length, last.start + last.text.length + 8);
  const serial = /[A-Za-z]$/u.test(before) && !personWord.test(before);
  if (/^[A-Za-z]/u.test(after) && !/^(?:wx|vx|tel)/iu.test(after)) return null;
  if (isDecimal || isAmount(before, after)) return null;
  if (isIdentity(digits) && (digits.length === 18 || (!serial && groups.length < 4))) return '身份证号';
  if (serial) return null;
  if (mobileShapes.has(shape) && /^1[3-9]/u.test(digits)) return '手机号';
  if (groups.length === 1 && /^(?:(?:00)?86|0)1[3-9]\d{9}$/u.test(digits)) return '手机号';
  return cardShape.test(shape) && isCard(digits) ? '银行卡号' : null;
}

const stars = (text: string, first: number, last: number) =>
  `${text.slice(0, first)}${'*'.repeat(Math.max(3, text.length - first - last))}${text.slice(text.length - last)}`;

/** The numbers in a run of digits: of groups that follow one another, the longest that make one. */
function numbersIn(text: string, { 0: found, index }: RegExpExecArray): Private[] {
  const groups = [...found.matchAll(/\d+[Xx]?/gu)].map((match): Group => ({ text: match[0], start: index + match.index }));
  const numbers: Private[] = [];
  for (let from = 0; from < groups.length; from += 1) {
    for (let to = Math.min(groups.length, from + 12); to > from; to -= 1) {
      const taken = groups.slice(from, to);
      const kind = kindOf(taken, text);
      const last = taken[taken.length - 1];
      if (kind === null || last === undefined) continue;
      const digits = taken.map((group) => group.text).join('');
      numbers.push({ kind, start: groups[from]?.start ?? 0, end: last.start + last.text.length, masked: stars(digits, 3, 2) });
      from = to - 1;
      break;
    }
  }
  return numbers;
}

function inPlain(text: string): Private[] {
  const numbers = [...text.matchAll(run)].flatMap((match) => numbersIn(text, match));
  const addresses = (text.includes('@') ? [...text.matchAll(address)] : []).map((match): Private => {
    const end = match.index + match[0].length;
    return { kind: '邮箱地址', start: match.index, end, masked: `${match[0].slice(0, 1)}***@***` };
  });
  const found = [...numbers, ...addresses].sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(({ start }, at) => found.slice(0, at).every((earlier) => earlier.end <= start));
}

/** The numbers of persons and addresses in a text: mobiles, identity and card numbers, e-mail. */
export const privateIn = (raw: string): readonly Private[] => (mayBePrivate(raw) ? inPlain(plain(raw)) : []);

/** A text in which the numbers of persons and addresses are masked; without any it stays as it is. */
export function withoutPrivate(raw: string): string {
  const found = privateIn(raw);
  if (found.length === 0) return raw;
  const text = plain(raw);
  const pieces = found.map(({ start, masked }, index) => `${text.slice(found[index - 1]?.end ?? 0, start)}${masked}`);
  return `${pieces.join('')}${text.slice(found[found.length - 1]?.end ?? 0)}`;
}
