import { describe, expect, it } from 'vitest';
import { Causes, type RowFault } from './causes.ts';
import { countProblems } from './problem.ts';

const fault = (line: number, message: string, column = 3, source: object | null = null): RowFault => ({
  code: 'cell/number',
  line,
  column,
  source,
  tell: () => ({ message, hint: '请填数' }),
});

function gathered(faults: Iterable<RowFault>) {
  const causes = new Causes('data/2026-09/rounds.csv');
  for (const each of faults) causes.add(each);
  return causes.problems();
}

describe('faults by cause', () => {
  it('stand as they are when nothing else is like them', () => {
    expect(gathered([fault(2, '甲'), fault(3, '乙')])).toMatchObject([
      { line: 2, column: 3, message: '甲', hint: '请填数', severity: 'error' },
      { line: 3, column: 3, message: '乙' },
    ]);
    expect(gathered([fault(2, '甲')])[0]).not.toHaveProperty('count');
  });

  it('of the same words in the same column are one problem with its places, in another column another', () => {
    const [first, second, ...others] = gathered([fault(2, '甲'), fault(5, '甲', 4), fault(7, '甲')]);
    expect(first).toMatchObject({ line: 2, column: 3, count: 2, lines: [2, 7], message: '甲（共 2 处：第2、7行）' });
    expect(second).toMatchObject({ line: 5, column: 4, message: '甲' });
    expect(others).toEqual([]);
  });

  it('are counted to the last, told to the tenth and kept to the thousandth, a quarter of a million of them', () => {
    const many = Array.from({ length: 250_000 }, (_, at) => fault(at + 2, '甲'));
    const [only, ...others] = gathered(many);
    expect(others).toEqual([]);
    expect(only?.count).toBe(250_000);
    expect(only?.lines?.length).toBe(1000);
    expect(only?.message).toBe('甲（共 250000 处：第2、3、4、5、6、7、8、9、10、11行等）');
  });

  it('that all differ end in fifty problems and one that counts the rest, whose words are never asked for', () => {
    let asked = 0;
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      ...fault(at + 2, ''),
      tell: () => {
        asked += 1;
        return { message: `第${at}`, hint: '改' };
      },
    }));
    const problems = gathered(many);
    expect(problems).toHaveLength(51);
    expect(problems[50]).toMatchObject({ line: 52, count: 9950, message: '同类问题另有 9950 处，未逐条列出' });
    expect(countProblems(problems)).toEqual({ error: 10_000, warning: 0, info: 0 });
    expect(asked).toBe(51);
  });

  it('from one source are known without asking for their words', () => {
    const source = {};
    let asked = 0;
    const tell = () => {
      asked += 1;
      return { message: '甲', hint: '改' };
    };
    const problems = gathered([2, 3, 4].map((line) => ({ ...fault(line, '甲', 3, source), tell })));
    expect(problems).toMatchObject([{ count: 3 }]);
    expect(asked).toBe(1);
  });
});
