import { monthPeriod } from '../../core/calendar/period.ts';
import type { Indicator } from '../../core/indicators/indicator.ts';
import { verdictsOf } from '../../core/reports/verdicts.ts';
import { seriesCharts } from '../chart/series.ts';
import { colourOf, contrast, type Palettes, pairs, ratioWords, schemes } from '../contrast.ts';
import { monthWords } from '../dates.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { text } from '../paper/say.ts';
import { heading, note, numbered, paragraph } from '../paper/tell.ts';
import { findings } from '../tables/findings.ts';
import { contractCell, matrix, monthColumns } from '../tables/matrix.ts';
import { resultTable } from '../tables/results.ts';
import { chart } from './chart.ts';
import type { Inputs } from './inputs.ts';
import { type PageType, type Single, singlePage } from './page-type.ts';
import { linesOf } from './procedure.ts';

/** Colours that meet, with their contrast in each medium. */
export const contrasts = (palettes: Palettes) =>
  pairs.map((pair) => ({
    ...pair,
    ratios: schemes.map((scheme) => contrast(colourOf(palettes, scheme, pair.front), colourOf(palettes, scheme, pair.ground))),
  }));

/** The weakest contrast of any text. */
function weakest(palettes: Palettes): string {
  const texts = contrasts(palettes).filter(({ needs }) => needs === 4.5);
  return ratioWords(Math.min(...texts.flatMap(({ ratios }) => ratios)));
}

const verdictBlocks: readonly Block[] = [
  heading('结论'),
  paragraph('图形、文字、颜色三样同时出现；紧凑处只留图形，文字留给读屏软件，旁边必有图例。'),
  { kind: 'legend' },
];

const factBlocks: readonly Block[] = [
  heading('一句话结论与要点'),
  paragraph('每页第一句回答“所以怎样”：写出月份、数值、件数、目标和结论。', 'lead'),
  {
    kind: 'facts',
    row: true,
    items: [
      { label: '目标', value: [text('≥95%')] },
      { label: '值', value: [text('98.7%')] },
      { label: '件数', value: [text('312/316')] },
    ],
  },
  {
    kind: 'facts',
    items: [
      { label: '含义', value: [text('要点表用于几项说明，左边是名称，右边是内容。')] },
      { label: '依据条款', value: [text('可以是链接', { kind: 'index', of: 'plan' })] },
    ],
  },
  note('提示：左边一条线，浅底，用于读者需要知道而不属于正文的话。'),
];

function chartBlocks({ project, href }: Inputs, example: Indicator | undefined): Block[] {
  const { assessment } = project;
  const said = paragraph('一句话、一张矢量图、一张同样内容的表；脚本加载后可以逐点查看，不挪动页面。');
  if (example === undefined) return [heading('图'), said];
  const results = assessment.months.slice(-13).map((month) => assessment.result(example, monthPeriod(month)));
  const evidence = (month: string) => href({ kind: 'evidence', month, indicator: example.id });
  return [heading('图'), said, ...seriesCharts(results, evidence).map(chart)];
}

/** Steps of the first procedure; nothing where there is none. */
function stepBlocks({ project }: Inputs): Block[] {
  const [procedure] = project.content.procedures;
  if (procedure === undefined) return [];
  return [heading('作业步骤'), numbered(linesOf(procedure.data.steps.slice(0, 3)), 'work')];
}

/** What pages tell results with. */
function resultBlocks(inputs: Inputs): Block[] {
  const { project, latest } = inputs;
  const { results } = verdictsOf(project.assessment, monthPeriod(latest));
  const measured = project.assessment.indicators.filter(({ parts }) => parts.length === 1);
  const caption = `${monthWords(latest)}指标结论（示例，前五项）`;
  const rows = matrix('matrix', '指标 × 月份（示例，三项）', {
    indicators: measured.slice(0, 3),
    columns: monthColumns(inputs),
    caption: (of) => of,
    cell: (indicator, column) => contractCell(inputs, indicator, column),
  });
  return [
    heading('需要关注'),
    findings(inputs, results.slice(0, 3)),
    heading('结论表'),
    resultTable(project, { id: 'results', caption, results: results.slice(0, 5), month: latest, months: [] }),
    heading('指标与月份'),
    rows,
    ...chartBlocks(inputs, measured[0]),
    ...stepBlocks(inputs),
    heading('打印与二维码'),
    { kind: 'print-hint' },
    { kind: 'qr', to: { kind: 'index', of: 'design' }, label: '扫码打开本页' },
  ];
}

/** Samples of the blocks that pages are made of, in the three places where the page of the design shows them. */
export const samples = (inputs: Inputs) => ({
  verdicts: verdictBlocks,
  facts: factBlocks,
  results: resultBlocks(inputs),
});

/** Sizes, gaps, colours and blocks of all pages; what no block can show is drawn by the page. */
export const designPage = (palettes: Palettes): PageType<Single> =>
  singlePage(
    ({ latest }): Paper => ({
      title: '页面设计',
      kind: 'help',
      description: '本站的字号、间距、颜色与对比度，以及全部页面共用的部件；每次生成时由实际样式算出。',
      lead: `全部页面只用这里的字号、间距、颜色和部件。文字与底色的对比度最低${weakest(palettes)}（要求4.5），由样式表实算。`,
      month: latest,
      search: false,
      blocks: [],
    }),
  );
