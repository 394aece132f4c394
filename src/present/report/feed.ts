import { escapeText } from '../chart/draw/frame.ts';

/** A report that was handed to the client. */
export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly address: string;
  /** The day on which it was issued. */
  readonly issued: string;
  /** The day of its last amendment, or that on which it was issued. */
  readonly updated: string;
}

export interface Feed {
  readonly title: string;
  readonly subtitle: string;
  readonly author: string;
  readonly address: string;
  readonly self: string;
  readonly entries: readonly FeedEntry[];
}

/** Midnight in China of a day: the feed's times come from the data, not from a clock. */
const moment = (day: string): string => `${day}T00:00:00+08:00`;

const entryXml = ({ title, summary, address, issued, updated }: FeedEntry): string =>
  `<entry><title>${escapeText(title)}</title><id>${escapeText(address)}</id><link href="${escapeText(address)}"/>` +
  `<updated>${moment(updated)}</updated><published>${moment(issued)}</published><summary>${escapeText(summary)}</summary></entry>`;

/** Issued reports as an Atom feed (RFC 4287), the latest issued or amended first. */
export function feedXml({ title, subtitle, author, address, self, entries }: Feed): string {
  const sorted = [...entries].sort((a, b) => (a.updated === b.updated ? (a.id < b.id ? -1 : 1) : a.updated < b.updated ? 1 : -1));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<title>${escapeText(title)}</title><subtitle>${escapeText(subtitle)}</subtitle><id>${escapeText(address)}</id>`,
    `<updated>${moment(sorted[0]?.updated ?? '1970-01-01')}</updated><author><name>${escapeText(author)}</name></author>`,
    `<link rel="self" href="${escapeText(self)}"/><link href="${escapeText(address)}"/>`,
    ...sorted.map(entryXml),
    '</feed>',
    '',
  ].join('\n');
}
