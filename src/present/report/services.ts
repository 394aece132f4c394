import type { Assessment } from '../../core/indicators/assessment.ts';
import type { MissedBy } from '../../core/indicators/basis.ts';
import { unplaced } from '../../core/indicators/result.ts';
import type { RoleName } from '../../core/logs/role.ts';
import { begunBefore, ofKinds } from '../../core/reports/open.ts';
import { declares } from '../../core/reports/roles.ts';
import { countedBy } from '../../core/reports/verdicts.ts';
import { missedLabel } from '../basis.ts';
import { locationName, serviceName } from '../names.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, say, text } from '../paper/say.ts';
import type { Row } from '../paper/table.ts';
import { verdictWords } from '../verdict.ts';
import { requestCharts, verdictChart } from './charts.ts';
import {
  basisPieces,
  column,
  heading,
  note,
  own,
  ownBare,
  paragraph,
  type Telling,
  table,
  thisPeriod,
  unkeptPieces,
} from './telling.ts';

const workColumns = [column('记录', 6, 'end'), column('计划任务', 8, 'end'), column('服务请求', 8, 'end')];
/** The columns that count a report's verdicts. */
const verdictColumns = ({ report }: Telling) =>
  countedBy(report.results).flatMap((verdict) => [
    column(verdictWords(verdict), 5, 'end'),
    ...(verdict === 'missed' ? [{ ...column(missedLabel, 5, 'end'), least: 4 }] : []),
  ]);

/** What a row of work and verdicts is of, and where its numbers stand in the book. */
interface WorkSubject {
  readonly name: Pieces;
  readonly subject: string;
  readonly missedBy: MissedBy;
}

/** 方案1、推得3: the misses by the basis of their targets; a dash where there is none. */
function missedPieces(telling: Telling, { subject, missedBy }: WorkSubject): Pieces {
  const told = basisPieces(telling, `${subject}/missed`, missedBy);
  return told.length === 0 ? [text('—')] : told;
}

function workRow(telling: Telling, of: WorkSubject): Row {
  const { name, subject } = of;
  const cell = (field: string): Pieces => [ownBare(telling, `${subject}/${field}`)];
  const verdictCells = countedBy(telling.report.results).flatMap((verdict) => [
    cell(verdict),
    ...(verdict === 'missed' ? [missedPieces(telling, of)] : []),
  ]);
  return { cells: [name, cell('rows'), cell('tasks'), cell('requests'), ...verdictCells] };
}

/** A row of work alone: what belongs to no location, and what all rows come to. Verdicts do not add up over locations. */
function sumRow(telling: Telling, name: Pieces, subject: string): Row {
  const work = ['rows', 'tasks', 'requests'].map((field): Pieces => [ownBare(telling, `${subject}/${field}`)]);
  return { cells: [name, ...work, ...verdictColumns(telling).map((): Pieces => [text('—')])] };
}

/** Said of a number from logs that came in, but not whole. */
function partialPieces({ report }: Telling, role: RoleName): Pieces {
  const partial = report.deliveries.some(({ handed, log }) => declares(log, [role]) && handed.state === 'incomplete');
  return partial ? say`（台账没有交齐，只是已交的部分）` : [];
}

/** Said where every log of something came in with a slip that says that there was none. */
const nilPieces = ({ report }: Telling, role: RoleName): Pieces =>
  report.deliveries.every(({ handed, log }) => !declares(log, [role]) || handed.state === 'nil') ? say`（零报告）` : [];

/** How much was asked for and done in all, or that nothing was asked for or nothing is known. */
function workSentence(telling: Telling): Pieces {
  const { workload, improvement, months } = telling.report;
  const id = (field: string) => own(telling, `work/${field}`);
  const { tasks, requests } = workload.all;
  const { kept } = improvement.open;
  const planned = !kept.has('work')
    ? unkeptPieces(kept, ['work'], '')
    : tasks === null
      ? say`计划任务台账没有交齐，完成情况不能判断`
      : say`排期应完成的计划任务，完成${id('tasks')}${partialPieces(telling, 'work')}`;
  const none = requests !== null && requests.kind === 'ratio' && requests.denominator === 0;
  const asked = !kept.has('request')
    ? unkeptPieces(kept, ['request'], '')
    : requests === null
      ? say`服务请求台账没有交齐，收到多少不能判断`
      : none
        ? say`没有收到服务请求${nilPieces(telling, 'request')}${partialPieces(telling, 'request')}，响应与完成及时率不适用`
        : say`客户提出的服务请求，已完成${id('requests')}${partialPieces(telling, 'request')}`;
  const earlier = begunBefore(ofKinds(improvement.open.cases, ['request']), months[0] ?? '');
  const older = earlier.length === 0 ? [] : say`，更早提出、还没有办结的另有${id('earlier')}`;
  return say`${text(thisPeriod(telling.report))}共有服务记录${id('rows')}。${planned}；${asked}${older}。`;
}

/** 二、服务完成情况: how much was done, by service and by location, and how the indicators stand there. */
export function serviceSection(telling: Telling, assessment: Assessment): ReportBlock[] {
  const { report, registers, contract } = telling;
  const { place } = contract.words;
  return [
    heading(2, 'services', '二、服务完成情况'),
    paragraph(workSentence(telling)),
    ...table(
      'services',
      '各项服务的工作量与结论项数',
      [column('服务', 8), ...workColumns, ...verdictColumns(telling)],
      report.services.map(({ id, missedBy }) =>
        workRow(telling, { name: [quote(serviceName(registers, id))], subject: `service.${id}`, missedBy }),
      ),
      true,
    ),
    ...verdictChart(telling),
    ...table(
      'locations',
      `各${place}的工作量与结论项数`,
      [column(place, 8), ...workColumns, ...verdictColumns(telling)],
      report.locations
        .map(({ id, missedBy }) =>
          workRow(telling, {
            name: [quote(locationName(telling, id), { kind: 'location', location: id })],
            subject: `location.${id}`,
            missedBy,
          }),
        )
        .concat([
          sumRow(telling, [quote(locationName(telling, unplaced))], 'unplaced'),
          { ...sumRow(telling, [text('合计')], 'work'), look: 'total' },
        ]),
    ),
    note(
      say`记录为台账行数；计划任务为完成数与排期应完成数；服务请求为已完成数与收到数。${text(place)}的结论只计涉及该${text(place)}的指标，同一项指标在每个${text(place)}各有结论，所以结论的项数不能相加；不分服务的记录只计入合计。`,
    ),
    ...requestCharts(telling, assessment),
  ];
}
