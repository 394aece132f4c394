import { bases, missedBy } from '../../core/indicators/basis.ts';
import type { Result } from '../../core/indicators/result.ts';
import { countVerdicts, urgency } from '../../core/reports/verdicts.ts';
import { basisRuns, missedRuns } from '../basis.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, quote, say, text } from '../paper/say.ts';
import { verdictWords } from '../verdict.ts';
import { Figures } from './finding.ts';
import type { BreakdownChart, BreakdownRow } from './spec.ts';

/** A whole to be divided: a service, a month. */
export interface BreakdownGroup {
  readonly label: string;
  readonly href: string;
  readonly results: readonly Result[];
}

/** 保洁（13项：方案2项、推得11项）: the misses of a group by the basis of their targets, under a name among the figures. */
function missesOf({ label, missedBy: by }: BreakdownRow, name: string, figures: Figures): Pieces {
  const all = bases.reduce((sum, basis) => sum + by[basis], 0);
  const total = figures.count(name, all, '项');
  const told = basisRuns(by, {
    count: (basis) => figures.count(`${name}.${basis}`, by[basis], '项'),
    words: (words) => text(words),
  });
  return say`${quote(label)}（${total}：${told}）`;
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
  const missedIn = ({ counts }: BreakdownRow) => counts[verdicts.indexOf('missed')] ?? 0;
  const most = Math.max(...rows.map(missedIn), 0);
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
  const worst = most === 0 ? [] : rows.filter((row) => missedIn(row) === most);
  const named = worst.map((row, at) => missesOf(row, `most.${at}`, figures));
  // Of what is under way nobody knows yet whether it will be missed.
  const none = all['under-way'] > 0 ? say`有的还没有过完` : say`各${text(rowName)}都没有未达标`;
  const finding = named.length === 0 ? none : say`未达标最多的是${joined(named, '、')}`;
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
