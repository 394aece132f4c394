import type { Severity } from '../src/core/problem/codes.ts';
import { asGithub, asGitlab, asJson, asText } from '../src/core/problem/print.ts';
import { hasErrors, type Problem } from '../src/core/problem/problem.ts';
import { loadProject } from '../src/disk/project.ts';
import { misused, readArguments } from './arguments.ts';
import { contractAsked, rootOption } from './contract.ts';

/**
 * `npm run check` lists the problems of content and data, and ends with 1 when there are errors. `--least` says how grave a
 * problem must be to be listed in a text: `error`, `warning`, or `info` for all of them; a program always gets all.
 */
const usage = '用法：npm run check -- [--root 合同文件夹] [--format text|json|github|gitlab] [--least error|warning|info]';
const { values } = readArguments(usage, {
  options: {
    format: { type: 'string', default: 'text' },
    least: { type: 'string', default: 'warning' },
    ...rootOption,
  },
});
const grades: readonly Severity[] = ['error', 'warning', 'info'];
const least = grades.find((each) => each === values.least) ?? misused(`--least 只有 ${grades.join('、')}`, usage);
const printers: Readonly<Record<string, (problems: readonly Problem[]) => string>> = {
  text: (problems) => asText(problems, least),
  json: asJson,
  github: asGithub,
  gitlab: asGitlab,
};
const print = printers[values.format] ?? misused(`--format 只有 ${Object.keys(printers).join('、')}`, usage);
const { problems } = loadProject(contractAsked(values.root));
console.log(print(problems));
process.exitCode = hasErrors(problems) ? 1 : 0;
