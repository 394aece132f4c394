import { describe, expect, it } from 'vitest';
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
