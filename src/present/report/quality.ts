import type { Assessment } from '../../core/indicators/assessment.ts';
import type { LogMonth } from '../../core/logs/log.ts';
import { dateWords, monthWords } from '../dates.ts';
import { reasonWords } from '../formats.ts';
import { handedWords } from '../handed.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, say, text, time } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { sealingSection } from './sealing.ts';
import { column, heading, list, note, own, ownBare, paragraph, type Telling, table } from './telling.ts';

/** How the logs came in, in one sentence. */
export function deliveryPieces(telling: Telling): Pieces {
  const id = (field: string) => own(telling, `logs/${field}`);
  return say`应交台账${id('asked')}，已交${id('handed')}、${id('rows')}；未交${id('absent')}，不完整${id('incomplete')}，零报告${id('nil')}，迟交${id('late')}。`;
}

const several = ({ report }: Telling): boolean => report.months.length > 1;
const logName = (telling: Telling, { log, month }: LogMonth): Pieces =>
  several(telling) ? say`${time(monthWords(month))}${quote(log.name)}` : [quote(log.name)];

/** What is missing of a log and what follows from it. */
function gapPieces(telling: Telling, delivery: LogMonth): Pieces {
  const { handed, log, month } = delivery;
  const name = logName(telling, delivery);
  if (handed.state === 'incomplete')
    return say`${name}：${quote(handed.reasons.map(reasonWords).join('；'), { kind: 'log', month, log: log.id })}。缺了哪些行、为什么缺，台账本身说不清；补交并核对之前，有关指标不作结论。`;
  return say`${name}：没有交付，也没有零报告。有关指标为无数据，不当作零，也不当作达标。`;
}

const isRegular = ({ handed }: LogMonth): boolean => (handed.state === 'complete' || handed.state === 'nil') && !handed.late;

/** Which logs are told one by one: in a month all of them, over longer periods those that did not come as they should. */
function toldDeliveries({ report }: Telling): { caption: string; deliveries: readonly LogMonth[] } {
  const { deliveries, period } = report;
  if (period.kind === 'month') return { caption: '台账交付情况', deliveries };
  return { caption: '没有按时完整交付的台账', deliveries: deliveries.filter((each) => !isRegular(each)) };
}

/** The logs with rows, day and file: what the report's numbers were made from. */
export function deliveryBlocks(telling: Telling): ReportBlock[] {
  const { caption, deliveries } = toldDeliveries(telling);
  const elsewhere = telling.report.period.kind === 'month' ? [] : [note(say`按时交来、没有缺漏的台账，逐份列在各月的报告中。`)];
  return [...deliveryTable(telling, caption, deliveries), ...elsewhere];
}

function deliveryTable(telling: Telling, caption: string, deliveries: readonly LogMonth[]): Table[] {
  return table(
    'deliveries',
    caption,
    [
      ...(several(telling) ? [column('月份', 7)] : []),
      column('台账', 9),
      column('行数', 6, 'end'),
      column('交付日期', 8),
      column('状态', 16),
    ],
    deliveries.map((delivery): Row => {
      const { log, month, handed } = delivery;
      const absent = handed.state === 'absent';
      const rows = ownBare(telling, `log.${log.id}.${month}/rows`);
      return {
        cells: [
          ...(several(telling) ? [[time(monthWords(month))]] : []),
          [absent ? quote(log.name) : quote(log.name, { kind: 'log', month, log: log.id })],
          [rows],
          [absent ? text('—') : time(dateWords(handed.on))],
          [quote(handedWords(handed))],
        ],
        ...(absent || handed.state === 'incomplete' ? { look: 'unknown' } : {}),
      };
    }),
  );
}

/** 六、数据质量与修订说明. */
export function qualitySection(telling: Telling, assessment: Assessment): ReportBlock[] {
  const { report } = telling;
  const gaps = report.deliveries.filter(({ handed: { state } }) => state === 'absent' || state === 'incomplete');
  return [
    heading(2, 'quality', '六、数据质量与修订说明'),
    paragraph(deliveryPieces(telling)),
    gaps.length === 0 ? paragraph(say`行数与交付清单相符，流水号连续。`) : list(gaps.map((each) => gapPieces(telling, each))),
    paragraph(
      say`读取时按唯一可能的读法统一写法${own(telling, 'problems/repairs')}，提示${own(telling, 'problems/warnings')}，见${text('数据质量', { kind: 'quality', month: report.months.at(-1) ?? '' })}。`,
    ),
    note(
      say`有错误的行不会被略去：改正之前，全部数据都不发布。把错误的行从文件中拿掉，行数就与交付清单不符，台账按不完整处理，有关指标不作结论。`,
    ),
    ...sealingSection(telling, assessment),
  ];
}
