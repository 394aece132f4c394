import { monthPeriod } from '../../core/calendar/period.ts';
import { bases } from '../../core/indicators/basis.ts';
import type { Indicator } from '../../core/indicators/indicator.ts';
import { passesOf } from '../../core/indicators/passes.ts';
import { resultsByLocation, saysOfLocations } from '../../core/reports/location.ts';
import { agreedFacts } from '../agreed.ts';
import { basisLabel, basisMeanings, basisWords } from '../basis.ts';
import { placeCharts } from '../chart/multiples.ts';
import { seriesCharts } from '../chart/series.ts';
import { dateWords, monthWords, periodWords } from '../dates.ts';
import { targetWords } from '../formats.ts';
import { serviceName } from '../names.ts';
import type { Block, Fact } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, say, stressed, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, list, note, pager, paragraph } from '../paper/tell.ts';
import { resultCells } from '../parts.ts';
import { passLabels, passRule, passWords } from '../passes.ts';
import { resultSentence } from '../result.ts';
import { proofWords } from '../standing.ts';
import { resultMark, resultStands, supplementaryId, supplementaryWords } from '../supplementary.ts';
import { locationTable } from '../tables/locations.ts';
import { chart } from './chart.ts';
import type { Inputs } from './inputs.ts';
import type { PageType } from './page-type.ts';

/** What the indicator means, how the plan wants it judged, and how its number is made. */
function factsOf({ project, latest }: Inputs, indicator: Indicator): Block {
  const { meaning, criterion, method, frequency, formula, note, clause: id } = indicator;
  const clause = project.content.clauses.get(id);
  const fact = (label: string, words: string): Fact => ({ label, value: [quote(words)] });
  const basis =
    clause === undefined
      ? quote(`${id} `)
      : quote(`${id} ${clause.title}`, { kind: 'clause', section: clause.section, clause: clause.id });
  return {
    kind: 'facts',
    items: [
      fact('含义', meaning),
      fact('方案要求', criterion),
      fact('评估方法', method),
      ...(frequency === null ? [] : [fact('评估频次', frequency)]),
      ...agreedFacts(project, indicator.parts, latest),
      fact('计算口径', formula),
      ...(note === undefined ? [] : [fact('说明', note)]),
      { label: '依据条款', value: [basis] },
    ],
  };
}

/** The targets of all times; of a mere figure, that it has none. */
function targetBlock({ parts }: Indicator): Block {
  if (parts.every(({ targets }) => targets.length === 0)) return paragraph('没有目标，只列数值，不作结论。');
  const rows = parts.flatMap(({ name, targets }) =>
    targets.map((target): Row => {
      const words = [name, targetWords(target), dateWords(target.from), basisWords[target.basis], target.note ?? '—'];
      return { cells: words.map((each) => [quote(each)]) };
    }),
  );
  return {
    kind: 'table',
    id: 'targets',
    caption: [quote('各时期的目标')],
    looks: [],
    columns: [
      { label: '分项', align: 'start', weight: 10 },
      { label: '目标', align: 'start', weight: 6 },
      { label: '自', align: 'start', weight: 8, look: 'nowrap' },
      { label: basisLabel, align: 'start', weight: 6 },
      { label: '说明', align: 'start', weight: 20 },
    ],
    rows,
    keepTogether: false,
  };
}

/** What the words for where its targets come from say. */
function basisNotes({ parts }: Indicator): Block[] {
  const own = bases.filter((basis) => parts.some(({ targets }) => targets.some((target) => target.basis === basis)));
  const told = own.map((basis) => `${basisWords[basis]}：${basisMeanings[basis]}`);
  return told.length === 0 ? [] : [note(`${told.join('；')}。`)];
}

/** The year to date, years and quarters: the newest state of what is judged over more than a month. */
function periodTable({ project, latest }: Inputs, indicator: Indicator): Table {
  const { assessment } = project;
  const { year, months } = assessment;
  const periods = [...year.toDates([latest]), ...year.periods('year', months), ...year.periods('quarter', months)];
  const rows = periods.map((period): Row => {
    const result = assessment.result(indicator, period);
    const { target, basis, value, cases } = resultCells(result);
    const first = quote(periodWords(period), { kind: 'period', id: period.id });
    return { cells: [[first], [quote(target)], [quote(basis)], [quote(value)], [quote(cases)], [resultMark(result)]] };
  });
  return {
    kind: 'table',
    id: 'periods',
    caption: [quote('季度、年度与本年累计')],
    looks: [],
    columns: [
      { label: '时期', align: 'start', weight: 8 },
      { label: '目标', align: 'start', weight: 8 },
      { label: basisLabel, align: 'start', weight: 4 },
      { label: '值', align: 'end', weight: 8 },
      { label: '件数', align: 'end', weight: 8 },
      { label: '结论', align: 'start', weight: 6 },
    ],
    rows,
    keepTogether: false,
  };
}

/** First pass and recheck of each part whose log keeps them, month by month, the newest first. */
function passBlocks({ project }: Inputs, indicator: Indicator): Block[] {
  const { assessment } = project;
  const told = indicator.parts.flatMap((part) =>
    [...assessment.months].reverse().flatMap((month) => {
      const passes = passesOf(assessment, part, [month]);
      return passes === null ? [] : [{ part, month, passes }];
    }),
  );
  const [newest] = told;
  if (newest === undefined) return [];
  const several = indicator.parts.length > 1;
  const rows = told.map(({ part, month, passes }): Row => {
    const to = { kind: 'evidence', month, indicator: indicator.id } as const;
    const own = several ? [[quote(part.name)]] : [];
    return {
      cells: [[quote(monthWords(month), to)], ...own, [quote(passWords(passes.first))], [quote(passWords(passes.after))]],
    };
  });
  const title = `${passLabels.first}与${passLabels.after}`;
  const table: Table = {
    kind: 'table',
    id: 'passes',
    caption: [quote(title)],
    quiet: true,
    looks: [],
    columns: [
      { label: '月份', align: 'start', weight: 8 },
      ...(several ? [{ label: '分项', align: 'start', weight: 8 } as const] : []),
      { label: passLabels.first, align: 'end', weight: 8 },
      { label: passLabels.after, align: 'end', weight: 8 },
    ],
    rows,
    keepTogether: false,
  };
  return [heading(title), note([quote(passRule(newest.passes))]), table];
}

/** The latest results at each location and how those with troubles went. */
function locationBlocks({ project, latest, href }: Inputs, indicator: Indicator): Block[] {
  const { assessment, contract } = project;
  const { place } = contract.words;
  const results = resultsByLocation(assessment, indicator, monthPeriod(latest));
  if (!saysOfLocations(assessment, indicator) || results.length === 0) return [];
  const address = (location: string) => href({ kind: 'location', location });
  const charts = placeCharts(assessment, indicator, assessment.months, { place, href: address, most: 24, elsewhere: '上表' });
  return [
    heading(`各${place}（${monthWords(latest)}）`),
    locationTable(project, `${monthWords(latest)}各${place}`, results),
    ...charts.map(chart),
  ];
}

/** Targets and results of an indicator that is measured. */
function measuredBlocks(inputs: Inputs, indicator: Indicator): Block[] {
  const { project, href } = inputs;
  const { assessment } = project;
  const monthly = assessment.months.map((month) => assessment.result(indicator, monthPeriod(month)));
  const evidence = (month: string) => href({ kind: 'evidence', month, indicator: indicator.id });
  return [
    heading('目标'),
    targetBlock(indicator),
    ...basisNotes(indicator),
    heading('逐月走势'),
    ...seriesCharts(monthly, evidence).map(chart),
    heading('累计与各期'),
    periodTable(inputs, indicator),
    ...passBlocks(inputs, indicator),
    ...locationBlocks(inputs, indicator),
  ];
}

/** The promises and procedures that name the indicator; their own pages say what they say. */
function relatedBlocks({ project }: Inputs, { id }: Indicator): Block[] {
  const { content } = project;
  const promises = content.commitments.flatMap(({ id: promise, data }) => {
    const link = data.proof.find(({ indicators }) => indicators.includes(id));
    return link === undefined ? [] : [{ promise, data, kind: link.kind }];
  });
  const procedures = content.procedures.filter(({ data }) => data.indicators.includes(id));
  const texts = promises.map(({ promise, data, kind }) => [
    quote(data.text, { kind: 'commitment', id: promise }),
    stressed('small', text(`（${proofWords[kind]}）`)),
  ]);
  const titles = procedures.map((each) => [quote(each.data.title, { kind: 'procedure', id: each.id })]);
  return [
    ...(texts.length === 0 ? [] : [heading('涉及的承诺'), { ...list(texts), unsearched: true }]),
    ...(titles.length === 0 ? [] : [heading('相关规程'), { ...list(titles), unsearched: true }]),
  ];
}

/** The latest verdict and the way to its rows; nothing for an indicator without a measure. */
function actionBlocks({ project, latest }: Inputs, indicator: Indicator): Block[] {
  if (indicator.parts.length === 0) return [];
  const result = project.assessment.result(indicator, monthPeriod(latest));
  const evidence = { kind: 'evidence', month: latest, indicator: indicator.id } as const;
  return [{ kind: 'actions', items: [[resultStands(result)], [quote(`查看${monthWords(latest)}的依据（逐行）`, evidence)]] }];
}

function leadOf({ project, latest }: Inputs, indicator: Indicator): string {
  const { parts, unmeasured } = indicator;
  if (parts.length === 0) return `这项指标没有计算口径，没有数值与结论：${unmeasured}`;
  return resultSentence(project.assessment.result(indicator, monthPeriod(latest)));
}

function indicatorPaper(inputs: Inputs, { id }: { readonly id: string }): Paper {
  const { assessment, content, ledger } = inputs.project;
  const indicator = assessment.all.find((each) => each.id === id);
  if (indicator === undefined) throw new TypeError(`no indicator ${id}`);
  const service = serviceName(ledger.registers, indicator.service);
  const { supplementary } = assessment;
  const further = indicator.list === 'supplementary';
  const listed = further ? supplementary : assessment.indicators.filter((each) => each.service === indicator.service);
  const siblings = [...listed].sort((a, b) => a.order - b.order);
  const document = content.indicators.find((each) => each.id === id);
  return {
    title: `${indicator.name}（${service}）`,
    kind: 'indicator',
    service,
    description: indicator.meaning,
    lead: leadOf(inputs, indicator),
    month: inputs.latest,
    breadcrumbs: [
      { label: '服务指标', to: { kind: 'index', of: 'indicators' } },
      further
        ? { label: supplementaryWords, to: { kind: 'index', of: 'indicators', anchor: supplementaryId } }
        : { label: service, to: { kind: 'index', of: 'indicators', anchor: indicator.service } },
    ],
    blocks: [
      ...actionBlocks(inputs, indicator),
      factsOf(inputs, indicator),
      { kind: 'body', collection: 'indicators', id },
      ...(indicator.parts.length === 0 ? [] : measuredBlocks(inputs, indicator)),
      ...relatedBlocks(inputs, indicator),
      ...(document === undefined ? [] : [paragraph(say`指标说明更新于${quote(dateWords(document.data.updated))}。`, 'meta')]),
      pager(siblings, siblings.indexOf(indicator), (each) => ({
        label: each.name,
        to: { kind: 'indicator', indicator: each.id },
      })),
    ],
  };
}

/** One page for each indicator: what it means, its targets, and how it stands. */
export const indicatorPage: PageType<{ readonly id: string }> = {
  keys: ({ project }) => project.assessment.all.map(({ id }) => ({ id })),
  params: ({ id }) => ({ id }),
  reads: null,
  paper: indicatorPaper,
};
