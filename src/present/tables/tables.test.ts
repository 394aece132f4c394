import { describe, expect, it } from 'vitest';
import { present } from '../../core/testing/ledger.ts';
import { plainText } from '../paper/piece.ts';
import type { Table } from '../paper/table.ts';
import { inputsOf } from '../testing/inputs.ts';
import { commitmentTable } from './commitments.ts';
import { indicatorTable } from './indicators.ts';
import { clauseList } from './references.ts';

const inputs = inputsOf('hospital');
const { indicators } = inputs.project.assessment;
const rowsOf = ({ rows }: Table) => rows.map(({ cells }) => cells.map(plainText));

describe('a table of indicators', () => {
  const table = (own: typeof indicators) => indicatorTable(inputs, { id: 'own', caption: '指标', indicators: own, quiet: true });

  it('says of which service each is only where there are several', () => {
    const labels = (own: typeof indicators) => table(own).columns.map(({ label }) => label);
    const several = new Set(indicators.map(({ service }) => service)).size;
    expect(several).toBeGreaterThan(1);
    expect(labels(indicators)).toEqual(['指标', '结论', '服务', '目标', '目标来源', '2026年10月的值', '件数']);
    expect(labels(indicators.slice(0, 1))).toEqual(['指标', '结论', '目标', '目标来源', '2026年10月的值', '件数']);
  });

  it('has a cell for each column in every row, also of an indicator without a measure', () => {
    const [first] = indicators;
    const pending = { ...present(first), parts: [] };
    for (const own of [indicators, [pending], [...indicators, pending]])
      for (const { cells } of table(own).rows) expect(cells).toHaveLength(table(own).columns.length);
    expect(rowsOf(table([pending]))).toEqual([[pending.name, '口径待建', '—', '—', '—', '—']]);
  });

  it('leads from the name to the indicator and from the verdict to what proves it', () => {
    const [row] = table(indicators.slice(0, 1)).rows;
    const [{ id } = { id: '' }] = indicators;
    expect(row?.cells.slice(0, 2).map(([piece]) => piece)).toMatchObject([
      { to: { kind: 'indicator', indicator: id } },
      { to: { kind: 'evidence', month: '2026-10', indicator: id } },
    ]);
  });

  it('is empty where there are none', () => {
    expect(table([]).rows).toEqual([]);
  });
});

describe('a table of commitments', () => {
  const all = [...inputs.standings.keys()];
  const table = (ids: readonly string[]) => commitmentTable(inputs, { id: 'own', caption: '承诺', ids, quiet: true });

  it('lists those asked for, with what needs action first, whatever the order in which they are asked for', () => {
    expect(all.length).toBeGreaterThan(1);
    expect(rowsOf(table([...all].reverse()))).toEqual(rowsOf(table(all)));
    expect(table(all).rows).toHaveLength(all.length);
  });

  it('leaves out one that the contract does not have', () => {
    expect(table(['nowhere', ...all.slice(0, 1)]).rows).toHaveLength(1);
  });
});

describe('a list of clauses', () => {
  it('leaves out one that the plan does not have', () => {
    const [id] = inputs.project.content.clauses.keys();
    const items = clauseList(inputs.project.content, ['9.9-9', present(id)]).items.map(plainText);
    expect(items).toEqual([`${id} ${inputs.project.content.clauses.get(present(id))?.title}`]);
  });
});
