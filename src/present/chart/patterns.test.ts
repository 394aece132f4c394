import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../../core/calendar/period.ts';
import { Assessment } from '../../core/indicators/assessment.ts';
import {
  indicatorWith,
  ledgerOf,
  present,
  requestsHeader,
  roundsHeader,
  september,
  slipHeader,
  targetOf,
} from '../../core/testing/ledger.ts';
import { plainText } from '../paper/piece.ts';
import { breakdownChart } from './breakdown.ts';
import { durationChart } from './distribution.ts';
import { placeCharts } from './multiples.ts';
import { paretoChart } from './pareto.ts';
import { pictures } from './pictures.ts';
import { chartTable } from './table.ts';

const names = { id: 'f', title: '分类', unit: '条', groupName: '原因', span: '2026年9月' };
const group = (label: string, count: number) => ({
  label,
  count,
  sources: [{ label: '2026年9月', href: '/compliance/2026-09/x/', count }],
});

describe('a Pareto chart', () => {
  it('adds up to the whole and says how few groups make half of it', () => {
    const chart = present(paretoChart(names, [group('积水', 4), group('积灰', 3), group('手印', 2), group('纸屑', 1)]));
    expect(chart.bars.map(({ shareWords, cumulativeWords }) => [shareWords, cumulativeWords])).toEqual([
      ['40.0%', '40.0%'],
      ['30.0%', '70.0%'],
      ['20.0%', '90.0%'],
      ['10.0%', '100%'],
    ]);
    expect(plainText(chart.summary)).toContain('2026年9月共10条，按原因分4类：最多的是“积水”，4条；前2类占全部的70.0%。');
  });

  it('joins what is beyond seven bars, page by page, and loses nothing', () => {
    const chart = present(
      paretoChart(
        names,
        [9, 8, 7, 6, 5, 4, 3, 2].map((count) => group(`第${count}`, count)),
      ),
    );
    expect(chart.bars).toHaveLength(7);
    expect(chart.bars.at(-1)).toMatchObject({ label: '其他2类', count: 5, cumulative: 100 });
    expect(chart.bars.at(-1)?.sources).toEqual([{ label: '2026年9月', href: '/compliance/2026-09/x/', count: 5 }]);
  });

  it('is not drawn for few failures or for one group, and names no leader where there is none', () => {
    expect(paretoChart(names, [group('积水', 2), group('积灰', 2)])).toBeNull();
    expect(paretoChart(names, [group('积水', 9)])).toBeNull();
    const level = paretoChart(
      names,
      ['a', 'b', 'c', 'd', 'e'].map((label) => group(label, 1)),
    );
    expect(plainText(present(level).summary)).toContain('没有突出的一类');
  });

  it('carries the pages of each group in its table', () => {
    const chart = present(paretoChart(names, [group('积水', 4), group('积灰', 3)]));
    const [first] = chartTable(chart).rows;
    expect(first?.cells.map(plainText)).toEqual(['积水', '4', '57.1%', '57.1%', '2026年9月（4）']);
    expect(first?.cells[4]?.[0]).toMatchObject({ to: { kind: 'url', url: '/compliance/2026-09/x/' } });
  });
});

const request = (number: number, priority: string, minutes: number) => {
  const done = new Date(Date.UTC(2026, 8, number, 9, minutes)).toISOString().slice(0, 16).replace('T', ' ');
  return `QQ-202609-${String(number).padStart(3, '0')},保洁,${priority},W01,请清理,2026-09-${String(number).padStart(2, '0')} 09:00,${done},,处理中,,BJ-01`;
};

function durations(took: readonly (readonly [string, number])[], limits: readonly object[]) {
  const rows = took.map(([priority, minutes], at) => request(at + 1, priority, minutes));
  const indicator = indicatorWith({
    measure: { kind: 'within', log: 'requests', from: 'reported', to: 'responded', limits },
    targets: [targetOf('>=', 100)],
  });
  const texts = {
    'data/2026-09/delivery.csv': `${slipHeader}\n服务请求,${rows.length},2026-10-03,GL-01\n`,
    'data/2026-09/requests.csv': `${[requestsHeader, ...rows].join('\n')}\n`,
  };
  const assessment = new Assessment(ledgerOf(texts).value, [indicator], { start: '2026-09-01', smallSample: 10 });
  return durationChart(assessment, present(indicator.parts[0]), ['2026-09'], 'd');
}

describe('a distribution', () => {
  it('puts the limit on a border: what took exactly the limit lies within, a minute more beyond', () => {
    const chart = durations(
      [
        ['一般', 0],
        ['一般', 15],
        ['一般', 120],
        ['一般', 121],
      ],
      [{ max: 2, unit: 'h' }],
    );
    const panel = present(chart?.panels[0]);
    expect(panel.within).toBe(8);
    expect(panel.bins.map(({ count }) => count)).toEqual([2, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect(panel.bins.map(({ over }) => over)).toEqual([...Array(8).fill(false), true]);
    expect(panel.borders).toEqual(['0', '15', '30', '45', '60', '75', '90', '105', '120', '135']);
    expect(plainText(present(chart).summary)).toBe('2026年9月：时限2小时，4件，半数在15分钟以内，最长2小时1分钟，1件超过时限。');
  });

  it('gathers the far end in one open bin and counts every case once', () => {
    const took = [5, 10, 20, 31, 36, 200, 300].map((minutes) => ['紧急', minutes] as const);
    const panel = present(durations(took, [{ where: { priority: '紧急' }, max: 30, unit: 'min' }])?.panels[0]);
    expect(panel.label).toBe('紧急，时限30分钟');
    expect(panel.bins.map(({ count }) => count)).toEqual([1, 1, 0, 1, 0, 0, 1, 1, 0, 2]);
    expect(panel.bins.at(-1)?.label).toBe('超过45分钟');
    expect(panel.borders.at(-1)).toBe('更长');
  });
});

describe('verdicts by group', () => {
  it('keep to the order of urgency and leave out empty groups', () => {
    const by = { plan: 0, implied: 1, proposed: 0 };
    /** Five of the six rounds of September passed. */
    const result = (wanted: 'met' | 'missed') => {
      const measure = { kind: 'share', log: 'rounds', pass: { result: '合格' } };
      const indicator = indicatorWith({
        measure,
        targets: [targetOf('>=', wanted === 'met' ? 80 : 100, '%', { basis: 'implied' })],
      });
      const assessment = new Assessment(ledgerOf(september).value, [indicator], { start: '2026-09-01', smallSample: 10 });
      return assessment.result(indicator, monthPeriod('2026-09'));
    };
    const chart = breakdownChart('b', '各服务', '服务', [
      { label: '保洁', href: '/', results: [result('met'), result('met'), result('missed')] },
      { label: '用电', href: '/', results: [] },
    ]);
    expect(chart.verdicts).toEqual(['missed', 'met']);
    expect(chart.rows).toEqual([{ label: '保洁', href: '/', missedBy: by, counts: [1, 2], total: 3 }]);
    expect(plainText(chart.summary)).toContain('共3项结论：1项未达标，为推得数值；2项达标；未达标最多的是保洁（1项：推得1项）。');
    expect(chartTable(chart).rows[0]?.cells.map(plainText)).toEqual(['保洁', '1', '推得1', '2', '3']);
  });
});

describe('small multiples', () => {
  const rows = (month: string) => [
    `${month}-08,W01,大堂,10,${month === '2026-09' ? 5 : 10},${month === '2026-09' ? '不合格' : '合格'},`,
    `${month}-05,W02,大堂,8,8,合格,`,
  ];
  const texts = Object.fromEntries(
    ['2026-08', '2026-09'].flatMap((month) => [
      [`data/${month}/delivery.csv`, `${slipHeader}\n巡查,2,${month}-28,GL-01\n`],
      [`data/${month}/rounds.csv`, `${[roundsHeader, ...rows(month)].join('\n')}\n`],
    ]),
  );
  const measure = { kind: 'sum-share', log: 'rounds', numerator: 'passed', denominator: 'checked', faultless: 'all' };
  const indicator = indicatorWith({ measure, targets: [targetOf('>=', 90)] });
  const assessment = new Assessment(ledgerOf(texts).value, [indicator], { start: '2026-08-01', smallSample: 1 });
  const [chart] = placeCharts(assessment, indicator, assessment.months, {
    place: '网点',
    href: (id) => `/locations/${id}/`,
    most: 24,
    elsewhere: '上表',
  });

  it('share one axis, which holds every value, and say where it begins', () => {
    const { axis, panels, summary } = present(chart);
    expect(panels.map(({ values }) => values.map(({ value }) => value))).toEqual([
      [100, 50],
      [100, 100],
    ]);
    expect(axis).toMatchObject({ min: 0, max: 100 });
    expect(plainText(summary)).toBe(
      '2026年9月1个网点未达到目标：市分行机关；2个月里未达到目标最多的是市分行机关（1个月）。各图的横轴和纵轴相同。',
    );
  });

  it('draw one picture for each place and give all values in the table', () => {
    expect(pictures(present(chart))).toHaveLength(2);
    expect(chartTable(present(chart)).rows.map(({ cells }) => cells.map(plainText))).toEqual([
      ['2026年9月', '50.0%未达标', '100%'],
      ['2026年8月', '100%', '100%'],
    ]);
  });
});
