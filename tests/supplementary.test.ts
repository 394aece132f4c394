import { describe, expect, it } from 'vitest';
import { monthTwin } from '../src/core/reports/twins.ts';
import { present } from '../src/core/testing/ledger.ts';
import { compliancePage } from '../src/present/pages/compliance.ts';
import { evidencePage } from '../src/present/pages/evidence.ts';
import { indicatorPage } from '../src/present/pages/indicator.ts';
import { indicatorsPage } from '../src/present/pages/indicators.ts';
import { openPage } from '../src/present/pages/open-items.ts';
import { periodPage } from '../src/present/pages/period-verdicts.ts';
import { reportPage } from '../src/present/pages/report.ts';
import { servicePage } from '../src/present/pages/service.ts';
import type { PageBlock } from '../src/present/paper/block.ts';
import type { Paper } from '../src/present/paper/paper.ts';
import { plainText } from '../src/present/paper/piece.ts';
import type { Row, Table } from '../src/present/paper/table.ts';
import { inputsOf } from '../src/present/testing/inputs.ts';
import { sampleInputs } from './sample.ts';

const inputs = sampleInputs;
const { assessment, provenance } = inputs.project;
const count = assessment.supplementary.length;
const month = '2026-10';

const flat = (blocks: readonly PageBlock[]): PageBlock[] =>
  blocks.flatMap((block) => ('blocks' in block ? [block, ...flat(block.blocks)] : [block]));
const table = ({ blocks }: Paper, id: string): Table =>
  present(flat(blocks).find((block) => block.kind === 'table' && block.id === id)) as Table;
const words = ({ cells }: Row): string[] => cells.map((cell) => plainText(cell));
const rowOf = (paper: Paper, id: string, name: string): string[] =>
  present(
    table(paper, id)
      .rows.map(words)
      .find((cells) => cells.some((cell) => cell.includes(name))),
  );

describe('supplementary indicators', () => {
  it('are counted apart on the page of indicators, in a table of their own', () => {
    const paper = indicatorsPage.paper(inputs, {});
    expect(paper.lead).toContain('方案共93项指标');
    expect(paper.lead).toContain(`另有补充指标${count}项：`);
    expect(table(paper, 'indicators-supplementary').rows.length).toBe(count);
    expect(rowOf(paper, 'indicators-supplementary', '投诉率').slice(0, 2)).toEqual(['投诉率', '未达标']);
    expect(rowOf(paper, 'indicators-supplementary', '平均响应时间').slice(1)).toEqual([
      '只列数值',
      '补充',
      '评估指标包括响应时间，没有合计的目标值。',
      '—',
      '—',
      '2小时18分钟',
      '34单',
    ]);
  });

  it('stand in a matrix of their own, which no filter counts', () => {
    const paper = compliancePage.paper(inputs, {});
    const matrices = flat(paper.blocks).flatMap((block) =>
      block.kind === 'matrix' ? [[block.id, block.rows.length] as const] : [],
    );
    const own = matrices.filter(([id]) => id === 'matrix-supplementary').map(([, rows]) => rows);
    const others = matrices.filter(([id]) => id !== 'matrix-supplementary').map(([, rows]) => rows);
    expect(own).toEqual([count]);
    expect(others.reduce((sum, rows) => sum + rows, 0)).toBe(93);
    expect(flat(paper.blocks).find((block) => block.kind === 'filters')).toMatchObject({ rows: 93 });
    expect(paper.lead).toContain('已计算的93项指标中');
  });

  it('have a page and the evidence of each month', () => {
    const ids = assessment.supplementary.map(({ id }) => id);
    expect(indicatorPage.keys(inputs).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    const keys = evidencePage.keys(inputs).filter(({ indicator }) => ids.includes(indicator));
    expect(keys.length).toBe(count * assessment.months.length);
    const paper = evidencePage.paper(
      inputs,
      present(keys.find((key) => key.indicator === 'sup.complaint-rate' && key.month === month)),
    );
    expect(paper.lead).toBe('2026年10月投诉率 1.1%（2/183），超过目标 ≤1%（方案），未达标。');
    expect(table(paper, 'failed').rows.length).toBe(2);
    const plain = present(keys.find((key) => key.indicator === 'sup.response-time' && key.month === month));
    expect(evidencePage.paper(inputs, plain).lead).toBe(
      '2026年10月平均响应时间 2小时18分钟（34单）：没有目标，只列数值，不作结论。',
    );
    for (const { id } of assessment.supplementary)
      expect(indicatorPage.paper(inputs, { id }).breadcrumbs?.at(-1)?.label).toBe('补充指标');
  });

  it('stand below the verdicts of a month and of a quarter, and on the page of their service', () => {
    const verdicts = (id: string) => periodPage.paper(inputs, present(periodPage.keys(inputs).find((key) => key.id === id)));
    for (const id of [month, '2026-Q3']) {
      expect(table(verdicts(id), 'supplementary-results').rows.length).toBe(count);
      expect(verdicts(id).lead).toContain('93项指标：');
    }
    const own = table(servicePage.paper(inputs, { id: 'electrical' }), 'supplementary-indicators').rows.map(
      (row) => words(row)[0],
    );
    expect(own).toEqual(['设备故障率', '用电全面巡检', '用电一般请求及时率', '平均修复时间']);
  });

  it('have a section in a month’s report, with what moved', () => {
    const paper = reportPage.paper(inputs, present(reportPage.keys(inputs).find(({ id }) => id === month)));
    expect(table(paper, 'supplementary-results').rows.length).toBe(count);
    expect(rowOf(paper, 'supplementary-results', '满意度指数').join('|')).toContain('不足以判断');
    expect(
      table(paper, 'indicators')
        .rows.map(words)
        .some((cells) => cells.some((cell) => cell.includes('投诉率'))),
    ).toBe(false);
  });

  it('are told to machines beside the list, not in its counts', () => {
    const twin = monthTwin(assessment, month, provenance);
    expect(twin.indicators.length).toBe(93);
    expect(Object.values(twin.counts).reduce((sum, each) => sum + each, 0)).toBe(93);
    expect(twin.supplementary.map(({ id, list }) => [id, list])).toEqual(
      assessment.supplementary.map(({ id }) => [id, 'supplementary']).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    );
    expect(twin.supplementary.find(({ id }) => id === 'sup.response-time')).toMatchObject({ unit: 'min', target: null });
  });

  it('are led to from the list of contradictions', () => {
    const links = flat(openPage.paper(inputs, {}).blocks).flatMap((block) =>
      block.kind === 'paragraph'
        ? block.pieces.flatMap((piece) => ('to' in piece && piece.to?.kind === 'indicator' ? [piece.to.indicator] : []))
        : [],
    );
    expect(links).toEqual(expect.arrayContaining(['sup.complaint-rate', 'sup.full-inspection', 'sup.problems-solved']));
  });

  it('are not spoken of where a contract has none', () => {
    const hospital = inputsOf('hospital');
    expect(JSON.stringify([indicatorsPage.paper(hospital, {}), compliancePage.paper(hospital, {})])).not.toContain('补充指标');
  });
});
