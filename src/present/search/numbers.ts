/** Digits of Chinese numerals; 两 is how 2 is said before a unit. */
const digits = '零一二三四五六七八九';
const han = '[零〇一二两三四五六七八九十百千]+';

/** 0 to 9999 in Chinese numerals: 15 is 十五, 105 is 一百零五. */
export function chineseOf(value: number): string {
  if (value < 10) return digits.charAt(value);
  const places: readonly (readonly [number, string])[] = [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ];
  let text = '';
  let rest = value;
  let gap = false;
  for (const [size, name] of places) {
    const digit = Math.floor(rest / size);
    rest %= size;
    if (digit === 0) gap = text !== '' && rest > 0;
    else {
      text += `${gap ? '零' : ''}${digits.charAt(digit)}${name}`;
      gap = false;
    }
  }
  return text.replace(/^一十/u, '十');
}

/** The number that Chinese numerals say; null when they say none. */
export function numberOf(text: string): number | null {
  const plain = text.replace(/〇/gu, '零').replace(/两/gu, '二');
  if (/^[零一二三四五六七八九]{2,}$/u.test(plain)) return Number([...plain].map((each) => digits.indexOf(each)).join(''));
  let [sum, digit] = [0, -1];
  for (const each of plain) {
    const size = { 十: 10, 百: 100, 千: 1000 }[each];
    if (size === undefined) digit = digits.indexOf(each);
    else {
      sum += (digit < 0 ? 1 : digit) * size;
      digit = -1;
    }
  }
  const value = sum + Math.max(digit, 0);
  return value > 9999 || plain === '' ? null : value;
}

/** A text with its numbers in digits and without spaces: alike for all that differ only in how numbers are spelt. */
export const inDigits = (text: string): string =>
  text
    .replace(/\s/gu, '')
    .replace(new RegExp(`百分之(${han}|\\d+)`, 'gu'), '$1%')
    .replace(new RegExp(han, 'gu'), (numeral) => String(numberOf(numeral) ?? numeral));

/** Units that mean the same; the first is the one that is written most. */
const sameUnits: readonly (readonly string[])[] = [
  ['小时', '个小时', 'h', '钟头', '个钟头'],
  ['分钟', 'min'],
  ['天', '日'],
  ['个月'],
  ['平方米', '㎡', 'm²'],
  ['次', '回'],
];
const otherUnits = '年月周项个份件页级章节条处层倍元度米名种类人台'.split('');
const units = [...sameUnits.flat(), ...otherUnits].sort((a, b) => b.length - a.length);
const unitForms = (unit: string): readonly string[] => {
  const same = sameUnits.filter((each) => each.indexOf(unit) >= 0)[0];
  return same === undefined ? [unit] : [unit, ...same.filter((each) => each !== unit)];
};

/** A limit in words and in signs. `{}` is the number with its unit. */
const limits = {
  least: ['≥{}', '{}以上', '不低于{}', '不少于{}', '至少{}', '≥ {}', '>={}', '{}及以上'],
  most: ['≤{}', '{}以下', '不超过{}', '{}以内', '{}内', '不高于{}', '≤ {}', '<={}', '{}之内', '{}及以下'],
} as const;
const limitWords = {
  least: { before: '≥|>=|=>|不低于|不少于|至少|大于等于|大于或等于', after: '及以上|以上' },
  most: { before: '≤|<=|=<|不超过|不高于|不多于|小于等于|小于或等于', after: '及以下|以下|以内|之内|内' },
} as const;

const quantity = `(?:百分之(${han}|\\d+)|(\\d+(?:\\.\\d+)?)\\s*(%)|(\\d+(?:\\.\\d+)?|${han})\\s*(${units.join('|')}))`;
const before = `(?:(${limitWords.least.before})|(${limitWords.most.before}))?\\s*`;
const after = `(?:(${limitWords.least.after})|(${limitWords.most.after}))?`;
const day = '(\\d{4})(?:-|/|\\.|年)(\\d{1,2})(?:(?:-|/|\\.|月)(\\d{1,2})日?|月)?';
const token = () => new RegExp(`${day}|${before}${quantity}${after}`, 'gu');

function dateForms(year: string, month: string, date: string | undefined): string[] {
  const [m, d] = [Number(month), date === undefined ? null : Number(date)];
  const two = (value: number) => (value < 10 ? `0${value}` : String(value));
  return d === null ? [`${year}年${m}月`, `${year}-${two(m)}`] : [`${year}年${m}月${d}日`, `${year}-${two(m)}-${two(d)}`];
}

/** A number with its unit in every usual way of writing. */
function quantityForms(value: string, unit: string): string[] {
  const number = Number(value);
  const chinese = Number.isInteger(number) && number <= 9999 ? [chineseOf(number), ...(number === 2 ? ['两'] : [])] : [];
  if (unit === '%') return [`${value}%`, `${value} %`, ...chinese.map((each) => `百分之${each}`)];
  return unitForms(unit).flatMap((each) => [`${value}${each}`, ...chinese.map((name) => `${name}${each}`), `${value} ${each}`]);
}

/** The ways to write one date, number or limit; a limit's last ways are those without it. */
function formsOf(match: RegExpMatchArray): string[] {
  const [, year, month, date, least, most, share, percent, , count, unit = '%', leastAfter, mostAfter] = match;
  if (year !== undefined && month !== undefined) return dateForms(year, month, date);
  const said = share ?? percent ?? count ?? '';
  const value = /^[\d.]/u.test(said) ? said : String(numberOf(said) ?? said);
  const bare = quantityForms(value, share !== undefined || percent !== undefined ? '%' : unit);
  const kind = (least ?? leastAfter) !== undefined ? 'least' : (most ?? mostAfter) !== undefined ? 'most' : null;
  if (kind === null) return bare;
  return [...bare.slice(0, 3).flatMap((each) => limits[kind].map((limit) => limit.replace('{}', each))), ...bare];
}

const most = 64;

/**
 * Other ways to write the numbers, dates and limits of a folded phrase, nearest first, without the phrase itself: 15分钟 and
 * 十五分钟, 95% and 百分之九十五, ≥95% and 95%以上, 2026-10 and 2026年10月. A limit may also be written without its bound.
 */
export function numberForms(phrase: string): string[] {
  let forms = [''];
  let from = 0;
  for (const match of phrase.matchAll(token())) {
    const between = phrase.slice(from, match.index);
    const own = formsOf(match);
    forms = forms.flatMap((start) => own.map((each) => start + between + each)).slice(0, most);
    from = match.index + match[0].length;
  }
  if (from === 0) return [];
  const whole = forms.map((each) => each + phrase.slice(from));
  return whole.filter((each, index) => each !== phrase && whole.indexOf(each) === index);
}
