import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../src/core/changes/change.ts';
import { changesBetween } from '../src/core/changes/changes.ts';
import { definitionsOf, readDefinitions } from '../src/core/project/definitions.ts';
import { readProject } from '../src/core/project/project.ts';
import { filesOf, present } from '../src/core/testing/ledger.ts';
import { baseTexts, definitionTexts, planted, Repository, type Seed, seeds, type Texts } from './seeds.ts';

const definitions = definitionsOf(readDefinitions(new Map(Object.entries(definitionTexts()))).value);

const stateOf = (texts: Texts) => {
  const content = new Map(Object.entries(texts).filter(([file]) => file.startsWith('content/')));
  const data = Object.fromEntries(Object.entries(texts).filter(([file]) => file.startsWith('data/')));
  const { value, problems } = readProject(content, filesOf(data), definitions);
  return { project: present(value), problems };
};

const base = baseTexts();
const before = stateOf(base);
const between = (chosen: readonly Seed[]): Change[] => changesBetween(before, stateOf(planted(base, chosen)));
const edits = (changes: readonly Change[]) => changes.flatMap((each) => (each.kind === 'result' ? [] : [each]));
const told = (changes: readonly Change[]) =>
  edits(changes)
    .map((each) => (each.kind === 'unreadable' ? each.id : `${each.change} ${each.id}`))
    .sort();
const expected = (chosen: readonly Seed[]) => chosen.map(({ change, id }) => `${change} ${id}`).sort();

describe('forty planted changes of eight kinds', () => {
  it('are forty, five of each kind, on a project without a problem', () => {
    expect(before.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(seeds.length).toBe(40);
    const kinds = [...new Set(seeds.map(({ kind }) => kind))];
    expect(kinds.map((kind) => seeds.filter((each) => each.kind === kind).length)).toEqual([5, 5, 5, 5, 5, 5, 5, 5]);
    expect(between([])).toEqual([]);
  });

  it.each(seeds.map((seed) => [seed.id, seed] as const))('%s appears alone, and what follows names it', (_, seed) => {
    const changes = between([seed]);
    expect(told(changes)).toEqual(expected([seed]));
    for (const each of changes) if (each.kind === 'result') expect(each.causes).toEqual([seed.id]);
  });

  it('appear exactly once each in any company', () => {
    fc.assert(
      fc.property(fc.subarray([...seeds]), (chosen) => {
        const changes = between(chosen);
        expect(told(changes)).toEqual(expected(chosen));
        const ids = new Set(chosen.map(({ id }) => id));
        for (const each of changes) {
          if (each.kind !== 'result') continue;
          expect(each.causes.length).toBeGreaterThan(0);
          expect(each.causes.filter((id) => !ids.has(id))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

interface Printed {
  readonly schema: string;
  readonly changes: readonly {
    readonly kind: string;
    readonly id: string;
    readonly change?: string;
    readonly reasons?: readonly string[];
    readonly before?: { readonly verdict: string; readonly numerator: number | null; readonly denominator: number | null } | null;
    readonly after?: Printed['changes'][number]['before'];
    readonly causes?: readonly string[];
  }[];
  readonly commits: readonly { readonly commit: string; readonly subject: string; readonly date: string }[];
}

const diff = (root: string, ...args: readonly string[]) =>
  execFileSync('node', [resolve('scripts/diff.ts'), '--root', root, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });

const value = (result: Printed['changes'][number]['before']) =>
  result === null || result === undefined ? null : `${result.verdict} ${result.numerator}/${result.denominator}`;

/** What follows from all forty together, worked out by hand from the small project's rows. */
const consequences = [
  // Two targets differ for November, the later one is in force; one more row counts, and the slip says so.
  [
    'result:2026-11/cleaning.overall.pass',
    'met 8/8',
    'met 9/9',
    ['row:2026-11/checks/2026-11-06|W01-A1|墙面', 'target:cleaning.overall.pass/0/2026-11-01'],
  ],
  // W02 was due in four weeks and is due in two: the schedule ends on 15 November.
  ['result:2026-11/cleaning.overall.coverage', 'met 8/8', 'met 6/6', ['entry:schedule/JH-002']],
  // 2 of 3 is 66.7 %, at least 66.6 % but less than 70 %.
  ['result:2026-11/cleaning.overall.response', 'met 2/3', 'missed 2/3', ['target:cleaning.overall.response/0/2024-11-01']],
  ['result:2026-09/cleaning.overall.response', 'met 2/3', 'missed 2/3', ['target:cleaning.overall.response/0/2024-11-01']],
  // The urgent request was answered after 10 minutes instead of 30; 3 of 3 keep any target.
  [
    'result:2026-10/cleaning.overall.response',
    'met 2/3',
    'met 3/3',
    ['row:2026-10/requests/QQ-202610-002', 'target:cleaning.overall.response/0/2024-11-01'],
  ],
  // A row is gone that the slip still counts.
  ['result:2026-10/cleaning.overall.pass', 'missed 9/10', 'incomplete 8/9', ['row:2026-10/checks/2026-10-15|W01-A1|地面']],
  ['result:2026-10/cleaning.overall.coverage', 'met 10/10', 'incomplete 9/10', ['row:2026-10/checks/2026-10-15|W01-A1|地面']],
  // No slip line, no file: nobody can tell.
  ['result:2026-10/cleaning.safety.incidents', 'met 0/null', 'no-data null/null', ['delivery:2026-10/incidents']],
  // All eight pass; the target rose from 80 % to 90 %.
  [
    'result:2026-09/cleaning.overall.pass',
    'met 7/8',
    'met 8/8',
    ['row:2026-09/checks/2026-09-10|W02-A1|地面', 'target:cleaning.overall.pass/0/2024-11-01'],
  ],
] as const;

describe('npm run diff', () => {
  const repository = () => {
    const made = new Repository();
    const first = made.commit(base, '开始');
    seeds.forEach((_, index) => {
      const message = `第${index + 1}处改动\n\n依据会议纪要。\n\nSigned-off-by: 王小明 <wang@example.com>`;
      made.commit(planted(base, seeds.slice(0, index + 1)), message);
    });
    return { made, first };
  };

  it('lists forty planted commits exactly once each, with their reasons, and nothing else but what follows', () => {
    const { made, first } = repository();
    const printed: Printed = JSON.parse(diff(made.root, first, 'HEAD', '--format', 'json'));
    expect(printed.schema).toBe('service-ledger/changes/1');
    const listed = printed.changes.filter(({ kind }) => kind !== 'result');
    expect(listed.map(({ change, id }) => `${change} ${id}`).sort()).toEqual(expected(seeds));
    const results = printed.changes.filter(({ kind }) => kind === 'result');
    expect(
      results.map((each) => [each.id, value(each.before), value(each.after), [...(each.causes ?? [])].sort()]).sort(),
    ).toEqual(consequences.map(([id, was, is, causes]) => [id, was, is, [...causes].sort()]).sort());
    expect(printed.commits.length).toBe(40);
    const subjects = new Map(printed.commits.map(({ commit, subject }) => [commit, subject]));
    for (const [index, seed] of seeds.entries()) {
      const reasons = listed.find(({ id }) => id === seed.id)?.reasons ?? [];
      expect(reasons.map((commit) => subjects.get(commit))).toContain(`第${index + 1}处改动`);
    }
    // 23:30 UTC is already the next day in China.
    expect(printed.commits[0]?.date).toBe('2026-12-04');

    const text = diff(made.root, first);
    expect(text).toContain(
      `${first} → 当前文件夹：目标5处，条款5处，文档5处，待补充内容5处，方案差异5处，名录5处，交付清单5处，台账记录5处；结论改变5项（其中由达标变为未达标2项：方案2），数值改变4项。`,
    );
    expect(text).toContain('依据会议纪要。');
    for (const output of [text, diff(made.root, first, 'HEAD', '--format', 'markdown'), JSON.stringify(printed)]) {
      expect(output).not.toMatch(/王小明|wang@|Signed-off/u);
    }
  }, 120_000);

  it('compares with the folder as it lies when no second commit is named', () => {
    const made = new Repository();
    made.commit(base, '开始');
    const chosen = seeds.slice(0, 1);
    made.write(planted(base, chosen));
    const printed: Printed = JSON.parse(diff(made.root, 'HEAD', '--format', 'json'));
    expect(printed.changes.filter(({ kind }) => kind !== 'result').map(({ id }) => id)).toEqual(chosen.map(({ id }) => id));
    expect(printed.changes.flatMap(({ reasons }) => reasons ?? [])).toEqual([]);
  });

  it('says what it cannot read instead of guessing what changed in it', () => {
    const made = new Repository();
    made.commit({ ...base, 'data/2026-09/checks.csv': '日子,地方\n2026-09-03,大堂\n' }, '旧格式');
    made.commit(base, '新格式');
    const printed: Printed = JSON.parse(diff(made.root, 'HEAD~1', 'HEAD', '--format', 'json'));
    expect(printed.changes.filter(({ kind }) => kind !== 'result')).toMatchObject([
      { kind: 'unreadable', id: 'unreadable:data/2026-09/checks.csv', side: 'before' },
    ]);
    for (const { kind, causes } of printed.changes)
      if (kind === 'result') expect(causes).toEqual(['unreadable:data/2026-09/checks.csv']);
    expect(diff(made.root, 'HEAD~1', 'HEAD')).toContain('data/2026-09/checks.csv：之前的版本不能按现在的格式读取');
  });

  it('reads no document through a link, in a commit as in the folder', () => {
    const made = new Repository();
    const file = 'content/procedures/sop.rounds.mdx';
    made.commit(base, '开始');
    rmSync(join(made.root, file));
    symlinkSync('/etc/passwd', join(made.root, file));
    const inFolder = diff(made.root, 'HEAD', '--format', 'json');
    made.commit({}, '链接');
    for (const output of [inFolder, diff(made.root, 'HEAD~1', 'HEAD', '--format', 'json')]) {
      const printed: Printed = JSON.parse(output);
      expect(printed.changes).toMatchObject([{ kind: 'unreadable', id: `unreadable:${file}`, side: 'after' }]);
      expect(output).not.toContain('root:');
    }
  });

  it('refuses a wrong call, an option in place of a commit, and a folder without git', () => {
    const made = new Repository();
    made.commit(base, '开始');
    const failing = (...args: readonly string[]) => {
      const { status, stderr } = spawnSync('node', [resolve('scripts/diff.ts'), ...args], { encoding: 'utf8' });
      return [status, stderr.split('\n')[0]];
    };
    expect(failing('--root', made.root)[0]).toBe(2);
    expect(failing('--root', made.root, 'nowhere')).toEqual([2, '没有提交“nowhere”']);
    expect(failing('--root', made.root, '--', '--all')).toEqual([2, '没有提交“--all”']);
    expect(failing('--root', `${made.root}/content`, 'HEAD')[1]).toContain('里没有合同');
    made.write({ 'inner/content/plan/a.mdx': '文' });
    expect(failing('--root', `${made.root}/inner`, 'HEAD')).toEqual([2, '这里不是 git 仓库的根目录，不能比较提交']);
  });
});
