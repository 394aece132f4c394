import { monthNumber } from '../../core/calendar/date.ts';
import { monthPeriod } from '../../core/calendar/period.ts';
import type { Assessment } from '../../core/indicators/assessment.ts';
import { basisOf } from '../../core/indicators/basis.ts';
import type { Indicator } from '../../core/indicators/indicator.ts';
import type { PartResult, Result } from '../../core/indicators/result.ts';
import { proofOf, subjectOf } from '../../core/reports/book.ts';
import { type Movement, movementPower } from '../../core/reports/movement.ts';
import type { Comparison } from '../../core/reports/period.ts';
import { basisLabel, basisOrDash } from '../basis.ts';
import { reasonWords } from '../formats.ts';
import { movementPieces, unlikeWords } from '../movement.ts';
import { serviceShort } from '../names.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, mark, quote, say, shape, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { partBasis } from '../parts.ts';
import { passLabels, passRule } from '../passes.ts';
import { value, valueOrDash } from '../quantity.ts';
import { formerPartWords, formerVerdictWords, formerWords } from '../seal.ts';
import {
  resultMark,
  supplementaryId,
  supplementaryMeaning,
  supplementarySentence,
  supplementaryWords,
} from '../supplementary.ts';
import { missesSection } from './charts.ts';
import { changeBlocks } from './compared.ts';
import { column, formersOf, heading, note, own, paragraph, type Telling, table } from './telling.ts';

const comparisonLabel = (kind: Comparison['with'], telling: Telling): string =>
  kind === 'last-year'
    ? telling.report.period.kind === 'month'
      ? '比上年同月'
      : '比上年同期'
    : telling.report.period.kind === 'month'
      ? '比上月'
      : '比上季度';

const lookOf = ({ verdict }: Pick<Result, 'verdict'>): Row['look'] =>
  verdict === 'missed' ? 'missed' : verdict === 'incomplete' || verdict === 'no-data' ? 'unknown' : undefined;

const movementIn = ({ movements, supplementary }: Comparison, result: Result, part: PartResult): Movement | undefined =>
  [...movements, ...supplementary].find((each) => each.result === result && each.part === part);

/** 变差，上升2.1个百分点, or the bare word; a dash where there is nothing to compare. */
function movementCell(telling: Telling, comparison: Comparison, result: Result, part: PartResult): Pieces {
  const found = movementIn(comparison, result, part);
  if (found === undefined) return [text('—')];
  const id = `${subjectOf(result, part)}/${comparison.with}`;
  return movementPieces(found.direction, telling.book.get(id) === null ? null : value(telling.book, id));
}

/** That another target was in force in an earlier period, or the number was made in another way. */
const unlikeRemarks = (telling: Telling, result: Result, part: PartResult): string[] =>
  telling.report.comparisons.flatMap((comparison) => {
    const found = movementIn(comparison, result, part);
    return found === undefined ? [] : unlikeWords(found).map((words) => `${comparisonLabel(comparison.with, telling)}：${words}`);
  });

/** What stood in the place of a part's value before each amendment. */
function formerRemarks(telling: Telling, result: Result, part: PartResult): string[] {
  const formers = formersOf(telling, result);
  if (result.parts.length === 1) return formers.map((former) => formerWords(former, result));
  return formers.flatMap((former) => formerPartWords(former, result, part) ?? []);
}

function numbers(telling: Telling, result: Result, part: PartResult): Pieces[] {
  const subject = subjectOf(result, part);
  const { book, report } = telling;
  const cases = book.get(`${subject}/cases`) === null ? [] : say`（${value(book, `${subject}/cases`)}）`;
  const reasons = part.reasons.map((reason) => quote(reasonWords(reason)));
  const former = formerRemarks(telling, result, part).map((words) => quote(words));
  const unlike = unlikeRemarks(telling, result, part).map((words) => text(words));
  const remarks = [...former, ...reasons, ...unlike, ...(part.small ? [text('样本少')] : [])];
  return [
    [valueOrDash(book, `${subject}/target`)],
    [text(partBasis(part))],
    [valueOrDash(book, `${subject}/value`), ...cases],
    ...report.comparisons.map((comparison) => movementCell(telling, comparison, result, part)),
    remarks.flatMap((piece, index) => (index === 0 ? [piece] : [text('；'), piece])),
  ];
}

/** One row for an indicator, and one for each of its parts where it has several. */
export function resultRows(telling: Telling, result: Result): Row[] {
  const { registers, report } = telling;
  const [only, ...others] = result.parts;
  const look = lookOf(result);
  const single = only !== undefined && others.length === 0;
  const former = single ? [] : formersOf(telling, result).map((each) => [quote(formerVerdictWords(each))]);
  const blank: Pieces[] = [
    [text('见各分项')],
    [text(basisOrDash(basisOf(result)))],
    [],
    ...report.comparisons.map(() => []),
    joined(former, '；'),
  ];
  const head: Row = {
    cells: [
      [quote(`${serviceShort(registers, result.indicator.service)} `), quote(result.indicator.name, proofOf(result))],
      [resultMark(result)],
      ...(single ? numbers(telling, result, only) : blank),
    ],
    ...(look === undefined ? {} : { look }),
  };
  if (single) return [head];
  return [
    head,
    ...result.parts.map(
      (part): Row => ({
        cells: [[quote(part.part.name)], [mark(part.verdict)], ...numbers(telling, result, part)],
        look: 'part',
      }),
    ),
  ];
}

/** Results with target, value, cases and how they moved. */
export const resultTable = (telling: Telling, id: string, caption: Pieces | string, results: readonly Result[]): Table[] =>
  table(
    id,
    caption,
    [
      column('指标', 14),
      column('结论', 6),
      column('目标', 8),
      { ...column(basisLabel, 4), least: 2 },
      column('值（件数）', 12, 'end'),
      ...telling.report.comparisons.map((each) => ({ ...column(comparisonLabel(each.with, telling), 8), least: 4 })),
      column('说明', 10),
    ],
    results.flatMap((result) => resultRows(telling, result)),
  );

/** Of a longer period, the verdict of each of its months: the way from its sums to the evidence pages. */
function monthTable({ report, registers }: Telling, assessment: Assessment): Table[] {
  if (report.period.kind === 'month') return [];
  return table(
    'months',
    '逐月结论，点符号看当月依据',
    [
      column('指标', 16),
      { ...column(basisLabel, 4), least: 2 },
      ...report.months.map((month) => column(`${monthNumber(month)}月`, 3)),
    ],
    [...report.results, ...report.supplementary].map((result): Row => {
      const { indicator } = result;
      return {
        id: `m-${indicator.id}`,
        cells: [
          [
            quote(`${serviceShort(registers, indicator.service)} `),
            quote(indicator.name, { kind: 'indicator', indicator: indicator.id }),
          ],
          [text(basisOrDash(basisOf(result)))],
          ...report.months.map((month): Pieces => {
            const { verdict } = assessment.result(indicator, monthPeriod(month));
            return [shape(verdict, { kind: 'evidence', month, indicator: indicator.id })];
          }),
        ],
      };
    }),
  );
}

/** First pass and recheck side by side, so that what was put right the same day does not vanish among what passed. */
function passSection(telling: Telling): ReportBlock[] {
  const { report, registers, book } = telling;
  const [first] = report.rechecks;
  if (first === undefined) return [];
  const cell = (subject: string): Pieces => say`${value(book, `${subject}/value`)}（${value(book, `${subject}/cases`)}）`;
  const rows = report.rechecks.map(({ result, part, passes }): Row => {
    const { indicator, parts } = result;
    const service = quote(`${serviceShort(registers, indicator.service)} `);
    const own = parts.length > 1 ? [quote(`：${part.part.name}`)] : [];
    const subject = subjectOf(result, part);
    return {
      cells: [
        [service, quote(indicator.name, proofOf(result)), ...own],
        cell(`${subject}/first`),
        cell(`${subject}/after`),
        [text(passes.decision === null ? passLabels.first : `${passLabels.after}（自决定之日起）`)],
      ],
    };
  });
  const title = `${passLabels.first}与${passLabels.after}`;
  return [
    heading(3, 'passes', title),
    note([quote(passRule(first.passes))]),
    ...table(
      'passes',
      title,
      [column('指标', 14), column(passLabels.first, 8, 'end'), column(passLabels.after, 8, 'end'), column('结论按', 6)],
      rows,
    ),
  ];
}

/** The rule by which the report says 好转 and 变差, and how often it finds a fall. */
function ruleNote(telling: Telling): ReportBlock[] {
  if (telling.report.comparisons.length === 0) return [];
  const rule = (field: string) => own(telling, `rule/${field}`);
  const powers = movementPower.map(({ cases }) => say`各${quote(String(cases))}件时${rule(`power.${cases}`)}`);
  return [
    heading(3, 'rule', '好转与变差的判定规则'),
    note(
      say`服务没有变化、仅凭偶然就相差这么多的概率不超过${rule('level')}的，才说好转或变差：比率用费希尔条件检验，事件数按天数用泊松计数的条件检验（都取双侧中位概率），平均值用韦尔奇检验。没有变化的过程被误说成有变化的，每次比较不到百分之三。合格率从${rule('from')}降到${rule('to')}，两期${joined(powers, '、')}的机会能说出变差。没有达到的，两期数值相同，或真实的差别可以断定在${rule('points')}（平均值和事件数为前期的${rule('percent')}）以内，为基本持平；断定不了的为不足以判断。平均值在样本少或两期件数相差超过${rule('times')}时不作检验。任何一期数据缺失、不完整，或两期口径、目标方向不同的，为无法判断。上升、下降只说数值的增减；好转、变差按目标的方向说服务的好坏：目标是不超过某个数的，数值上升为变差。图上连续多月在平均一侧的，偶然排成这样长一段的概率不超过${rule('level')}才说明。这条规则不影响达标与否的结论。`,
    ),
  ];
}

/** Indicators without a measure by name, each with the reason; so many are named, and the rest have theirs on their pages. */
function unmeasuredPieces(pending: readonly Indicator[], most = 5): Pieces {
  const told = pending
    .slice(0, most)
    .map(({ id, name, unmeasured }) => say`“${quote(name, { kind: 'indicator', indicator: id })}”（${quote(unmeasured ?? '')}）`);
  return [...joined(told, '、'), ...(pending.length > most ? [text('等，原因见各自的指标页')] : [])];
}

/** Further figures that the plan names or promises without listing them, counted apart. */
function supplementaryBlocks(telling: Telling): ReportBlock[] {
  const { supplementary } = telling.report;
  if (supplementary.length === 0) return [];
  return [
    heading(3, supplementaryId, supplementaryWords),
    paragraph([quote(supplementarySentence(supplementary)), text(supplementaryMeaning)]),
    ...resultTable(telling, 'supplementary-results', supplementaryWords, supplementary),
  ];
}

/** 三、指标完成: every indicator, missed first. */
export function indicatorSection(telling: Telling, assessment: Assessment): ReportBlock[] {
  const { report } = telling;
  const waiting =
    report.pending.length === 0
      ? []
      : [paragraph(say`另有${own(telling, 'counts/pending')}指标没有计算口径，未作结论：${unmeasuredPieces(report.pending)}。`)];
  return [
    heading(2, 'indicators', '三、指标完成情况'),
    ...resultTable(telling, 'indicators', '指标完成情况，未达标在前', report.results),
    ...waiting,
    ...supplementaryBlocks(telling),
    ...changeBlocks(telling),
    ...passSection(telling),
    ...monthTable(telling, assessment),
    ...missesSection(telling, assessment),
    ...ruleNote(telling),
  ];
}
