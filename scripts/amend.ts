import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMonth } from '../src/core/calendar/date.ts';
import { amendmentFile } from '../src/core/ledger/seal-file.ts';
import { asText } from '../src/core/problem/print.ts';
import { hasErrors } from '../src/core/problem/problem.ts';
import { amendmentOf } from '../src/core/seals/amending.ts';
import { sealText } from '../src/core/seals/reading.ts';
import { lastDelivery } from '../src/core/seals/sealing.ts';
import { States } from '../src/core/seals/state.ts';
import { amendedWords } from '../src/core/seals/telling.ts';
import { dataFiles } from '../src/disk/files.ts';
import { loadProject } from '../src/disk/project.ts';
import { pastOf, tableDigests } from '../src/disk/seals.ts';
import { misused, readArguments } from './arguments.ts';
import { contractAsked, rootOption } from './contract.ts';
import { knownDate, knownPost, refuse } from './signature.ts';

// `npm run amend -- 2026-09 --post <post> --reason "…"` writes down what was changed in a sealed month, with the
// reason, on top of its seal; without a date, on the last day of which the data tell. It changes nothing that exists.
const usage = '用法：npm run amend -- 2026-09 --post 岗位代码 --reason "更正的理由" [--date 2026-11-20] [--root 合同文件夹]';
const {
  values: { post: postAsked, date: dateAsked, reason: reasonAsked, root: rootAsked },
  positionals,
} = readArguments(usage, {
  allowPositionals: true,
  options: { post: { type: 'string' }, date: { type: 'string' }, reason: { type: 'string' }, ...rootOption },
});
const [month = '', ...more] = positionals;
if (more.length > 0 || !isMonth(month)) misused(usage);
const reason = reasonAsked?.trim() ?? '';
if (reason === '') misused('没有写理由：--reason', usage);
const root = contractAsked(rootAsked);
const { value, problems } = loadProject(root);
if (value === null) refuse(asText(problems, 'warning'), '内容有误，先改正再修订');
const post = knownPost(value, postAsked, usage);
const sealed = value.seals.get(month) ?? refuse(`${month} 没有封存，直接改正即可，不用修订`);
const blocking = problems.filter(({ code }) => !code.startsWith('seal/') || code === 'seal/edited' || code === 'seal/invalid');
if (hasErrors(blocking)) refuse(asText(blocking, 'error'), '有错误的内容和数据不能修订');
const last = (sealed.amendments.at(-1) ?? sealed.seal).date;
const date = knownDate(dateAsked, usage) ?? [lastDelivery(value.ledger.months) ?? last, last].sort()[1] ?? last;
if (date < last) refuse(`修订的日期 ${date} 早于前一次的 ${last}`);

const states = new States(value, tableDigests(dataFiles(root)));
const amendment = amendmentOf(states, sealed, { month, date, post, reason }, pastOf(root));
if (amendment === null) refuse(`${month} 与封存时没有不同，不用修订`);
const file = amendmentFile(month, amendment.number);
writeFileSync(join(root, file), sealText(amendment), { flag: 'wx' });
for (const change of amendment.changes) console.log(amendedWords(change, value));
console.log(`已写入 ${file}（修订 ${amendment.number}，${date}，${post}）：${amendment.digest}`);
console.log('请把它与更正的文件一并提交；运行 npm run check 看更晚的月份是否也要修订');
