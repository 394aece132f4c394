import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProblemCode, problemCodes } from './codes.ts';
import { capPerFileAndCode, capProblems, hasErrors, type Problem, problem, sortProblems } from './problem.ts';

describe('problem', () => {
  it('takes its severity from its code and leaves out what is not known', () => {
    expect(problem('cell/date', { file: 'a.csv', line: 3, column: 2 }, '不清楚', '请改')).toStrictEqual({
      severity: 'error',
      code: 'cell/date',
      file: 'a.csv',
      line: 3,
      column: 2,
      message: '不清楚',
      hint: '请改',
    });
    expect(problem('delivery/row-count', { file: 'a.csv' }, '行数不符')).toStrictEqual({
      severity: 'warning',
      code: 'delivery/row-count',
      file: 'a.csv',
      message: '行数不符',
    });
    expect(problem('cell/repaired', { file: 'a.csv' }, '已统一').severity).toBe('info');
  });

  it('names every code noun/fault and explains it', () => {
    for (const [code, { meaning }] of Object.entries(problemCodes)) {
      expect(code).toMatch(/^[a-z]+\/[a-z-]+$/u);
      expect(meaning).not.toBe('');
    }
  });
});

describe('hasErrors', () => {
  it('counts only errors, not warnings and notices', () => {
    expect(hasErrors([])).toBe(false);
    expect(hasErrors([problem('row/blank', { file: 'a' }, ''), problem('cell/repaired', { file: 'a' }, '')])).toBe(false);
    expect(hasErrors([problem('row/blank', { file: 'a' }, ''), problem('row/long', { file: 'a' }, '')])).toBe(true);
  });
});

describe('sortProblems', () => {
  it('sorts by file, line, column, severity, code, message; a whole file comes before its lines', () => {
    const list = [
      problem('cell/date', { file: 'b.csv', line: 2, column: 1 }, '一'),
      problem('cell/date', { file: 'a.csv', line: 10, column: 1 }, '二'),
      problem('cell/date', { file: 'a.csv', line: 9, column: 12 }, '三'),
      problem('cell/date', { file: 'a.csv', line: 9, column: 2 }, '四'),
      problem('cell/repaired', { file: 'a.csv', line: 9, column: 2 }, '五'),
      problem('header/unknown', { file: 'a.csv', line: 9, column: 2 }, '六'),
      problem('file/missing', { file: 'a.csv' }, '七'),
      problem('cell/number', { file: 'a.csv', line: 9, column: 2 }, '八'),
    ];
    expect(sortProblems(list).map(({ message }) => message)).toEqual(['七', '四', '八', '六', '五', '三', '二', '一']);
  });

  it('compares files by code point, so that the order is the same on every machine', () => {
    const files = [
      'data/2026-10/a.csv',
      'data/2026-09/b.csv',
      'content/é.mdx',
      'content/z.mdx',
      'content/一.mdx',
      'content/A.mdx',
    ];
    expect(sortProblems(files.map((file) => problem('file/missing', { file }, ''))).map(({ file }) => file)).toEqual([
      'content/A.mdx',
      'content/z.mdx',
      'content/é.mdx',
      'content/一.mdx',
      'data/2026-09/b.csv',
      'data/2026-10/a.csv',
    ]);
  });
});

const codes: ProblemCode[] = ['cell/date', 'row/blank', 'cell/repaired'];
const anyProblem = fc
  .record({
    code: fc.constantFrom(...codes),
    file: fc.constantFrom('a.csv', 'b.csv'),
    line: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    column: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    message: fc.constantFrom('甲', '乙'),
  })
  .map(({ code, file, line, column, message }) =>
    problem(code, { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) }, message),
  );
const shuffled = fc
  .array(anyProblem, { maxLength: 30 })
  .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));

describe('laws of the problem list', () => {
  it('sorting depends on what was found, not on the order in which it was found', () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(sortProblems(other)).toEqual(sortProblems(list));
      }),
    );
  });

  it('capping keeps the number of problems of each file and code: listed plus 另有', () => {
    const total = (list: readonly Problem[], file: string, code: ProblemCode) =>
      list
        .filter((each) => each.file === file && each.code === code)
        .reduce((sum, { message }) => sum + Number(/另有 (\d+) 处/u.exec(message)?.[1] ?? 1), 0);
    fc.assert(
      fc.property(fc.array(anyProblem, { maxLength: 40 }), fc.integer({ min: 1, max: 5 }), (list, cap) => {
        const capped = capProblems(list, cap);
        for (const file of ['a.csv', 'b.csv'])
          for (const code of codes) expect(total(capped, file, code)).toBe(total(list, file, code));
      }),
    );
  });
});

describe('capProblems', () => {
  const many = (count: number, file: string) =>
    Array.from({ length: count }, (_, index) => problem('cell/number', { file, line: index + 2, column: 1 }, '不是数字'));

  it('lists fifty of one file and code and counts the rest', () => {
    const capped = capProblems([...many(53, 'a.csv'), ...many(50, 'b.csv')]);
    expect(capPerFileAndCode).toBe(50);
    expect(capped.filter(({ file }) => file === 'a.csv')).toHaveLength(51);
    expect(capped.filter(({ file }) => file === 'b.csv')).toHaveLength(50);
    const rest = capped.filter(({ line }) => line === undefined);
    expect(rest.map(({ severity, code, file }) => [severity, code, file])).toEqual([['error', 'cell/number', 'a.csv']]);
    expect(rest[0]?.message).toContain('另有 3 处');
  });

  it('caps the first in order, so the lines that are listed are the topmost', () => {
    const lines = capProblems(many(4, 'a.csv').reverse(), 2).map(({ line }) => line);
    expect(lines).toEqual([undefined, 2, 3]);
  });
});
