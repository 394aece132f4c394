import { missedBy } from '../../core/indicators/basis.ts';
import type { Result } from '../../core/indicators/result.ts';
import { countVerdicts, urgency } from '../../core/reports/verdicts.ts';
import { missedRuns } from '../basis.ts';
import { joined, quote, say, text } from '../paper/say.ts';
import { verdictWords } from '../verdict.ts';
import { Figures } from './finding.ts';
import type { BreakdownChart } from './spec.ts';

/** A whole to be divided: a service, a month. */
export interface BreakdownGroup {
  readonly label: string;
  readonly href: string;
  readonly results: readonly Result[];
}

/** The verdicts of several groups of indicators, a bar each; groups without any are left out. */
export function breakdownChart(id: string, title: string, rowName: string, groups: readonly BreakdownGroup[]): BreakdownChart {
  const filled = groups.filter(({ results }) => results.length > 0);
  const all = countVerdicts(filled.flatMap(({ results }) => results));
  const verdicts = urgency.filter((verdict) => all[verdict] > 0);
  const rows = filled.map(({ label, href, results }) => {
    const counts = countVerdicts(results);
    return {
      label,
      href,
      missedBy: missedBy(results),
      counts: verdicts.map((verdict) => counts[verdict]),
      total: results.length,
    };
  });
  const missed = rows.map(({ label, counts }) => ({ label, count: counts[verdicts.indexOf('missed')] ?? 0 }));
  const most = Math.max(...missed.map(({ count }) => count), 0);
  const named = missed.filter(({ count }) => count === most).map(({ label }) => label);
  const figures = new Figures();
  const total = figures.count(
    'total',
    rows.reduce((sum, row) => sum + row.total, 0),
    '项',
  );
  const by = missedBy(filled.flatMap(({ results }) => results));
  const told = verdicts.map((verdict) => {
    const count = say`${figures.count(verdict, all[verdict], '项')}${text(verdictWords(verdict))}`;
    if (verdict !== 'missed') return count;
    return [
      ...count,
      ...missedRuns(by, { count: (basis) => figures.count(`missed.${basis}`, by[basis], '项'), words: (words) => text(words) }),
    ];
  });
  const finding =
    most === 0
      ? say`各${text(rowName)}都没有未达标`
      : say`未达标最多的是${quote(named.join('、'))}（${figures.count('most', most, '项')}）`;
  return {
    form: 'breakdown',
    id,
    title,
    summary: say`共${total}结论：${joined(told, '；')}；${finding}。每条横条的全长是这一行的全部项数。`,
    figures: figures.all(),
    unit: '项',
    rowName,
    verdicts,
    rows,
  };
}
