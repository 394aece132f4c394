import type { PartResult, Result } from '../../core/indicators/assessment.ts';
import type { Registers } from '../../core/registers/registers.ts';
import { monthBook, subjectOf, type ValueBook } from '../../core/reports/book.ts';
import type { Destination } from '../../core/reports/destination.ts';
import { type MonthReport, urgency } from '../../core/reports/month.ts';
import { monthWords } from '../formats.ts';
import { serviceShort } from '../names.ts';
import { verdictWords } from '../verdict.ts';
import type { Block, Pieces, ReportPaper, Row } from './block.ts';
import { joined, mark, quote, say, text, value } from './say.ts';

const dash: Pieces = [text('—')];

function partCells(book: ValueBook, result: Result, part: PartResult): Pieces[] {
  const subject = subjectOf(result, part);
  const cell = (field: string): Pieces =>
    book.get(`${subject}/${field}`) === null ? dash : [value(book, `${subject}/${field}`)];
  return [cell('target'), cell('value'), cell('cases'), part.reasons.map((reason) => quote(reason))];
}

const lookOf = ({ verdict }: { verdict: Result['verdict'] }): Row['look'] =>
  verdict === 'missed' ? 'missed' : verdict === 'incomplete' || verdict === 'no-data' ? 'unknown' : undefined;

function resultRows(book: ValueBook, result: Result, registers: Registers): Row[] {
  const month = result.period.months.at(-1) ?? '';
  const evidence: Destination = { kind: 'evidence', month, indicator: result.indicator.id };
  const [only, ...others] = result.parts;
  const look = lookOf(result);
  const numbers =
    only !== undefined && others.length === 0 ? partCells(book, result, only) : [[text('各分项见下')], dash, dash, []];
  const head: Row = {
    cells: [
      [quote(result.indicator.name, evidence)],
      [quote(serviceShort(registers, result.indicator.service))],
      [mark(result.verdict)],
      ...numbers,
    ],
    ...(look === undefined ? {} : { look }),
  };
  if (others.length === 0) return [head];
  const parts = result.parts.map(
    (part): Row => ({
      cells: [[quote(part.part.name)], [], [mark(part.verdict)], ...partCells(book, result, part)],
      look: 'part',
    }),
  );
  return [head, ...parts];
}

function resultTable(report: MonthReport, book: ValueBook, registers: Registers): Block {
  return {
    kind: 'table',
    caption: [text('指标完成情况，未达标在前')],
    columns: [
      { label: '指标', align: 'start', weight: 14 },
      { label: '服务', align: 'start', weight: 4 },
      { label: '结论', align: 'start', weight: 6 },
      { label: '目标', align: 'start', weight: 8 },
      { label: '值', align: 'end', weight: 8 },
      { label: '件数', align: 'end', weight: 9 },
      { label: '说明', align: 'start', weight: 14 },
    ],
    rows: report.results.flatMap((result) => resultRows(book, result, registers)),
    keepTogether: false,
  };
}

/** A month's report as blocks. */
export function monthPaper(report: MonthReport, registers: Registers): ReportPaper {
  const book = monthBook(report);
  const id = (field: string) => value(book, `${report.month}/counts/${field}`);
  const told = urgency.filter((verdict) => report.counts[verdict] > 0);
  return {
    id: report.month,
    title: `${monthWords(report.month)}服务报告`,
    period: monthWords(report.month),
    lead: say`已计算的${id('results')}指标中，${joined(
      told.map((verdict) => say`${id(verdict)}${text(verdictWords(verdict))}`),
      '，',
    )}。`,
    blocks: [
      { kind: 'counts', items: urgency.map((verdict) => ({ verdict, count: id(verdict) })) },
      { kind: 'heading', level: 2, id: 'indicators', text: '三、指标完成情况' },
      resultTable(report, book, registers),
      {
        kind: 'signoff',
        conclusion: say`经核对，本期报告的结论为：${joined(
          told.map((verdict) => say`${id(verdict)}${text(verdictWords(verdict))}`),
          '，',
        )}。`,
        signatures: [
          { label: '编制人', seal: false },
          { label: '复核人', seal: false },
          { label: '服务单位项目负责人（签字、盖章）', seal: true },
          { label: '委托方监管人（签字）', seal: false },
          { label: '委托方部门负责人（签字、盖章）', seal: true },
          { label: '日期', seal: false },
        ],
      },
    ],
  };
}
