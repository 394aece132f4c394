import type { Rate, Rule } from '../../core/documents/settlement.ts';
import type { Sum, Unit } from '../../core/settlement/money.ts';
import type { Settlement, Total } from '../../core/settlement/settlement.ts';
import { decimalText } from '../rounding.ts';

/** No rule, no number; no data, no number. */
export const unagreedWords = '待约定';
export const pendingSum = '待定';

const trimmed = (hundredths: number): string => decimalText(hundredths, 2).replace(/\.?0+$/u, '');

/** 2.5分, 1000.00元. */
export const sumWords = ({ unit, hundredths }: Sum): string =>
  unit === 'points' ? `${trimmed(hundredths)}分` : `${decimalText(hundredths, 2)}元`;

/** A total, or that it waits for data. */
export const totalWords = ({ hundredths, pending }: Total, unit: Unit): string =>
  pending ? pendingSum : sumWords({ unit, hundredths });

/** 2分, 200元, 服务费的1.5%. */
function rateWords({ unit, hundredths }: Rate): string {
  switch (unit) {
    case 'points':
      return `${trimmed(hundredths)}分`;
    case 'yuan':
      return `${trimmed(hundredths)}元`;
    case 'percent':
      return `服务费的${trimmed(hundredths)}%`;
  }
}

const signs = { '<': '低于', '<=': '不高于', '>': '高于', '>=': '不低于', '==': '等于' } as const;

/** A rule's parameters as a sentence. */
export function ruleWords(rule: Rule): string {
  const cap = 'cap' in rule && rule.cap !== undefined ? `，最多扣${rateWords(rule.cap)}` : '';
  switch (rule.kind) {
    case 'missed':
      return `未达标，扣${rateWords(rule.deduct)}`;
    case 'case':
      return `每件不合格扣${rateWords(rule.deduct)}${rule.free === 0 ? '' : `，前${rule.free}件不扣`}${cap}`;
    case 'shortfall':
      return `与目标每差${rule.step}个单位扣${rateWords(rule.deduct)}，不足一步${rule.counted === 'begun' ? '按一步' : '不计'}${cap}`;
    case 'tiers':
      return rule.tiers.map(({ operator, value, deduct }) => `${signs[operator]}${value}扣${rateWords(deduct)}`).join('；');
  }
}

/** The sums of a settlement in which anything was deducted or is pending: 扣4分、扣2000.00元. */
export function outcomeWords({ points, fen }: Extract<Settlement, { kind: 'agreed' }>): string {
  const told = (total: Total, unit: Unit) =>
    total.pending || total.hundredths !== 0 ? [`${unit === 'points' ? '扣分' : '扣款'}${totalWords(total, unit)}`] : [];
  return [...told(points, 'points'), ...told(fen, 'fen')].join('、') || '不扣分、不扣款';
}
