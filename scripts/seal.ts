import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMonth, type Month } from '../src/core/calendar/date.ts';
import { sealFile } from '../src/core/ledger/seal-file.ts';
import { asText } from '../src/core/problem/print.ts';
import { hasErrors } from '../src/core/problem/problem.ts';
import { type Seals, sealText } from '../src/core/seals/reading.ts';
import { dateOfSeal, monthsToSeal, sealOf, sealRefusal } from '../src/core/seals/sealing.ts';
import { States } from '../src/core/seals/state.ts';
import { dataFiles } from '../src/disk/files.ts';
import { loadProject } from '../src/disk/project.ts';
import { tableDigests } from '../src/disk/seals.ts';
import { misused, readArguments } from './arguments.ts';
import { contractAsked, rootOption } from './contract.ts';
import { knownDate, knownPost, refuse } from './signature.ts';

// `npm run seal -- 2026-09 --post <post>` seals a month; with `--all`, every month up to the last one whose report is issued. It
// changes nothing that exists.
const usage =
  '用法：npm run seal -- 2026-09 --post 岗位代码 [--date 2026-10-08] [--root 合同文件夹]，或 npm run seal -- --all --post 岗位代码';
const {
  values: { all, post: postAsked, date: dateAsked, root: rootAsked },
  positionals,
} = readArguments(usage, {
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, post: { type: 'string' }, date: { type: 'string' }, ...rootOption },
});
const [asked = '', ...more] = positionals;
if (more.length > 0 || (all ? asked !== '' || dateAsked !== undefined : !isMonth(asked))) misused(usage);
const root = contractAsked(rootAsked);
const { value, problems } = loadProject(root);
if (value === null) refuse(asText(problems, 'warning'), '内容有误，先改正再封存');
const post = knownPost(value, postAsked, usage);
// What is sealed now was missing until now.
const others = problems.filter(({ code }) => code !== 'seal/missing');
if (hasErrors(others)) refuse(asText(others, 'error'), '有错误的内容和数据不能封存');

const months: readonly Month[] = all ? monthsToSeal(value) : [asked];
if (months.length === 0) refuse('没有要封存的月份：报告已签发的月份都已封存');
let seals: Seals = value.seals;
for (const month of months) {
  const refusal = sealRefusal({ ...value, seals }, month);
  if (refusal !== null) refuse(refusal);
  const date = knownDate(dateAsked, usage) ?? dateOfSeal(value, month) ?? misused(`${month} 没有日期，请写 --date`, usage);
  const states = new States({ ...value, seals }, tableDigests(dataFiles(root)));
  const seal = sealOf(states, { month, date, post });
  writeFileSync(join(root, sealFile(month)), sealText(seal), { flag: 'wx' });
  seals = new Map([...seals, [month, { seal, amendments: [] }]]);
  console.log(`已封存 ${month}（${date}，${post}）：${seal.digest}`);
}
const unissued = value.content.reports.filter(
  ({ data }) => data.kind === 'commentary' && months.includes(data.period) && data.status !== 'issued',
);
for (const { file } of unissued) console.log(`注意：${file} 还没有签发，报告的文字已一并封存；签发要改动它，只能作为修订`);
const signing = value.contract.signing === undefined ? '' : '各岗位先用 npm run sign 签名，再';
console.log(`${signing}把 seal.yaml 与本月的报告一并提交；此后这些月份的更正用 npm run amend`);
