import type { Entry } from '../../core/documents/library.ts';
import type { Procedure } from '../../core/documents/procedure.ts';
import { dateWords, monthWords } from '../dates.ts';
import { lineWords } from '../documents.ts';
import { serviceName } from '../names.ts';
import type { Block, Fact, PageBlock } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, quote, say, stressed, text } from '../paper/say.ts';
import { heading, list, note, numbered, pager, paragraph } from '../paper/tell.ts';
import { newestRecords } from '../rows.ts';
import { indicatorTable } from '../tables/indicators.ts';
import { clauseList } from '../tables/references.ts';
import type { Inputs } from './inputs.ts';
import type { PageType } from './page-type.ts';

/** A page of a procedure, by the procedure's id. */
export interface ProcedureKey {
  readonly id: string;
}

/** One page for each procedure. */
export const procedureKeys = ({ project }: Inputs): ProcedureKey[] => project.content.procedures.map(({ id }) => ({ id }));

/** The procedure of a page. Asking for one that the contract does not have is our bug. */
export function procedureOf({ project }: Inputs, { id }: ProcedureKey): Entry<Procedure> {
  const procedure = project.content.procedures.find((each) => each.id === id);
  if (procedure === undefined) throw new TypeError(`no procedure ${id}`);
  return procedure;
}

function factsOf({ relations }: Inputs, { when, roles, keywords }: Procedure): Block {
  const fact = (label: string, words: string): Fact => ({ label, value: [quote(words)] });
  const names = roles.map((role) => relations.roleName(role));
  return {
    kind: 'facts',
    items: [
      fact('何时做', when),
      ...(names.length === 0 ? [] : [fact('谁来做', names.join('、'))]),
      ...(keywords.length === 0 ? [] : [fact('也叫', keywords.join('、'))]),
    ],
  };
}

type Lines = Procedure['steps'];

/** The lines of a part, as they are read and done: where each comes from is said below them. */
export const linesOf = (lines: Lines): Pieces[] => lines.map(({ text: words }) => [quote(words)]);

/** Which lines of a part the plan does not have; nothing where it has all. `unit` is what one line is called. */
function originNote(lines: Lines, unit: '条' | '项' | '步'): Block[] {
  const ours = lines.flatMap(({ advice }, at) => (advice ? [at + 1] : []));
  if (ours.length === 0) return [];
  const told =
    ours.length === lines.length
      ? `以上各${unit}由本站补写，方案没有写。`
      : `第${ours.join('、')}${unit}由本站补写，方案没有写；其余出自方案。`;
  return [paragraph([stressed('small', quote(told))])];
}

/** What is recorded afterwards, and into which monthly log it goes. */
function recordBlock({ project, relations }: Inputs, { records }: Procedure): Block {
  if (records.length === 0) return paragraph('本规程不要求另填记录。');
  const items = records.map(({ record, note: about }) => {
    const title = quote(relations.recordKind(record)?.title ?? record, { kind: 'organisation', id: record });
    const { log } = relations.record(record);
    const kept = log === null ? [] : say`按月交付的台账：${quote(log.name, newestRecords(project, log.id))}`;
    return { name: [title, ...(kept.length === 0 ? [] : [stressed('small', ...kept)])], about: [quote(about)] };
  });
  return { kind: 'entries', items };
}

/** How the work is done, from what is dangerous to what to do when it fails. */
function workBlocks(inputs: Inputs, { id, data }: Entry<Procedure>): PageBlock[] {
  const { safety, materials, steps, acceptance, onFailure } = data;
  const lines = [...materials, ...safety, ...steps, ...acceptance, ...onFailure];
  return [
    ...(safety.length === 0
      ? []
      : [
          {
            kind: 'section',
            look: 'safety',
            blocks: [heading('安全'), list(linesOf(safety)), ...originNote(safety, '条')],
          } as const,
        ]),
    ...(materials.length === 0 ? [] : [heading('带什么'), list(linesOf(materials)), ...originNote(materials, '项')]),
    heading('步骤', { id: 'steps' }),
    numbered(linesOf(steps), 'work'),
    ...originNote(steps, '步'),
    heading('怎样算做好'),
    list(linesOf(acceptance), 'acceptance'),
    ...originNote(acceptance, '条'),
    heading('记什么'),
    recordBlock(inputs, data),
    heading('出了问题怎么办'),
    list(linesOf(onFailure)),
    ...originNote(onFailure, '条'),
    { kind: 'body', collection: 'procedures', id, heading: '说明' },
    ...(lines.some(({ advice }) => advice) ? [note('由本站补写的内容同样照做；公司可以按实际修改。')] : []),
  ];
}

/** On what the procedure rests, and how it shows whether it was followed. */
function basisBlocks(inputs: Inputs, { id, data }: Entry<Procedure>): Block[] {
  const { content } = inputs.project;
  const indicators = content.indicators.filter((each) => data.indicators.includes(each.id)).map((each) => each.data);
  const { standards, commitments } = inputs.relations.procedure(id);
  const titles = standards.map((each) => [quote(each.data.title, { kind: 'standard', id: each.id })]);
  const caption = `与“${data.title}”有关的指标，${monthWords(inputs.latest)}`;
  const promises = commitments.map((each) => [quote(each.data.text, { kind: 'commitment', id: each.id })]);
  return [
    heading('依据与检验'),
    heading('依据的条款', { level: 3 }),
    clauseList(content, data.clauses),
    ...(titles.length === 0 ? [] : [paragraph(say`所属标准：${joined(titles, '、')}`)]),
    ...(indicators.length === 0
      ? []
      : [
          heading('做得好不好，看这些指标', { level: 3 }),
          indicatorTable(inputs, { id: 'indicators', caption, indicators, quiet: true }),
        ]),
    ...(promises.length === 0
      ? []
      : [
          {
            kind: 'details',
            summary: `同一条款下的承诺${promises.length}项`,
            open: false,
            unsearched: true,
            blocks: [list(promises)],
          } as const,
        ]),
  ];
}

function procedurePaper(inputs: Inputs, key: ProcedureKey): Paper {
  const { content, ledger } = inputs.project;
  const procedure = procedureOf(inputs, key);
  const { id, data } = procedure;
  const service = serviceName(ledger.registers, data.service);
  const siblings = content.procedures.filter((each) => each.data.service === data.service);
  const checklist = stressed('button', text('打印检查单（一页A4）', { kind: 'checklist', id }));
  return {
    title: data.title,
    kind: 'procedure',
    service,
    description: `${data.title}：${data.purpose}`,
    lead: data.purpose,
    breadcrumbs: [
      { label: '作业规程', to: { kind: 'index', of: 'procedures' } },
      { label: service, to: { kind: 'index', of: 'procedures', anchor: data.service } },
    ],
    blocks: [
      { kind: 'actions', screen: true, items: [[checklist], [text('直接看步骤', { kind: 'here', anchor: 'steps' })]] },
      factsOf(inputs, data),
      ...workBlocks(inputs, procedure),
      ...basisBlocks(inputs, procedure),
      paragraph(say`方案原文${quote(lineWords(data.sourceLines))}；本页更新于${quote(dateWords(data.updated))}。`, 'meta'),
      pager(siblings, siblings.indexOf(procedure), (each) => ({
        label: each.data.title,
        to: { kind: 'procedure', id: each.id },
      })),
    ],
  };
}

/** One page for each procedure: how the work is done, and on what it rests. */
export const procedurePage: PageType<ProcedureKey> = {
  keys: procedureKeys,
  params: ({ id }) => ({ id }),
  reads: null,
  paper: procedurePaper,
};
