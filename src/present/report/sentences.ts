import type { LogMonth } from '../../core/logs/log.ts';
import type { Verdicts } from '../../core/reports/verdicts.ts';
import { verdictPhrases } from '../basis.ts';

/** 「58项中3项未达标，均为推得数值；1项数据不完整；…」: what happened in a month, most urgent first. */
export function countsSentence({ results }: Pick<Verdicts, 'results'>): string {
  if (results.length === 0) return '没有计算的指标，没有结论。';
  return `已计算的${results.length}项指标中，${verdictPhrases(results).join('；')}。`;
}

/** How a month's logs came in: how many, and which did not come whole. */
export function deliverySentence(deliveries: readonly LogMonth[]): string {
  const names = (state: 'absent' | 'incomplete') =>
    deliveries.filter(({ handed }) => handed.state === state).map(({ log }) => log.name);
  const rows = deliveries.reduce((sum, { records }) => sum + records.length, 0);
  const [absent, incomplete] = [names('absent'), names('incomplete')];
  const late = deliveries.filter(({ handed }) => handed.state !== 'absent' && handed.late).length;
  const told = [
    `应交${deliveries.length}种台账，已交${deliveries.length - absent.length}种、${rows}行`,
    ...(absent.length > 0 ? [`未交：${absent.join('、')}`] : []),
    ...(incomplete.length > 0 ? [`不完整：${incomplete.join('、')}`] : []),
    ...(late > 0 ? [`迟交${late}种`] : []),
  ];
  return `${told.join('；')}。`;
}
