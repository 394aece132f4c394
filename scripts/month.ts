import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMonth, monthOf } from '../src/core/calendar/date.ts';
import { startedMonth } from '../src/core/ledger/start.ts';
import { asText } from '../src/core/problem/print.ts';
import { loadProject } from '../src/disk/project.ts';
import { readArguments } from './arguments.ts';
import { contractAsked, rootOption } from './contract.ts';

// `npm run month -- 2026-11` writes the folder of a month that begins. It changes nothing that exists.
const usage = '请写明一个月份，例如：npm run month -- 2026-11';
const { values, positionals } = readArguments(usage, {
  options: rootOption,
  allowPositionals: true,
});

function refuse(...lines: string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

const [month = ''] = positionals;
if (positionals.length !== 1 || !isMonth(month))
  refuse(`${positionals.length === 0 ? '没有写月份' : `“${positionals.join(' ')}”不是月份`}。${usage}`);
const root = contractAsked(values.root);
const { value, problems } = loadProject(root);
if (value === null) refuse(asText(problems, 'warning'), '内容有误，先改正再开始新的月份');
const { contract, ledger, definitions } = value;
if (month < monthOf(contract.start)) refuse(`合同从 ${contract.start} 开始，${month} 没有要交的台账`);

const before = ledger.months.filter((each) => each.month < month).at(-1);
const files = startedMonth(month, { ...ledger, inMonth: definitions.inMonth, before: before?.left ?? new Map() });
const carried = [...(before?.left.values() ?? [])].reduce((sum, { size }) => sum + size, 0);
const present = [...files.keys()].filter((file) => existsSync(join(root, file)));
if (present.length > 0)
  refuse(
    `${month} 已经有下列文件，什么也没有写，以免覆盖：`,
    ...present.map((file) => `  ${file}`),
    '要重新开始，请先把它们移走',
  );
for (const [file, text] of files) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text, { flag: 'wx' });
}

// The command as it is to be typed next: it needs the folder that this one was given.
const check = values.root === undefined ? 'npm run check' : `npm run check -- --root ${values.root}`;
const left = ledger.logs.filter(({ id }) => !files.has(`data/${month}/${id}.csv`)).map(({ name }) => name);
console.log(`已写入 ${join(values.root ?? '', 'data', month)}/：${files.size - 1} 种台账的空白模板和待填的交付清单 delivery.csv`);
if (carried > 0) console.log(`上月末未办结的 ${carried} 项已照样写在各模板的开头：办结的补填办结的栏，仍未办结的不改`);
if (left.length > 0) console.log(`按排期 ${month} 不用做、没有给模板的：${left.join('、')}（清单里仍要填 0 行）`);
console.log(`接下来：
  1. 用 Excel 或 WPS 在模板里逐行填写；每列怎么填见网站的“填表说明”，或 ${join(values.root ?? '', 'data/README.md')}
  2. 填 delivery.csv：每种台账的行数（上月结转的行也计入）、交付日期、交付岗位；没有发生填 0；不交的删去那一行，按无数据处理；月份还没有过完就交的，在“截至”写明记到哪一天
  3. 运行 ${check}，或在网站的“台账校验”页检查；清单没有填写以前不能发布
  4. 次月 ${contract.deliveryDay} 日以前提交`);
