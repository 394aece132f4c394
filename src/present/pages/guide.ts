import { slipGuide } from '../../core/ledger/delivery.ts';
import { type LogGuide, logGuide, registersNamedIn } from '../../core/reports/guide.ts';
import { monthWords } from '../dates.ts';
import { expectationWords } from '../guide.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { code, quote, say, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, list, numbered, paragraph } from '../paper/tell.ts';
import { columnTable } from '../tables/columns.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

/** How a month is handed in, from its folder to its delivery. */
function handInBlocks({ project }: Inputs): Block[] {
  const check = text('台账校验', { kind: 'index', of: 'check' });
  const day = quote(String(project.contract.deliveryDay));
  return [
    heading('怎样交一个月'),
    numbered(
      [
        say`开始：运行 ${code('npm run month -- 年-月')}，得到当月文件夹、各台账的空白模板和待填的交付清单；也可以从下表逐个下载模板。`,
        '填写：用 Excel 或 WPS 打开模板，一件事一行，第一行表头不要动。',
        say`检查：在${check}页放入文件，或运行 ${code('npm run check')}，全部问题一次列出。`,
        say`清单：填交付清单 ${code('delivery.csv')}，或在台账校验页生成；没有填写的清单不能发布。`,
        say`交付：文件放进 ${code('data/年-月/')}，次月${day}日以前提交。`,
      ],
      'steps',
    ),
  ];
}

/** What holds for every table. */
const ruleBlocks = ({ project }: Inputs): Block[] => [
  heading('各表通用的规矩'),
  list([
    '一件事一行；不要合并单元格，不写“同上”，中间不留空行，不要照抄上个月的文件名。',
    '空白不等于 0，不等于合格，也不等于没做；没有做的照该列的取值写明，没有发生的交零报告。',
    '日期写 2026-01-05，时间写 24 小时制 2026-01-05 08:05；24:00 写次日 00:00。',
    '数字只写数字，不带单位、“约”“左右”和千分位；计数写件数，不写百分比。',
    '编号列先设成“文本”再录入，免得 Excel 改成科学计数法或丢掉前面的零。',
    `${registersNamedIn(project.ledger).join('、')}照名录写，写编号最稳当；新增的先加进名录。`,
    '流水号每月从 001 起连续，作废的单号也留一行写明；缺号按“数据不完整”处理。',
    '一行只属于一个月：日期不在本月的，放到那个月的文件里；只有结转的除外。',
    '上月末还没有办结的行写在本月文件的开头，叫结转：编号和已写的内容照抄，只补填空着的栏；还没有办结的照样再写，直到办结。清单的行数连结转的一起数；少一行，该台账按“数据不完整”处理。',
    '只写岗位代码，不写姓名、电话和证件号码。',
    '保存用“CSV UTF-8（逗号分隔）”；直接另存的 CSV（GB18030）也能读。不要把 .xlsx 改名成 .csv。',
  ]),
];

const logRow = ({ latest }: Inputs, { log, expectation, indicators }: LogGuide): Row => ({
  cells: [
    [quote(log.name, { kind: 'guide', log: log.id })],
    [code(`${log.id}.csv`)],
    [quote(log.about)],
    [quote(expectationWords(expectation, latest))],
    [quote(String(indicators.length))],
    [text('下载', { kind: 'template', log: log.id })],
  ],
});

function logTable(inputs: Inputs): Table {
  const { ledger, assessment } = inputs.project;
  const guides = ledger.logs.map((log) => logGuide(ledger, assessment.all, log, inputs.latest));
  return {
    kind: 'table',
    id: 'logs',
    caption: [text('各种台账的说明与模板')],
    quiet: true,
    looks: ['stack'],
    columns: [
      { label: '台账', align: 'start', weight: 10 },
      { label: '文件', align: 'start', weight: 10 },
      { label: '记什么', align: 'start', weight: 24, look: 'words' },
      { label: '应做', align: 'start', weight: 14 },
      { label: '指标', align: 'end', weight: 4 },
      { label: '模板', align: 'start', weight: 4 },
    ],
    rows: guides.map((guide) => logRow(inputs, guide)),
    keepTogether: false,
  };
}

/** The file that says what is handed in. */
function slipBlocks({ project }: Inputs): Block[] {
  const { logs, registers } = project.definitions;
  const template = text('下载空白清单', { kind: 'template', log: 'delivery' });
  return [
    heading('交付清单', { id: 'delivery' }),
    paragraph(
      say`文件 ${code('delivery.csv')}，每种台账一行。写 0 行是零报告，表示没有发生；不列的台账按“无数据”处理；行数与文件不符的按“数据不完整”处理。${template}`,
    ),
    columnTable({ id: 'slip-columns', caption: '交付清单的列', columns: slipGuide(logs, registers), registers }),
  ];
}

function guidePaper(inputs: Inputs): Paper {
  const { ledger, contract } = inputs.project;
  return {
    title: '填表说明',
    kind: 'guide',
    description: '每种台账怎么填：各列的含义、允许的取值、示例、一行里要相符的内容，以及空白模板。',
    lead: `每月${ledger.logs.length}种台账，各有一页说明和一份空白模板；次月${contract.deliveryDay}日前交齐。`,
    blocks: [
      ...handInBlocks(inputs),
      ...ruleBlocks(inputs),
      heading('各种台账'),
      logTable(inputs),
      paragraph(`“应做”以${monthWords(inputs.latest)}为例，由排期名录和工作日历推算；“指标”是据这种台账计算的指标数。`),
      ...slipBlocks(inputs),
    ],
  };
}

/** How logs are filled in and handed in. */
export const guidePage = singlePage(guidePaper);
