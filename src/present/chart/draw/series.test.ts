import { describe, expect, it } from 'vitest';
import { axisFor } from '../axis.ts';
import type { ChartPoint, SeriesChart } from '../spec.ts';
import { drawSeries } from './series.ts';

const point = (month: number, fields: Partial<ChartPoint> = {}): ChartPoint => ({
  id: `2026-0${month}`,
  label: `${month}月`,
  year: '2026年',
  value: 96,
  verdict: 'met',
  words: '96.0%',
  cases: '96/100',
  target: 95,
  targetWords: '≥95%',
  basis: 'plan',
  href: `/compliance/2026-0${month}/x/`,
  ...fields,
});

const drawn = (chart: SeriesChart): string => drawSeries(chart).svg;
const gap = { value: null, verdict: 'no-data', words: '—' } as const;
const spec = (points: readonly ChartPoint[], fields: Partial<SeriesChart> = {}): SeriesChart => ({
  form: 'series',
  id: 'chart-x-1',
  title: '客户满意度',
  summary: [{ kind: 'text', text: '全部达标。' }],
  figures: [],
  kind: 'line',
  unit: '%',
  axis: axisFor([94, 96], '%', false),
  points,
  ...fields,
});
const count = (text: string, part: string): number => text.split(part).length - 1;

describe('the picture', () => {
  it('carries its words for readers who do not see it, escaped', () => {
    const text = drawn(spec([point(1)], { title: '<满意> & "度"' }));
    expect(text).toContain('role="img" aria-labelledby="chart-x-1-t chart-x-1-d"');
    expect(text).toContain('<title id="chart-x-1-t">&lt;满意&gt; &amp; &quot;度&quot;</title>');
    expect(text).not.toContain('style=');
  });

  it('draws no line into or out of a month without data, and names the gap once', () => {
    const text = drawn(spec([point(1), point(2), point(3, gap), point(4, gap), point(5)]));
    expect(count(text.slice(text.indexOf('class="curve drawn"'), text.indexOf('class="gaps"')), '<line')).toBe(1);
    expect(count(text, 'class="mark no-data"')).toBe(2);
    expect(count(text, '>无数据<')).toBe(1);
  });

  it('steps the target where it changed and keeps the earlier one labelled', () => {
    const text = drawn(spec([point(1, { target: 90, targetWords: '≥90%' }), point(2), point(3)]));
    const steps = text.slice(text.indexOf('class="target drawn"'), text.indexOf('class="curve drawn"'));
    expect(count(steps, '<line')).toBe(3);
    expect(steps).toContain('>≥90%<');
    expect(text).toContain('目标 ≥95%');
  });

  it('tells that the axis does not begin at zero', () => {
    expect(drawn(spec([point(1)]))).toContain('纵轴从90起');
    expect(drawn(spec([point(1)], { axis: axisFor([3], '%', false) }))).not.toContain('纵轴从');
  });

  it('writes the value of the last month and of misses, and says so when there is nothing', () => {
    const text = drawn(spec([point(1), point(2, { value: 94.96, words: '94.96%', verdict: 'missed' }), point(3), point(4)]));
    expect(text).toContain('>94.96%<');
    expect(count(text, '>96.0%<')).toBe(1);
    expect(drawn(spec([]))).toContain('没有可画的数据');
  });
});
