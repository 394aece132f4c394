import { describe, expect, it } from 'vitest';
import type { Blank } from '../../core/documents/blank.ts';
import type { Contradiction } from '../../core/documents/contradiction.ts';
import type { Content } from '../../core/project/project.ts';
import { relationsOf } from '../../core/project/relations.ts';
import { present } from '../../core/testing/ledger.ts';
import type { PageBlock } from '../paper/block.ts';
import { plainText } from '../paper/piece.ts';
import { rowGroups, type Table } from '../paper/table.ts';
import { markUses } from '../tables/mark-uses.ts';
import { inputsOf } from '../testing/inputs.ts';
import { attachmentsPage } from './attachments.ts';
import { checklistPage } from './checklist.ts';
import { indicatorPage } from './indicator.ts';
import { indicatorsPage } from './indicators.ts';
import type { Inputs } from './inputs.ts';
import { openPage } from './open-items.ts';
import { organisationPage } from './organisation.ts';
import { sectionPage } from './plan.ts';
import { procedurePage } from './procedure.ts';
import { standardPage } from './standard.ts';
import { standardsPage } from './standards.ts';

const inputs = inputsOf('hospital');
const { content } = inputs.project;

/** The contract with other documents in place of its own. */
function holding(other: Partial<Content>): Inputs {
  const changed = { ...content, ...other };
  return {
    ...inputs,
    project: { ...inputs.project, content: changed },
    relations: relationsOf(changed, inputs.project.ledger.logs),
  };
}

/** A document with other data. */
const saying = <Document extends { readonly data: object }>(
  document: Document | null,
  data: Partial<Document['data']>,
): Document => {
  const known = present(document ?? undefined);
  return { ...known, data: { ...known.data, ...data } };
};

/** Every block of a page, those inside others too. */
const flat = (blocks: readonly PageBlock[]): PageBlock[] =>
  blocks.flatMap((block) => ('blocks' in block ? [block, ...flat(block.blocks)] : [block]));

const tablesOf = (blocks: readonly PageBlock[]): Table[] => flat(blocks).filter((block) => block.kind === 'table');
const wordsOf = ({ rows }: Table): string[][] => rows.map(({ cells }) => cells.map(plainText));
const toldIn = (blocks: readonly PageBlock[]): string[] =>
  flat(blocks).flatMap((block) => (block.kind === 'paragraph' || block.kind === 'note' ? [plainText(block.pieces)] : []));

const blank: Blank = {
  id: 'contact.number',
  kind: 'placeholder',
  needs: '总务处的号码',
  type: 'phone',
  value: null,
  suggestion: '设专线',
  supplier: 'both',
  sections: ['1.1'],
  sourceLines: [2, 1],
};
const difference: Contradiction = {
  id: 'x.arrival',
  kind: 'contradiction',
  topic: '到场时间',
  sides: [
    { section: '2.2', sourceLine: 31, clause: '2.2-1-1', says: '30分钟' },
    { section: '1.1', sourceLine: null, says: '20分钟' },
  ],
  resolution: '取30分钟。',
  severity: 'high',
  needsClientDecision: true,
  showToReader: true,
  indicators: ['lifts.emergency.arrival'],
};

describe('a section of the plan', () => {
  const { inserts = {} } = sectionPage.paper(inputs, { id: 'lift-indicators' });

  it('puts below each clause of its own what rests on it, and nothing below one on which nothing does', () => {
    expect(Object.keys(inserts)).toEqual(['2.2-1', '2.2-1-1', '2.2-1-2', '2.2-2', '2.2-2-1', '2.2-2-2', '2.2-3', '2.2-4']);
    expect(inserts['2.2-1']).toEqual([]);
    expect(inserts['2.2-1-1']).toMatchObject([
      {
        kind: 'paragraph',
        pieces: [{ text: '指标 ' }, { to: { indicator: 'lifts.emergency.arrival' } }, { kind: 'verdict' }, {}],
      },
      { kind: 'details', summary: '承诺1项 · 规程1项 · 标准1项' },
    ]);
  });

  it('says the value beside the verdict of an indicator of one part, and of several the verdict alone', () => {
    const [one] = toldIn(inserts['2.2-2-1'] ?? []);
    expect(one).toMatch(/2026年10月 \d+(?:\.\d+)?%$/u);
    const [several] = toldIn(inserts['2.2-2-2'] ?? []);
    expect(several).toMatch(/2026年10月$/u);
  });
});

describe('a standard', () => {
  const [entry] = content.standards;
  const { id, data } = present(entry);
  const first = present(data.items[0]);
  const advised: typeof first = { ...first, what: '另加一项', check: '每周看一次', advice: ['check'] };

  it('stands area by area, each under its name, with the cells that the plan does not say marked', () => {
    const changed = holding({
      standards: [{ ...present(entry), data: { ...data, items: [...data.items, advised] } }],
    });
    const { blocks } = standardPage.paper(changed, { id });
    const items = present(tablesOf(blocks).find((table) => table.id === 'items'));
    const areas = [...new Set(data.items.map(({ area }) => area))];
    expect(rowGroups(items.rows).map(([band]) => plainText(present(present(band).cells[0])))).toEqual(areas);
    expect(items.rows.filter(({ look }) => look !== 'band')).toHaveLength(data.items.length + 1);
    const own = wordsOf(items).find(([what]) => what === '另加一项');
    expect(own?.slice(0, 5)).toEqual(['另加一项', first.frequency, first.criterion, '建议每周看一次', '未核对']);
    expect(toldIn(blocks).some((words) => words.startsWith('标有“建议”'))).toBe(true);
    expect(toldIn(standardPage.paper(inputs, { id }).blocks).some((words) => words.startsWith('标有“建议”'))).toBe(false);
  });

  it('shows at each duty the verdicts of what checks it, and that nothing does', () => {
    const checked = (id: string) =>
      wordsOf(present(tablesOf(standardPage.paper(inputs, { id }).blocks).find((table) => table.id === 'items')))
        .filter(({ length }) => length > 1)
        .map((cells) => [cells[0], cells[4]]);
    expect(checked('lifts')).toEqual([
      ['半月保养', '达标 保养完成率'],
      ['困人救援', '达标 救援到场达到率'],
      ['停梯告知', '未核对'],
    ]);
    expect(standardPage.paper(inputs, { id: 'lifts' }).lead).toMatch(/^3项要求，其中1项未核对。/u);
  });

  it('is told of where there is none', () => {
    const { lead, blocks } = standardsPage.paper(holding({ standards: [] }), {});
    expect(lead).toBe('本合同没有单列服务标准；要求见服务方案的条款、服务承诺和服务指标。');
    expect(tablesOf(blocks)).toEqual([]);
  });
});

describe('a procedure', () => {
  const id = 'sop.lift-rescue';
  const entry = present(content.procedures.find((each) => each.id === id));
  const bare = holding({
    procedures: [
      { ...entry, data: { ...entry.data, safety: [], materials: [], records: [], roles: [], keywords: [], indicators: [] } },
    ],
  });
  const headings = (blocks: readonly PageBlock[]) => flat(blocks).flatMap((each) => (each.kind === 'heading' ? [each.text] : []));

  it('leads to the log into which a record goes, in the newest month', () => {
    const entries = procedurePage.paper(inputs, { id }).blocks.find(({ kind }) => kind === 'entries');
    expect(entries).toMatchObject({
      items: [
        {
          name: [
            { text: '召修记录', to: { kind: 'organisation', id: 'rec.callouts' } },
            { pieces: [{}, { to: { kind: 'log', month: '2026-10' } }] },
          ],
        },
      ],
    });
  });

  it('has no part that would be empty', () => {
    const all = [
      '安全',
      '带什么',
      '步骤',
      '怎样算做好',
      '记什么',
      '出了问题怎么办',
      '依据与检验',
      '依据的条款',
      '做得好不好，看这些指标',
    ];
    expect(headings(procedurePage.paper(inputs, { id }).blocks)).toEqual(all);
    const { blocks } = procedurePage.paper(bare, { id });
    expect(headings(blocks)).toEqual(['步骤', '怎样算做好', '记什么', '出了问题怎么办', '依据与检验', '依据的条款']);
    expect(toldIn(blocks)).toContain('本规程不要求另填记录。');
    expect(headings(checklistPage.paper(bare, { id }).blocks)).toEqual(['步骤', '验收']);
  });

  it('says below a part which of its lines the plan does not have, and puts no word before a line', () => {
    const [report, cut, wait] = ['先报告', '再断电', '等人来'].map((text) => ({ text, advice: text !== '再断电' }));
    const steps = [present(report), present(cut), present(wait)];
    const safety = [present(wait)];
    const changed = holding({ procedures: [{ ...entry, data: { ...entry.data, safety, steps } }] });
    const { blocks } = procedurePage.paper(changed, { id });
    const lists = [...flat(blocks), ...flat(checklistPage.paper(changed, { id }).blocks)];
    const ordered = lists.filter((each) => each.kind === 'list' && each.ordered);
    expect(ordered.map((each) => (each.kind === 'list' ? each.items.map(plainText) : []))).toEqual([
      ['先报告', '再断电', '等人来'],
      ['先报告', '再断电', '等人来'],
    ]);
    expect(toldIn(blocks)).toContain('以上各条由本站补写，方案没有写。');
    expect(toldIn(blocks)).toContain('第1、3步由本站补写，方案没有写；其余出自方案。');
    expect(toldIn(blocks)).toContain('由本站补写的内容同样照做；公司可以按实际修改。');
    expect(toldIn(procedurePage.paper(inputs, { id }).blocks).some((words) => words.includes('本站补写'))).toBe(false);
  });

  it('that the contract does not have is our bug', () => {
    expect(() => procedurePage.paper(inputs, { id: 'sop.nowhere' })).toThrow('sop.nowhere');
  });
});

describe('an indicator', () => {
  it('without a measure says why, and shows neither verdict nor numbers', () => {
    const { lead, blocks } = indicatorPage.paper(inputs, { id: 'catering.quality.sample' });
    expect(lead).toBe('这项指标没有计算口径，没有数值与结论：方案要求每餐留样，但没有登记留样的台账。');
    expect(tablesOf(blocks)).toEqual([]);
    expect(blocks.some(({ kind }) => kind === 'actions' || kind === 'chart')).toBe(false);
  });

  it('of several parts names each beside its target', () => {
    const { blocks } = indicatorPage.paper(inputs, { id: 'lifts.care.safety' });
    const targets = present(tablesOf(blocks).find((table) => table.id === 'targets'));
    expect(wordsOf(targets)).toEqual([
      ['保养', '100%', '2024年1月1日', '方案原定', '—'],
      ['困人超时', '≤0起', '2024年1月1日', '方案原定', '—'],
    ]);
  });

  it('has a cell for each column in the list of all, whether it has one part, several or none', () => {
    for (const { columns, rows } of tablesOf(indicatorsPage.paper(inputs, {}).blocks))
      for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  });
});

describe('what the plan leaves open', () => {
  const known = { ...blank, id: 'contact.hours', needs: '值守时间', value: '全天', suggestion: null };
  const number = { id: 'ch.number', name: '专线', audience: 'client', blank: blank.id, sourceLines: [], sections: [] };
  const channels = [number, { ...number, id: 'ch.hours', blank: known.id }, { ...number, id: 'ch.none', blank: 'contact.gone' }];
  const changed = holding({
    blanks: saying(content.blanks, { blanks: [blank, known] }),
    contradictions: saying(content.contradictions, { contradictions: [difference] }),
    channels: saying(content.channels, { channels }),
  });

  it('counts what still waits, and shows every blank with its proposal and its place in the plan', () => {
    const { lead, blocks } = openPage.paper(changed, {});
    expect(lead).toContain('方案还有1个值待补充（1个由双方约定），1处差异，其中1处');
    const cells = tablesOf(blocks).map((table) => wordsOf(table).map((row) => row.filter((_, at) => at !== 3)));
    expect(cells).toEqual([
      [
        ['总务处的号码方案留空 · 电话号码', '待补充', '建议值设专线', '1.1节原文第1、2行'],
        ['值守时间方案留空 · 电话号码', '全天', '没有建议', '1.1节原文第1、2行'],
      ],
    ]);
  });

  it('leads from a side of a difference to its clause, where it names one', () => {
    const section = flat(openPage.paper(changed, {}).blocks).find((each) => each.kind === 'section' && each.id === 'x.arrival');
    const sides = section?.kind === 'section' ? section.blocks.find(({ kind }) => kind === 'list') : undefined;
    expect(sides?.kind === 'list' ? sides.items.map(plainText) : []).toEqual([
      '2.2-1-1（原文第31行）：30分钟',
      '1.1节（原文未标行号）：20分钟',
    ]);
  });

  it('shows for a channel the value, that it waits, or that the plan has none', () => {
    const { lead, blocks } = organisationPage.paper(changed, {});
    const table = present(tablesOf(blocks).find(({ id }) => id === 'channel-table'));
    expect(table.rows.map(({ cells }) => plainText(cells[2] ?? []))).toEqual(['待双方约定', '全天', '方案没有给出']);
    expect(lead).toContain('其中1种渠道的号码或地址尚待补充。');
  });

  it('is told of where there is nothing', () => {
    const { lead, blocks } = openPage.paper(holding({ blanks: null, contradictions: null }), {});
    expect(lead).toBe('本合同没有列出待补充的值，也没有列出差异。');
    expect(tablesOf(blocks)).toEqual([]);
    expect(toldIn(blocks).slice(0, 2)).toEqual(['本合同没有列出待补充的值。', '本合同没有列出差异。']);
  });
});

describe('what uses a blank', () => {
  const none = { clauses: [], commitments: [], indicators: [], procedures: [], standards: [], attachments: [], channels: [] };
  const channel = { id: 'ch.number', name: '专线', audience: 'client', sourceLines: [], sections: [] };

  it('is said in words where it is nothing or one thing, and counted by kind where there are more', () => {
    expect(plainText(markUses(none))).toBe('正文没有用到');
    expect(plainText(markUses({ ...none, channels: [channel] }))).toBe('渠道：专线');
    const many = markUses({ ...none, channels: [channel, channel], procedures: content.procedures.slice(0, 1) });
    expect(many).toMatchObject([{ kind: 'folded', summary: '规程1、渠道2', items: [{}, {}, {}] }]);
  });
});

describe('the organisation', () => {
  it('is told of where no document of it is there', () => {
    const none = holding({ units: null, roles: null, meetings: null, channels: null, records: null });
    const { lead, blocks } = organisationPage.paper(none, {});
    expect(lead).toBe('服务从何时起、范围到哪里；本合同没有列出机构、岗位、会议、沟通渠道和记录。');
    expect(tablesOf(blocks)).toEqual([]);
    expect(toldIn(blocks).at(-1)).toMatch(/^本页更新于\d{4}年\d+月\d+日。$/u);
  });

  it('stands as a tree of units with the posts that belong to each', () => {
    const tree = organisationPage.paper(inputs, {}).blocks.find(({ kind }) => kind === 'tree');
    expect(tree).toMatchObject({ nodes: [{ id: 'body.client', children: [{ id: 'dept.kitchen', children: [] }] }] });
  });
});

describe('attachments', () => {
  it('are told of where there are none', () => {
    const { lead, blocks } = attachmentsPage.paper(inputs, {});
    expect(lead).toBe('本合同没有列出附件。');
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'table', 'body']);
  });
});
