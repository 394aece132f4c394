import { missedBy } from '../../core/indicators/basis.ts';
import { findingKinds } from '../../core/logs/role.ts';
import { proofOf } from '../../core/reports/book.ts';
import type { Finding } from '../../core/reports/cases.ts';
import type { DueMeasure } from '../../core/reports/improvement.ts';
import { declares, keepsAny } from '../../core/reports/roles.ts';
import { actionWords, caseKindWords, caseWords, kindNames, momentWords } from '../cases.ts';
import { cellWords } from '../cells.ts';
import { locationName, serviceName } from '../names.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { excerpt, joined, quote, say, text, time } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { valueOrDash } from '../quantity.ts';
import { rowOf } from '../rows.ts';
import { findingChart } from './charts.ts';
import { type Explanations, furtherTable } from './exceptions.ts';
import { openOf, openPieces, openTable } from './open.ts';
import {
  basisInBrackets,
  column,
  heading,
  own,
  ownBare,
  paragraph,
  part,
  type Telling,
  table,
  thisPeriod,
  unkeptPieces,
} from './telling.ts';

const cell = ({ registers }: Telling, { log, record }: DueMeasure, field: string | undefined): Pieces => {
  const column_ = log.columns[field ?? ''];
  const words = column_ === undefined ? '—' : cellWords(record.values[field ?? ''] ?? null, column_, registers);
  return [column_?.type === 'date' || column_?.type === 'moment' ? time(words) : excerpt(words)];
};

/** The misses for which the first sheet has no room, in the same order. */
function furtherMisses(telling: Telling, explanations: Explanations): ReportBlock[] {
  const tables = furtherTable(telling, explanations);
  return tables.length === 0 ? [] : [heading(3, 'misses', '其余未达标的指标'), ...tables];
}

/** How many of each kind were found and settled. */
function kindTable(telling: Telling): Table[] {
  const id = (kind: string, field: string): Pieces => [ownBare(telling, `findings.${kind}/${field}`)];
  const kinds = findingKinds.filter((kind) => telling.report.improvement.findings.some((each) => each.kind === kind));
  return table(
    'finding-kinds',
    '发现的问题按种类',
    [column('种类', 10), column('发现', 6, 'end'), column('已办结', 6, 'end'), column('未办结', 6, 'end')],
    kinds.map((kind) => ({ cells: [[text(caseKindWords[kind])], id(kind, 'found'), id(kind, 'settled'), id(kind, 'open')] })),
    true,
  );
}

/** Findings one by one: what was found, where, and what was done. */
export function findingTable(telling: Telling, id: string, caption: string, findings: readonly Finding[]): Table[] {
  const { registers, contract } = telling;
  return table(
    id,
    caption,
    [
      column('发现', 8),
      column('种类', 6),
      column(contract.words.place, 7),
      column('问题', 18),
      column('已采取的措施', 12),
      column('办结', 8),
    ],
    findings.map(
      (finding): Row => ({
        cells: [
          [time(momentWords(finding.opened), rowOf(finding.record))],
          [text(caseKindWords[finding.kind])],
          [quote(locationName(telling, finding.location))],
          [quote(caseWords(finding, registers))],
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
    telling.report.improvement.measures.map((row): Row => {
      const { record, role, state } = row;
      return {
        cells: [
          [time(String(record.values[role.due] ?? '—'), rowOf(record))],
          cell(telling, row, role.service),
          cell(telling, row, role.problem),
          cell(telling, row, role.measure),
          cell(telling, row, role.state),
          cell(telling, row, (record.values[role.effect ?? ''] ?? null) === null ? role.reason : role.effect),
        ],
        ...(state === 'left' ? { look: 'missed' } : {}),
      };
    }),
  );
}

/** In a month every finding is told; over longer periods only accidents: what is open and what customers said stands further below. */
function toldFindings({ report }: Telling): { caption: string; findings: readonly Finding[] } {
  const { findings } = report.improvement;
  if (report.period.kind === 'month') return { caption: '发现的问题，未办结在前', findings };
  return {
    caption: '事故与已采取的措施',
    findings: findings.filter(({ kind }) => kind === 'incident'),
  };
}

/** Where the findings of a longer period stand one by one. */
function placesPieces(telling: Telling, told: readonly Finding[]): Pieces {
  const { kept } = telling.report.improvement.open;
  if (telling.report.period.kind === 'month' || !kept.has('incident')) return [];
  const complaints = text('第五部分', part(telling, 'feedback'));
  const listed = told.length === 0 ? '没有事故' : '逐件只列事故';
  return say`${text(listed)}；投诉见${complaints}，未办结的见“${text('未办结的事项', part(telling, 'open'))}”，其余各件见各月的报告。`;
}

function gapsPieces({ report }: Telling): Pieces {
  const gaps = report.improvement.gaps.filter(({ log }) => declares(log, findingKinds)).map(({ log }) => log.name);
  return gaps.length === 0 ? [] : say`${quote([...new Set(gaps)].join('、'))}没有交齐，其中的问题没有计入。`;
}

function suggestionPieces(telling: Telling): Pieces {
  const { suggestions, gaps, open } = telling.report.improvement;
  if (!open.kept.has('suggestion')) return unkeptPieces(open.kept, ['suggestion']);
  const partial = gaps.some(({ log }) => declares(log, ['suggestion'])) ? say`（台账没有交齐，只是已交的部分）` : [];
  const told = suggestions
    .filter(({ received }) => received > 0)
    .map(
      ({ service }) => say`${quote(serviceName(telling.registers, service))}${own(telling, `suggestions.${service}/received`)}`,
    );
  if (told.length === 0) return say`已交付的台账中没有改进建议${partial}。`;
  return say`收到改进建议${own(telling, 'suggestions/received')}（${joined(told, '、')}），其中${own(telling, 'suggestions/waiting')}尚未审定${partial}。`;
}

/** How many of which kind were found and settled, and which missed indicators are not among them. */
function foundPieces(telling: Telling): Pieces {
  const { report } = telling;
  const { findings } = report.improvement;
  const kinds = findingKinds.filter((kind) => findings.some((each) => each.kind === kind));
  const told = joined(
    kinds.map((kind) => say`${text(caseKindWords[kind])}${own(telling, `findings.${kind}/found`)}`),
    '、',
  );
  const { kept } = report.improvement.open;
  const missing = unkeptPieces(kept, findingKinds);
  if (!keepsAny(kept, findingKinds)) return [...missing, ...outsidePieces(telling)];
  const found =
    findings.length === 0
      ? say`${text(thisPeriod(report))}已交付的台账中没有${text(kindNames(findingKinds.filter((kind) => kept.has(kind))))}。`
      : say`${text(thisPeriod(report))}发现问题${own(telling, 'findings/found')}（${told}），已办结${own(telling, 'findings/rate')}。`;
  return [...found, ...missing, ...outsidePieces(telling)];
}

/** So many missed indicators are named in a sentence; a list of more is read where they are told one by one. */
const mostNamed = 10;

/** Missed indicators of which no failure is a finding, by name: the count of findings says nothing of them. */
function outsidePieces(telling: Telling): Pieces {
  const { outside, exceptions } = telling.report;
  if (exceptions.length === 0) return [];
  const missed = say`未达标的${own(telling, 'counts/missed')}指标${basisInBrackets(telling, 'counts/missed', telling.report.missedBy)}`;
  const by = basisInBrackets(telling, 'findings/outside', missedBy(outside.map(({ result }) => result)));
  if (outside.length === 0) return say`${missed}都有对应的问题记录。`;
  const told = say`${missed}中有${own(telling, 'findings/outside')}${by}没有对应的问题记录，不在其中`;
  if (outside.length > mostNamed) return say`${told}。`;
  const named = joined(
    outside.map(({ result }) => say`“${quote(result.indicator.name, proofOf(result))}”`),
    '、',
  );
  return say`${told}：${named}。`;
}

/** Measures that fell due in the period, and those that fell due earlier and are still not carried out. */
function measurePieces(telling: Telling): Pieces {
  const { book, report } = telling;
  const { measures, earlier, open } = report.improvement;
  if (!open.kept.has('measure')) return unkeptPieces(open.kept, ['measure']);
  const due =
    measures.length === 0
      ? say`${text(thisPeriod(report))}没有到期的改进措施。`
      : say`到期的改进措施${own(telling, 'measures/due')}，不计已取消的，已实施${valueOrDash(book, `${report.period.id}/measures/done`)}。`;
  if (earlier.length === 0) return due;
  return say`${due}更早到期、至今没有实施的另有${own(telling, 'measures/earlier')}，见“${text('未办结的事项', part(telling, 'open'))}”。`;
}

/** The way to the sheets of a month, one for each thing to be put right. */
function noticeBlocks({ report: { period } }: Telling): ReportBlock[] {
  if (period.kind !== 'month') return [];
  return [paragraph(say`不论指标是否达标，每一件都有一张${text('整改通知单', { kind: 'notices', month: period.id })}。`)];
}

/** 四、存在问题及整改: what was missed, what was found, what was and will be done. */
export function problemSection(telling: Telling, explanations: Explanations): ReportBlock[] {
  const { caption, findings: told } = toldFindings(telling);
  const open = openOf(telling);
  return [
    heading(2, 'problems', '四、存在问题及整改'),
    ...furtherMisses(telling, explanations),
    heading(3, 'findings', '发现的问题与已采取的措施'),
    paragraph([...foundPieces(telling), ...gapsPieces(telling), ...placesPieces(telling, told)]),
    ...kindTable(telling),
    ...findingChart(telling),
    ...findingTable(telling, 'findings', caption, told),
    ...noticeBlocks(telling),
    heading(3, 'open', '未办结的事项'),
    paragraph(openPieces(open)),
    ...openTable(open),
    heading(3, 'measures', '改进措施与建议'),
    paragraph(measurePieces(telling)),
    ...measureTable(telling),
    paragraph(suggestionPieces(telling)),
  ];
}
