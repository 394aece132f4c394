import type { SealedMonth } from './seal.ts';
import type { listedSeals } from './twin.ts';

/** The seals of a site as `/api/seals.json` lists them. */
export interface SealList {
  readonly seals: ReturnType<typeof listedSeals>;
}
export type ListedSeal = SealList['seals'][number];

const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether a value read from `/api/seals.json` is such a list. */
export function isSealList(value: unknown): value is SealList {
  if (typeof value !== 'object' || value === null || !('seals' in value)) return false;
  const { seals } = value;
  const isSeal = (each: Partial<ListedSeal> | null) =>
    isText(each?.month) && isText(each.digest) && isText(each.date) && isText(each.post) && Array.isArray(each.amendments);
  return Array.isArray(seals) && seals.every(isSeal);
}

/** A seal, or one of its amendments by its number, that a digest is of. */
export interface Found {
  readonly seal: ListedSeal;
  readonly amendment: number | null;
  readonly digest: string;
}

/** So many digits tell the seals of any contract apart; fewer could be typed by chance. */
export const fewestDigits = 8;

/** What was typed from paper, without what divides its groups; null where it is no digest, or too short. */
export function typedDigest(text: string): string | null {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s·•.,:;_-]/gu, '')
    .toLowerCase();
  return /^[0-9a-f]+$/u.test(digits) && digits.length >= fewestDigits && digits.length <= 64 ? digits : null;
}

/** The seals and amendments whose digest begins with some digits. */
export const sealsBy = ({ seals }: SealList, digits: string): Found[] =>
  seals
    .flatMap((seal): Found[] => [
      { seal, amendment: null, digest: seal.digest },
      ...seal.amendments.map(({ number, digest }) => ({ seal, amendment: number, digest })),
    ])
    .filter(({ digest }) => digest.startsWith(digits));

/** How a bundle's seal stands to a list: the same, the same with later amendments, another one, or of a month without any. */
export type Standing =
  | { readonly kind: 'current' | 'other' | 'unknown' }
  | { readonly kind: 'amended-since'; readonly amendments: number };

export function standingIn({ seals }: SealList, { seal, amendments }: SealedMonth): Standing {
  const listed = seals.find(({ month }) => month === seal.month);
  if (listed === undefined) return { kind: 'unknown' };
  const own = [seal.digest, ...amendments.map(({ digest }) => digest)];
  const all = [listed.digest, ...listed.amendments.map(({ digest }) => digest)];
  if (own.some((digest, at) => digest !== all[at])) return { kind: 'other' };
  return own.length === all.length ? { kind: 'current' } : { kind: 'amended-since', amendments: all.length - own.length };
}
