import type { Result } from '../../core/indicators/assessment.ts';
import { countVerdicts, urgency } from '../../core/reports/month.ts';
import { verdictWords } from '../verdict.ts';
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
    return { label, href, counts: verdicts.map((verdict) => counts[verdict]), total: results.length };
  });
  const missed = rows.map(({ label, counts }) => ({ label, count: counts[verdicts.indexOf('missed')] ?? 0 }));
  const most = Math.max(...missed.map(({ count }) => count), 0);
  const named = missed.filter(({ count }) => count === most).map(({ label }) => label);
  const told = verdicts.map((verdict) => `${all[verdict]}项${verdictWords(verdict)}`).join('，');
  const finding = most === 0 ? `各${rowName}都没有未达标` : `未达标最多的是${named.join('、')}（${most}项）`;
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  return {
    form: 'breakdown',
    id,
    title,
    summary: `共${total}项结论：${told}；${finding}。每条横条的全长是这一行的全部项数。`,
    unit: '项',
    rowName,
    verdicts,
    rows,
  };
}
