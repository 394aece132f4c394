import type { Month } from '../../core/calendar/date.ts';
import { monthPeriod } from '../../core/calendar/period.ts';
import type { Assessment } from '../../core/indicators/assessment.ts';
import type { Indicator } from '../../core/indicators/indicator.ts';
import { unitWords } from '../formats.ts';
import { nameOf } from '../names.ts';
import { axisFor } from './axis.ts';
import { chartTime, chartValue, waits } from './series.ts';
import type { ChartTime, MultiplesChart, MultiplesPanel } from './spec.ts';

/** What the panels show together: who missed at the last time, and who missed most often. */
function summaryOf(panels: readonly MultiplesPanel[], times: readonly ChartTime[], axis: string): string {
  const last = times.at(-1);
  if (last === undefined) return '目前没有可以评价的时期。';
  const missing = panels.filter(({ values }) => values.at(-1)?.verdict === 'missed').map(({ label }) => label);
  const noun = times.every(({ label }) => label.endsWith('月')) ? '个月' : '期';
  const now = missing.length === 0 ? '没有网点低于目标' : `${missing.length}个网点未达到目标：${missing.join('、')}`;
  const misses = ({ values }: MultiplesPanel) => values.filter(({ verdict }) => verdict === 'missed').length;
  const most = Math.max(...panels.map(misses));
  const often = panels.filter((each) => misses(each) === most).map(({ label }) => label);
  const past =
    most === 0
      ? `${times.length}${noun}里各网点都没有未达到目标的时候`
      : `${times.length}${noun}里未达到目标最多的是${often.length > 3 ? `${often.slice(0, 3).join('、')}等${often.length}个网点` : often.join('、')}（${most}${noun}）`;
  return `${last.year}${last.label}${now}；${past}。各图的横轴和纵轴相同${axis}。`;
}

function chartOf(
  assessment: Assessment,
  indicator: Indicator,
  index: number,
  months: readonly Month[],
  href: (location: string) => string,
): MultiplesChart | null {
  const { registers, logs } = assessment.ledger;
  const own = indicator.parts[index];
  if (own === undefined || logs.find(({ id }) => id === own.measure.log)?.location === null) return null;
  const partIn = (month: Month, location: string | null) =>
    assessment.result(indicator, monthPeriod(month), location).parts[index];
  const times = months.flatMap((month) => {
    const part = partIn(month, null);
    return part === undefined || waits(part) ? [] : [chartTime(part, month)];
  });
  const panels = [...(registers.get('locations')?.byId.keys() ?? [])].map((id) => {
    const parts = times.flatMap((time) => partIn(time.id, id) ?? []);
    return { id, label: nameOf(registers, 'locations', id), href: href(id), values: parts.map(chartValue) };
  });
  const shown = panels.filter(({ values }) => values.some(({ value }) => value !== null));
  if (shown.length < 2 || times.length < 2) return null;
  const target = own.targets.at(-1);
  const unit = target === undefined ? '' : unitWords(target.unit);
  const counted = own.measure.kind === 'count';
  const numbers = [...times.map((each) => each.target), ...shown.flatMap(({ values }) => values.map(({ value }) => value))];
  const axis = axisFor(
    numbers.filter((each) => each !== null),
    unit,
    counted,
  );
  return {
    form: 'multiples',
    id: `places-${indicator.id}-${index + 1}`,
    title: indicator.parts.length > 1 ? `各网点：${own.name}` : `各网点：${indicator.name}`,
    summary: summaryOf(shown, times, axis.min === 0 ? '' : `，纵轴从${axis.min}${unit}起`),
    kind: counted ? 'bar' : 'line',
    unit,
    axis,
    times,
    panels: shown,
  };
}

/**
 * The months of an indicator at each location, on shared axes, against the contract's targets: one chart for each part whose
 * log names locations. Locations without any value are left out.
 */
export function placeCharts(
  assessment: Assessment,
  indicator: Indicator,
  months: readonly Month[],
  href: (location: string) => string,
): MultiplesChart[] {
  return indicator.parts.flatMap((_, index) => chartOf(assessment, indicator, index, months, href) ?? []);
}
