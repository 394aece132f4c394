import { urgency } from '../../core/reports/verdicts.ts';
import { missedRuns } from '../basis.ts';
import { monthWords, periodWords } from '../dates.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, say, text, time } from '../paper/say.ts';
import { verdictWords } from '../verdict.ts';
import { own, type Telling, thisPeriod } from './telling.ts';

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
export const missedPieces = (telling: Telling): Pieces =>
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
