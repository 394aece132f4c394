import type { Verdict } from '../../core/indicators/verdict.ts';
import { verdictWords } from '../verdict.ts';
import type { BreakdownChart, ChartSpec, DistributionChart, MultiplesChart, ParetoChart, SeriesChart } from './spec.ts';

/** A cell of the table beside a chart: words, with a shape where it tells a verdict, and with pages where it can be looked up. */
export interface ChartCell {
  readonly words: string;
  readonly verdict?: Verdict;
  readonly href?: string;
  readonly links?: readonly { readonly words: string; readonly href: string }[];
}

/** The numbers of a chart as a table; the first cell of a row names it. */
export interface ChartTable {
  readonly caption: string;
  readonly head: readonly { readonly words: string; readonly number: boolean }[];
  readonly rows: readonly (readonly ChartCell[])[];
}

const head = (words: string, number = false) => ({ words, number });
const cell = (words: string): ChartCell => ({ words });

function seriesTable({ title, points }: SeriesChart): ChartTable {
  return {
    caption: `${title}：逐期数值`,
    head: [head('时期'), head('数值', true), head('件数', true), head('目标'), head('结论')],
    rows: [...points]
      .reverse()
      .map(({ year, label, href, words, cases, targetWords, verdict }) => [
        { words: `${year}${label}`, href },
        cell(words),
        cell(cases),
        cell(targetWords),
        { words: verdictWords(verdict), verdict },
      ]),
  };
}

function multiplesTable({ title, times, panels }: MultiplesChart): ChartTable {
  const rows = times.map(({ year, label }, at): ChartCell[] => [
    cell(`${year}${label}`),
    ...panels.map(({ values }): ChartCell => {
      const value = values[at];
      if (value === undefined) return cell('—');
      return value.verdict === 'met' ? cell(value.words) : { words: value.words, verdict: value.verdict };
    }),
  ]);
  return {
    caption: `${title}：逐期数值；没有符号的达标`,
    head: [head('时期'), ...panels.map(({ label }) => head(label, true))],
    rows: rows.reverse(),
  };
}

function breakdownTable({ title, rowName, verdicts, rows }: BreakdownChart): ChartTable {
  return {
    caption: `${title}：项数`,
    head: [head(rowName), ...verdicts.map((verdict) => head(verdictWords(verdict), true)), head('合计', true)],
    rows: rows.map(({ label, href, counts, total }) => [
      { words: label, href },
      ...[...counts, total].map((each) => cell(String(each))),
    ]),
  };
}

function paretoTable({ title, groupName, unit, bars }: ParetoChart): ChartTable {
  return {
    caption: `${title}：各类数量`,
    head: [head(groupName), head(`数量（${unit}）`, true), head('占比', true), head('累计', true), head('所在')],
    rows: bars.map(({ label, count, shareWords, cumulativeWords, sources }) => [
      cell(label),
      cell(String(count)),
      cell(shareWords),
      cell(cumulativeWords),
      {
        words: '',
        links: sources.map((source) => ({ words: `${source.label}（${source.count}）`, href: source.href })),
      },
    ]),
  };
}

function distributionTable({ title, panels }: DistributionChart): ChartTable {
  return {
    caption: `${title}：各段件数（含上限），没有列出的段为0件`,
    head: [head('用时'), head('适用'), head('件数', true), head('与时限相比')],
    rows: panels.flatMap(({ label, bins, open }) => [
      ...bins
        .filter(({ count }) => count > 0)
        .map((bin) => [cell(bin.label), cell(label), cell(String(bin.count)), cell(bin.over ? '超过' : '以内')]),
      ...(open === 0 ? [] : [[cell('月末未完成'), cell(label), cell(String(open)), cell('超过')]]),
    ]),
  };
}

/** The table that stands beside a chart and says all that the picture shows. */
export function chartTable(spec: ChartSpec): ChartTable {
  switch (spec.form) {
    case 'series':
      return seriesTable(spec);
    case 'multiples':
      return multiplesTable(spec);
    case 'breakdown':
      return breakdownTable(spec);
    case 'pareto':
      return paretoTable(spec);
    case 'distribution':
      return distributionTable(spec);
  }
}
