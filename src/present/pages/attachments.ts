import type { Attachment } from '../../core/documents/attachment.ts';
import type { Entry } from '../../core/documents/library.ts';
import type { Content } from '../../core/project/project.ts';
import { dateWords } from '../dates.ts';
import { attachmentTypeWords, confidentialityWords, lineWords } from '../documents.ts';
import { evidencePieces } from '../evidence.ts';
import type { Block, Fact } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, pager, paragraph } from '../paper/tell.ts';
import { documentTable } from '../tables/documents.ts';
import { clauseList, clauseRefs } from '../tables/references.ts';
import type { Inputs } from './inputs.ts';
import { type PageType, singlePage } from './page-type.ts';

function attachmentRow({ id, data }: Entry<Attachment>): Row {
  const { number, title, type, storage, confidentiality, version, example } = data;
  const words = [
    title,
    attachmentTypeWords(type),
    storage,
    confidentialityWords[confidentiality],
    version,
    example ? '方案只作示例，没有附上' : '在册',
  ];
  return { cells: [[quote(number, { kind: 'attachment', number: id })], ...words.map((each) => [quote(each)])] };
}

const listedTable = (attachments: readonly Entry<Attachment>[]): Table => ({
  kind: 'table',
  id: 'listed',
  caption: [quote('附件清单')],
  quiet: true,
  looks: ['stack'],
  columns: [
    { label: '编号', align: 'start', weight: 10 },
    { label: '名称', align: 'start', weight: 14 },
    { label: '类型', align: 'start', weight: 4 },
    { label: '存储位置', align: 'start', weight: 10 },
    { label: '保密级别', align: 'start', weight: 4 },
    { label: '版本', align: 'start', weight: 4 },
    { label: '情况', align: 'start', weight: 10 },
  ],
  rows: attachments.map(attachmentRow),
  keepTogether: false,
});

type Outstanding = NonNullable<Content['attachmentIndex']>['data']['outstanding'];

/** What is there of an attachment that the list does not have; of one that is no kind of record nobody can say. */
function handedPieces(inputs: Inputs, record: string | undefined): Pieces {
  const kind = inputs.relations.recordKind(record ?? '');
  return kind === null ? [quote('没有登记')] : evidencePieces(inputs, inputs.evidence.documentsOf(kind));
}

/** What the plan asks for and its list does not have. */
const outstandingTable = (inputs: Inputs, outstanding: Outstanding): Table => ({
  kind: 'table',
  id: 'missing',
  caption: [quote('方案要求而清单没有的附件')],
  quiet: true,
  looks: ['stack'],
  columns: [
    { label: '名称', align: 'start', weight: 14 },
    { label: '类型', align: 'start', weight: 4 },
    { label: '为什么需要', align: 'start', weight: 20, look: 'words' },
    { label: '依据条款', align: 'start', weight: 8, look: 'refs' },
    { label: '现状', align: 'start', weight: 10 },
  ],
  rows: outstanding.map(({ id, title, type, clauses, note, record }) => ({
    id,
    cells: [
      [quote(title)],
      [quote(attachmentTypeWords(type))],
      [quote(note ?? '方案没有说明')],
      clauseRefs(inputs.project.content, clauses),
      handedPieces(inputs, record),
    ],
  })),
  keepTogether: false,
});

/** The documents that were handed in; a contract that keeps no such register says so. */
function documentBlocks(inputs: Inputs): Block[] {
  const { register, documents, day } = inputs.evidence;
  if (register === null) return [];
  const open = documents.filter(({ published }) => published).length;
  const told = `到${dateWords(day)}登记${documents.length}件，发布${open}件；其余只写编号、种类、日期和 SHA-256。`;
  return [
    heading(register.name, { id: 'documents', count: `${documents.length}件` }),
    paragraph(documents.length === 0 ? '还没有登记文件。' : told),
    ...(documents.length === 0 ? [] : [documentTable(inputs, register)]),
  ];
}

function attachmentsPaper(inputs: Inputs): Paper {
  const { content } = inputs.project;
  const { attachments } = content;
  const { types = [], outstanding = [] } = content.attachmentIndex?.data ?? {};
  const isListed = attachments.length + outstanding.length > 0;
  const sorts = types.map(({ name, items }) => ({
    name: [quote(name)],
    about: [quote(items.map((item) => `${item.name}（${item.note}）`).join('；'))],
  }));
  const listed: Block[] = [
    heading('清单', { id: 'index', count: `${attachments.length}件` }),
    listedTable(attachments),
    heading('尚缺', { id: 'outstanding', count: `${outstanding.length}件` }),
    outstanding.length === 0 ? paragraph('方案要求的附件都已列入清单。') : outstandingTable(inputs, outstanding),
  ];
  return {
    title: '附件',
    kind: 'attachment',
    description: '附件清单、尚缺的附件，以及编号、存储、保密和审核的规则。',
    lead: isListed
      ? `方案的附件清单只列${attachments.length}件，正文要求而没有列入的还有${outstanding.length}件；交了没有，逐件写明。`
      : '本合同没有列出附件。',
    blocks: [
      ...(isListed ? listed : []),
      ...documentBlocks(inputs),
      ...(types.length === 0 ? [] : [heading('分类', { id: 'types' }), { kind: 'entries', items: sorts } as const]),
      { kind: 'body', collection: 'attachments', id: 'index' },
    ],
  };
}

/** Every attachment, and those that are still to come. */
export const attachmentsPage = singlePage(attachmentsPaper);

function factsOf({ relations }: Inputs, { data }: Entry<Attachment>): Block {
  const fact = (label: string, words: string): Fact => ({ label, value: [quote(words)] });
  const owner =
    data.owner === undefined
      ? quote('方案没有写明')
      : quote(relations.roleName(data.owner), { kind: 'organisation', id: data.owner });
  return {
    kind: 'facts',
    items: [
      fact('编号', data.number),
      fact('类型', attachmentTypeWords(data.type)),
      fact('存储位置', data.storage),
      fact('保密级别', confidentialityWords[data.confidentiality]),
      fact('版本', data.version),
      { label: '责任岗位', value: [owner] },
      fact('出处', `方案原文${lineWords(data.sourceLines)}`),
      fact('更新', dateWords(data.updated)),
    ],
  };
}

function attachmentPaper(inputs: Inputs, { id }: { readonly id: string }): Paper {
  const { content } = inputs.project;
  const { attachments } = content;
  const at = attachments.findIndex((each) => each.id === id);
  const attachment = attachments[at];
  if (attachment === undefined) throw new TypeError(`no attachment ${id}`);
  const { data } = attachment;
  return {
    title: data.title,
    kind: 'attachment',
    description: `附件${data.number}：${data.title}。`,
    lead: data.example ? '清单列有这一件，文件本身没有附上；方案只把它用作示例。' : `在册附件，存于${data.storage}。`,
    breadcrumbs: [{ label: '附件', to: { kind: 'index', of: 'attachments' } }],
    blocks: [
      factsOf(inputs, attachment),
      { kind: 'body', collection: 'attachments', id },
      heading('提到它的条款'),
      data.clauses.length === 0 ? paragraph('方案的条款没有提到它。') : clauseList(content, data.clauses),
      pager(attachments, at, (each) => ({ label: each.data.title, to: { kind: 'attachment', number: each.id } })),
    ],
  };
}

/** One page for each attachment. */
export const attachmentPage: PageType<{ readonly id: string }> = {
  keys: ({ project }) => project.content.attachments.map(({ id }) => ({ id })),
  params: ({ id }) => ({ number: id }),
  reads: null,
  paper: attachmentPaper,
};
