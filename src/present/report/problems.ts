import type { TableRecord } from '../../core/csv/table.ts';
import { proofOf } from '../../core/reports/book.ts';
import type { Destination } from '../../core/reports/destination.ts';
import { type Finding, findingKinds, type LogRow } from '../../core/reports/improvement.ts';
import type { Miss } from '../../core/reports/misses.ts';
import { cellWords } from '../cells.ts';
import { actionWords, findingKindWords, findingWords, momentWords } from '../findings.ts';
import { resultPieces } from '../formats.ts';
import { locationName, serviceName, serviceShort } from '../names.ts';
import type { Block, Pieces, Row, Table } from './block.ts';
import { findingChart } from './charts.ts';
import { bookPrinter, value, valueOrDash } from './quantity.ts';
import { excerpt, joined, quote, say, text, time } from './say.ts';
import { column, heading, list, own, ownBare, paragraph, type Telling, table, thisPeriod } from './telling.ts';

/** The row of a record, by its file's path. */
export function rowOf({ file, line }: TableRecord): Destination {
  const [, month = '', name = ''] = file.split('/');
  return { kind: 'row', month, log: name.replace(/\.csv$/u, ''), line };
}

const cell = ({ registers }: Telling, { log, record }: LogRow, field: string): Pieces => {
  const column_ = log.columns[field];
  const words = column_ === undefined ? '—' : cellWords(record.values[field] ?? null, column_, registers);
  return [column_?.type === 'date' || column_?.type === 'moment' ? time(words) : excerpt(words)];
};

/** What was missed, where its failures lie, and for how long. */
function missPieces(telling: Telling, { result, failed, locations, streak }: Miss): Pieces {
  const { book, registers, report } = telling;
  const subject = `${report.period.id}/${result.indicator.id}`;
  const where = locations
    .slice(0, 3)
    .map(({ location }) => say`${quote(locationName(registers, location))}${value(book, `${subject}@${location}/failed`)}`);
  const places =
    where.length === 0 ? [] : say`，${text(locations.length > where.length ? '较多的是' : '在')}${joined(where, '、')}`;
  const failing = failed === 0 ? [] : say`不合格、未完成或超限${value(book, `${subject}/failed`)}${places}。`;
  const again = streak > 1 ? say`已连续${value(book, `${subject}/streak`)}未达标。` : [];
  return say`${quote(serviceShort(registers, result.indicator.service))}：${resultPieces(result, '', bookPrinter(book, result))}${failing}${again}${text('看每一行依据', proofOf(result))}`;
}

/** How many of each kind were found and settled. */
function kindTable(telling: Telling): Table[] {
  const id = (kind: string, field: string): Pieces => [ownBare(telling, `findings.${kind}/${field}`)];
  const kinds = findingKinds.filter((kind) => telling.report.improvement.findings.some((each) => each.kind === kind));
  return table(
    'finding-kinds',
    '发现的问题按种类',
    [column('种类', 10), column('发现', 6, 'end'), column('已办结', 6, 'end'), column('未办结', 6, 'end')],
    kinds.map((kind) => ({ cells: [[text(findingKindWords[kind])], id(kind, 'found'), id(kind, 'settled'), id(kind, 'open')] })),
    true,
  );
}

/** Findings one by one: what was found, where, and what was done. */
export function findingTable(telling: Telling, id: string, caption: string, findings: readonly Finding[]): Table[] {
  const { registers } = telling;
  return table(
    id,
    caption,
    [column('发现', 8), column('种类', 6), column('网点', 7), column('问题', 18), column('已采取的措施', 12), column('办结', 8)],
    findings.map(
      (finding): Row => ({
        cells: [
          [time(momentWords(finding.opened), rowOf(finding.record))],
          [text(findingKindWords[finding.kind])],
          [quote(locationName(registers, finding.location))],
          [quote(findingWords(finding, registers))],
          [quote(actionWords(finding, registers))],
          [finding.closed === null ? text('未办结') : time(momentWords(finding.closed))],
        ],
        ...(finding.closed === null ? { look: 'missed' } : {}),
      }),
    ),
  );
}

/** Improvement measures that fell due: what is still to be done comes first. */
function measureTable(telling: Telling): Table[] {
  return table(
    'measures',
    '到期的改进措施，未实施在前',
    [
      column('计划完成', 7),
      column('服务', 4),
      column('问题', 12),
      column('拟采取的措施', 14),
      column('实施情况', 6),
      column('成效或原因', 12),
    ],
    telling.report.improvement.measures.map(
      (row): Row => ({
        cells: [
          [time(String(row.record.values.due ?? '—'), rowOf(row.record))],
          cell(telling, row, 'service'),
          cell(telling, row, 'problem'),
          cell(telling, row, 'measure'),
          cell(telling, row, 'result'),
          cell(telling, row, row.record.values.effect === null ? 'reason' : 'effect'),
        ],
        ...(row.record.values.result === '未实施' ? { look: 'missed' } : {}),
      }),
    ),
  );
}

/** In a month every finding is told; over longer periods only what is open, an accident or a complaint. */
function toldFindings({ report }: Telling): { caption: string; findings: readonly Finding[] } {
  const { findings } = report.improvement;
  if (report.period.kind === 'month') return { caption: '发现的问题，未办结在前', findings };
  return {
    caption: '未办结的问题、事故与投诉',
    findings: findings.filter(({ kind, closed }) => closed === null || kind === 'incident' || kind === 'complaint'),
  };
}

function gapsPieces({ report }: Telling): Pieces {
  const gaps = report.improvement.gaps.map(({ log }) => log.name);
  return gaps.length === 0 ? [] : say`${quote([...new Set(gaps)].join('、'))}没有交齐，其中的问题没有计入。`;
}

function suggestionPieces(telling: Telling): Pieces {
  const { suggestions } = telling.report.improvement;
  const told = suggestions
    .filter(({ received }) => received > 0)
    .map(
      ({ service }) => say`${quote(serviceName(telling.registers, service))}${own(telling, `suggestions.${service}/received`)}`,
    );
  if (told.length === 0) return say`没有收到改进建议。`;
  return say`收到改进建议${own(telling, 'suggestions/received')}（${joined(told, '、')}），其中${own(telling, 'suggestions/waiting')}尚未审定。`;
}

/** 四、存在问题及整改: what was missed, what was found, what was and will be done. */
export function problemSection(telling: Telling): Block[] {
  const { report } = telling;
  const { findings, lingering, measures } = report.improvement;
  const { caption, findings: told } = toldFindings(telling);
  const found =
    findings.length === 0
      ? say`${text(thisPeriod(report))}的台账中没有事故、投诉、故障、隐患和不合格。`
      : say`${text(thisPeriod(report))}发现问题${own(telling, 'findings/found')}，已办结${own(telling, 'findings/rate')}。`;
  return [
    heading(2, 'problems', '四、存在问题及整改'),
    heading(3, 'misses', '未达标的指标'),
    report.misses.length === 0
      ? paragraph(say`没有未达标的指标。`)
      : list(report.misses.map((miss) => missPieces(telling, miss))),
    heading(3, 'findings', '发现的问题与已采取的措施'),
    paragraph([...found, ...gapsPieces(telling)]),
    ...kindTable(telling),
    ...findingChart(telling),
    ...findingTable(telling, 'findings', caption, told),
    ...(lingering.length === 0 ? [] : findingTable(telling, 'lingering', '更早发现、至今没有办结的问题', lingering)),
    heading(3, 'measures', '改进措施与建议'),
    paragraph(
      measures.length === 0
        ? say`没有到期的改进措施。`
        : say`到期的改进措施${own(telling, 'measures/due')}，不计已取消的，已实施${valueOrDash(telling.book, `${report.period.id}/measures/done`)}。`,
    ),
    ...measureTable(telling),
    paragraph(suggestionPieces(telling)),
  ];
}
