import type { Paper } from '../paper/paper.ts';
import { code, quote, say, text } from '../paper/say.ts';
import { heading, numbered, paragraph } from '../paper/tell.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

function checkPaper({ project }: Inputs): Paper {
  const day = quote(String(project.contract.deliveryDay));
  const [log] = project.ledger.logs;
  const example = log === undefined ? [] : say`（如 ${code(`${log.id}.csv`)}）`;
  const guide = text('填表说明', { kind: 'index', of: 'guide' });
  return {
    title: '台账校验',
    kind: 'help',
    description: '提交之前，在浏览器里检查台账的 CSV 文件，存下修好的文件和交付清单；也可核对凭据包和纸质报告的封存摘要。',
    lead: '提交之前先在这里查一遍：放入 CSV 文件，全部问题连同行、列和改法一次列出，和 npm run check 一样。',
    contents: false,
    blocks: [
      heading('怎样用'),
      numbered(
        [
          say`放入一个月的 CSV：文件名用台账代码${example}最稳当；用别的名字时按表头认，认不出会请您选。`,
          '先改“错误”，有错误不能发布；“警告”可以发布，但台账可能按“数据不完整”处理；“信息”是已自动统一的写法，不用处理。',
          say`填好或生成交付清单 ${code('delivery.csv')}，放进 ${code('data/年-月/')}，在次月 ${day} 日以前提交。`,
        ],
        'steps',
      ),
      paragraph(
        say`这里查的是一个月的文件。与以往月份相比才看得出的问题、名录和文档的问题，要在项目文件夹里运行 ${code('npm run check')}，提交后也会自动检查。每列怎么填见${guide}。`,
      ),
    ],
  };
}

/** The desk at which a clerk checks a month before it is handed in; what is on it is drawn by the page. */
export const checkPage = singlePage(checkPaper);
