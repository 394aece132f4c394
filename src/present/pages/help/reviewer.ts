import { monthWords } from '../../dates.ts';
import type { Paper } from '../../paper/paper.ts';
import { quote, say, text } from '../../paper/say.ts';
import { heading, numbered, paragraph } from '../../paper/tell.ts';
import type { Inputs } from '../inputs.ts';
import { singlePage } from '../page-type.ts';
import { crumbs } from './crumbs.ts';

function reviewerPaper({ latest }: Inputs): Paper {
  const improvement = text('整改与改进', { kind: 'improvement' });
  const report = quote(`${monthWords(latest)}服务报告`, { kind: 'report', id: latest });
  const records = text('服务记录', { kind: 'records', month: latest });
  const quality = text('数据质量', { kind: 'index', of: 'quality' });
  const compliance = text('合规总览', { kind: 'index', of: 'compliance' });
  return {
    title: '审核人：怎样审一个月',
    kind: 'help',
    description: '审核人怎样看一个月哪里没做到、查到依据的每一行、打印报告签字归档。',
    lead: '一个月的审核分四步：看没做到的，查依据的行，问数据是否完整，打印签字。',
    breadcrumbs: crumbs,
    blocks: [
      heading('一、看没做到的'),
      paragraph(say`打开${report}。“需要关注”先列未达标，再列数据不完整和无数据；每一句都写出数值、件数和目标。`),
      heading('二、查依据的行'),
      numbered([
        '点开任何一句，就是这个指标当月的依据：不合格的、计入且合格的、不计入的，三类逐行列出。',
        '点行号，打开台账原来的那一行，写着文件名和行号，可以与纸质记录核对。',
        '“计算口径”写明怎么算；剔除了例外的，同时给出不剔除时的数值。',
      ]),
      heading('三、问数据是否完整'),
      numbered([
        say`${records}列出每种台账交了没有、什么时候交的、行数对不对。`,
        '缺了台账的指标写“无数据”，行数或流水号对不上的写“数据不完整”，都不会算作达标。',
        say`${quality}列出读取时发现并处理过的每一处问题。`,
      ]),
      heading('四、打印签字'),
      numbered([
        '在报告页用浏览器的打印，选A4；报告末页留有双方签字和盖章的位置。',
        '纸上印有网址和二维码，日后扫码可以回到同一页。',
        '纸质签字件为归档正本；网页供核对。',
      ]),
      heading('追没有办结的事'),
      paragraph(
        say`${improvement}列出全部没有办结的事项：起始、已过几天、时限、逾期几天、责任岗位，办结之前一直在；首页、周报、月报列的是同一份。时限可以在日历软件里订阅。`,
      ),
      heading('与别的月份比'),
      paragraph(
        say`${compliance}把全部指标和全部月份放在一张表上，一眼看出哪里反复没做到；每一格都能点开。正在看的月份写在每页上方，早先的月份旁边有“看最近一月”。`,
      ),
    ],
  };
}

/** How a reviewer judges a month. */
export const reviewerHelpPage = singlePage(reviewerPaper);
