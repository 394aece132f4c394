import { monthPeriod } from '../../core/calendar/period.ts';
import { verdictsOf } from '../../core/reports/verdicts.ts';
import { monthWords } from '../dates.ts';
import { serviceIds, serviceName } from '../names.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, say, stressed, text } from '../paper/say.ts';
import { heading, list, pager, paragraph } from '../paper/tell.ts';
import { resultsSentence } from '../standing.ts';
import { supplementaryId, supplementaryWords } from '../supplementary.ts';
import { commitmentTable } from '../tables/commitments.ts';
import { serviceDueTable } from '../tables/due.ts';
import { findings } from '../tables/findings.ts';
import { indicatorTable } from '../tables/indicators.ts';
import { procedureList } from '../tables/references.ts';
import type { Inputs } from './inputs.ts';
import type { PageType } from './page-type.ts';

/** A service and what it is called. */
interface Service {
  readonly id: string;
  readonly name: string;
}

function documentBlocks({ project }: Inputs, { id }: Service): Block[] {
  const standards = project.content.standards.filter(({ data }) => data.service === id);
  const procedures = project.content.procedures.filter(({ data }) => data.service === id);
  const plan = text('服务方案', { kind: 'index', of: 'plan' });
  const items = standards.map((each) => [
    quote(each.data.title, { kind: 'standard', id: each.id }),
    stressed('below', quote(each.data.summary)),
  ]);
  return [
    heading('标准'),
    standards.length === 0 ? paragraph(say`没有只属于这项服务的标准；要求见${plan}的条款。`) : list(items, 'index'),
    heading('规程', { count: `${procedures.length}项` }),
    procedureList(procedures),
  ];
}

function dueBlocks(inputs: Inputs, { id }: Service): Block[] {
  const table = serviceDueTable(inputs, id);
  return [
    heading('接下来到期', { count: '按排期和工作日历' }),
    table.rows.length === 0 ? paragraph('排期中没有这项服务的定期作业。') : table,
  ];
}

function indicatorBlocks(inputs: Inputs, { id, name }: Service): Block[] {
  const { assessment } = inputs.project;
  const indicators = assessment.indicators.filter(({ service }) => service === id).sort((a, b) => a.order - b.order);
  const caption = `${name}的指标，${monthWords(inputs.latest)}`;
  // A service of which nothing is measured has no matrix there.
  const measured = indicators.some(({ parts }) => parts.length > 0);
  const matrix = text('逐月对照（合规总览）', { kind: 'index', of: 'compliance', ...(measured ? { anchor: id } : {}) });
  return [
    heading('指标', { count: `${indicators.length}项` }),
    indicators.length === 0
      ? paragraph('还没有列出指标。')
      : indicatorTable(inputs, { id: 'indicators', caption, indicators, quiet: true }),
    { kind: 'actions', items: [[matrix]] },
    ...supplementaryBlocks(inputs, { id, name }),
  ];
}

/** Further figures of this service alone; nothing where there are none. */
function supplementaryBlocks(inputs: Inputs, { id, name }: Pick<Service, 'id' | 'name'>): Block[] {
  const own = inputs.project.assessment.supplementary.filter(({ service }) => service === id);
  if (own.length === 0) return [];
  const indicators = [...own].sort((a, b) => a.order - b.order);
  const caption = `${name}的${supplementaryWords}，${monthWords(inputs.latest)}`;
  return [
    heading(supplementaryWords, { id: supplementaryId, count: `${own.length}项` }),
    indicatorTable(inputs, { id: 'supplementary-indicators', caption, indicators, quiet: true }),
  ];
}

function commitmentBlocks(inputs: Inputs, { id, name }: Service): Block[] {
  const ids = inputs.project.content.commitments.filter(({ data }) => data.service === id).map((each) => each.id);
  const all = text('服务承诺', { kind: 'index', of: 'commitments' });
  return [
    heading('承诺', { count: `${ids.length}项` }),
    ids.length === 0
      ? paragraph(say`没有只属于这项服务的承诺；对全部服务的承诺见${all}。`)
      : commitmentTable(inputs, { id: 'commitments', caption: `${name}的承诺`, ids, quiet: true }),
  ];
}

function servicePaper(inputs: Inputs, { id }: { readonly id: string }): Paper {
  const { project, latest } = inputs;
  const { registers } = project.ledger;
  const service = { id, name: serviceName(registers, id) };
  const { name } = service;
  const results = verdictsOf(project.assessment, monthPeriod(latest)).results.filter(({ indicator }) => indicator.service === id);
  const ids = serviceIds(registers);
  return {
    title: name,
    kind: 'service',
    service: name,
    description: `${name}：标准、规程、指标、承诺、最近结论和接下来到期的事，都在这里。`,
    lead: `${monthWords(latest)}${resultsSentence(results)}`,
    month: latest,
    search: 'lead',
    breadcrumbs: [{ label: '各项服务', to: { kind: 'index', of: 'services' } }],
    blocks: [
      heading('需要关注'),
      findings(inputs, results),
      ...documentBlocks(inputs, service),
      ...dueBlocks(inputs, service),
      ...indicatorBlocks(inputs, service),
      ...commitmentBlocks(inputs, service),
      pager(ids, ids.indexOf(id), (each) => ({ label: serviceName(registers, each), to: { kind: 'service', id: each } })),
    ],
  };
}

/** One page for each service: its documents, what was and was not met, and what falls due next. */
export const servicePage: PageType<{ readonly id: string }> = {
  keys: ({ project }) => serviceIds(project.ledger.registers).map((id) => ({ id })),
  params: ({ id }) => ({ id }),
  reads: null,
  paper: servicePaper,
};
