import type { Blank } from '../../core/documents/blank.ts';
import type { Contradiction } from '../../core/documents/contradiction.ts';
import { dateWords } from '../dates.ts';
import {
  blankKindWords,
  blankTypeWords,
  contradictionKindWords,
  lineWords,
  oneLineWords,
  severities,
  severityWords,
  suppliers,
  supplierWords,
} from '../documents.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import type { Pieces } from '../paper/piece.ts';
import { advised, joined, quote, say, stressed, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, list, paragraph } from '../paper/tell.ts';
import { markUses } from '../tables/mark-uses.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

/** Blanks or contradictions that belong together, under an anchor. */
interface Group<Item> {
  readonly anchor: string;
  readonly words: string;
  readonly items: readonly Item[];
}

const blanksOf = ({ project }: Inputs): readonly Blank[] => project.content.blanks?.data.blanks ?? [];

const contradictionsOf = ({ project }: Inputs): readonly Contradiction[] =>
  project.content.contradictions?.data.contradictions ?? [];

/** Blanks by who is to say their value. */
function bySupplier(inputs: Inputs): Group<Blank>[] {
  const groups = suppliers.map((supplier) => ({
    anchor: `by-${supplier}`,
    words: supplierWords(supplier, inputs.project.contract.words),
    items: blanksOf(inputs).filter((blank) => blank.supplier === supplier),
  }));
  return groups.filter(({ items }) => items.length > 0);
}

/** Contradictions by how much depends on them. */
function bySeverity(inputs: Inputs): Group<Contradiction>[] {
  const groups = severities.map((severity) => ({
    anchor: severity,
    words: severityWords[severity],
    items: contradictionsOf(inputs).filter((each) => each.severity === severity),
  }));
  return groups.filter(({ items }) => items.length > 0);
}

function blankRow({ relations }: Inputs, blank: Blank): Row {
  const { id, kind, needs, type, value, suggestion, note, sections, sourceLines } = blank;
  const proposed = suggestion === null ? text('没有建议') : advised(suggestion, '建议值');
  return {
    id,
    cells: [
      [quote(needs), stressed('small', quote(`${blankKindWords[kind]} · ${blankTypeWords(type)}`))],
      [quote(value ?? '待补充')],
      [proposed, ...(note === undefined ? [] : [stressed('small', quote(note))])],
      markUses(relations.blank(id)),
      [quote(`${sections.join('、')}节`), stressed('small', quote(`原文${lineWords(sourceLines)}`))],
    ],
  };
}

const blankTable = (inputs: Inputs, { anchor, words, items }: Group<Blank>): Table => ({
  kind: 'table',
  id: `blanks-${anchor}`,
  caption: [quote(`${words}的值`)],
  quiet: true,
  looks: ['stack'],
  columns: [
    { label: '需要什么', align: 'start', weight: 16 },
    { label: '现在的值', align: 'start', weight: 8 },
    { label: '建议值', align: 'start', weight: 20 },
    { label: '用在哪里', align: 'start', weight: 14 },
    { label: '出处', align: 'start', weight: 8 },
  ],
  rows: items.map((blank) => blankRow(inputs, blank)),
  keepTogether: false,
});

function sidePieces({ project }: Inputs, side: Contradiction['sides'][number]): Pieces {
  const { section, sourceLine, clause: id, says } = side;
  const clause = id === undefined ? undefined : project.content.clauses.get(id);
  const place =
    clause === undefined
      ? quote(`${section}节`)
      : quote(clause.id, { kind: 'clause', section: clause.section, clause: clause.id });
  return say`${place}（原文${quote(oneLineWords(sourceLine))}）：${quote(says)}`;
}

/** What stands against what, what the site makes of it, and which indicators depend on it. */
function differenceSection(inputs: Inputs, difference: Contradiction): Block {
  const { id, kind, topic, sides, resolution, needsClientDecision, indicators } = difference;
  const { content, contract } = inputs.project;
  const decides = quote(`须由${contract.words.client}决定`);
  const affected = indicators.map((indicator) => {
    const name = content.indicators.find((each) => each.id === indicator)?.data.name ?? indicator;
    return [quote(name, { kind: 'indicator', indicator })];
  });
  const remarks = [
    stressed('small', text(contradictionKindWords[kind])),
    ...(needsClientDecision ? [stressed('strong', decides)] : []),
  ];
  return {
    kind: 'section',
    look: 'difference',
    id,
    blocks: [
      heading(topic, { level: 4, remarks }),
      list(sides.map((side) => sidePieces(inputs, side))),
      paragraph([stressed('strong', text('本站采用：')), quote(resolution)]),
      ...(affected.length === 0 ? [] : [paragraph(say`涉及指标：${joined(affected, '、')}`)]),
    ],
  };
}

const severitySection = (inputs: Inputs, { anchor, words, items }: Group<Contradiction>): Block => ({
  kind: 'section',
  blocks: [
    heading(words, { level: 3, id: anchor, count: `${items.length}处` }),
    ...items.map((each) => differenceSection(inputs, each)),
  ],
});

function jumps(inputs: Inputs): Block {
  const link = ({ anchor, words, items }: Group<unknown>) => [quote(`${words}（${items.length}）`, { kind: 'here', anchor })];
  return {
    kind: 'actions',
    screen: true,
    items: [
      [text('待补充', { kind: 'here', anchor: 'blanks' })],
      ...bySupplier(inputs).map(link),
      [text('差异', { kind: 'here', anchor: 'contradictions' })],
      ...bySeverity(inputs).map(link),
    ],
  };
}

function leadOf(inputs: Inputs): string {
  const { words } = inputs.project.contract;
  const [blanks, contradictions] = [blanksOf(inputs), contradictionsOf(inputs)];
  if (blanks.length + contradictions.length === 0) return '本合同没有列出待补充的值，也没有列出差异。';
  const waiting = blanks.filter(({ value }) => value === null);
  const each = suppliers
    .map((supplier) => ({ supplier, count: waiting.filter((blank) => blank.supplier === supplier).length }))
    .filter(({ count }) => count > 0)
    .map(({ supplier, count }) => `${count}个${supplierWords(supplier, words)}`);
  const undecided = contradictions.filter(({ needsClientDecision }) => needsClientDecision).length;
  return `方案还有${waiting.length}个值待补充（${each.join('，')}），${contradictions.length}处差异，其中${undecided}处须由${words.client}决定。`;
}

function openPaper(inputs: Inputs): Paper {
  const { content, contract } = inputs.project;
  const days = [content.blanks, content.contradictions].flatMap((each) => each?.data.updated ?? []);
  const blanks = bySupplier(inputs).flatMap((group): Block[] => [
    heading(group.words, { level: 3, id: group.anchor, count: `${group.items.length}个` }),
    blankTable(inputs, group),
  ]);
  return {
    title: '待补充与差异',
    kind: 'open',
    description: '方案留空的值、方案没有写的值，以及方案自相矛盾之处和本站采用的读法。',
    lead: leadOf(inputs),
    blocks: [
      jumps(inputs),
      heading('待补充', { id: 'blanks' }),
      ...(blanks.length === 0 ? [paragraph('本合同没有列出待补充的值。')] : []),
      { kind: 'body', collection: 'organisation', id: 'blanks' },
      ...blanks,
      heading('差异', { id: 'contradictions' }),
      ...(contradictionsOf(inputs).length === 0 ? [paragraph('本合同没有列出差异。')] : []),
      { kind: 'body', collection: 'organisation', id: 'contradictions' },
      ...bySeverity(inputs).map((group) => severitySection(inputs, group)),
      paragraph(`本页更新于${dateWords(days.sort().at(-1) ?? contract.updated)}。`, 'meta'),
    ],
  };
}

/** What the plan leaves open, and where it contradicts itself. */
export const openPage = singlePage(openPaper);
