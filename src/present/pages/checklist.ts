import type { Procedure } from '../../core/documents/procedure.ts';
import { namesOfHoldings } from '../../core/registers/location.ts';
import { dateWords } from '../dates.ts';
import { serviceName } from '../names.ts';
import type { Block, ListLook } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, stressed } from '../paper/say.ts';
import { heading, list, numbered, paragraph } from '../paper/tell.ts';
import type { Inputs } from './inputs.ts';
import type { PageType } from './page-type.ts';
import { linesOf, type ProcedureKey, procedureKeys, procedureOf } from './procedure.ts';

/** A part of the sheet; nothing where it would be empty. */
function part(title: string, items: readonly Pieces[], look?: ListLook): Block[] {
  return items.length === 0 ? [] : [{ kind: 'section', blocks: [heading(title), list(items, look)] }];
}

const fields = (names: readonly string[], tall = false): Block => ({ kind: 'fields', names, tall });

/** The sheet: where and when, what to take, what to tick, who signs. */
function sheetBlocks({ project, relations }: Inputs, { id, updated, clauses, ...data }: Procedure): Block[] {
  const { contract, ledger } = project;
  const records = data.records.map(({ record }) => [quote(relations.recordKind(record)?.title ?? record)]);
  const origin = `${id}　规程更新于${dateWords(updated)}　依据方案条款${clauses.join('、')}。哪些内容由本站补写，见规程页各栏下的说明。`;
  const service = stressed('strong', quote(serviceName(ledger.registers, data.service)));
  return [
    fields([[contract.words.place, ...namesOfHoldings(ledger.registers)].join('、'), '日期', '开始时间', '结束时间']),
    paragraph([service, quote(`　${data.when}`)]),
    ...part('先看安全', linesOf(data.safety)),
    ...part('带齐', linesOf(data.materials), 'short-ticks'),
    { kind: 'section', blocks: [heading('步骤'), numbered(linesOf(data.steps), 'ticks')] },
    ...part('验收', linesOf(data.acceptance), 'ticks'),
    ...part('已记', records, 'short-ticks'),
    fields(['没有做到的项目和原因'], true),
    fields(['作业岗位（代码）', '日期', '验收岗位（代码）', '日期']),
    { kind: 'qr', to: { kind: 'procedure', id }, label: '扫码打开规程页面' },
    paragraph([quote(origin)], 'meta'),
  ];
}

const guidance = '用A4纸单面打印。做一步勾一步，做完签岗位代码和日期，不写姓名。也可以在手机上勾，勾选不会保存。';

function checklistPaper(inputs: Inputs, key: ProcedureKey): Paper {
  const { id, data } = procedureOf(inputs, key);
  return {
    title: `检查单：${data.title}`,
    kind: 'procedure',
    description: `${data.title}的一页检查单，打印后随身勾记。`,
    search: false,
    contents: false,
    breadcrumbs: [
      { label: '作业规程', to: { kind: 'index', of: 'procedures' } },
      { label: data.title, to: { kind: 'procedure', id } },
    ],
    blocks: [
      { ...paragraph(guidance, 'lead'), screen: true },
      { kind: 'print-hint' },
      { kind: 'section', look: 'checklist', blocks: sheetBlocks(inputs, data) },
    ],
  };
}

/** One sheet for each procedure, to be ticked off on paper. */
export const checklistPage: PageType<ProcedureKey> = {
  keys: procedureKeys,
  params: ({ id }) => ({ id }),
  reads: null,
  paper: checklistPaper,
};
