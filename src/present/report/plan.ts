import { ofKinds, unsettledAmong } from '../../core/reports/open.ts';
import type { PlannedWork } from '../../core/reports/plan.ts';
import { monthWords } from '../dates.ts';
import { serviceShort } from '../names.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, say, text, time } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { column, heading, list, note, own, ownBare, paragraph, part, type Telling, table, unkeptPieces } from './telling.ts';

/** Kinds of work with how often they are due and at how many locations. */
function workTable(telling: Telling, id: string, caption: string, work: readonly PlannedWork[]): Table[] {
  const { place } = telling.contract.words;
  const number = (each: PlannedWork, field: string): Pieces => [ownBare(telling, `plan.${each.id}/${field}`)];
  return table(
    id,
    caption,
    [
      column('服务', 5),
      column('项目', 14),
      column('记入台账', 10),
      column('频次', 6),
      column('应完成', 6, 'end'),
      column(place, 6, 'end'),
    ],
    work.map(
      (each): Row => ({
        cells: [
          [quote(serviceShort(telling.registers, each.service))],
          [quote(each.item)],
          [quote(each.log.name)],
          [quote(each.frequency)],
          number(each, 'times'),
          each.locations === 0 ? [text(`不分${place}`)] : number(each, 'locations'),
        ],
      }),
    ),
  );
}

/** What is still to be settled, from this report. */
function openItems(telling: Telling): Pieces[] {
  const { cases } = telling.report.improvement.open;
  const there = text('清单', part(telling, 'open'));
  return [
    ...(unsettledAmong(cases).length > 0
      ? [say`办结问题、请求与反馈${own(telling, 'open.unsettled/open')}，不论何时提出（${there}）。`]
      : []),
    ...(ofKinds(cases, ['measure']).length > 0
      ? [say`落实尚未实施的改进措施${own(telling, 'open.measure/open')}（${there}）。`]
      : []),
  ];
}

/** 七、下月计划: what is due, what is open, which drills are planned. */
export function planSection(telling: Telling): ReportBlock[] {
  const { plan } = telling.report;
  const items = openItems(telling);
  const { kept } = telling.report.improvement.open;
  const drills = plan.trainings.filter(({ drill }) => drill);
  return [
    heading(2, 'plan', '七、下月计划'),
    paragraph(
      say`按排期，${time(monthWords(plan.month))}应完成定期工作${own(telling, 'plan/due')}${kept.has('training') ? say`，培训${own(telling, 'plan/trainings')}` : []}。`,
    ),
    ...workTable(telling, 'plan-work', '应完成的定期工作', plan.work),
    heading(3, 'plan-open', '未了事项'),
    items.length === 0 ? paragraph(say`没有未办结的事项。`) : list(items),
    heading(3, 'plan-trainings', '培训与演练'),
    ...workTable(telling, 'plan-training', '排定的培训与演练', plan.trainings),
    ...(kept.has('training') ? [] : [paragraph(unkeptPieces(kept, ['training']))]),
    ...(drills.length > 0 || !plan.knowsDrills ? [] : [paragraph(say`排期中没有${time(monthWords(plan.month))}的应急演练。`)]),
    ...(plan.calendarKnown ? [] : [note(say`该年的节假日安排尚未列入日历，工作日暂按周一至周五推算。`)]),
  ];
}
