import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from './flow.ts';
import { paginate } from './paginate.ts';

const flow = (parts: readonly number[], more: Partial<Flow> = {}): Flow => ({
  block: { kind: 'paragraph', pieces: [] },
  head: 0,
  parts,
  breaks: parts.map((_, at) => at),
  whole: false,
  leads: false,
  ...more,
});
const shape = (flows: readonly Flow[], capacity: number, first = 0) =>
  paginate(flows, capacity, first).map((sheet) => sheet.map(({ from, to }) => [from, to]));

describe('pagination', () => {
  it('fills a sheet and goes on in the next, repeating the head', () => {
    expect(shape([flow([10, 10, 10, 10], { head: 10 })], 35)).toEqual([[[0, 2]], [[2, 4]]]);
  });

  it('keeps a heading with the first rows of what follows', () => {
    const heading = flow([10], { leads: true });
    expect(shape([flow([60]), heading, flow([15, 15, 15], { head: 5 })], 100)).toEqual([
      [[0, 1]],
      [
        [0, 1],
        [0, 3],
      ],
    ]);
  });

  it('does not split what is to stay whole unless no sheet can hold it', () => {
    expect(shape([flow([50]), flow([30, 30], { whole: true })], 100)).toEqual([[[0, 1]], [[0, 2]]]);
    expect(shape([flow([60, 60], { whole: true })], 100)).toEqual([[[0, 1]], [[1, 2]]]);
  });

  it('keeps parts with the row that they belong to', () => {
    expect(shape([flow([40, 40, 20, 20], { breaks: [0, 1] })], 100)).toEqual([[[0, 1]], [[1, 4]]]);
  });

  it('leaves room for the title on the first sheet only', () => {
    expect(shape([flow([30, 30, 30, 30, 30])], 100, 40)).toEqual([[[0, 2]], [[2, 5]]]);
  });

  it('holds every part once, in order, and overfills no sheet', () => {
    const flows = fc.array(
      fc.record({
        parts: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }),
        head: fc.integer({ min: 0, max: 20 }),
        leads: fc.boolean(),
        whole: fc.boolean(),
        step: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(flows, fc.integer({ min: 0, max: 60 }), (made, first) => {
        const all = made.map(({ parts, step, ...more }, at) =>
          flow(parts, {
            ...more,
            breaks: parts.flatMap((_, part) => (part % step === 0 ? [part] : [])),
            block: { kind: 'heading', level: 2, id: String(at), text: '' },
          }),
        );
        const sheets = paginate(all, 100, first);
        const seen = sheets
          .flat()
          .flatMap(({ block, from, to }) =>
            Array.from({ length: to - from }, (_, at) => `${block.kind === 'heading' ? block.id : ''}:${from + at}`),
          );
        expect(seen).toEqual(all.flatMap(({ parts }, at) => parts.map((_, part) => `${at}:${part}`)));
        sheets.forEach((sheet, number) => {
          const used = sheet.reduce(
            (sum, { block, from, to }) => {
              const own = all[block.kind === 'heading' ? Number(block.id) : 0];
              return sum + (own?.head ?? 0) + (own?.parts.slice(from, to).reduce((total, part) => total + part, 0) ?? 0);
            },
            number === 0 ? first : 0,
          );
          expect(used).toBeLessThanOrEqual(100);
        });
      }),
    );
  });
});
