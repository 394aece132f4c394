import { rmSync } from 'node:fs';
import { asGithub, asText } from '../src/core/problem/print.ts';
import { hasErrors } from '../src/core/problem/problem.ts';
import { loadProject } from '../src/disk/project.ts';
import { commitOf } from './commit.ts';
import { indexPages } from './index-pages.ts';
import { run } from './run.ts';

// Checks content and data, builds the site, then indexes it for search. Nothing is built from input with errors.
const root = process.cwd();
const { problems } = loadProject(root);
if (hasErrors(problems)) {
  console.log(process.env.GITHUB_ACTIONS === 'true' ? asGithub(problems) : asText(problems, 'warning'));
  console.error('内容或数据有误，没有构建任何页面');
  process.exit(1);
}
rmSync('dist', { recursive: true, force: true });
await run('astro', ['build'], { SITE_COMMIT: commitOf(root) });
await indexPages('dist');
