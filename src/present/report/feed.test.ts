import { describe, expect, it } from 'vitest';
import { feedXml } from './feed.ts';

const entry = (id: string, issued: string) => ({
  id,
  title: `报告<${id}>`,
  summary: '示例数据。',
  address: `https://a.example/${id}/`,
  issued,
  updated: issued,
});
const feed = {
  title: '服务报告',
  subtitle: '示例数据',
  author: '服务单位',
  address: 'https://a.example/',
  self: 'https://a.example/feed.xml',
};

describe('feedXml', () => {
  it('lists the latest first, takes its times from the reports and escapes what XML would read as markup', () => {
    const xml = feedXml({ ...feed, entries: [entry('2026-08', '2026-09-08'), entry('2026-09', '2026-10-08')] });
    expect([...xml.matchAll(/<entry><title>(.*?)<\/title>/gu)].map(([, title]) => title)).toEqual([
      '报告&lt;2026-09&gt;',
      '报告&lt;2026-08&gt;',
    ]);
    expect([...xml.matchAll(/<updated>(.*?)<\/updated>/gu)].map(([, day]) => day)).toEqual([
      '2026-10-08T00:00:00+08:00',
      '2026-10-08T00:00:00+08:00',
      '2026-09-08T00:00:00+08:00',
    ]);
  });

  it('lists an amended report by the day of its amendment, beside that on which it was issued', () => {
    const amended = { ...entry('2026-08', '2026-09-08'), updated: '2026-11-30' };
    const xml = feedXml({ ...feed, entries: [entry('2026-09', '2026-10-08'), amended] });
    expect([...xml.matchAll(/<entry><title>(.*?)<\/title>/gu)].map(([, title]) => title)).toEqual([
      '报告&lt;2026-08&gt;',
      '报告&lt;2026-09&gt;',
    ]);
    expect(xml).toContain('<updated>2026-11-30T00:00:00+08:00</updated><published>2026-09-08T00:00:00+08:00</published>');
  });

  it('does not depend on the order of the reports', () => {
    const entries = [entry('a', '2026-09-08'), entry('b', '2026-09-08')];
    expect(feedXml({ ...feed, entries })).toBe(feedXml({ ...feed, entries: [...entries].reverse() }));
  });
});
