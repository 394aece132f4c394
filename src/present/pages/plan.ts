import type { Entry } from '../../core/documents/library.ts';
import type { Section } from '../../core/documents/section.ts';
import { dateWords } from '../dates.ts';
import type { Block, Neighbour } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { joined, quote, say, text } from '../paper/say.ts';
import { heading, note, pager, paragraph } from '../paper/tell.ts';
import { clauseLinks } from './clause-links.ts';
import type { Inputs } from './inputs.ts';
import { type PageType, singlePage } from './page-type.ts';

function chapterSection({ number, title }: Section['chapter'], sections: readonly Entry<Section>[]): Block {
  const items = sections.map(({ id, data }) => ({
    name: [quote(`${data.number}　${data.title}`, { kind: 'section', section: id })],
    about: [quote(data.summary)],
  }));
  return { kind: 'section', blocks: [heading(`第${number}章　${title}`), { kind: 'entries', items }] };
}

function planPaper({ project }: Inputs): Paper {
  const { sections, clauses } = project.content;
  const chapters = [...new Map(sections.map(({ data }) => [data.chapter.number, data.chapter])).values()];
  return {
    title: '服务方案',
    kind: 'section',
    description: '服务方案全文目录，每一条款有固定编号和地址。',
    lead: `方案分${chapters.length}章${sections.length}节，共${clauses.size}条；每一条都有固定编号，并连到依据它的承诺、指标与最近结论。`,
    blocks: chapters.map((chapter) =>
      chapterSection(
        chapter,
        sections.filter(({ data }) => data.chapter.number === chapter.number),
      ),
    ),
  };
}

/** The plan's contents. */
export const planPage = singlePage(planPaper);

/** Where the source breaks off, and which sections say nearly the same. */
function warnings({ project }: Inputs, { brokenOff, similarTo = [] }: Section): Block[] {
  const { sections } = project.content;
  const similar = similarTo.map((id) => sections.find((each) => each.id === id)).filter((each) => each !== undefined);
  const links = similar.map(({ id, data }) => [quote(`${data.number} ${data.title}`, { kind: 'section', section: id })]);
  const broken = brokenOff && say`原稿在“${quote(brokenOff.after)}”之后中断。缺少的内容：${quote(brokenOff.missing)}。`;
  return [
    ...(broken === undefined ? [] : [note(broken)]),
    ...(links.length === 0 ? [] : [note(say`本节与${joined(links, '、')}内容相近，请对照阅读。`)]),
  ];
}

/** Where the section stands in the source, and when its page was last changed. */
function originBlock({ sourceLines, updated }: Section): Block {
  const lines = sourceLines === undefined ? '' : `方案原稿第${sourceLines[0]}至${sourceLines[1]}行；`;
  return paragraph([quote(lines), text('本页更新于'), quote(dateWords(updated)), text('。')], 'meta');
}

const sectionLink = ({ id, data }: Entry<Section>): Neighbour => ({
  label: `${data.number} ${data.title}`,
  to: { kind: 'section', section: id },
});

function sectionPaper(inputs: Inputs, { id }: { readonly id: string }): Paper {
  const { sections, clauses } = inputs.project.content;
  const at = sections.findIndex((each) => each.id === id);
  const section = sections[at];
  if (section === undefined) throw new TypeError(`no section ${id}`);
  const { data } = section;
  const own = [...clauses.values()].filter((clause) => clause.section === id);
  return {
    title: `${data.number}　${data.title}`,
    kind: 'section',
    description: data.summary,
    lead: data.summary,
    breadcrumbs: [
      { label: '服务方案', to: { kind: 'index', of: 'plan' } },
      { label: `第${data.chapter.number}章　${data.chapter.title}`, to: { kind: 'index', of: 'plan' } },
    ],
    blocks: [
      ...warnings(inputs, data),
      { kind: 'body', collection: 'plan', id },
      originBlock(data),
      pager(sections, at, sectionLink),
    ],
    inserts: Object.fromEntries(own.map((clause) => [clause.id, clauseLinks(inputs, clause.id)])),
  };
}

/** One page for each section of the plan: its words, with what rests on each clause. */
export const sectionPage: PageType<{ readonly id: string }> = {
  keys: ({ project }) => project.content.sections.map(({ id }) => ({ id })),
  params: ({ id }) => ({ section: id }),
  reads: null,
  paper: sectionPaper,
};
