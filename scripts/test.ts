import { mkdirSync, readFileSync } from 'node:fs';
import { ensureBrowser } from './browser.ts';
import { run } from './run.ts';

// Everything that continuous integration runs, in the order in which a fault is cheapest to find.
const started = Date.now();
const step = (name: string) => console.log(`\n── ${name}（${Math.round((Date.now() - started) / 1000)} 秒）`);
const results: { passed: number; failed: number }[] = [];

async function vitest(project: string, env: Readonly<Record<string, string>> = {}) {
  const file = `.cache/${project}.json`;
  await run('vitest', ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env);
  const { numPassedTests, numFailedTests }: { numPassedTests: number; numFailedTests: number } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  results.push({ passed: numPassedTests, failed: numFailedTests });
}

mkdirSync('.cache', { recursive: true });
step('格式与规范');
await run('biome', ['check', '.', '--error-on-warnings']);
step('没有用到的代码');
await run('knip', ['--no-progress']);
step('类型');
await run('node', ['scripts/types.ts']);
step('内容与数据');
await run('node', ['scripts/check.ts', ...(process.env.GITHUB_ACTIONS === 'true' ? ['--format', 'github'] : [])]);
await run('node', ['scripts/dictionary.ts', '--check']);
step('单元测试');
await vitest('unit');
step('构建');
await run('node', ['scripts/build.ts']);
step('浏览器测试');
const browser = { CHROMIUM_PATH: ensureBrowser() };
await vitest('site', browser);
step('构建的性质');
await vitest('build', browser);
step('完成');
const total = (key: 'passed' | 'failed') => results.reduce((sum, each) => sum + each[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
