import { bases, basisOf, missedBy } from '../../core/indicators/basis.ts';
import type { Result } from '../../core/indicators/result.ts';
import type { LogMonth } from '../../core/logs/log.ts';
import { proofOf } from '../../core/reports/book.ts';
import { turnsOf } from '../../core/reports/changes.ts';
import type { Decision } from '../../core/reports/decisions.ts';
import { directions } from '../../core/reports/movement.ts';
import type { Comparison } from '../../core/reports/period.ts';
import { countedBy, urgency } from '../../core/reports/verdicts.ts';
import { missedRuns } from '../basis.ts';
import { monthWords, periodWords } from '../dates.ts';
import { directionWords } from '../movement.ts';
import { serviceShort } from '../names.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, mark, quote, say, stands, text, time } from '../paper/say.ts';
import { bookPrinter, value } from '../quantity.ts';
import { resultPieces } from '../result.ts';
import { formerWords } from '../seal.ts';
import { verdictWords } from '../verdict.ts';
import { overduePieces } from './open.ts';
import { basisInBrackets, formersOf, heading, list, names, own, paragraph, part, type Telling, thisPeriod } from './telling.ts';

/** 4项未达标，其中1项为方案数值、3项为推得数值；1项数据不完整；…: the counts that are not zero, most urgent first. */
export function countsPieces(telling: Telling): Pieces {
  const told = urgency.filter((verdict) => telling.report.counts[verdict] > 0);
  if (told.length === 0) return say`没有计算的指标，没有结论`;
  return joined(
    told.map((verdict) => {
      const count = say`${own(telling, `counts/${verdict}`)}${text(verdictWords(verdict))}`;
      return verdict === 'missed' ? [...count, ...missedPieces(telling)] : count;
    }),
    '；',
  );
}

/** On which targets the misses stand. */
const missedPieces = (telling: Telling): Pieces =>
  missedRuns(telling.report.missedBy, {
    count: (basis) => own(telling, `counts/missed.${basis}`),
    words: (words) => text(words),
  });

/** What the report is of, when it is not of the whole period. */
export function extentPieces({ report }: Telling): Pieces {
  const { period, months, before, after } = report;
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const begun = before.length === 0 ? [] : say`合同自${time(monthWords(first))}开始，此前没有数据。`;
  const open =
    after.length === 0
      ? []
      : say`${text(thisPeriod(report))}尚未结束，只有${time(first === last ? monthWords(first) : `${monthWords(first)}至${monthWords(last)}`)}的数据；以下是阶段结果，不是${time(periodWords(period))}的结论。`;
  return [...begun, ...open];
}

/** How verdicts and values moved since an earlier period. */
function comparisonPieces(telling: Telling, comparison: Comparison): Pieces {
  const id = (field: string) => own(telling, `${comparison.with}/${field}`);
  const { worsened, recovered } = turnsOf(comparison.changes);
  const by = (field: string, results: readonly Result[]) =>
    basisInBrackets(telling, `${comparison.with}/${field}`, missedBy(results));
  const told = directions.map((direction) => say`${text(directionWords[direction])}${id(direction)}`);
  return say`与${time(periodWords(comparison.period), { kind: 'report', id: comparison.period.id })}相比：结论变化${id('changed')}，其中由达标转为未达标${id('worsened')}${by('worsened', worsened)}、由未达标转为达标${id('recovered')}${by('recovered', recovered)}，与不适用之间的变化${id('idle')}；各项数值${joined(told, '、')}。`;
}

/** Verdicts that changed, each with both marks; that there was nothing to judge, or that there is again, is counted only. */
const changeItems = ({ registers }: Telling, { changes }: Comparison): Pieces[] =>
  changes
    .filter(({ before, result }) => before.verdict !== 'not-applicable' && result.verdict !== 'not-applicable')
    .map(
      ({ result, before }) =>
        say`${quote(serviceShort(registers, result.indicator.service))}：${quote(result.indicator.name, proofOf(result))} ${stands(before)} → ${stands(result)}`,
    );

const deliveryNames = (deliveries: readonly LogMonth[], several: boolean): string[] =>
  deliveries.map(({ log, month }) => (several ? `${monthWords(month)}${log.name}` : log.name));

/** What must be decided, as a question to the reviewer. */
function decisionPieces(telling: Telling, decision: Decision): Pieces {
  const { report, book } = telling;
  const several = report.period.kind !== 'month';
  switch (decision.kind) {
    case 'missed': {
      const repeated = decision.misses
        .filter(({ streak }) => streak > 1)
        .map(
          ({ result }) =>
            say`“${quote(result.indicator.name, proofOf(result))}”已连续${value(book, `${report.period.id}/${result.indicator.id}/streak`)}`,
        );
      const again = repeated.length === 0 ? [] : say`，其中${joined(repeated, '、')}`;
      const unrecorded = report.outside.length === 0 ? [] : say`（${own(telling, 'findings/outside')}没有对应的问题记录）`;
      return say`${own(telling, 'counts/missed')}指标未达标${missedPieces(telling)}${again}${unrecorded}：是否认可所列整改，或另提要求（见${text('第四部分', part(telling, 'problems'))}）。`;
    }
    case 'logs':
      return say`${names(deliveryNames(decision.deliveries, several))}没有交齐，有关指标不能作结论：是否要求补交（见${text('第六部分', part(telling, 'quality'))}）。`;
    case 'open':
      return say`不论何时提出的问题、请求与反馈，尚有${own(telling, 'open.unsettled/open')}没有办结${overduePieces(telling, `${report.period.id}/open.unsettled`, decision.cases)}：是否规定期限（见${text('第四部分', part(telling, 'open'))}）。`;
    case 'measures':
      return say`到期的改进措施尚有${own(telling, 'open.measure/overdue')}没有实施，最长的逾期${own(telling, 'open.measure/longest')}：是否同意延期（见${text('第四部分', part(telling, 'open'))}）。`;
    case 'suggestions':
      return say`${own(telling, 'suggestions/waiting')}改进建议尚未审定：是否采纳（见${text('第四部分', part(telling, 'measures'))}）。`;
  }
}

const lists = (items: readonly Pieces[]): ReportBlock[] => (items.length === 0 ? [] : [list(items)]);

/** Results by name, each service once. */
function resultNames({ registers }: Telling, results: readonly Result[]): Pieces {
  const services = [...new Set(results.map(({ indicator }) => indicator.service))];
  const told = services.map((service) => {
    const own = results.filter(({ indicator }) => indicator.service === service);
    const each = own.map((result): Pieces => [quote(result.indicator.name, proofOf(result))]);
    return say`${quote(serviceShort(registers, service))}：${joined(each, '、')}`;
  });
  return joined(told, '；');
}

/** Names below the verdict and the basis that they share: in a longer period there are many, and what each says stands once. */
function attentionNames(telling: Telling, attention: readonly Result[]): ReportBlock[] {
  const items = urgency.flatMap((verdict) =>
    [...bases, null].flatMap((basis) => {
      const results = attention.filter((each) => each.verdict === verdict && basisOf(each) === basis);
      const [first] = results;
      return first === undefined ? [] : [say`${stands(first)} ${resultNames(telling, results)}`];
    }),
  );
  return [
    list(items),
    paragraph(
      say`未达标各项的数值、目标和所在见${text('第四部分', part(telling, 'misses'))}，不能判断的原因见${text('第三部分', part(telling, 'indicators'))}。`,
    ),
  ];
}

/** What was missed and what cannot be judged: a sentence on each, over longer periods the names. */
function attentionBlocks(telling: Telling): ReportBlock[] {
  const { report, book, registers } = telling;
  const attention = report.results.filter(
    ({ verdict }) => verdict === 'missed' || verdict === 'incomplete' || verdict === 'no-data',
  );
  if (attention.length === 0) return [paragraph(say`没有未达标、数据不完整或无数据的指标。`)];
  if (report.period.kind !== 'month') return attentionNames(telling, attention);
  const sentence = (result: Result): Pieces => {
    const former = formersOf(telling, result).map((each) => quote(`（${formerWords(each, result)}）`));
    return say`${mark(result.verdict, proofOf(result))} ${quote(serviceShort(registers, result.indicator.service))}：${resultPieces(result, '', bookPrinter(book, result))}${former}`;
  };
  return [list(attention.map(sentence))];
}

/** What a reviewer must see first: the counts, what was missed or is unknown, what changed, what to decide. */
export function summarySection(telling: Telling): ReportBlock[] {
  const { report } = telling;
  const extent = extentPieces(telling);
  const changes = report.comparisons.flatMap((comparison) => [
    paragraph(comparisonPieces(telling, comparison)),
    ...lists(comparison.with === 'last-year' ? [] : changeItems(telling, comparison)),
  ]);
  return [
    heading(2, 'summary', report.period.kind === 'month' ? '本月要点' : '本期要点'),
    ...(extent.length === 0 ? [] : [paragraph(extent)]),
    {
      kind: 'counts',
      items: countedBy(report.results).map((verdict) => ({ verdict, count: own(telling, `counts/${verdict}`) })),
    },
    ...(report.counts.missed === 0
      ? []
      : [paragraph(say`${own(telling, 'counts/missed')}${text(verdictWords('missed'))}${missedPieces(telling)}。`)]),
    heading(3, 'decisions', '需要决定的事项'),
    report.decisions.length === 0
      ? paragraph(say`${text(thisPeriod(report))}没有需要${text(telling.contract.words.client)}决定的事项。`)
      : list(
          report.decisions.map((each) => decisionPieces(telling, each)),
          true,
        ),
    heading(3, 'attention', '未达标与不能判断的指标'),
    ...attentionBlocks(telling),
    heading(3, 'changes', '与此前相比'),
    ...(changes.length === 0 ? [paragraph(say`没有月数相同的前期可比。`)] : changes),
  ];
}
