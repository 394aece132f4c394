import { monthPeriod } from '../../core/calendar/period.ts';
import type { Indicator } from '../../core/indicators/indicator.ts';
import { basisLabel } from '../basis.ts';
import { monthWords } from '../dates.ts';
import { serviceName } from '../names.ts';
import type { Inputs } from '../pages/inputs.ts';
import type { Piece } from '../paper/piece.ts';
import { quote, text } from '../paper/say.ts';
import type { Column, Row, Table } from '../paper/table.ts';
import { resultCells } from '../parts.ts';
import { pendingWords } from '../standing.ts';
import { resultMark, resultStands } from '../supplementary.ts';

/** Indicators that a page lists, and what its table is called. */
export interface IndicatorList {
  readonly id: string;
  readonly caption: string;
  readonly indicators: readonly Indicator[];
  /** Whether the heading above says the same as the caption. */
  readonly quiet: boolean;
}

/** An indicator's verdict in the latest month with the basis of its target, leading to its evidence; that its measure is still to be built where it has none. */
export function latestVerdict({ project, latest }: Inputs, indicator: Indicator): Piece {
  if (indicator.parts.length === 0) return text(pendingWords);
  return resultStands(project.assessment.result(indicator, monthPeriod(latest)), {
    kind: 'evidence',
    month: latest,
    indicator: indicator.id,
  });
}

function indicatorRow(inputs: Inputs, indicator: Indicator, hasServices: boolean): Row {
  const { assessment, ledger } = inputs.project;
  const { id: name, service } = indicator;
  const first = quote(indicator.name, { kind: 'indicator', indicator: name });
  const own = hasServices ? [[quote(serviceName(ledger.registers, service))]] : [];
  if (indicator.parts.length === 0)
    return { cells: [[first], [latestVerdict(inputs, indicator)], ...own, [text('—')], [text('—')], [text('—')], [text('—')]] };
  const result = assessment.result(indicator, monthPeriod(inputs.latest));
  const { target, basis, value, cases } = resultCells(result);
  const verdict = resultMark(result, { kind: 'evidence', month: inputs.latest, indicator: name });
  return { cells: [[first], [verdict], ...own, [quote(target)], [quote(basis)], [quote(value)], [quote(cases)]] };
}

/** Indicators with their latest verdicts, each with its service where there are several. Other pages prove what it says. */
export function indicatorTable(inputs: Inputs, { id, caption, indicators, quiet }: IndicatorList): Table {
  const hasServices = new Set(indicators.map(({ service }) => service)).size > 1;
  const columns: Column[] = [
    { label: '指标', align: 'start', weight: 14 },
    { label: '结论', align: 'start', weight: 6 },
    ...(hasServices ? [{ label: '服务', align: 'start', weight: 6 } as const] : []),
    { label: '目标', align: 'start', weight: 8 },
    { label: basisLabel, align: 'start', weight: 4 },
    { label: `${monthWords(inputs.latest)}的值`, align: 'end', weight: 8 },
    { label: '件数', align: 'end', weight: 8 },
  ];
  return {
    kind: 'table',
    id,
    caption: [quote(caption)],
    quiet,
    unsearched: true,
    looks: ['stack'],
    columns,
    rows: indicators.map((indicator) => indicatorRow(inputs, indicator, hasServices)),
    keepTogether: false,
  };
}
