import { verdicts } from '../../../core/indicators/verdict.ts';
import type { Block } from '../../paper/block.ts';
import type { Paper } from '../../paper/paper.ts';
import { mark, quote, say, stressed, text } from '../../paper/say.ts';
import { heading, list, numbered, paragraph } from '../../paper/tell.ts';
import { readers } from '../../readers.ts';
import { searchExamples } from '../../search/examples.ts';
import { readingMeanings, verdictMeanings } from '../../verdict.ts';
import type { Inputs } from '../inputs.ts';
import { singlePage } from '../page-type.ts';

function findingBlocks({ project }: Inputs): Block[] {
  const examples = searchExamples(project.content).slice(0, 3);
  const such = quote(examples.length === 0 ? '' : `，例如“${examples.join('”“')}”`);
  const search = text('搜索', { kind: 'index', of: 'search' });
  const services = text('各项服务', { kind: 'index', of: 'services' });
  const reports = text('服务报告', { kind: 'index', of: 'reports' });
  const compliance = text('合规总览', { kind: 'index', of: 'compliance' });
  return [
    heading('怎样找'),
    numbered([
      say`知道要什么：${search}，用平常的话就行${such}，也可以写条款或指标编号。`,
      say`知道是哪项服务：从${services}进，标准、规程、指标、承诺都在一页上。`,
      say`知道是哪个月、哪一季：从${reports}或${compliance}进。`,
    ]),
    paragraph('每页上方写着所在位置和数据月份；页面长的还有“本页目录”。'),
  ];
}

const verdictBlocks: readonly Block[] = [
  heading('结论怎么读'),
  {
    kind: 'table',
    id: 'verdicts',
    caption: [text('结论的图形、说法和意思')],
    quiet: true,
    looks: [],
    columns: [
      { label: '结论', align: 'start', weight: 6 },
      { label: '意思', align: 'start', weight: 24 },
    ],
    rows: [
      ...verdicts.map((verdict) => ({ cells: [[mark(verdict)], [text(verdictMeanings[verdict])]] })),
      ...(['partly', 'unchecked'] as const).map((each) => ({ cells: [[mark(each)], [text(readingMeanings[each])]] })),
    ],
    keepTogether: true,
  },
  paragraph('图形、文字、颜色三样同时出现，黑白复印也能分清。没有数据从不算作零，也不算作达标。'),
];

const usingBlocks: readonly Block[] = [
  heading('从数字查到行'),
  numbered([
    '在任何一个结论上点一下，打开当月的依据：哪些行计入、哪些不合格、哪些不计入和为什么。',
    '点“第几行”，打开台账中的那一行；行号与文件中的行号一致。',
    '那一行的最后一栏写着它计入了哪些指标，可以点回去。',
  ]),
  heading('引用一处'),
  paragraph('条款后面的编号、台账每行的行号都是固定网址，不会改动。点一下就跳到那里，网址也随之复制，可以粘贴到邮件或通知单里。'),
  heading('打印和下载'),
  list([
    '每一页都可以打印，用A4纸；纸上不印菜单，印有网址和二维码，扫码回到原页。',
    '在微信里不能打印，也不能下载文件：请点右上角“…”，选“在浏览器打开”。',
    '浏览器不运行脚本时，阅读和打印不受影响，只有搜索和图表的放大查看不能用。',
  ]),
  heading('用键盘'),
  list(['按Tab键逐个走过链接；第一下是“跳到正文”。', '走到宽表格时，用左右箭头键移动，第一列和表头不动。']),
];

function helpPaper(inputs: Inputs): Paper {
  const entries = readers(inputs.project.contract.words).map(({ id, name, wants }) => [
    quote(name, { kind: 'help', reader: id }),
    stressed('below', text(wants)),
  ]);
  return {
    title: '怎样使用本站',
    kind: 'help',
    description: '本站有什么、从哪里找起、结论的五种说法是什么意思，以及怎样打印、下载和引用。',
    lead: '本站把合同里的要求、承诺和指标，与每月台账逐行对上：任何一个数字，最多点三次就能看到它出自哪一行。',
    blocks: [heading('按您的工作看'), list(entries, 'index'), ...findingBlocks(inputs), ...verdictBlocks, ...usingBlocks],
  };
}

/** How the site is used, for every reader. */
export const helpPage = singlePage(helpPaper);
