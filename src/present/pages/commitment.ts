import type { Blank } from '../../core/documents/blank.ts';
import type { Commitment } from '../../core/documents/commitment.ts';
import type { Link, Standing } from '../../core/reports/commitments.ts';
import type { PromiseDocument } from '../../core/reports/evidence.ts';
import { dateWords, monthWords } from '../dates.ts';
import { areaWords, audienceWords, lineWords, proofDocumentWords, shortened, supplierWords } from '../documents.ts';
import { documentStatePiece, documentsRule, handedPieces } from '../evidence.ts';
import { serviceName } from '../names.ts';
import type { Block, Fact } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import type { Pieces } from '../paper/piece.ts';
import { mark, quote, say, stressed, text } from '../paper/say.ts';
import { heading, list, pager, paragraph } from '../paper/tell.ts';
import { proofWords, standingSentence } from '../standing.ts';
import { indicatorTable } from '../tables/indicators.ts';
import { clauseList, procedureList } from '../tables/references.ts';
import type { Inputs } from './inputs.ts';
import type { PageType } from './page-type.ts';

function commitmentFacts({ project }: Inputs, { id, promisedTo, service, sourceLines }: Commitment): Fact[] {
  const facts = [
    ['对谁承诺', audienceWords(promisedTo, project.contract.words)],
    ['服务', serviceName(project.ledger.registers, service)],
    ['出处', `方案原文${lineWords(sourceLines)}`],
    ['编号', id],
  ] as const;
  return facts.map(([label, words]) => ({ label, value: [quote(words)] }));
}

/** A document that proves the promise: a record of the plan's, or what is said of it, and whether it was handed in. */
function documentPieces(inputs: Inputs, { named: { kind, ref, text: words }, standing }: PromiseDocument): Pieces {
  return [
    ...namedPieces(inputs, { kind, ref, text: words }),
    text('：'),
    documentStatePiece(standing.state),
    ...handedPieces(standing),
  ];
}

function namedPieces({ relations }: Inputs, { kind, ref, text: words }: PromiseDocument['named']): Pieces {
  const record = ref === undefined ? null : relations.recordKind(ref);
  const named = `${proofDocumentWords[kind]}：`;
  if (record === null) return [text(named), quote(words ?? '')];
  const to = { kind: 'organisation', id: record.id } as const;
  return [text(named), quote(record.title, to), ...(words === undefined ? [] : [quote(`，${words}`)])];
}

/** What a link says of the promise, above its indicators. */
function linkSentence({ kind, unchecked }: Link): string {
  const rest = unchecked === null ? '' : `没有核对：${unchecked}。`;
  switch (kind) {
    case 'whole':
      return `下列指标合起来核对全句：全部达标，承诺才算做到；一项未达标即为未达标，有一项数据不全则不下达标的结论。${rest}`;
    case 'part':
      return `下列指标只核对一部分：达标也只读作“部分核对”，一项未达标即为未达标。${rest}`;
    case 'context':
      return '下列指标与这项承诺有关，但不证明它，不参与结论。';
  }
}

function linkBlocks(inputs: Inputs, link: Link, at: number): Block[] {
  const caption = `${proofWords[link.kind]}的指标，${monthWords(inputs.latest)}`;
  return [
    heading(proofWords[link.kind], { level: 3 }),
    paragraph([quote(linkSentence(link))]),
    indicatorTable(inputs, { id: `proof-${at + 1}`, caption, indicators: link.indicators, quiet: true }),
  ];
}

/** What is to prove that the promise is kept: indicators by how they bear on it, documents, or why nothing can. */
function proofBlocks(inputs: Inputs, { commitment, links }: Standing): Block[] {
  const { notMeasurable } = commitment;
  const documents = inputs.evidence.promise(commitment);
  return [
    heading('凭什么证明', { id: 'proof' }),
    ...(notMeasurable === undefined ? [] : [paragraph([text('不可度量：'), quote(notMeasurable)])]),
    ...links.flatMap((link, at) => linkBlocks(inputs, link, at)),
    ...(documents === null
      ? []
      : [
          heading('文件', { level: 3 }),
          paragraph(documentsRule(inputs, documents)),
          list(documents.items.map((each) => documentPieces(inputs, each))),
        ]),
  ];
}

/** What nobody has said yet, with what is said or proposed meanwhile. */
function blankPieces({ project }: Inputs, { id, needs, value, suggestion, supplier }: Blank): Pieces {
  const told = value ?? `待补充，${supplierWords(supplier, project.contract.words)}`;
  const advice = [stressed('advice', stressed('strong', text('建议值')), quote(suggestion ?? ''))];
  return [
    ...say`${quote(needs, { kind: 'open-item', id })}：${quote(told)}`,
    ...(value === null && suggestion !== null ? advice : []),
  ];
}

function blankBlocks(inputs: Inputs, { blanks: ids, proof }: Commitment): Block[] {
  const { blanks } = inputs.project.content;
  const own = (blanks?.data.blanks ?? []).filter(({ id }) => ids.includes(id));
  if (own.length === 0) return [];
  return [
    heading('尚待补充'),
    paragraph(
      proof.some(({ kind }) => kind === 'whole')
        ? '下列内容还没有约定；结论按指标写明的口径得出，约定之后可能改变。'
        : '下列内容补齐之前，涉及它们的部分没有核对。',
    ),
    { ...list(own.map((blank) => blankPieces(inputs, blank))), unsearched: true },
  ];
}

/** The procedures by which it is kept. */
function procedureBlocks({ relations }: Inputs, { id }: Commitment): Block[] {
  const { procedures } = relations.commitment(id);
  return procedures.length === 0 ? [] : [heading('如何做到'), procedureList(procedures)];
}

/** The way to the promises before and after it in its area. */
function commitmentPager({ project }: Inputs, { id, area }: Commitment): Block {
  const siblings = project.content.commitments.filter(({ data }) => data.area === area);
  const at = siblings.findIndex((each) => each.id === id);
  return pager(siblings, at, ({ id: other, data }) => ({
    label: shortened(data.text, 24),
    to: { kind: 'commitment', id: other },
  }));
}

function commitmentPaper(inputs: Inputs, { id }: { readonly id: string }): Paper {
  const { project, latest, standings } = inputs;
  const data = project.content.commitments.find((each) => each.id === id)?.data;
  const standing = standings.get(id);
  if (data === undefined || standing === undefined) throw new TypeError(`no commitment ${id}`);
  return {
    title: data.text,
    kind: 'commitment',
    service: serviceName(project.ledger.registers, data.service),
    description: `承诺：${data.text}`,
    lead: standingSentence(standing),
    month: latest,
    breadcrumbs: [
      { label: '服务承诺', to: { kind: 'index', of: 'commitments' } },
      { label: areaWords[data.area], to: { kind: 'index', of: 'commitments', anchor: data.area } },
    ],
    blocks: [
      { kind: 'actions', items: [[mark(standing.reading)], [text('凭什么证明', { kind: 'here', anchor: 'proof' })]] },
      { kind: 'facts', items: commitmentFacts(inputs, data) },
      { kind: 'body', collection: 'commitments', id },
      heading('依据的条款'),
      clauseList(project.content, data.clauses),
      ...proofBlocks(inputs, standing),
      ...blankBlocks(inputs, data),
      ...procedureBlocks(inputs, data),
      paragraph([quote(`本页更新于${dateWords(data.updated)}。`)], 'meta'),
      commitmentPager(inputs, data),
    ],
  };
}

/** One page for each commitment: what proves it, and how it stands. */
export const commitmentPage: PageType<{ readonly id: string }> = {
  keys: ({ project }) => project.content.commitments.map(({ id }) => ({ id })),
  params: ({ id }) => ({ id }),
  reads: null,
  paper: commitmentPaper,
};
