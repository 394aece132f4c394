import { type MissedBy, missedBy } from '../../core/indicators/basis.ts';
import type { Result } from '../../core/indicators/result.ts';
import { proofOf } from '../../core/reports/book.ts';
import { turnsOf } from '../../core/reports/changes.ts';
import { directions } from '../../core/reports/movement.ts';
import type { Beside, Comparison } from '../../core/reports/period.ts';
import { periodWords } from '../dates.ts';
import { directionWords } from '../movement.ts';
import { serviceShort } from '../names.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, quote, say, stands, text, time } from '../paper/say.ts';
import type { Table } from '../paper/table.ts';
import {
  basisInBrackets,
  basisPieces,
  column,
  heading,
  list,
  own,
  ownBare,
  paragraph,
  type Telling,
  table,
  thisPeriod,
} from './telling.ts';

/** How verdicts turned and values moved since an earlier period. */
export function comparisonPieces(telling: Telling, comparison: Comparison): Pieces {
  const id = (field: string) => own(telling, `${comparison.with}/${field}`);
  const { worsened, recovered } = turnsOf(comparison.changes);
  const by = (field: string, results: readonly Result[]) =>
    basisInBrackets(telling, `${comparison.with}/${field}`, missedBy(results));
  const told = directions.map((direction) => say`${text(directionWords[direction])}${id(direction)}`);
  return say`与${time(periodWords(comparison.period), { kind: 'report', id: comparison.period.id })}相比：由达标转为未达标${id('worsened')}${by('worsened', worsened)}、由未达标转为达标${id('recovered')}${by('recovered', recovered)}；各项数值${joined(told, '、')}。`;
}

const besideWords: Readonly<Record<Beside['with'], string>> = {
  previous: '上期',
  'last-year': '去年同期',
  'to-date': '本年至今',
};

/** 5（推得5）: how many were missed, and on which targets. */
function missedCell(telling: Telling, subject: string, by: MissedBy): Pieces {
  const told = basisPieces(telling, `${subject}/missed`, by);
  const count = ownBare(telling, `${subject}/missed`);
  return told.length === 0 ? [count] : say`${count}（${told}）`;
}

/** Each service beside what it was in earlier periods, with how much was asked for and done. */
export function comparedTable(telling: Telling): Table[] {
  const { services, beside } = telling.report;
  const cell = (id: string, field: string): Pieces => [ownBare(telling, `service.${id}/${field}`)];
  return table(
    'compared',
    '各项服务未达标的项数与前期相比，及完成情况',
    [
      column('服务', 4),
      column(`${thisPeriod(telling.report)}未达标`, 9),
      ...beside.map((each) => column(besideWords[each.with], 5, 'end')),
      column('不能判断', 5, 'end'),
      column('计划任务', 6, 'end'),
      column('服务请求', 6, 'end'),
    ],
    services.map(({ id, missedBy: by }) => ({
      cells: [
        [quote(serviceShort(telling.registers, id))],
        missedCell(telling, `service.${id}`, by),
        ...beside.map((each) => {
          const standings = each.services.find((other) => other.id === id);
          return standings === undefined ? [text('—')] : [ownBare(telling, `${each.with}/service.${id}/missed`)];
        }),
        cell(id, 'incomplete'),
        cell(id, 'tasks'),
        cell(id, 'requests'),
      ],
    })),
    true,
  ).map((each) => ({ ...each, looks: ['report', 'dense'] }));
}

/** Verdicts that changed, each with both marks; that there was nothing to judge, or that there is again, is counted only. */
const changeItems = ({ registers }: Telling, { changes }: Comparison): Pieces[] =>
  changes
    .filter(({ before, result }) => before.verdict !== 'not-applicable' && result.verdict !== 'not-applicable')
    .map(
      ({ result, before }) =>
        say`${quote(serviceShort(registers, result.indicator.service))}：${quote(result.indicator.name, proofOf(result))} ${stands(before)} → ${stands(result)}`,
    );

/** Which verdicts changed since the periods that it is compared with; of the year before only how many. */
export function changeBlocks(telling: Telling): ReportBlock[] {
  const { comparisons } = telling.report;
  const blocks = comparisons.flatMap((comparison) => {
    const id = (field: string) => own(telling, `${comparison.with}/${field}`);
    const items = comparison.with === 'last-year' ? [] : changeItems(telling, comparison);
    const told = say`${comparisonPieces(telling, comparison)}结论变化共${id('changed')}，与不适用之间的变化${id('idle')}。`;
    return [paragraph(told), ...(items.length === 0 ? [] : [list(items)])];
  });
  return [heading(3, 'changes', '结论的变化'), ...(blocks.length === 0 ? [paragraph(say`没有月数相同的前期可比。`)] : blocks)];
}
