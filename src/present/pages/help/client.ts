import { monthWords } from '../../dates.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Pieces } from '../../paper/piece.ts';
import { quote, say, text } from '../../paper/say.ts';
import { heading, numbered, paragraph } from '../../paper/tell.ts';
import type { Inputs } from '../inputs.ts';
import { singlePage } from '../page-type.ts';
import { crumbs } from './crumbs.ts';

/** A clause on which an indicator rests, as an example; nothing where none does. */
function clauseExample({ project }: Inputs): Pieces {
  const { clauses, indicators } = project.content;
  const judged = new Set(indicators.map(({ data }) => data.clause));
  const clause = [...clauses.values()].find(({ id }) => judged.has(id));
  if (clause === undefined) return [];
  return say`，例如${quote(`条款${clause.id}`, { kind: 'clause', section: clause.section, clause: clause.id })}`;
}

function clientPaper(inputs: Inputs): Paper {
  const { words } = inputs.project.contract;
  const standards = text('服务标准', { kind: 'index', of: 'standards' });
  const plan = text('服务方案', { kind: 'index', of: 'plan' });
  const search = text('搜索', { kind: 'index', of: 'search' });
  const open = text('待补充与差异', { kind: 'index', of: 'open' });
  const commitments = text('服务承诺', { kind: 'index', of: 'commitments' });
  const channels = text('组织与联系', { kind: 'index', of: 'organisation', anchor: 'channels' });
  return {
    title: `${words.clientStaff}：怎样查标准和承诺`,
    kind: 'help',
    description: `${words.clientStaff}怎样查一项标准、一个条款、一项承诺，并看它现在做到没有。`,
    lead: '想知道“合同要求做到什么程度、现在做到没有”，从标准或承诺进，两三下就能看到最近一个月的结论。',
    breadcrumbs: crumbs,
    blocks: [
      heading('查一项标准'),
      numbered([
        say`打开${standards}，选服务。每一项写明做什么、多久一次、做到什么程度、怎么查。`,
        '“依据条款”一栏的编号是方案原文的位置，点开就是那一条。',
        say`页面下方列出以这些条款为依据的指标和${quote(monthWords(inputs.latest))}的结论。`,
      ]),
      heading('查一个条款'),
      numbered([
        say`打开${plan}，按章节找；或者在${search}里写条款编号。`,
        say`条款下面的“承诺几项 · 规程几项”点开，就是依据这一条的内容${clauseExample(inputs)}。`,
        say`方案里空着没填的、前后说法不一致的，都标了出来，汇总在${open}。`,
      ]),
      heading('查一项承诺做到没有'),
      numbered([
        say`打开${commitments}，可以只看对${quote(words.client)}的承诺；未做到的排在最前。`,
        '每项承诺写明凭什么证明：哪些指标核对全句、哪些只核对一部分（没有核对的是什么）、哪些只是有关，另有哪些文件。',
        '全句都核对过才有“达标”；只核对一部分的写“部分核对”，没有指标能核对的写“无从核对”。',
      ]),
      heading('有话要说'),
      paragraph(say`投诉、建议和急事的渠道见${channels}。`),
    ],
  };
}

/** How the client's staff find what was promised, and whether it was kept. */
export const clientHelpPage = singlePage(clientPaper);
