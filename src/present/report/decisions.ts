import type { LogMonth } from '../../core/logs/log.ts';
import { proofOf } from '../../core/reports/book.ts';
import type { Decision } from '../../core/reports/decisions.ts';
import { monthWords } from '../dates.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, quote, say, text } from '../paper/say.ts';
import { value } from '../quantity.ts';
import { missedPieces } from './counts.ts';
import { overduePieces } from './open.ts';
import { names, own, part, type Telling } from './telling.ts';

const deliveryNames = (deliveries: readonly LogMonth[], several: boolean): string[] =>
  deliveries.map(({ log, month }) => (several ? `${monthWords(month)}${log.name}` : log.name));

/** What is asked of the reviewer, in so few words that all of it stands on the first sheet. */
export function askedPieces(telling: Telling, decision: Decision): Pieces {
  const several = telling.report.period.kind !== 'month';
  switch (decision.kind) {
    case 'missed':
      return say`未达标${own(telling, 'counts/missed')}的整改是否认可`;
    case 'logs':
      return say`${names(deliveryNames(decision.deliveries, several))}是否补交`;
    case 'open':
      return say`未办结${own(telling, 'open.unsettled/open')}是否规定期限`;
    case 'measures':
      return say`逾期措施${own(telling, 'open.measure/overdue')}是否延期`;
    case 'suggestions':
      return say`改进建议${own(telling, 'suggestions/waiting')}是否采纳`;
  }
}

/** The same as a question with what it rests on. */
export function decisionPieces(telling: Telling, decision: Decision): Pieces {
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
      return say`${own(telling, 'counts/missed')}指标未达标${missedPieces(telling)}${again}${unrecorded}：是否认可所列整改，或另提要求（见${text('上表', part(telling, 'exceptions'))}）。`;
    }
    case 'logs':
      return say`${names(deliveryNames(decision.deliveries, several))}没有交齐，有关指标不能作结论：是否要求补交（见${text('第六部分', part(telling, 'quality'))}）。`;
    case 'open':
      return say`不论何时提出的问题、请求与反馈，尚有${own(telling, 'open.unsettled/open')}没有办结${overduePieces(telling, `${report.period.id}/open.unsettled`, decision.cases)}：是否规定期限（见“${text('未办结的事项', part(telling, 'open'))}”）。`;
    case 'measures':
      return say`到期的改进措施尚有${own(telling, 'open.measure/overdue')}没有实施，最长的逾期${own(telling, 'open.measure/longest')}：是否同意延期（见“${text('未办结的事项', part(telling, 'open'))}”）。`;
    case 'suggestions':
      return say`${own(telling, 'suggestions/waiting')}改进建议尚未审定：是否采纳（见${text('第四部分', part(telling, 'measures'))}）。`;
  }
}
