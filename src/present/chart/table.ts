import type { Destination } from '../../core/reports/destination.ts';
import { basisLabel, basisOrDash, basisWords, missedCell, missedLabel } from '../basis.ts';
import { type Pieces, plainText } from '../paper/piece.ts';
import { mark, quote, text } from '../paper/say.ts';
import type { Column, Row, Table } from '../paper/table.ts';
import { verdictWords } from '../verdict.ts';
import type {
  BreakdownChart,
  ChartSpec,
  ChartValue,
  DistributionChart,
  MultiplesChart,
  ParetoChart,
  SeriesChart,
} from './spec.ts';

/** The columns and rows of a chart's numbers; the first cell of a row names it. */
interface Numbers {
  readonly caption: string;
  readonly columns: readonly Omit<Column, 'weight'>[];
  readonly rows: readonly (readonly Pieces[])[];
}

const words = (label: string): Omit<Column, 'weight'> => ({ label, align: 'start' });
const number = (label: string): Omit<Column, 'weight'> => ({ label, align: 'end' });
const cell = (told: string, href?: string): Pieces => [quote(told, href === undefined ? undefined : page(href))];
const page = (url: string): Destination => ({ kind: 'url', url });

/** A value with the shape of its verdict, where that is not that it was met. */
const judged = ({ words: told, verdict }: ChartValue): Pieces =>
  verdict === 'met' ? cell(told) : [quote(told === '—' ? '' : told), { kind: 'verdict', verdict, compact: true }];

function seriesTable({ title, points }: SeriesChart): Numbers {
  return {
    caption: `${title}：逐期数值`,
    columns: [words('时期'), number('数值'), number('件数'), words('目标'), words(basisLabel), words('结论')],
    rows: [...points]
      .reverse()
      .map(({ year, label, href, words: told, cases, targetWords, basis, verdict }) => [
        cell(`${year}${label}`, href),
        cell(told),
        cell(cases),
        cell(targetWords),
        cell(basisOrDash(basis)),
        [mark(verdict)],
      ]),
  };
}

function multiplesTable({ title, times, panels }: MultiplesChart): Numbers {
  const own = [
    ...new Set(panels.flatMap(({ values }) => values.flatMap(({ basis }) => (basis === null ? [] : [basisWords[basis]])))),
  ];
  const rows = times.map(({ year, label }, at) => [
    cell(`${year}${label}`),
    ...panels.map(({ values }) => {
      const value = values[at];
      return value === undefined ? cell('—') : judged(value);
    }),
  ]);
  return {
    caption: `${title}：逐期数值；没有符号的达标${own.length === 0 ? '' : `；${basisLabel}：${own.join('、')}`}`,
    columns: [words('时期'), ...panels.map(({ label }) => number(label))],
    rows: rows.reverse(),
  };
}

function breakdownTable({ title, rowName, verdicts, rows }: BreakdownChart): Numbers {
  return {
    caption: `${title}：项数`,
    columns: [
      words(rowName),
      ...verdicts.flatMap((verdict) => [number(verdictWords(verdict)), ...(verdict === 'missed' ? [words(missedLabel)] : [])]),
      number('合计'),
    ],
    rows: rows.map(({ label, href, missedBy, counts, total }) => [
      cell(label, href),
      ...verdicts.flatMap((verdict, at) => [
        cell(String(counts[at] ?? 0)),
        ...(verdict === 'missed' ? [cell(missedCell(missedBy))] : []),
      ]),
      cell(String(total)),
    ]),
  };
}

function paretoTable({ title, groupName, unit, bars }: ParetoChart): Numbers {
  return {
    caption: `${title}：各类数量`,
    columns: [words(groupName), number(`数量（${unit}）`), number('占比'), number('累计'), words('所在')],
    rows: bars.map(({ label, count, shareWords, cumulativeWords, sources }) => [
      cell(label),
      cell(String(count)),
      cell(shareWords),
      cell(cumulativeWords),
      sources.flatMap(({ label: place, count: own, href }, at) => [
        ...(at === 0 ? [] : [text('、')]),
        ...cell(`${place}（${own}）`, href),
      ]),
    ]),
  };
}

function distributionTable({ title, panels }: DistributionChart): Numbers {
  return {
    caption: `${title}：各段件数（含上限），没有列出的段为0件`,
    columns: [words('用时'), words('适用'), number('件数'), words('与时限相比')],
    rows: panels.flatMap(({ label, bins, open }) => [
      ...bins
        .filter(({ count }) => count > 0)
        .map((bin) => [cell(bin.label), cell(label), cell(String(bin.count)), cell(bin.over ? '超过' : '以内')]),
      ...(open === 0 ? [] : [[cell('月末未完成'), cell(label), cell(String(open)), cell('超过')]]),
    ]),
  };
}

function numbersOf(spec: ChartSpec): Numbers {
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

/** About the characters of the widest cell, a verdict's shape among them. */
const widthOf = (cells: readonly Pieces[], { label }: Pick<Column, 'label'>): number => {
  const widths = cells.map((pieces) => plainText(pieces.filter(({ kind }) => kind !== 'verdict')).length + 2 * marks(pieces));
  return Math.min(16, Math.max(4, label.length, ...widths));
};

const marks = (pieces: Pieces): number => pieces.filter(({ kind }) => kind === 'verdict').length;

/** The table that stands beside a chart and says all that the picture shows. */
export function chartTable(spec: ChartSpec): Table {
  const { caption, columns, rows } = numbersOf(spec);
  return {
    kind: 'table',
    id: `table-${spec.id}`,
    caption: [text(caption)],
    quiet: true,
    looks: columns.length > 8 ? ['dense'] : [],
    columns: columns.map((column, at) => ({
      ...column,
      weight: widthOf(
        rows.map((row) => row[at] ?? []),
        column,
      ),
    })),
    rows: rows.map((cells): Row => ({ cells })),
    keepTogether: rows.length <= 8,
  };
}
