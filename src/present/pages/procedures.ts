import type { Entry } from '../../core/documents/library.ts';
import type { Procedure } from '../../core/documents/procedure.ts';
import { serviceIds, serviceName } from '../names.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, stressed, text } from '../paper/say.ts';
import { heading, list } from '../paper/tell.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

/** The procedures of one service. */
interface Shelf {
  readonly service: string;
  readonly name: string;
  readonly procedures: readonly Entry<Procedure>[];
}

/** The services that have procedures, and those procedures that are for all of them. */
function shelvesOf({ project }: Inputs): Shelf[] {
  const { content, ledger } = project;
  const shelves = [...serviceIds(ledger.registers), 'all'].map((service) => ({
    service,
    name: serviceName(ledger.registers, service),
    procedures: content.procedures.filter(({ data }) => data.service === service),
  }));
  return shelves.filter(({ procedures }) => procedures.length > 0);
}

const entryOf = ({ id, data }: Entry<Procedure>): Pieces => [
  quote(data.title, { kind: 'procedure', id }),
  stressed('below', quote(data.when)),
  ...(data.keywords.length === 0 ? [] : [stressed('below', quote(`也叫：${data.keywords.join('、')}`))]),
];

const shelfSection = ({ service, name, procedures }: Shelf): Block => ({
  kind: 'section',
  id: service,
  blocks: [heading(name, { count: `${procedures.length}项` }), list(procedures.map(entryOf), 'index')],
});

function proceduresPaper(inputs: Inputs): Paper {
  const { procedures } = inputs.project.content;
  const shelves = shelvesOf(inputs);
  const jumps = shelves.map(({ service, name, procedures: own }) => [
    quote(`${name}（${own.length}）`, { kind: 'here', anchor: service }),
  ]);
  return {
    title: '作业规程',
    kind: 'procedure',
    description: '每件事怎么做：步骤、安全、验收、记录和出了问题怎么办。',
    lead: `共${procedures.length}项规程，每项写明何时做、谁来做、怎么做、怎样算做好，都可以打印成一页检查单。不知道叫什么，可以用平常的话搜索。`,
    search: 'lead',
    blocks: [
      { kind: 'actions', items: [[text('搜索规程', { kind: 'index', of: 'search' })], ...jumps] },
      ...shelves.map(shelfSection),
    ],
  };
}

/** Every procedure, by service. */
export const proceduresPage = singlePage(proceduresPaper);
