import { parseArgs } from 'node:util';
import { asGithub, asGitlab, asJson, asText } from '../src/core/problem/print.ts';
import { hasErrors } from '../src/core/problem/problem.ts';
import { definitionsOn } from '../src/disk/definitions.ts';
import { loadProject } from '../src/disk/project.ts';

const { values } = parseArgs({
  options: { format: { type: 'string', default: 'text' }, root: { type: 'string', default: process.cwd() } },
});
const printers: Readonly<Record<string, typeof asText>> = { text: asText, json: asJson, github: asGithub, gitlab: asGitlab };
const print = printers[values.format];
if (print === undefined) {
  console.error(`--format 只有 ${Object.keys(printers).join('、')}`);
  process.exit(2);
}
const { problems } = loadProject(values.root, await definitionsOn(values.root));
console.log(print(problems));
process.exitCode = hasErrors(problems) ? 1 : 0;
