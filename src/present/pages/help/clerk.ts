import { addMonths } from '../../../core/calendar/date.ts';
import { dateWords, monthWords } from '../../dates.ts';
import type { Paper } from '../../paper/paper.ts';
import { quote, say, text } from '../../paper/say.ts';
import { heading, numbered, paragraph } from '../../paper/tell.ts';
import type { Inputs } from '../inputs.ts';
import { singlePage } from '../page-type.ts';
import { crumbs } from './crumbs.ts';

/** The month that is to be handed in next, and by when. */
function comingOf({ project, latest }: Inputs): { readonly month: string; readonly deadline: string } {
  const coming = addMonths(latest, 1);
  const day = String(project.contract.deliveryDay).padStart(2, '0');
  return { month: monthWords(coming), deadline: dateWords(`${addMonths(coming, 1)}-${day}`) };
}

function clerkPaper(inputs: Inputs): Paper {
  const { project, latest } = inputs;
  const { contract, ledger } = project;
  const { month, deadline } = comingOf(inputs);
  const guide = text('填表说明', { kind: 'index', of: 'guide' });
  const check = text('台账校验', { kind: 'index', of: 'check' });
  const quality = text('数据质量', { kind: 'index', of: 'quality' });
  const records = quote(`${monthWords(latest)}服务记录`, { kind: 'records', month: latest });
  const indicators = text('服务指标', { kind: 'index', of: 'indicators' });
  const logs = quote(String(ledger.logs.length));
  return {
    title: '台账员：怎样交一个月的台账',
    kind: 'help',
    description: '台账员怎样准备、检查和交付一个月的台账，出了问题怎样改。',
    lead: `每月${contract.deliveryDay}日前交上月的台账。下一次：${month}的台账，${deadline}前交齐。`,
    breadcrumbs: crumbs,
    blocks: [
      heading('准备'),
      numbered([
        say`从${guide}下载空白模板，共${logs}种，每种都有各列的填法；用Excel或WPS填写，另存为CSV。`,
        '一件事一行；不要合并单元格，不要写“同上”，不要留合计行。空白不代表合格，也不代表没做。',
        '没有发生的也要在交付清单里写0行，这叫零报告；不写就算没交。',
        '写岗位代码，不写姓名、电话和证件号。',
      ]),
      heading('检查'),
      paragraph(
        say`提交前先在${check}页检查，文件不离开您的电脑：一次列出全部问题，写明文件、行、列和改法。有错误就不会发布；警告会发布，并列在${quality}。`,
      ),
      heading('交付'),
      numbered([
        '当月文件夹里放各台账的CSV和交付清单；清单写每种台账的行数、交付日期和岗位。',
        '月份没有过完就先交的，在交付清单的“截至”写记到的那一天，如2026-11-07；有关指标写“进行中”，只列到这一天的数值，不出月报。整月过完再交一次全月的文件，“截至”留空。',
        '行数和流水号要对得上，否则有关指标写“数据不完整”。',
        '交上去后，网站重新生成，结论和每一行随之更新。',
      ]),
      heading('看结果'),
      numbered([
        say`${records}列出每种台账的状态。`,
        '打开一种台账，每一行最后一栏写着它计入了哪些指标、是否合格。',
        say`想知道一个指标怎么算，看${indicators}里的“计算口径”。`,
      ]),
    ],
  };
}

/** How a clerk hands in a month. */
export const clerkHelpPage = singlePage(clerkPaper);
