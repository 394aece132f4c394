import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionary } from '../src/core/ledger/dictionary.ts';
import { definitionsOn } from '../src/disk/definitions.ts';
import { readArguments } from './arguments.ts';
import { contractAsked, rootOption } from './contract.ts';

// Writes data/README.md from the definitions; with --check only says whether it is up to date.
const { values } = readArguments('用法：npm run dictionary -- [--root 合同文件夹] [--check]', {
  options: { ...rootOption, check: { type: 'boolean', default: false } },
});
const root = contractAsked(values.root);
const file = join(root, 'data/README.md');
const { logs, registers } = definitionsOn(root);
const text = dictionary(logs, registers);
if (!values.check) {
  writeFileSync(file, text);
  console.log(`已写入 ${join(values.root ?? '', 'data/README.md')}`);
} else if (readFileSync(file, 'utf8') !== text) {
  console.error('data/README.md 与 content 中的定义不一致，请运行 npm run dictionary 后提交');
  process.exitCode = 1;
}
