import { basisCounts } from '../../core/indicators/basis.ts';
import type { Indicator } from '../../core/indicators/indicator.ts';
import { unplaced } from '../../core/indicators/result.ts';
import { locationReport, saysOfLocations } from '../../core/reports/location.ts';
import { missedPhrase } from '../basis.ts';
import { monthWords } from '../dates.ts';
import { listed } from '../names.ts';
import type { Block, Neighbour } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { say, text } from '../paper/say.ts';
import { resultsSentence } from '../standing.ts';
import {
  locationCell,
  locationColumns,
  type MatrixContent,
  matrixFilters,
  matrixSections,
  monthColumns,
  supplementarySection,
  unplacedColumn,
} from '../tables/matrix.ts';
import type { Inputs } from './inputs.ts';
import { type PageType, singlePage } from './page-type.ts';

const ofLocations = ({ project }: Inputs, indicators: readonly Indicator[]) =>
  indicators.filter((each) => saysOfLocations(project.assessment, each));

const localIndicators = (inputs: Inputs) => ofLocations(inputs, inputs.project.assessment.indicators);
const furtherIndicators = (inputs: Inputs) => ofLocations(inputs, inputs.project.assessment.supplementary);

/** Whether something of those indicators belongs to no location. */
const hasUnplaced = (inputs: Inputs): boolean =>
  localIndicators(inputs).some(
    (each) => locationCell(inputs, each, { location: unplaced, name: '', month: inputs.latest }) !== null,
  );

/** Which places missed what in the latest month. */
function missesSentence({ project, latest }: Inputs, { indicators, columns, cell }: MatrixContent): string {
  const { place } = project.contract.words;
  if (indicators.length === 0) return `没有按${place}计算的指标。`;
  const places = columns.filter(({ id }) => id !== unplaced);
  const cells = indicators.flatMap((each) => places.map((column) => ({ column, cell: cell(each, column) })));
  const missed = cells.filter((each) => each.cell?.verdict === 'missed');
  if (missed.length === 0) return `${monthWords(latest)}没有${place}有未达标的指标。`;
  const names = places.filter((column) => missed.some((each) => each.column === column)).map(({ label }) => label);
  const by = basisCounts(missed.map((each) => each.cell?.basis ?? null));
  return `${monthWords(latest)}有${names.length}个${place}的${missedPhrase(by)}：${listed(names)}。`;
}

function comparisonPaper(inputs: Inputs): Paper {
  const { project, latest } = inputs;
  const { place } = project.contract.words;
  const matrix: MatrixContent = {
    indicators: localIndicators(inputs),
    columns: [...locationColumns(inputs), ...(hasUnplaced(inputs) ? [unplacedColumn(inputs)] : [])],
    caption: (service) => `${service}：指标 × ${place}（${monthWords(latest)}）`,
    cell: (indicator, { id, label }) => locationCell(inputs, indicator, { location: id, name: label, month: latest }),
  };
  return {
    title: `各${place}对照 · ${monthWords(latest)}`,
    kind: 'compliance',
    description: `${monthWords(latest)}各指标在各${place}的结论，找出问题出在哪里。`,
    lead: missesSentence(inputs, matrix),
    month: latest,
    search: 'lead',
    breadcrumbs: [{ label: '合规总览', to: { kind: 'index', of: 'compliance' } }],
    blocks: [
      {
        kind: 'paragraph',
        pieces: [
          text(
            `按合同的同一目标衡量各${place}，用来找问题出在哪里；合同的结论以全部${place}合计为准。“—”表示本月在这个${place}没有应计的情况，或不在服务期。一项指标中不分${place}的部分在最后一列；完全不分${place}登记的指标不列。点表头可见一个${place}逐月的结论。`,
          ),
        ],
      },
      { kind: 'legend' },
      matrixFilters(inputs, matrix, [{ label: `任一${place}`, count: matrix.columns.length }]),
      ...matrixSections(inputs, matrix),
      ...supplementarySection(matrix, furtherIndicators(inputs)),
    ],
  };
}

/** Every location's verdicts of the latest month, side by side. */
export const locationComparisonPage = singlePage(comparisonPaper);

function locationPager({ locations }: Inputs, id: string): Block {
  const at = locations.findIndex((each) => each.id === id);
  const neighbour = (index: number): Neighbour | null => {
    const found = locations[index];
    return found === undefined ? null : { label: found.name, to: { kind: 'location-verdicts', location: found.id } };
  };
  return { kind: 'pager', previous: neighbour(at - 1), next: neighbour(at + 1) };
}

function locationPaper(inputs: Inputs, { id }: { readonly id: string }): Paper {
  const { project, latest } = inputs;
  const { place } = project.contract.words;
  const location = inputs.locations.find((each) => each.id === id);
  if (location === undefined) throw new TypeError(`no location ${id}`);
  const { name } = location;
  const { month, results } = locationReport(project.assessment, id, latest);
  const kept = location.holdings.map(({ register }) => register.name);
  const matrix: MatrixContent = {
    indicators: localIndicators(inputs),
    columns: monthColumns(inputs),
    caption: (service) => `${name}${service}：指标 × 月份`,
    cell: (indicator, column) => locationCell(inputs, indicator, { location: id, name, month: column.id }),
  };
  const page = text(`这个${place}${kept.length > 0 ? `的${kept.join('与')}` : ''}`, { kind: 'location', location: id });
  const spans = [
    { label: monthWords(latest), count: 1 },
    { label: '近12个月', count: 12 },
    { label: '全部月份', count: matrix.columns.length },
  ];
  return {
    title: `${name}逐月结论`,
    kind: 'compliance',
    description: `${name}各项指标逐月的结论。`,
    lead: month === null ? '还没有开始服务，没有结论。' : `${monthWords(month)}，${resultsSentence(results)}`,
    month: month ?? latest,
    search: 'lead',
    breadcrumbs: [
      { label: '合规总览', to: { kind: 'index', of: 'compliance' } },
      { label: `各${place}对照`, to: { kind: 'index', of: 'location-verdicts' } },
    ],
    blocks: [
      {
        kind: 'paragraph',
        pieces: say`${text(`按合同的同一目标衡量，用来找问题出在哪里；合同的结论以全部${place}合计为准。“—”表示当月没有应计的情况，或不在服务期。`)}${page}`,
      },
      { kind: 'legend' },
      matrixFilters(inputs, matrix, spans),
      ...matrixSections(inputs, matrix),
      ...supplementarySection(matrix, furtherIndicators(inputs)),
      locationPager(inputs, id),
    ],
  };
}

/** One page for each location: its verdicts month by month. */
export const locationVerdictsPage: PageType<{ readonly id: string }> = {
  keys: ({ locations }) => locations.map(({ id }) => ({ id })),
  params: ({ id }) => ({ id }),
  reads: null,
  paper: locationPaper,
};
