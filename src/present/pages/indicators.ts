import { monthPeriod } from '../../core/calendar/period.ts';
import { basisOf } from '../../core/indicators/basis.ts';
import type { Indicator } from '../../core/indicators/indicator.ts';
import type { Result } from '../../core/indicators/result.ts';
import { verdictsOf } from '../../core/reports/verdicts.ts';
import { basisLabel, basisOrDash } from '../basis.ts';
import { monthWords } from '../dates.ts';
import { serviceIds, serviceName } from '../names.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, paragraph } from '../paper/tell.ts';
import { partCases, partTarget, partValue } from '../parts.ts';
import { pendingWords } from '../standing.ts';
import {
  resultMark,
  supplementaryId,
  supplementaryMeaning,
  supplementarySentence,
  supplementaryWords,
} from '../supplementary.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

/** Target, its basis, value and cases: of the only part, or how many parts there are. */
function numberCells(result: Result): Pieces[] {
  const [only, ...others] = result.parts;
  if (only === undefined) return [[text('—')], [], [], []];
  const basis = quote(basisOrDash(basisOf(result)));
  if (others.length > 0) return [[quote(`${result.parts.length}个分项`)], [basis], [], []];
  return [[quote(partTarget(only))], [basis], [quote(partValue(only))], [quote(partCases(only))]];
}

function indicatorRow({ project, latest }: Inputs, indicator: Indicator): Row {
  const { id, name, group, criterion, parts } = indicator;
  const result = project.assessment.result(indicator, monthPeriod(latest));
  const verdict =
    parts.length === 0 ? text(pendingWords) : resultMark(result, { kind: 'evidence', month: latest, indicator: id });
  const first = quote(name, { kind: 'indicator', indicator: id });
  return { cells: [[first], [verdict], [quote(group)], [quote(criterion)], ...numberCells(result)] };
}

/** Indicators with their latest verdicts; `of` is what they are called together. */
const table = (inputs: Inputs, id: string, of: string, indicators: readonly Indicator[]): Table => ({
  kind: 'table',
  id: `indicators-${id}`,
  caption: [quote(`${of}与${monthWords(inputs.latest)}结论`)],
  looks: ['results'],
  columns: [
    { label: '指标', align: 'start', weight: 12 },
    { label: '结论', align: 'start', weight: 6, look: 'nowrap' },
    { label: '分组', align: 'start', weight: 5, look: 'nowrap' },
    { label: '要求', align: 'start', weight: 20, look: 'words' },
    { label: '目标', align: 'start', weight: 6, look: 'nowrap' },
    { label: basisLabel, align: 'start', weight: 4, look: 'nowrap' },
    { label: '本月值', align: 'end', weight: 7 },
    { label: '件数', align: 'end', weight: 7 },
  ],
  rows: indicators.map((indicator) => indicatorRow(inputs, indicator)),
  keepTogether: false,
});

function serviceSection(inputs: Inputs, service: string): Block {
  const { assessment, ledger } = inputs.project;
  const own = assessment.indicators.filter((each) => each.service === service).sort((a, b) => a.order - b.order);
  return {
    kind: 'section',
    id: service,
    blocks: [
      heading(serviceName(ledger.registers, service), { count: `${own.length}项` }),
      own.length === 0
        ? paragraph('还没有列出指标。')
        : table(inputs, service, `${serviceName(ledger.registers, service)}指标`, own),
    ],
  };
}

/** Further figures that the plan names or promises without listing them; nothing where there are none. */
function supplementarySection(inputs: Inputs): Block[] {
  const own = [...inputs.project.assessment.supplementary].sort((a, b) => a.order - b.order);
  if (own.length === 0) return [];
  const blocks = [
    heading(supplementaryWords, { count: `${own.length}项` }),
    paragraph(supplementaryMeaning),
    table(inputs, supplementaryId, supplementaryWords, own),
  ];
  return [{ kind: 'section', id: supplementaryId, blocks }];
}

function leadOf({ project, latest }: Inputs): string {
  const { indicators } = project.assessment;
  if (indicators.length === 0) return '本合同还没有列出指标。';
  const pending = indicators.filter(({ parts }) => parts.length === 0).length;
  const built = indicators.length - pending;
  const told = pending === 0 ? '全部由台账自动计算' : `其中${built}项已由台账自动计算，${pending}项的计算口径尚未建立`;
  const further = supplementarySentence(verdictsOf(project.assessment, monthPeriod(latest)).supplementary);
  return `方案共${indicators.length}项指标，${told}。下表结论为${monthWords(latest)}。${further}`;
}

function indicatorsPaper(inputs: Inputs): Paper {
  return {
    title: '服务指标',
    kind: 'indicator',
    description: '方案的全部指标：含义、目标、计算口径与最近一个月的结论。',
    lead: leadOf(inputs),
    month: inputs.latest,
    blocks: [
      paragraph([text('按月查看全部结论（合规总览）', { kind: 'index', of: 'compliance' })]),
      ...serviceIds(inputs.project.ledger.registers).map((service) => serviceSection(inputs, service)),
      ...supplementarySection(inputs),
    ],
  };
}

/** Every indicator with its latest verdict, by service. */
export const indicatorsPage = singlePage(indicatorsPaper);
