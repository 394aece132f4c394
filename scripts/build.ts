import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { asGithub, asText } from '../src/core/problem/print.ts';
import { hasErrors } from '../src/core/problem/problem.ts';
import { loadProject } from '../src/disk/project.ts';
import { readArguments } from './arguments.ts';
import { buildInto } from './astro.ts';
import { cleanOption, forget } from './clean.ts';
import { contractAsked, rootOption } from './contract.ts';
import { indexPages } from './index-pages.ts';

// Checks content and data, builds the site into `dist` of the contract's folder, then indexes it for search. Nothing is built
// from input with errors.
// With `--clean`, nothing that an earlier build kept is used.
const { values } = readArguments('用法：npm run build -- [--root 合同文件夹] [--clean]', {
  options: { ...rootOption, ...cleanOption },
});
const root = contractAsked(values.root);
if (values.clean) forget(root);
const read = loadProject(root);
const { problems } = read;
if (read.value === null || hasErrors(problems)) {
  console.log(process.env.GITHUB_ACTIONS === 'true' ? asGithub(problems) : asText(problems, 'warning'));
  console.error('内容或数据有误，没有构建任何页面');
  process.exit(1);
}
const out = join(root, 'dist');
rmSync(out, { recursive: true, force: true });
await buildInto(out, root, read);
await indexPages(out, read.value.content);
