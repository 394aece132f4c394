import { describe, expect, it } from 'vitest';
import { plainText } from '../src/present/paper/piece.ts';
import { sheetsOf } from '../src/present/print/sheets.ts';
import { published } from '../src/present/report/published.ts';
import { sampleInputs } from './sample.ts';

const { months } = sampleInputs.project.assessment;
const paperOf = (id: string) => published(sampleInputs, { id, measures: [] }).paper;

/** The sheet on which a block of a kind or id begins, counted from one. */
const sheetOf = (id: string, is: (block: ReturnType<typeof paperOf>['blocks'][number]) => boolean): number =>
  sheetsOf(paperOf(id)).findIndex((sheet) => sheet.some(({ block }) => is(block))) + 1;

describe('the first two sheets of a month', () => {
  it.each(months)('hold the answers on the first and the signatures on the second (%s)', (month) => {
    expect(sheetOf(month, (block) => block.kind === 'table' && block.id === 'answers')).toBe(1);
    expect(sheetOf(month, ({ kind }) => kind === 'signoff')).toBeLessThanOrEqual(2);
  });
});

/** The cells of a table of a report's page, as words. */
const cellsOf = (id: string, table: string): string[][] =>
  paperOf(id).blocks.flatMap((block) =>
    block.kind === 'table' && block.id === table ? block.rows.map(({ cells }) => cells.map((cell) => plainText(cell))) : [],
  );

describe('the misses of a month', () => {
  it('stand in the order of their weight, with what was written of them and what was not', () => {
    const rows = cellsOf('2026-10', 'exceptions');
    // By the plan's own numbers first; among them the rate that lies 40 % beyond its limit before the one that lacks a quarter.
    expect(rows.map(([name]) => name)).toEqual([
      '绿植 病虫害发生率',
      '绿植 客户反馈',
      '虫控 虫害控制率',
      '用电 日常巡检',
      '用电 巡检效率',
    ]);
    expect(rows[0]?.at(-1)).toBe('入秋后通风不足；受害植物隔离处理，按盘点结果复核；绿植养护一岗；2026年11月30日');
    expect(rows[4]?.at(-1)).toBe('全面巡检列入排期后一直没有做；双方约定停电窗口；岗位、期限未写明');
  });

  it('say where the same place failed again', () => {
    // Of the eleven rows with plants that were found ill in October five are of the head branch, which had one in September.
    expect(cellsOf('2026-10', 'exceptions')[0]?.[3]).toContain('同处再次3处：市分行机关5次（上月1次）');
  });

  it('count nothing as explained that nobody explained', () => {
    expect(cellsOf('2025-02', 'exceptions').every((cells) => cells.at(-1) === '原因、措施、岗位、期限未写明')).toBe(true);
  });
});
