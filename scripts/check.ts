import type { Severity } from '../src/core/problem/codes.ts';
import { asGithub, asGitlab, asJson, asText } from '../src/core/problem/print.ts';
import { hasErrors, type Problem } from '../src/core/problem/problem.ts';
import { loadProject } from '../src/disk/project.ts';
import { accountsText } from '../src/present/accounts.ts';
import { misused, readArguments } from './arguments.ts';
import { contractAsked, rootOption } from './contract.ts';

/**
 * `npm run check` lists the problems of content and data, and ends with 1 when there are errors. `--least` says how grave a
 * problem must be to be listed in a text: `error`, `warning`, or `info` for all of them; a program always gets all. `--summary`
 * adds what became of the records and of what was due, month by month.
 */
const usage =
  '用法：npm run check -- [--root 合同文件夹] [--format text|json|github|gitlab] [--least error|warning|info] [--summary]';
const {
  values: { summary: withSummary, ...values },
} = readArguments(usage, {
  options: {
    format: { type: 'string', default: 'text' },
    least: { type: 'string', default: 'warning' },
    summary: { type: 'boolean', default: false },
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
const { value, problems } = loadProject(contractAsked(values.root));
console.log(print(problems));
if (withSummary && value !== null) console.log(accountsText(value.assessment));
process.exitCode = hasErrors(problems) ? 1 : 0;
