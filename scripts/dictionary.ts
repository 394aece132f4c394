import { readFileSync, writeFileSync } from 'node:fs';
import { dictionary } from '../src/core/ledger/dictionary.ts';
import { definitionsOn } from '../src/disk/definitions.ts';

// Writes data/README.md from the definitions; with --check only says whether it is up to date.
const file = 'data/README.md';
const { logs, registers } = definitionsOn(process.cwd());
const text = dictionary(logs, registers);
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error(`${file} 与代码中的定义不一致，请运行 npm run dictionary 后提交`);
  process.exitCode = 1;
}
