import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { misused, readArguments } from './arguments.ts';
import { faultWords } from './fault.ts';

// `npm run new -- <folder>` writes a small contract that checks and builds, for somebody to make their own of. It writes into a
// new or empty folder only.
const usage = '用法：npm run new -- <新文件夹>';
const { positionals } = readArguments(usage, { allowPositionals: true });
const [named, ...more] = positionals;
if (named === undefined || more.length > 0) misused(usage);
const folder = resolve(named);

/** Whether nothing stands there yet; a repository that was just made counts as nothing. */
function isFree(): boolean {
  if (!existsSync(folder)) return true;
  return statSync(folder).isDirectory() && readdirSync(folder).every((name) => name === '.git');
}

if (!isFree()) misused(`${folder} 里已有别的文件，什么也没有写；请换一个空文件夹`);
try {
  mkdirSync(folder, { recursive: true });
  cpSync(join(import.meta.dirname, 'new'), folder, { recursive: true });
  console.log(`已写入一份新合同：${folder}
接下来：
  1. npm run check -- --root ${named}    检查
  2. npm start -- --root ${named}        构建并打开 http://localhost:4321
  3. 读 ${join(named, 'README.md')}：每个文件是什么，先改什么
命令都在这个文件夹里运行：${process.cwd()}`);
} catch (error) {
  console.error(faultWords(error));
  process.exitCode = 1;
}
