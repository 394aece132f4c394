import { mkdirSync, readFileSync } from 'node:fs';
import { ensureBrowser } from './browser.ts';
import { type Command, run, runTogether } from './run.ts';

// Everything that continuous integration runs, in the order in which a fault is cheapest to find.
const started = Date.now();
const step = (name: string) => console.log(`\n── ${name}（${Math.round((Date.now() - started) / 1000)} 秒）`);
const total = { passed: 0, failed: 0 };

const resultOf = (stage: string) => `.cache/${stage}.json`;

/** The tests of some projects as one stage: whichever worker is free takes the next file of any of them. */
function vitest(stage: string, projects: readonly string[], env: Readonly<Record<string, string>> = {}): Command {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultOf(stage)}`];
  return ['vitest', ['run', ...projects.flatMap((project) => ['--project', project]), ...reporters], env];
}

function count(stage: string): void {
  const { numPassedTests, numFailedTests }: { numPassedTests: number; numFailedTests: number } = JSON.parse(
    readFileSync(resultOf(stage), 'utf8'),
  );
  total.passed += numPassedTests;
  total.failed += numFailedTests;
}

mkdirSync('.cache', { recursive: true });
step('格式与规范、没有用到的代码、类型、内容与数据');
// Checking types alone takes longer than all the others one after another.
await runTogether(
  ['biome', ['check', '.', '--error-on-warnings']],
  ['knip', ['--no-progress']],
  ['node', ['scripts/types.ts']],
  ['node', ['scripts/check.ts', ...(process.env.GITHUB_ACTIONS === 'true' ? ['--format', 'github'] : [])]],
  ['node', ['scripts/dictionary.ts', '--check']],
);
step('单元测试和构建');
// The build keeps one core busy for a minute and waits in between, and no unit test looks at what it makes.
await runTogether(vitest('unit', ['unit']), ['node', ['scripts/build.ts']]);
count('unit');
step('浏览器测试和构建的性质');
await run(...vitest('whole', ['site', 'build'], { CHROMIUM_PATH: ensureBrowser() }));
count('whole');
step('完成');
console.log(`${total.passed} passed, ${total.failed} failed`);
