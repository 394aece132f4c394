import type { Week } from '../../core/calendar/week.ts';
import { caseKinds, findingKinds, roleNames } from '../../core/logs/role.ts';
import type { ValueBook } from '../../core/reports/book.ts';
import type { Finding } from '../../core/reports/cases.ts';
import { keepsAny, type RoleRow } from '../../core/reports/roles.ts';
import type { WeekReport } from '../../core/reports/week.ts';
import { weekBook } from '../../core/reports/week-book.ts';
import { caseKindWords, caseWords, momentWords } from '../cases.ts';
import { cellWords } from '../cells.ts';
import { dateWords } from '../dates.ts';
import { locationName, type Naming, serviceShort } from '../names.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { excerpt, joined, quote, say, text, time } from '../paper/say.ts';
import type { Row } from '../paper/table.ts';
import { bare, value } from '../quantity.ts';
import { rowOf } from '../rows.ts';
import { digest } from './making.ts';
import { type OpenTelling, openPieces, openTable, overduePieces } from './open.ts';
import type { ReportPaper } from './paper.ts';
import { column, heading, note, paragraph, table, unkeptPieces } from './telling.ts';

/** 2026年第40周（2026年9月28日至10月4日） */
export function weekWords({ id, from, to }: Week): string {
  const [year = '', number = ''] = id.split('-W');
  const end = from.slice(0, 4) === to.slice(0, 4) ? dateWords(to).slice(5) : dateWords(to);
  return `${year}年第${Number(number)}周（${dateWords(from)}至${end}）`;
}

interface Telling extends Naming {
  readonly report: WeekReport;
  readonly book: ValueBook;
}

const own = ({ report, book }: Telling, id: string) => value(book, `${report.week.id}/${id}`);

function findingRows(telling: Telling, findings: readonly Finding[]): Row[] {
  const { registers } = telling;
  return findings.map(
    (finding): Row => ({
      cells: [
        [time(momentWords(finding.opened), rowOf(finding.record))],
        [text(caseKindWords[finding.kind])],
        [quote(locationName(telling, finding.location))],
        [quote(caseWords(finding, registers))],
        [finding.closed === null ? text('未办结') : time(momentWords(finding.closed))],
      ],
    }),
  );
}

const findingColumns = ({ contract }: Telling) => [
  column('发现', 8),
  column('种类', 6),
  column(contract.words.place, 7),
  column('问题', 20),
  column('办结', 8),
];

function measureRows({ registers }: Telling, rows: readonly RoleRow<'measure'>[]): Row[] {
  const words = ({ log, record }: RoleRow<'measure'>, field: string) => {
    const found = log.columns[field];
    return found === undefined ? '—' : cellWords(record.values[field] ?? null, found, registers);
  };
  return rows.map(
    (row): Row => ({
      cells: [
        [time(words(row, row.role.raised), rowOf(row.record))],
        [excerpt(words(row, row.role.service))],
        [excerpt(words(row, row.role.measure))],
        [time(words(row, row.role.due))],
        [time(words(row, row.role.done))],
      ],
    }),
  );
}

const measureColumns = [column('提出', 7), column('服务', 4), column('改进措施', 22), column('计划完成', 7), column('实施', 7)];

/** Scheduled work of the week by log, and what was not done. */
function workBlocks(telling: Telling): ReportBlock[] {
  const { report, registers } = telling;
  const failed = report.work.flatMap(({ log, failed: each }) => each.map((one) => ({ log, ...one })));
  const sentence =
    report.work.length === 0
      ? say`没有可以核对的到期工作。`
      : say`到期的定期工作，完成${own(telling, 'work/done')}，未完成或没有记录${own(telling, 'work/failed')}。`;
  const unknown = report.unknown.map(
    ({ log }) => say`${quote(log.name)}到期${own(telling, `unknown.${log.id}/due`)}，台账没有交付，做没做不能判断`,
  );
  return [
    heading(2, 'work', '一、到期的工作'),
    paragraph([...sentence, ...(unknown.length === 0 ? [] : say`${joined(unknown, '；')}。`)]),
    ...table(
      'work',
      '到期的定期工作',
      [column('台账', 12), column('到期', 6, 'end'), column('完成', 6, 'end'), column('未完成或没有记录', 8, 'end')],
      report.work.map(({ log }) => ({
        cells: [
          [quote(log.name)],
          ...['due', 'done', 'failed'].map((field): Pieces => [bare(telling.book, `${report.week.id}/work.${log.id}/${field}`)]),
        ],
      })),
      true,
    ),
    ...table(
      'failed',
      '未完成或没有记录的工作',
      [
        column('到期', 8),
        column('台账', 8),
        column('服务', 4),
        column(telling.contract.words.place, 7),
        column('项目', 10),
        column('原因', 16),
      ],
      failed.map(
        ({ log, occurrence: { entry, slot }, record, reason }): Row => ({
          cells: [
            [record === null ? time(slot.to) : time(slot.to, rowOf(record))],
            [quote(log.name)],
            [quote(serviceShort(registers, String(entry.service)))],
            [quote(locationName(telling, typeof entry.location === 'string' ? entry.location : null))],
            [quote(String(entry.item))],
            [excerpt(reason)],
          ],
          look: 'missed',
        }),
      ),
    ),
  ];
}

/** What customers asked and said in the week. */
function customerBlocks(telling: Telling): ReportBlock[] {
  const { report } = telling;
  const said = report.feedback.filter(({ rows }) => rows.length > 0);
  const { kept } = report.open;
  const requests = !kept.has('request')
    ? unkeptPieces(kept, ['request'])
    : report.requests.length === 0
      ? say`没有收到服务请求。`
      : say`收到服务请求${own(telling, 'requests/received')}，已完成${own(telling, 'requests/settled')}。`;
  const told = joined(
    said.map(({ kind, word }) => say`${text(word)}${own(telling, `feedback.${kind}/received`)}`),
    '、',
  );
  const opinions = !kept.has('opinion')
    ? unkeptPieces(kept, ['opinion'])
    : said.length === 0
      ? say`没有收到客户反馈。`
      : say`收到${told}。`;
  return [heading(2, 'requests', '二、客户的请求与反馈'), paragraph([...requests, ...opinions])];
}

/** Findings and measures: new in the week, settled in it, and all that is open at its end. */
function actionBlocks(telling: Telling): ReportBlock[] {
  const { report } = telling;
  const id = (field: string) => own(telling, field);
  const open: OpenTelling = { ...telling, open: report.open, report: report.week.id };
  const { kept } = report.open;
  const told = [
    ...(keepsAny(kept, findingKinds) ? [say`新发现问题${id('findings/found')}，办结${id('findings/settled')}`] : []),
    ...(kept.has('measure') ? [say`提出改进措施${id('measures/raised')}，实施${id('measures/done')}`] : []),
  ];
  return [
    heading(2, 'actions', '三、问题与措施'),
    paragraph(say`${joined(told, '；')}${told.length === 0 ? [] : say`。`}${unkeptPieces(kept, [...findingKinds, 'measure'])}`),
    ...table('found', '新发现的问题', findingColumns(telling), findingRows(telling, report.found)),
    ...table('raised', '新提出的改进措施', measureColumns, measureRows(telling, report.raised)),
    heading(2, 'open', '四、未办结的事项'),
    paragraph(openPieces(open)),
    ...openTable(open),
    ...(kept.has('measure') ? [note(say`改进措施由台账在计划完成的月份登记，计划在以后月份完成的还不在其中。`)] : []),
  ];
}

/** What was found in the week and is open at its end; nothing where the contract keeps no record of it. */
function foundPieces(telling: Telling): Pieces[] {
  const { week, open } = telling.report;
  const found = keepsAny(open.kept, findingKinds) ? [say`新发现问题${own(telling, 'findings/found')}`] : [];
  const left = keepsAny(open.kept, caseKinds)
    ? [say`周末未办结${own(telling, 'open/open')}${overduePieces(telling, `${week.id}/open`, open.cases)}`]
    : [];
  return found.length + left.length === 0 ? [] : [joined([...found, ...left], '，')];
}

/** A week's digest as blocks. */
export function weekPaper(report: WeekReport, naming: Naming): ReportPaper {
  const telling: Telling = { ...naming, report, book: weekBook(report) };
  const { week } = report;
  const work = report.work.length === 0 ? say`没有可以核对的到期工作` : say`到期的定期工作完成${own(telling, 'work/done')}`;
  return {
    id: week.id,
    title: `${weekWords(week)}服务周报`,
    making: digest,
    sealed: null,
    notKept: roleNames.filter((role) => !report.open.kept.has(role)),
    period: weekWords(week),
    lead: say`${joined([work, ...foundPieces(telling)], '；')}。`,
    blocks: [
      note(
        say`周报只说做了什么、没做什么、出了什么问题；指标按月、季或年评价，所以不作达标与否的结论。台账按月交付，办结与实施的日期以各月台账所记为准。`,
      ),
      ...(report.whole ? [] : [note(say`这一周有几天不在已交付的月份之内，以下只含其余各天。`)]),
      ...workBlocks(telling),
      ...customerBlocks(telling),
      ...actionBlocks(telling),
    ],
  };
}
