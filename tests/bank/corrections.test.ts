import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { present } from '../../src/core/testing/ledger.ts';
import { checklistPage } from '../../src/present/pages/checklist.ts';
import { procedurePage } from '../../src/present/pages/procedure.ts';
import { standardPage } from '../../src/present/pages/standard.ts';
import type { PageBlock } from '../../src/present/paper/block.ts';
import { type Piece, plainText } from '../../src/present/paper/piece.ts';
import { sampleInputs } from '../sample.ts';

const correction = z.union([
  z.strictObject({ line: z.int(), clause: z.string().optional(), plan: z.string(), ours: z.string() }),
  z.strictObject({ lines: z.array(z.int()), duty: z.string() }),
]);
const corrections = z.array(correction).parse(parse(readFileSync('tests/strangers/corrections.yaml', 'utf8')));
const duties = corrections.flatMap((each) => ('duty' in each ? [each.duty] : []));
const meanings = corrections.flatMap((each) => ('line' in each ? [each.line] : []));

/** By line of the plan, what the clause and the promise of it must say, in our words. */
const said: Readonly<Record<number, readonly [section: string, clause: string, commitment: string]>> = {
  119: ['detailed-service-standards', '适宜的植物品种，使景观更丰富', 'cm.detail.plant-supplement'],
  263: ['quality-commitment', '按季节和节日设计适宜的景观', 'cm.quality.greenery-landscape'],
  265: ['quality-commitment', '全部公共区域和全部易滋生虫害的部位', 'cm.quality.pest-coverage'],
  474: ['support-system', '负责持续优化和提高服务标准', 'cm.g.improve.group'],
  519: ['commitment-implementation-supervision', '找出不足并加以改进', 'cm.ci.assessment'],
  1337: ['service-improvement', '不断寻找改进的机会', 'cm.impr.process'],
  1598: ['compliance-commitments', '根据合规管理与承诺管理的反馈', 'cm.promise.integration'],
  1639: ['attachments', '获得授权的人员可以查阅内部和机密的附件', 'cm.att.confidential'],
};
const promised: Readonly<Record<number, string>> = {
  119: '适宜的植物品种，使绿植景观更丰富',
  263: '设计适宜的绿植景观',
  265: '所有公共区域和虫害易滋生的部位',
  474: '持续优化和提高服务标准',
  519: '找出并改进不足',
  1337: '不断寻找改进的机会',
  1598: '根据两项管理的反馈',
  1639: '内部和机密的附件只允许获得授权的人员访问',
};

/** By duty, in the list's order: what the rows that ask for it do. */
const rowsOf: readonly (readonly string[])[] = [
  ['清洁窗户和门框'],
  ['清洁食堂，包括清洗消毒厨房设备', '清洗消毒食堂餐具'],
  ['清扫厨房、会议室、档案室等特殊区域'],
  ['配齐并使用洗地机、吸尘器等高效清洁设备'],
  ['控制设备故障率', '响应故障报修'],
  ['开展用电安全宣传与培训'],
  ['设计并布置季节与节日景观'],
  ['公布投诉电话、投诉邮箱和在线投诉平台'],
  ['在非工作时间受理请求'],
  ['由客户服务专员负责日常沟通，召开客户沟通会'],
  ['备齐清洁剂、消杀药剂、绿植材料等物料'],
  ['维护、检查并更新服务设备'],
  ['利用信息技术远程监督服务'],
];

const inputs = sampleInputs;
const { standards, procedures, commitments } = inputs.project.content;
const items = standards.flatMap(({ data }) => data.items);
const text = (file: string) => readFileSync(`content/${file}.mdx`, 'utf8');

const flat = (blocks: readonly PageBlock[]): PageBlock[] =>
  blocks.flatMap((block) => ('blocks' in block ? [block, ...flat(block.blocks)] : [block]));
const isAdvised = (piece: Piece): boolean => piece.kind === 'stressed' && piece.as === 'advice';

describe('what strangers found in our words', () => {
  it('is said as the plan means it, in the clause and in the promise', () => {
    expect(Object.keys(said).map(Number)).toEqual(meanings);
    for (const line of meanings) {
      const [section, words, commitment] = present(said[line]);
      expect(text(`plan/${section}`), String(line)).toContain(words);
      const promise = present(commitments.find(({ id }) => id === commitment));
      expect(promise.data.text, commitment).toContain(promised[line]);
    }
  });

  it.each(duties.map((duty, at) => [duty, present(rowsOf[at])] as const))('is commanded: %s', (_, whats) => {
    for (const what of whats) {
      const [item, ...others] = items.filter((each) => each.what === what);
      expect(others).toEqual([]);
      expect(
        present(item).advice.filter((cell) => cell !== 'check'),
        what,
      ).toEqual([]);
    }
  });
});

describe('the standards', () => {
  const rows = standards.flatMap(({ id }) => {
    const { blocks } = standardPage.paper(inputs, { id });
    return flat(blocks).flatMap((block) => (block.kind === 'table' && block.id === 'items' ? block.rows : []));
  });
  const cellsOf = (what: string) => present(rows.find(({ cells }) => plainText(present(cells[0])) === what)).cells.map(plainText);
  const checked = (what: string) => cellsOf(what)[4];

  it('mark the cells that are proposed, and call a row with one of them unchecked', () => {
    const marked = rows.filter(({ cells }) => cells.some((cell) => cell.some(isAdvised)));
    expect(marked).toHaveLength(items.filter(({ advice }) => advice.length > 0).length);
    expect(new Set(marked.map(({ cells }) => plainText(present(cells[4]))))).toEqual(new Set(['未核对']));
  });

  it('say of what no indicator is about that it is unchecked', () => {
    for (const what of ['清洁窗户和门框', '清洗消毒食堂餐具', '设计并布置季节与节日景观', '处理投诉', '保护客户隐私'])
      expect(checked(what), what).toBe('未核对');
    const monthly = rows.find(({ cells }) => plainText(present(cells[0])).startsWith('全面巡检'));
    expect(plainText(present(monthly?.cells[4]))).toBe('未核对');
  });

  it('show beside a duty the verdict of the indicator that is about it', () => {
    expect(checked('清洁桌面')).toMatch(/^(?:达标|未达标|数据不完整|无数据|不适用|进行中)（推得） 桌面清洁$/u);
    expect(checked('响应一般服务请求')?.split('；')).toHaveLength(3);
  });
});

describe('the procedures', () => {
  it.each(procedures.map(({ id }) => id))('%s read their lines without a badge, and say below each part what is ours', (id) => {
    const { data } = present(procedures.find((each) => each.id === id));
    const parts = [data.safety, data.materials, data.steps, data.acceptance, data.onFailure].filter(({ length }) => length > 0);
    const blocks = flat(procedurePage.paper(inputs, { id }).blocks);
    const lists = blocks.flatMap((block) => (block.kind === 'list' ? [block.items.map(plainText)] : []));
    for (const part of parts) expect(lists).toContainEqual(part.map((line) => line.text));
    const ours = parts.filter((part) => part.some(({ advice }) => advice));
    const notes = blocks.flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.pieces)] : []));
    expect(notes.filter((words) => /由本站补写，方案没有写/u.test(words))).toHaveLength(ours.length);
    const sheet = flat(checklistPage.paper(inputs, { id }).blocks);
    const ticks = sheet.flatMap((block) => (block.kind === 'list' ? block.items.map(plainText) : []));
    expect(ticks).toEqual(expect.arrayContaining(data.steps.map((line) => line.text)));
  });
});
