import { sourcesOf } from '../../core/cases/source.ts';
import type { Log } from '../../core/logs/log.ts';
import { type LogGuide, logGuide } from '../../core/reports/guide.ts';
import { expectationWords, keyWords, plannedWords } from '../guide.ts';
import type { Block, Fact } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, stressed, text } from '../paper/say.ts';
import { heading, list, pager, paragraph } from '../paper/tell.ts';
import { columnTable } from '../tables/columns.ts';
import type { Inputs } from './inputs.ts';
import type { PageType } from './page-type.ts';

/** What a clerk does with a row that is not at its end when the month is; null where the rows of a log have none to wait for. */
function carriedWords({ project }: Inputs, log: Log): string | null {
  const sources = sourcesOf(log, project.ledger.registers);
  if (sources.length === 0) return null;
  const named = (fields: readonly string[]) =>
    [...new Set(fields)].map((field) => `“${log.columns[field]?.name ?? field}”`).join('、');
  const progress = sources.flatMap((source) => source.progress);
  const changing = progress.length === 0 ? '' : `，${named(progress)}可以改写`;
  return `月末还没有办结的行照抄到下月文件的开头，办结时补填${named(sources.map(({ closed }) => closed))}${changing}`;
}

/** Where a list of open items reads who is to act; null where the rows of a log are never open. */
function responsibleWords({ project }: Inputs, log: Log): string | null {
  const sources = sourcesOf(log, project.ledger.registers);
  if (sources.length === 0) return null;
  const named = [
    ...new Set(sources.flatMap(({ responsible }) => (responsible === undefined ? [] : [log.columns[responsible]?.name]))),
  ];
  const where = named.length === 0 ? '责任岗位写“未指定”，因为这种台账没有写它的列' : `责任岗位看“${named.join('”、“')}”`;
  return `没有办结的列在“未办结的事项”里；${where}`;
}

function factsOf(inputs: Inputs, { log, expectation }: LogGuide): Block {
  const { latest } = inputs;
  const [carried, responsible] = [carriedWords(inputs, log), responsibleWords(inputs, log)];
  const fact = (label: string, words: string): Fact => ({ label, value: [quote(words)] });
  const sequence = log.sequence === null ? undefined : log.columns[log.sequence];
  return {
    kind: 'facts',
    items: [
      fact('文件', `data/年-月/${log.id}.csv`),
      fact('归入月份', `按“${log.columns[log.date]?.name ?? log.date}”`),
      fact('同一行', `由${keyWords(log)}唯一确定，不能有两行相同`),
      ...(sequence === undefined ? [] : [fact('流水号', `“${sequence.name}”每月从 001 起连续，不能缺号`)]),
      ...(carried === null ? [] : [fact('结转', carried)]),
      ...(responsible === null ? [] : [fact('未办结', responsible)]),
      fact('应做', expectationWords(expectation, latest)),
    ],
  };
}

/** What the cells of one row must agree on; nothing where the log has no such rule. */
function ruleBlocks({ rules }: Log): Block[] {
  const told = rules.flatMap(({ words }) => (words === '' ? [] : [words]));
  return told.length === 0 ? [] : [heading('一行里要相符'), list(told)];
}

function plannedBlocks({ planned }: LogGuide): Block[] {
  if (planned.length === 0)
    return [heading('应做多少'), paragraph('排期里没有这种台账，发生一件记一行；本月没有发生的，在交付清单写 0 行。')];
  return [
    heading('应做多少'),
    list(planned.map(plannedWords)),
    paragraph('应做的次数由排期名录和工作日历推算，不由收到的行数推算；没有做的也要记一行写明，缺的行按没有做到计。'),
  ];
}

function indicatorBlocks({ indicators }: LogGuide): Block[] {
  const entries = indicators.map(({ id, name, criterion }) => [
    quote(name, { kind: 'indicator', indicator: id }),
    stressed('below', quote(criterion)),
  ]);
  return [
    heading('据此计算的指标', { count: `${indicators.length}项` }),
    entries.length === 0 ? paragraph('没有指标由这种台账计算；它供核查和改进使用。') : list(entries, 'index'),
  ];
}

function logGuidePaper(inputs: Inputs, { id }: { readonly id: string }): Paper {
  const { ledger, assessment, contract, definitions } = inputs.project;
  const at = ledger.logs.findIndex((each) => each.id === id);
  const log = ledger.logs[at];
  if (log === undefined) throw new TypeError(`no log ${id}`);
  const guide = logGuide(ledger, assessment.all, log, inputs.latest);
  const { registers } = definitions;
  return {
    title: `填表说明：${log.name}`,
    kind: 'guide',
    description: `${log.name}台账的各列怎么填、允许的取值、示例，一行里要相符的内容，据此计算的指标。`,
    lead: log.about,
    breadcrumbs: [{ label: '填表说明', to: { kind: 'index', of: 'guide' } }],
    blocks: [
      factsOf(inputs, guide),
      {
        kind: 'actions',
        screen: true,
        items: [
          [text('下载空白模板', { kind: 'template', log: id })],
          [text('检查填好的文件', { kind: 'index', of: 'check' })],
          [text('最近一个月的记录', { kind: 'records', month: inputs.latest })],
        ],
      },
      { kind: 'body', collection: 'logs', id },
      heading('各列怎么填'),
      columnTable({ id: 'columns', caption: `${log.name}的列`, columns: log.columns, registers }),
      paragraph('列的顺序不限，列名也认下面小字所列的写法；“可空”的列没有内容就空着；照名录写的列，名录里没有的会退回。'),
      ...ruleBlocks(log),
      ...plannedBlocks(guide),
      ...indicatorBlocks(guide),
      paragraph(`次月${contract.deliveryDay}日前交齐。交付清单里要有“${log.name}”一行。`),
      pager(ledger.logs, at, (each) => ({ label: each.name, to: { kind: 'guide', log: each.id } })),
    ],
  };
}

/** One page for each log: how it is filled in. */
export const logGuidePage: PageType<{ readonly id: string }> = {
  keys: ({ project }) => project.ledger.logs.map(({ id }) => ({ id })),
  params: ({ id }) => ({ log: id }),
  reads: null,
  paper: logGuidePaper,
};
