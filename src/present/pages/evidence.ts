import type { Month } from '../../core/calendar/date.ts';
import { monthPeriod } from '../../core/calendar/period.ts';
import { type Evidence, evidenceOf, type PartEvidence } from '../../core/indicators/evidence.ts';
import type { Indicator } from '../../core/indicators/indicator.ts';
import type { Result } from '../../core/indicators/result.ts';
import { resultsByLocation, saysOfLocations } from '../../core/reports/location.ts';
import { evidenceTwin } from '../../core/reports/twins.ts';
import { formerResults } from '../../core/seals/former.ts';
import { formerTwin } from '../../core/seals/twin.ts';
import { agreedFacts } from '../agreed.ts';
import { inBrackets } from '../basis.ts';
import { durationChart } from '../chart/distribution.ts';
import { failureChart } from '../chart/pareto.ts';
import { seriesCharts } from '../chart/series.ts';
import { monthWords, periodWords } from '../dates.ts';
import { casesWords, reasonWords, valueWords } from '../formats.ts';
import { serviceName } from '../names.ts';
import type { Block, Fact } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, say, text } from '../paper/say.ts';
import { partCases, partTarget, partValue } from '../parts.ts';
import { passLabels, passRule, passWords } from '../passes.ts';
import { resultSentence } from '../result.ts';
import { formerWords } from '../seal.ts';
import { resultStands } from '../supplementary.ts';
import { amendmentTable } from '../tables/amendments.ts';
import { judgementNumbers, judgementTable } from '../tables/judgements.ts';
import { locationTable } from '../tables/locations.ts';
import { chart } from './chart.ts';
import type { Inputs } from './inputs.ts';
import { type MonthKey, measuredThrough, monthKeys, neighbourPager } from './month.ts';
import type { PageType } from './page-type.ts';

/** An indicator in a month, with the month's neighbours. */
export interface EvidenceKey extends MonthKey {
  readonly indicator: string;
}

function partFacts({ result, unexcused, passes }: PartEvidence, month: Month, smallSample: number): Fact[] {
  const fact = (label: string, value: string): Fact => ({ label, value: [quote(value)] });
  const excused =
    unexcused === null ? null : `${valueWords(unexcused, result.target, result.part.figure) ?? '—'}（${casesWords(unexcused)}）`;
  return [
    fact('目标', `${partTarget(result)}${inBrackets(result.target?.basis ?? null)}`),
    fact('值', partValue(result)),
    fact('件数', partCases(result)),
    ...(result.part.measure.kind === 'count' && result.part.measure.events === 'unwanted'
      ? [fact('看过', `${result.seen}次`)]
      : []),
    ...(passes === null
      ? []
      : [fact(passLabels.first, passWords(passes.first)), fact(passLabels.after, passWords(passes.after))]),
    ...(excused === null ? [] : [fact('不剔除例外时', excused)]),
    ...(result.judged.id === month ? [] : [fact('评价期', periodWords(result.judged))]),
    ...(result.reasons.length === 0 ? [] : [fact('说明', result.reasons.map(reasonWords).join('；'))]),
    ...(result.small ? [fact('提示', `样本少（少于${smallSample}件），比率起伏大，请结合件数看`)] : []),
  ];
}

/** One part's number and the rows behind it: what failed, what counts, what does not. */
function partBlocks({ project }: Inputs, month: Month, part: PartEvidence, number: number | null): Block[] {
  const { result, passes, failed, passed, excluded, unknown, underWay } = part;
  const { name } = result.part;
  const id = (of: string) => (number === null ? of : `${of}-${number}`);
  const level = number === null ? 2 : 3;
  const heading = (words: string): Block => ({ kind: 'heading', level, id: null, text: words });
  const none = (words: string): Block => ({ kind: 'paragraph', pieces: [text(words)] });
  const failures = { id: id('failed'), caption: `${name}：不合格、未完成或超限的记录`, judgements: failed, corrections: true };
  const exclusions = { id: id('excluded'), caption: `${name}：不计入的记录及理由`, judgements: excluded, corrections: false };
  const waiting = {
    id: id('unknown'),
    caption: `${name}：没有结果的记录和没有记录的查看`,
    judgements: unknown,
    corrections: false,
  };
  const running = {
    id: id('under-way'),
    caption: `${name}：在时限之内的事项，到期或办结的月份再评价`,
    judgements: underWay,
    corrections: false,
  };
  return [
    ...(number === null ? [] : [{ kind: 'heading', level: 2, id: null, text: name, verdict: result.verdict } as const]),
    {
      kind: 'facts',
      row: true,
      items: [...partFacts(part, month, project.contract.smallSample), ...agreedFacts(project, [result.part], month)],
    },
    ...(passes === null ? [] : [{ kind: 'note', pieces: [quote(passRule(passes))] } as const]),
    heading(`${result.tally.kind === 'count' ? '发生的事件' : '不合格与未完成'}（${failed.length}）`),
    failed.length > 0
      ? judgementTable(project, failures)
      : none(result.verdict === 'no-data' ? '台账没有交付，不能判断。' : '没有。'),
    ...(unknown.length === 0 ? [] : [heading(`没有结果（${unknown.length}）`), judgementTable(project, waiting)]),
    ...(underWay.length === 0 ? [] : [heading(`进行中（${underWay.length}）`), judgementTable(project, running)]),
    heading(`计入且合格（${passed.length}）`),
    passed.length > 0 ? judgementNumbers(project, passed) : none('没有。'),
    heading(`不计入（${excluded.length}）`),
    excluded.length > 0 ? judgementTable(project, exclusions) : none('没有。'),
  ];
}

/** The results at each location, which show where a failure lies. */
function locationBlocks({ project }: Inputs, indicator: Indicator, month: Month): Block[] {
  const { place } = project.contract.words;
  const results = resultsByLocation(project.assessment, indicator, monthPeriod(month));
  if (!saysOfLocations(project.assessment, indicator) || results.length === 0) return [];
  return [
    { kind: 'heading', level: 2, id: 'locations', text: `各${place}` },
    {
      kind: 'paragraph',
      pieces: [text(`按合同的同一目标衡量，用来找问题出在哪里；合同的结论以全部${place}合计为准。`)],
    },
    locationTable(project, `${indicator.name}：${monthWords(month)}各${place}`, results),
  ];
}

/** How the number moved until that month, and what its failures and durations look like. */
function historyBlocks({ project, href }: Inputs, indicator: Indicator, month: Month): Block[] {
  const { assessment } = project;
  const before = assessment.months.filter((each) => each <= month);
  const past = before.slice(-13).map((each) => assessment.result(indicator, monthPeriod(each)));
  const year = before.slice(-12);
  const evidence = (each: Month) => href({ kind: 'evidence', month: each, indicator: indicator.id });
  const patterns = indicator.parts
    .flatMap((part, at) => [
      failureChart(assessment, part, year, `failures-${at + 1}`, evidence),
      durationChart(assessment, part, year, `durations-${at + 1}`),
    ])
    .filter((spec) => spec !== null);
  return [
    { kind: 'heading', level: 2, id: null, text: '此前各月' },
    ...seriesCharts(past, evidence).map(chart),
    ...(patterns.length === 0 ? [] : [{ kind: 'heading', level: 2, id: null, text: '近12个月的分布' } as const]),
    ...patterns.map(chart),
  ];
}

/** The evidence that a page is about. Asking for an indicator that the contract does not have is our bug. */
function evidenceFor({ project: { assessment } }: Inputs, { indicator: id, month }: EvidenceKey): Evidence {
  const indicator = assessment.all.find((each) => each.id === id);
  if (indicator === undefined) throw new TypeError(`no indicator ${id}`);
  return evidenceOf(assessment, indicator, month);
}

/** The result's values, with those that an amendment replaced. */
function evidenceValues(inputs: Inputs, key: EvidenceKey) {
  const twin = evidenceTwin(evidenceFor(inputs, key), key.month, inputs.project.provenance);
  const formers = formerResults(inputs.project.seals.get(key.month), key.indicator);
  return formers.length === 0 ? twin : { ...twin, former: formerTwin(formers) };
}

/** What the result said until each amendment, and everything that the amendment changed. */
function amendmentBlocks({ project }: Inputs, result: Result, month: Month): Block[] {
  const formers = formerResults(project.seals.get(month), result.indicator.id);
  if (formers.length === 0) return [];
  return [
    { kind: 'heading', level: 2, id: 'amendments', text: '签发后的修订' },
    ...formers.flatMap((former): Block[] => [
      { kind: 'paragraph', pieces: [quote(`${formerWords(former, result)}。理由：${former.amendment.reason}`)] },
      amendmentTable(
        former.amendment,
        project.assessment,
        former.amendment.changes.filter((each) => each.kind !== 'result' || each.indicator === result.indicator.id),
      ),
    ]),
  ];
}

function evidencePaper(inputs: Inputs, key: EvidenceKey): Paper {
  const { content, ledger } = inputs.project;
  const { month } = key;
  const { result, parts } = evidenceFor(inputs, key);
  const { indicator } = result;
  const formers = formerResults(inputs.project.seals.get(month), indicator.id);
  const service = serviceName(ledger.registers, indicator.service);
  const clause = content.clauses.get(indicator.clause);
  return {
    title: `${indicator.name}（${service}） · ${monthWords(month)}`,
    kind: 'evidence',
    service,
    description: `${service}的${indicator.name}，${monthWords(month)}的结论与每一行依据。`,
    lead: `${resultSentence(result)}${formers.map((each) => `（${formerWords(each, result)}）`).join('')}`,
    month,
    newest: { kind: 'evidence', month: '*', indicator: indicator.id },
    search: 'lead',
    breadcrumbs: [
      { label: '合规总览', to: { kind: 'index', of: 'compliance' } },
      { label: monthWords(month), to: { kind: 'compliance', month } },
    ],
    blocks: [
      {
        kind: 'actions',
        items: [
          [resultStands(result)],
          say`${text('指标说明', { kind: 'indicator', indicator: indicator.id })}`,
          ...(clause === undefined
            ? []
            : [[quote(`条款${clause.id}`, { kind: 'clause', section: clause.section, clause: clause.id })]]),
          ...(inputs.project.assessment.underWayTo(month) === null ? [[text('本月报告', { kind: 'report', id: month })]] : []),
          [text('机器可读（JSON）', { kind: 'data', of: 'evidence', month, indicator: indicator.id })],
        ],
      },
      ...amendmentBlocks(inputs, result, month),
      ...parts.map((part, at): Block => {
        const number = parts.length > 1 ? at + 1 : null;
        return { kind: 'section', blocks: partBlocks(inputs, month, part, number) };
      }),
      ...locationBlocks(inputs, indicator, month),
      { kind: 'heading', level: 2, id: null, text: '计算口径' },
      { kind: 'paragraph', pieces: [quote(indicator.formula)] },
      ...historyBlocks(inputs, indicator, month),
      neighbourPager(key, (each) => ({ kind: 'evidence', month: each, indicator: indicator.id })),
    ],
  };
}

/** One page for each indicator with a measure and each month: its verdict and every row behind it. */
export const evidencePage: PageType<EvidenceKey> = {
  keys: (whole) => {
    const built = whole.project.assessment.all.filter(({ parts }) => parts.length > 0);
    return monthKeys(whole).flatMap((key) => built.map(({ id }) => ({ ...key, indicator: id })));
  },
  params: ({ month, indicator }) => ({ month, id: indicator }),
  reads: ({ month }) => measuredThrough(month),
  paper: evidencePaper,
  twin: evidenceValues,
};
