import { monthPeriod } from '../../core/calendar/period.ts';
import type { Entry } from '../../core/documents/library.ts';
import type { Standard } from '../../core/documents/standard.ts';
import type { Result } from '../../core/indicators/result.ts';
import type { Verdict } from '../../core/indicators/verdict.ts';
import { countedBy } from '../../core/reports/verdicts.ts';
import { verdictCounts, verdictHeads } from '../basis.ts';
import { monthWords } from '../dates.ts';
import { serviceName } from '../names.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, stressed } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, paragraph } from '../paper/tell.ts';
import { pendingWords } from '../standing.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

const standardLink = ({ id, data }: Entry<Standard>) => quote(data.title, { kind: 'standard', id });

function directory({ project }: Inputs): Block {
  const { content, ledger } = project;
  const items = content.standards.map((standard) => {
    const { service, summary, items: asked } = standard.data;
    const beside = quote(`${serviceName(ledger.registers, service)} · ${asked.length}项要求`);
    return { name: [standardLink(standard), stressed('small', beside)], about: [quote(summary)] };
  });
  return { kind: 'entries', items };
}

/** What the indicators of a standard say of the latest month. */
const resultsOf = ({ project, latest, relations }: Inputs, standard: Entry<Standard>): Result[] =>
  relations
    .standard(standard.id)
    .indicators.filter(({ parts }) => parts.length > 0)
    .map((indicator) => project.assessment.result(indicator, monthPeriod(latest)));

/** How many verdicts of each kind the indicators of a standard have. */
function countRow(inputs: Inputs, standard: Entry<Standard>, counted: readonly Verdict[]): Row {
  const { indicators } = inputs.relations.standard(standard.id);
  const built = resultsOf(inputs, standard);
  const counts = verdictCounts(built, counted);
  const numbers = [...counts, String(indicators.length - built.length)];
  return { cells: [[standardLink(standard)], ...numbers.map((count) => [quote(count)])] };
}

function countTable(inputs: Inputs): Table {
  const { standards } = inputs.project.content;
  const counted = countedBy(standards.flatMap((standard) => resultsOf(inputs, standard)));
  return {
    kind: 'table',
    id: 'by-standard',
    caption: [quote(`${monthWords(inputs.latest)}各标准所系指标的结论项数`)],
    quiet: true,
    looks: [],
    columns: [
      { label: '标准', align: 'start', weight: 12 },
      ...[...verdictHeads(counted), pendingWords].map((label) => ({ label, align: 'end', weight: 4 }) as const),
    ],
    rows: standards.map((standard) => countRow(inputs, standard, counted)),
    keepTogether: true,
  };
}

function leadOf({ project, latest }: Inputs): string {
  const { standards } = project.content;
  if (standards.length === 0) return '本合同没有单列服务标准；要求见服务方案的条款、服务承诺和服务指标。';
  const items = standards.flatMap(({ data }) => data.items);
  const clauses = new Set(items.flatMap((item) => item.clauses)).size;
  return `${standards.length}份标准共${items.length}项要求，逐项写明做什么、多久一次、做到什么程度、怎么查，并连到所依据的${clauses}条方案条款和${monthWords(latest)}的结论。`;
}

function standardsPaper(inputs: Inputs): Paper {
  const { standards } = inputs.project.content;
  return {
    title: '服务标准',
    kind: 'standard',
    description: '各项服务的标准：做什么、多久一次、做到什么程度、怎么查。',
    lead: leadOf(inputs),
    month: inputs.latest,
    search: 'lead',
    blocks: [
      directory(inputs),
      ...(standards.length === 0
        ? []
        : [heading('标准所系指标的结论'), countTable(inputs), paragraph('一项指标可以属于多份标准，所以各行不能相加。')]),
    ],
  };
}

/** Every standard, and how the indicators of each stand. */
export const standardsPage = singlePage(standardsPaper);
