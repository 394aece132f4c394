import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Copy } from '../copy.ts';
import { links, writings, written } from '../stranger-content.ts';

/** The first data line of a CSV and its cells, to spoil one of them. */
function firstRow(copy: Copy, file: string): { line: string; cells: string[] } {
  const line = copy.read(file).split('\r\n')[1] ?? '';
  return { line, cells: line.split(',') };
}

function spoil(copy: Copy, file: string, cell: number, value: string) {
  const { line, cells } = firstRow(copy, file);
  cells[cell] = value;
  copy.replace(file, line, cells.join(','));
}

const month = 'data/2026-09';

describe('bad input', () => {
  it('stops the build with all faults of three files, each with its line and column', () => {
    const copy = new Copy();
    spoil(copy, `${month}/waste.csv`, 0, '2026-02-31');
    spoil(copy, `${month}/electrical-inspections.csv`, 3, 'W99-P9');
    copy.replace('content/indicators/cleaning.overall.satisfaction.mdx', 'operator: ">="', 'operator: "=>"');
    const { code, output } = copy.build();
    expect(code).toBe(1);
    expect(output).toContain(`${month}/waste.csv:2:1  错误  cell/date`);
    expect(output).toContain('2月没有31日');
    expect(output).toContain(`${month}/electrical-inspections.csv:2:4  错误  reference/unknown`);
    expect(output).toMatch(/content\/indicators\/cleaning\.overall\.satisfaction\.mdx:\d+:\d+ {2}错误 {2}document\/field/u);
    expect(existsSync(copy.path('dist'))).toBe(false);
  });

  it('stops astro itself, when somebody builds without the check', () => {
    const copy = new Copy();
    spoil(copy, `${month}/waste.csv`, 0, '31/12');
    const { code, output } = copy.run('astro', ['build']);
    expect(code).not.toBe(0);
    expect(output).toContain(`${month}/waste.csv:2:1`);
    expect(output).toContain('没有构建任何页面');
    expect(existsSync(copy.path('dist/index.html'))).toBe(false);
  });

  it('runs nothing that stands in content, follows no link, and shows nothing of either, in whichever way it is called', () => {
    const document = 'content/procedures/sop.office-cleaning.mdx';
    const one = new Copy();
    const program = '{process.getBuiltinModule("fs").writeFileSync("/tmp/pwned-0","x")}';
    one.write(document, `${one.read(document)}\n见注[^1]。\n\n[^1]: ${program}\n`);
    // As it is, with its seals: among what is written there are edits of an issued report.
    const all = new Copy(onTestFinished, true);
    for (const { file, to } of links) all.link(file, to);
    for (const entry of writings.filter(({ expect: expected, do: act }) => expected === 'refused' && act !== 'replace')) {
      all.write(entry.file, written(all.has(entry.file) ? all.read(entry.file) : '', entry));
    }

    const dev = one.run('astro', ['dev', '--port', '0'], {}, 60_000);
    const build = one.run('astro', ['build']);
    for (const { output } of [dev, build]) expect(output).toMatch(/sop\.office-cleaning\.mdx:\d+:7 {2}错误 {2}document\/code/u);
    const [check, whole] = [all.run('node', ['scripts/check.ts']), all.run('astro', ['build'])];
    for (const { output } of [check, whole]) {
      expect(output).toContain('public/passwd.txt  错误  file/link');
      expect(output).toContain('content/config.ts  错误  file/unexpected');
    }
    for (const { code, output } of [dev, build, check, whole]) {
      expect(code).toBe(1);
      expect(output).not.toContain('root:');
    }
    for (const copy of [one, all]) expect(existsSync(copy.path('dist'))).toBe(false);
    expect(readdirSync('/tmp').filter((name) => name.startsWith('pwned-'))).toEqual([]);
  });

  it('prints annotations and JSON for machines', () => {
    const copy = new Copy();
    spoil(copy, `${month}/waste.csv`, 0, '2026-02-31');
    const github = copy.run('node', ['scripts/check.ts', '--format', 'github']);
    expect(github.code).toBe(1);
    expect(github.output).toContain(`::error file=${month}/waste.csv,line=2,col=1,title=cell/date::`);
    const json = copy.run('node', ['scripts/check.ts', '--format', 'json']);
    expect(json.code).toBe(1);
    const {
      schema,
      problems,
    }: { schema: string; problems: { code: string; line?: number; column?: number; severity: string }[] } = JSON.parse(
      json.output,
    );
    expect(schema).toBe('problems/1');
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([{ code: 'cell/date', line: 2, column: 1 }]);
  });
});
