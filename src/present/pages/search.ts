import type { Entry } from '../../core/documents/library.ts';
import type { Procedure } from '../../core/documents/procedure.ts';
import type { Destination } from '../../core/reports/destination.ts';
import { monthWords } from '../dates.ts';
import { serviceIds, serviceName } from '../names.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, stressed, text } from '../paper/say.ts';
import { heading, list } from '../paper/tell.ts';
import { searchExamples } from '../search/examples.ts';
import { kindOrder } from '../search/kinds.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

/** The services, and what is for all of them. */
const servicesOf = ({ project }: Inputs): string[] => [...serviceIds(project.ledger.registers), 'all'];

/** What readers may choose and say in the form. */
export function searchForm(inputs: Inputs) {
  const { content, contract, ledger, assessment } = inputs.project;
  return {
    kinds: kindOrder(contract.words.place),
    services: servicesOf(inputs).map((id) => serviceName(ledger.registers, id)),
    months: [...assessment.months].reverse().map((month) => ({ month, words: monthWords(month) })),
    examples: searchExamples(content),
    synonyms: content.synonyms?.data.synonyms ?? [],
  };
}

function indexList({ latest }: Inputs): Block {
  const entry = (to: Destination, label: string, about: string) => [text(label, to), stressed('below', text(about))];
  return list(
    [
      entry({ kind: 'index', of: 'procedures' }, '作业规程', '每件事怎么做，按服务分列'),
      entry({ kind: 'index', of: 'plan' }, '服务方案', '方案全文，按章节和条款编号'),
      entry({ kind: 'index', of: 'standards' }, '服务标准', '做什么、多久一次、做到什么程度'),
      entry({ kind: 'index', of: 'commitments' }, '服务承诺', '承诺了什么，现在是否做到'),
      entry({ kind: 'index', of: 'indicators' }, '服务指标', '目标、口径与最近结论'),
      entry({ kind: 'compliance', month: latest }, '最近一个月的结论', '未达标在前'),
      entry({ kind: 'index', of: 'records' }, '服务记录', '各月台账，逐行可查'),
      entry({ kind: 'index', of: 'organisation' }, '组织与联系', '机构、岗位、渠道和记录表'),
    ],
    'index',
  );
}

/** The procedures of a service; nothing where it has none. */
function shelf(name: string, procedures: readonly Entry<Procedure>[]): Block[] {
  if (procedures.length === 0) return [];
  const titles = procedures.map(({ id, data }) => [quote(data.title, { kind: 'procedure', id })]);
  return [{ kind: 'section', blocks: [heading(name, { level: 3 }), list(titles)] }];
}

function searchPaper(inputs: Inputs): Paper {
  const { content, ledger } = inputs.project;
  const { procedures } = content;
  return {
    title: '搜索',
    kind: 'help',
    description: '用平常的话找条款、规程、指标和结论。',
    lead: '用平常的话就能找；写有原话的页面在前，只是相近的另列。',
    search: false,
    contents: false,
    blocks: [
      heading('从目录查找'),
      indexList(inputs),
      heading('全部作业规程', { count: `${procedures.length}项` }),
      ...servicesOf(inputs).flatMap((service) =>
        shelf(
          serviceName(ledger.registers, service),
          procedures.filter(({ data }) => data.service === service),
        ),
      ),
    ],
  };
}

/** The search with its directory, for readers without a script and for those who would rather look. */
export const searchPage = singlePage(searchPaper);
