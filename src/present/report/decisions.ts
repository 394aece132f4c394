import type { LogMonth } from '../../core/logs/log.ts';
import type { Decision } from '../../core/reports/decisions.ts';
import { monthWords } from '../dates.ts';
import type { Pieces } from '../paper/piece.ts';
import { say } from '../paper/say.ts';
import { names, own, type Telling } from './telling.ts';

const deliveryNames = (deliveries: readonly LogMonth[], several: boolean): string[] =>
  deliveries.map(({ log, month }) => (several ? `${monthWords(month)}${log.name}` : log.name));

/** What is asked of the reviewer, in so few words that all of it stands on the first sheet. */
export function askedPieces(telling: Telling, decision: Decision): Pieces {
  const several = telling.report.period.kind !== 'month';
  switch (decision.kind) {
    case 'missed':
      return say`未达标${own(telling, 'counts/missed')}的整改是否认可`;
    case 'logs':
      return say`没有交齐的${names(deliveryNames(decision.deliveries, several))}是否补交`;
    case 'open':
      return say`未办结${own(telling, 'open.unsettled/open')}是否规定期限`;
    case 'measures':
      return say`逾期措施${own(telling, 'open.measure/overdue')}是否延期`;
    case 'suggestions':
      return say`改进建议${own(telling, 'suggestions/waiting')}是否采纳`;
  }
}
