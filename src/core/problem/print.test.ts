import { describe, expect, it } from 'vitest';
import { asGithub, asGitlab, asJson, asText, summary } from './print.ts';
import { problem } from './problem.ts';

const found = [
  problem('row/blank', { file: 'data/a.csv', line: 4 }, '第4行为空行'),
  problem('cell/date', { file: 'data/a.csv', line: 2, column: 3 }, '日期“2月30日”不存在', '请写成 2026-01-05'),
  problem('file/decoded', { file: 'data/b.csv' }, '已转换'),
];

describe('the printers', () => {
  it('prints place, severity, code and message for a terminal, the hint below, the sum at the end', () => {
    expect(asText(found)).toBe(`data/a.csv:2:3  错误  cell/date  日期“2月30日”不存在
    → 请写成 2026-01-05
data/a.csv:4  警告  row/blank  第4行为空行
data/b.csv  信息  file/decoded  已转换
错误 1 处，警告 1 处，信息 1 条`);
  });

  it('lists the gravest first, wherever they stand', () => {
    const mixed = [
      problem('file/decoded', { file: 'data/a.csv' }, '已转换'),
      problem('row/blank', { file: 'data/a.csv', line: 4 }, '第4行为空行'),
      problem('cell/date', { file: 'data/z.csv', line: 9, column: 1 }, '日期“2月30日”不存在'),
      problem('cell/date', { file: 'data/z.csv', line: 2, column: 1 }, '日期“2月31日”不存在'),
    ];
    const codes = ['cell/date', 'cell/date', 'row/blank', 'file/decoded'];
    expect(
      asText(mixed)
        .split('\n')
        .slice(0, 4)
        .map((line) => line.split('  ')[2]),
    ).toEqual(codes);
    expect(
      asGithub(mixed)
        .split('\n')
        .slice(0, 4)
        .map((line) => /title=([^:,]+)/u.exec(line)?.[1]),
    ).toEqual(codes);
    expect(asText(mixed).split('\n')[0]).toContain('data/z.csv:2:1');
  });

  it('counts what is less grave than asked for, and says how to see it', () => {
    expect(asText(found, 'warning')).toBe(`data/a.csv:2:3  错误  cell/date  日期“2月30日”不存在
    → 请写成 2026-01-05
data/a.csv:4  警告  row/blank  第4行为空行
错误 1 处，警告 1 处，信息 1 条（npm run check -- --least info 逐条列出全部）`);
    expect(asText(found, 'error').split('\n')).toHaveLength(3);
    expect(asText(found.slice(0, 2), 'warning').endsWith('信息 0 条')).toBe(true);
  });

  it('shows control characters instead of obeying them', () => {
    const wild = problem('cell/text', { file: 'data/\u001b[2J.csv', line: 2 }, '文字“\u001b]0;a\u0007”', '删去\n“\u001b”');
    expect(asText([wild]).split('\n').slice(0, 2)).toEqual(['data/␦[2J.csv:2  错误  cell/text  文字“␦]0;a␦”', '    → 删去␦“␦”']);
  });

  it('names the row that a spreadsheet shows where it is another', () => {
    const shifted = [{ ...problem('row/long', { file: 'a.csv', line: 9, column: 2 }, '多列'), row: 7 }];
    expect(asText(shifted).split('\n')[0]).toBe('a.csv:9:2（表格软件中第7行）  错误  row/long  多列');
  });

  it('prints only the sum when nothing was found', () => {
    expect(asText([])).toBe('错误 0 处，警告 0 处，信息 0 条');
    expect(asGithub([])).toBe('错误 0 处，警告 0 处，信息 0 条');
  });

  it('counts what the cap leaves out', () => {
    const many = Array.from({ length: 60 }, (_, index) => problem('row/long', { file: 'a.csv', line: index + 2 }, '多列'));
    expect(summary(many)).toBe('错误 60 处，警告 0 处，信息 0 条');
    expect(asText(many)).toContain('另有 10 处');
    expect(asText(many).endsWith('错误 60 处，警告 0 处，信息 0 条')).toBe(true);
  });

  it('hands machines every problem, uncapped, in JSON', () => {
    const many = Array.from({ length: 60 }, (_, index) => problem('row/long', { file: 'a.csv', line: index + 2 }, '多列'));
    expect(JSON.parse(asJson(many))).toEqual({ schema: 'problems/1', problems: many });
    expect(JSON.parse(asJson([]))).toEqual({ schema: 'problems/1', problems: [] });
  });

  it('escapes what GitHub reads as syntax', () => {
    const odd = [problem('row/long', { file: 'data/a,b:c.csv', line: 2, column: 5 }, '100%\r\n两行', '去掉 %')];
    expect(asGithub(odd).split('\n')[0]).toBe(
      '::error file=data/a%2Cb%3Ac.csv,line=2,col=5,title=row/long::100%25%0D%0A两行。去掉 %25',
    );
    const lines = asGithub(found).split('\n');
    expect(lines[0]).toBe('::error file=data/a.csv,line=2,col=3,title=cell/date::日期“2月30日”不存在。请写成 2026-01-05');
    expect(lines[1]).toBe('::warning file=data/a.csv,line=4,title=row/blank::第4行为空行');
    expect(lines[2]).toBe('::notice file=data/b.csv,title=file/decoded::已转换');
  });

  it('hands GitLab a report with a line for each problem', () => {
    const report: { check_name: string; severity: string; location: { lines: { begin: number } } }[] = JSON.parse(
      asGitlab(found),
    );
    expect(report.map(({ check_name, severity, location }) => [check_name, severity, location.lines.begin])).toEqual([
      ['cell/date', 'critical', 2],
      ['row/blank', 'minor', 4],
      ['file/decoded', 'info', 1],
    ]);
    expect(report[0]).toMatchObject({ description: '日期“2月30日”不存在。请写成 2026-01-05', location: { path: 'data/a.csv' } });
    expect(new Set(report.map((each) => JSON.stringify(each))).size).toBe(3);
  });
});
