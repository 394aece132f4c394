import { comparisonTwin } from '../src/core/changes/twin.ts';
import { asText } from '../src/core/problem/print.ts';
import { compare } from '../src/disk/comparison.ts';
import { definitionsOn } from '../src/disk/definitions.ts';
import { History, workingTree } from '../src/disk/history.ts';
import { changesMarkdown, changesText, type Printed } from '../src/present/changes/print.ts';
import { misused, readArguments } from './arguments.ts';
import { contractAsked, rootOption } from './contract.ts';

// Lists what differs between a commit and another one; without a second one, between it and the folder as it lies, committed
// or not. Both are read with today's definitions. Exit code 2 for a wrong call, 1 for a state that cannot be read at all.
const usage =
  '用法：npm run diff -- <提交> [<提交>] [--format text|json|markdown]；不写第二个提交时，与当前文件夹比较（含未提交的改动）';

const printers: Readonly<Record<string, (printed: Printed) => string>> = {
  text: changesText,
  markdown: changesMarkdown,
  json: ({ before, after, changes, reasons }) => JSON.stringify(comparisonTwin(before, after, changes, reasons), null, 2),
};

const { values, positionals } = readArguments(usage, {
  allowPositionals: true,
  options: { format: { type: 'string', default: 'text' }, ...rootOption },
});
const print = printers[values.format];
const [from, to, ...more] = positionals;
if (print === undefined || from === undefined || more.length > 0) misused(usage);
const root = contractAsked(values.root);
const history = History.of(root) ?? misused('这里不是 git 仓库的根目录，不能比较提交');
const known = (name: string) => history.commit(name) ?? misused(`没有提交“${name}”`, usage);
const [first, last] = [known(from), known(to ?? 'HEAD')];
const definitions = definitionsOn(root);
const { changes, problems } = compare(history.at(first), to === undefined ? workingTree(root) : history.at(last), definitions);
const before = { label: from, problems: problems.before };
const after = { label: to ?? '当前文件夹', problems: problems.after };
if (changes === null) {
  console.error(asText([...problems.before, ...problems.after], 'warning'));
  console.error('缺少合同信息或数据来源声明，不能比较');
  process.exit(1);
}
console.log(print({ before, after, changes, reasons: history.reasons(first, last), definitions }));
