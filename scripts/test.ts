import { mkdirSync, readFileSync } from 'node:fs';
import { ensureBrowser } from './browser.ts';
import { type Command, run, runTogether } from './run.ts';

// Everything that continuous integration runs, in the order in which a fault is cheapest to find.
const started = Date.now();
const step = (name: string) => console.log(`\n── ${name}（${Math.round((Date.now() - started) / 1000)} 秒）`);
const results: { passed: number; failed: number }[] = [];

const resultOf = (project: string) => `.cache/${project}.json`;

function vitest(project: string, env: Readonly<Record<string, string>> = {}): Command {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultOf(project)}`];
  return ['vitest', ['run', '--project', project, ...reporters], env];
}

function count(project: string): void {
  const { numPassedTests, numFailedTests }: { numPassedTests: number; numFailedTests: number } = JSON.parse(
    readFileSync(resultOf(project), 'utf8'),
  );
  results.push({ passed: numPassedTests, failed: numFailedTests });
}

mkdirSync('.cache', { recursive: true });
step('格式与规范、没有用到的代码、类型、内容与数据');
// The types take one core longer than all the others together.
await runTogether(
  ['biome', ['check', '.', '--error-on-warnings']],
  ['knip', ['--no-progress']],
  ['node', ['scripts/types.ts']],
  ['node', ['scripts/check.ts', ...(process.env.GITHUB_ACTIONS === 'true' ? ['--format', 'github'] : [])]],
  ['node', ['scripts/dictionary.ts', '--check']],
);
step('单元测试和构建');
// The build keeps one core busy for a minute and waits in between, and no unit test looks at what it makes.
await runTogether(vitest('unit'), ['node', ['scripts/build.ts']]);
count('unit');
const browser = { CHROMIUM_PATH: ensureBrowser() };
step('浏览器测试');
await run(...vitest('site', browser));
count('site');
step('构建的性质');
await run(...vitest('build', browser));
count('build');
step('完成');
const total = (key: 'passed' | 'failed') => results.reduce((sum, each) => sum + each[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
