import { describe, expect, it } from 'vitest';
import { type ReportDocument, type ReportStatus, reportStatuses } from '../../core/documents/report.ts';
import { digest, makingOf, markedTitle } from './making.ts';

const entry = (status: ReportStatus, issued: string | null): { readonly data: ReportDocument } => ({
  data: {
    kind: 'commentary',
    period: '2026-09',
    prepared: 'role.a',
    reviewed: status === 'draft' ? null : 'role.b',
    status,
    issued,
    misses: [],
  },
});

describe('makingOf', () => {
  it('says in one word how far a report has come, and what that means', () => {
    const told = (making: ReturnType<typeof makingOf>) => [making.state, making.words, making.told, making.issued];
    expect(told(makingOf(null))).toEqual(['unwritten', '待编制', '待编制，由台账自动生成，还没有人编制、审核和签发', null]);
    expect(told(makingOf(entry('draft', null)))).toEqual(['draft', '草稿', '草稿，尚未审核，没有签发', null]);
    expect(told(makingOf(entry('reviewed', null)))).toEqual(['reviewed', '已审核', '已审核，尚未签发', null]);
    expect(told(makingOf(entry('issued', '2026-10-08')))).toEqual(['issued', '已签发', '已签发，2026年10月8日', '2026-10-08']);
    expect(told(digest)).toEqual(['digest', '自动汇总', '自动汇总，周报不经审核，也不签发', null]);
  });

  it('gives no two states the same title', () => {
    const all = [
      makingOf(null),
      digest,
      ...reportStatuses.map((status) => makingOf(entry(status, status === 'issued' ? '2026-10-08' : null))),
    ];
    const titles = all.map((making) => markedTitle({ title: '2026年9月服务报告', making }));
    expect(new Set(titles).size).toBe(all.length);
    expect(titles.filter((title) => title.includes('已签发'))).toEqual(['2026年9月服务报告（已签发）']);
  });
});
