import type { ReportSection } from '../../core/documents/organisation.ts';
import type { Content } from '../../core/project/project.ts';
import type { ReportBlock } from '../paper/block.ts';
import { quote, say, text } from '../paper/say.ts';
import type { Row } from '../paper/table.ts';
import { deliveryBlocks } from './quality.ts';
import { column, heading, list, part, type Telling, table } from './telling.ts';

/** The parts of a report, to which the plan's prescribed content is assigned (content/organisation/records.mdx). */
export const sectionNames: Readonly<Record<ReportSection, string>> = {
  basics: '一、基本情况',
  services: '二、服务完成情况',
  indicators: '三、指标完成情况',
  problems: '四、存在问题及整改',
  feedback: '五、客户反馈与满意度',
  quality: '六、数据质量与修订说明',
  plan: '七、下月计划',
  annexes: '八、附件',
};

/** 八、附件: where everything behind the report stands, and how the report covers what the plan prescribes. */
export function annexSection(telling: Telling, content: Content): ReportBlock[] {
  const { report } = telling;
  const prescribed = content.records?.data.reportContent ?? [];
  return [
    heading(2, 'annexes', '八、附件'),
    list([
      say`各项指标的逐行依据：${text('合规总览', { kind: 'compliance', month: report.months.at(-1) ?? '' })}。`,
      say`台账全文：${text('服务记录', { kind: 'records', month: report.months.at(-1) ?? '' })}。`,
      say`本报告的全部数值：${text('机器可读（JSON）', { kind: 'twin', id: report.period.id, format: 'json' })}、${text('表格（CSV）', { kind: 'twin', id: report.period.id, format: 'csv' })}。`,
    ]),
    ...table(
      'prescribed',
      '方案规定的报告内容与本报告的对应',
      [column('方案规定', 8), column('内容', 16), column('在本报告', 18)],
      prescribed.map(
        ({ name, fields, sections }): Row => ({
          cells: [
            [quote(name)],
            [quote(fields.join('、'))],
            sections.flatMap((id, index) => [...(index === 0 ? [] : [text('；')]), text(sectionNames[id], part(telling, id))]),
          ],
        }),
      ),
      true,
    ),
    ...deliveryBlocks(telling),
  ];
}
