import { monthPeriod } from '../../core/calendar/period.ts';
import type { Entry } from '../../core/documents/library.ts';
import type { Standard } from '../../core/documents/standard.ts';
import type { Indicator } from '../../core/indicators/indicator.ts';
import { dateWords, monthWords } from '../dates.ts';
import { serviceName, serviceShort } from '../names.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import type { Pieces } from '../paper/piece.ts';
import { advised, quote, say, stressed, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, pager, paragraph } from '../paper/tell.ts';
import { resultsSentence } from '../standing.ts';
import { commitmentTable } from '../tables/commitments.ts';
import { indicatorTable, latestVerdict } from '../tables/indicators.ts';
import { clauseRefs, procedureList } from '../tables/references.ts';
import type { Inputs } from './inputs.ts';
import type { PageType } from './page-type.ts';

type Item = Standard['items'][number];

/** How a duty stands now: the verdict of each indicator that checks it, or that none does. */
function checkedPieces(inputs: Inputs, item: Item): Pieces {
  const { registers } = inputs.project.ledger;
  const indicators = inputs.relations.duty(item);
  if (indicators.length === 0) return [stressed('proof', text('未核对'))];
  const hasServices = new Set(indicators.map(({ service }) => service)).size > 1;
  const nameOf = ({ name, service }: Indicator) => (hasServices ? `${serviceShort(registers, service)}：${name}` : name);
  const items = indicators.map((each) => [
    latestVerdict(inputs, each),
    text(' '),
    quote(nameOf(each), { kind: 'indicator', indicator: each.id }),
  ]);
  return [{ kind: 'points', items }];
}

function itemRow(inputs: Inputs, item: Item): Row {
  const cell = (name: Item['advice'][number]) => [item.advice.includes(name) ? advised(item[name]) : quote(item[name])];
  const duty = [cell('what'), cell('frequency'), cell('criterion'), cell('check')];
  return { cells: [...duty, checkedPieces(inputs, item), clauseRefs(inputs.project.content, item.clauses)] };
}

/** What is asked for, area by area, and how it stands. */
function itemTable(inputs: Inputs, { title, items }: Standard): Table {
  const areas = [...new Set(items.map(({ area }) => area))];
  return {
    kind: 'table',
    id: 'items',
    caption: [quote(`${title}：逐项要求`)],
    quiet: true,
    looks: ['stack'],
    columns: [
      { label: '做什么', align: 'start', weight: 14 },
      { label: '多久一次', align: 'start', weight: 8 },
      { label: '做到什么程度', align: 'start', weight: 16 },
      { label: '怎么查', align: 'start', weight: 14 },
      { label: `${monthWords(inputs.latest)}核对`, align: 'start', weight: 10, look: 'standing' },
      { label: '依据条款', align: 'start', weight: 8, look: 'refs' },
    ],
    rows: areas.flatMap((area): Row[] => {
      const own = items.filter((item) => item.area === area);
      return [{ look: 'band', cells: [[quote(area)]] }, ...own.map((item) => itemRow(inputs, item))];
    }),
    keepTogether: false,
  };
}

/** What rests on the standard's clauses: indicators, procedures and promises. */
function relatedBlocks(inputs: Inputs, { id, data }: Entry<Standard>): Block[] {
  const { content } = inputs.project;
  const { indicators, commitments } = inputs.relations.standard(id);
  const procedures = content.procedures.filter((each) => data.procedures.includes(each.id));
  const promises = {
    id: 'commitments',
    caption: `${data.title}：依据同一条款的承诺`,
    ids: commitments.map((each) => each.id),
    quiet: true,
  };
  return [
    heading('所系指标与最近结论'),
    indicators.length === 0
      ? paragraph('没有指标以本标准的条款为依据，本标准靠检查记录核对。')
      : indicatorTable(inputs, { id: 'indicators', caption: `${data.title}：依据同一条款的指标`, indicators, quiet: true }),
    heading('照此作业的规程'),
    procedures.length === 0 ? paragraph('本标准没有对应的作业规程。') : procedureList(procedures),
    heading('所系承诺', { count: `${commitments.length}项` }),
    commitments.length === 0 ? paragraph('没有承诺以本标准的条款为依据。') : commitmentTable(inputs, promises),
  ];
}

/** How many duties there are, how many of them nothing checks, and how the indicators on their clauses stand. */
function leadOf({ project, latest, relations }: Inputs, { id, data }: Entry<Standard>): string {
  const { indicators } = relations.standard(id);
  const built = indicators.filter(({ parts }) => parts.length > 0);
  const results = built.map((indicator) => project.assessment.result(indicator, monthPeriod(latest)));
  const told = resultsSentence(results, indicators.length - results.length);
  const unchecked = data.items.filter((item) => relations.duty(item).length === 0).length;
  const rest = unchecked === 0 ? '' : `，其中${unchecked}项未核对`;
  return `${data.items.length}项要求${rest}。${monthWords(latest)}所系${told}`;
}

const uncheckedWords = '“未核对”指没有指标核对这一项要求：方案没有为它设指标，或者其中有本站的建议。';
const advisedWords =
  '标有“建议”的一格方案没有写，是本站的建议，双方约定之前不作为考核依据；没有标记的各格出自方案，要求照样有效。';

function standardPaper(inputs: Inputs, { id }: { readonly id: string }): Paper {
  const { content, ledger } = inputs.project;
  const { standards } = content;
  const at = standards.findIndex((each) => each.id === id);
  const standard = standards[at];
  if (standard === undefined) throw new TypeError(`no standard ${id}`);
  const { data } = standard;
  return {
    title: data.title,
    kind: 'standard',
    service: serviceName(ledger.registers, data.service),
    description: data.summary,
    lead: leadOf(inputs, standard),
    month: inputs.latest,
    breadcrumbs: [{ label: '服务标准', to: { kind: 'index', of: 'standards' } }],
    blocks: [
      paragraph([quote(data.summary)]),
      itemTable(inputs, data),
      paragraph(uncheckedWords),
      ...(data.items.some(({ advice }) => advice.length > 0) ? [paragraph(advisedWords)] : []),
      { kind: 'body', collection: 'standards', id, heading: '补充说明' },
      ...relatedBlocks(inputs, standard),
      paragraph(say`本页更新于${quote(dateWords(data.updated))}。`, 'meta'),
      pager(standards, at, (each) => ({ label: each.data.title, to: { kind: 'standard', id: each.id } })),
    ],
  };
}

/** One page for each standard: what it asks for and what rests on the same clauses. */
export const standardPage: PageType<{ readonly id: string }> = {
  keys: ({ project }) => project.content.standards.map(({ id }) => ({ id })),
  params: ({ id }) => ({ id }),
  reads: null,
  paper: standardPaper,
};
