import { monthPeriod } from '../../core/calendar/period.ts';
import { countedBy, verdictsOf } from '../../core/reports/verdicts.ts';
import { verdictCounts, verdictHeads } from '../basis.ts';
import { monthWords, periodWords } from '../dates.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, say, text } from '../paper/say.ts';
import type { Table } from '../paper/table.ts';
import { countsSentence } from '../report/sentences.ts';
import { supplementarySentence } from '../supplementary.ts';
import {
  contractCell,
  type MatrixContent,
  matrixFilters,
  matrixSections,
  monthColumns,
  supplementarySection,
} from '../tables/matrix.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

/** How many verdicts of each kind a quarter, a year and the year to date have. */
function periodTable({ project, latest }: Inputs): Table {
  const { assessment } = project;
  const { year, months } = assessment;
  const built = assessment.indicators.filter(({ parts }) => parts.length > 0);
  const periods = [
    ...year.toDates([latest]),
    ...year.periods('year', months).reverse(),
    ...year.periods('quarter', months).reverse(),
  ];
  const told = periods.map((period) => ({ period, results: built.map((indicator) => assessment.result(indicator, period)) }));
  const counted = countedBy(told.flatMap(({ results }) => results));
  const rows = told.map(({ period, results }) => {
    const counts = verdictCounts(results, counted);
    const first = quote(periodWords(period), { kind: 'period', id: period.id });
    return { cells: [[first], ...counts.map((count) => [quote(count)])] };
  });
  return {
    kind: 'table',
    id: 'by-period',
    caption: [text('各期结论的项数')],
    quiet: true,
    looks: [],
    columns: [
      { label: '时期', align: 'start', weight: 8 },
      ...verdictHeads(counted).map((label) => ({ label, align: 'end', weight: 4 }) as const),
    ],
    rows,
    keepTogether: true,
  };
}

function introduction({ project }: Inputs, pending: number): Block {
  const { place } = project.contract.words;
  const rest =
    pending === 0
      ? []
      : say`另有${quote(String(pending))}项指标的计算口径尚未建立，见${text('服务指标', { kind: 'index', of: 'indicators' })}。`;
  const places = text(`各${place}对照`, { kind: 'index', of: 'location-verdicts' });
  const periods = text('季度、年度与本年累计', { kind: 'here', anchor: 'periods' });
  return {
    kind: 'paragraph',
    pieces: say`每格为该指标当月的结论，点开可见依据的每一行；新的月份在左。另有${places}和${periods}。${rest}`,
  };
}

function compliancePaper(inputs: Inputs): Paper {
  const { project, latest } = inputs;
  const { assessment } = project;
  const verdicts = verdictsOf(assessment, monthPeriod(latest));
  const indicators = assessment.indicators.filter(({ parts }) => parts.length > 0);
  const matrix: MatrixContent = {
    indicators,
    columns: monthColumns(inputs),
    caption: (service) => `${service}：指标 × 月份`,
    cell: (indicator, column) => contractCell(inputs, indicator, column),
  };
  const spans = [
    { label: monthWords(latest), count: 1 },
    { label: '近12个月', count: 12 },
    { label: '全部月份', count: assessment.months.length },
  ];
  return {
    title: '合规总览',
    kind: 'compliance',
    description: '指标与月份的矩阵，每格是一个可以逐行核对的结论。',
    lead: `${monthWords(latest)}：${countsSentence(verdicts)}${supplementarySentence(verdicts.supplementary)}`,
    month: latest,
    blocks: [
      introduction(inputs, assessment.indicators.length - indicators.length),
      { kind: 'legend' },
      matrixFilters(inputs, matrix, spans),
      ...matrixSections(inputs, matrix),
      ...supplementarySection(
        matrix,
        verdicts.supplementary.map(({ indicator }) => indicator),
      ),
      {
        kind: 'section',
        id: 'periods',
        blocks: [
          { kind: 'heading', level: 2, id: null, text: '季度、年度与本年累计' },
          {
            kind: 'paragraph',
            pieces: [text('比率按期内各月的件数合计计算；任何一个月的台账没有交付或不完整，该期就不作达标结论。')],
          },
          periodTable(inputs),
        ],
      },
    ],
  };
}

/** All verdicts of all months. */
export const compliancePage = singlePage(compliancePaper);
