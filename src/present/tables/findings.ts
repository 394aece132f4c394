import type { Result } from '../../core/indicators/result.ts';
import { serviceShort } from '../names.ts';
import type { Inputs } from '../pages/inputs.ts';
import type { Block } from '../paper/block.ts';
import { mark, quote, say } from '../paper/say.ts';
import { list, paragraph } from '../paper/tell.ts';
import { resultSentence } from '../result.ts';

/** The results of the latest month that need attention, each with its sentence; where there are none, that. */
export function findings({ project, latest }: Inputs, results: readonly Result[]): Block {
  const { registers } = project.ledger;
  const attention = results.filter(({ verdict }) => verdict === 'missed' || verdict === 'incomplete' || verdict === 'no-data');
  if (results.length === 0) return paragraph('没有计算的指标，没有结论。');
  if (attention.length === 0) return paragraph('本月没有未达标、数据不完整或无数据的指标。');
  const items = attention.map((result) => {
    const { id, service } = result.indicator;
    const told = quote(resultSentence(result), { kind: 'evidence', month: latest, indicator: id });
    return say`${mark(result.verdict)} ${quote(serviceShort(registers, service))}：${told}`;
  });
  return { ...list(items, 'findings'), ordered: true };
}
