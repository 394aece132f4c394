import type { Month } from '../../core/calendar/date.ts';
import { monthPeriod } from '../../core/calendar/period.ts';
import type { Assessment } from '../../core/indicators/assessment.ts';
import type { Indicator } from '../../core/indicators/indicator.ts';
import { saysOfLocations } from '../../core/reports/location.ts';
import { unitWords } from '../formats.ts';
import { listed, nameOf } from '../names.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, say, text, time } from '../paper/say.ts';
import { axisFor } from './axis.ts';
import { Figures } from './finding.ts';
import { chartTime, chartValue, waits } from './series.ts';
import type { ChartTime, MultiplesChart, MultiplesPanel } from './spec.ts';

/** What the sentences about the panels are told with: the figures that they name, and the contract's word for a place. */
interface Wording {
  readonly figures: Figures;
  readonly place: string;
  readonly elsewhere: string;
}

/** What the panels show together: who missed at the last time, and who missed most often. */
function summaryOf(panels: readonly MultiplesPanel[], times: readonly ChartTime[], { figures, place }: Wording): Pieces {
  const last = times.at(-1);
  if (last === undefined) return say`目前没有可以评价的时期。`;
  const missing = panels.filter(({ values }) => values.at(-1)?.verdict === 'missed').map(({ label }) => label);
  const noun = times.every(({ label }) => label.endsWith('月')) ? '个月' : '期';
  const now =
    missing.length === 0
      ? say`没有${text(place)}低于目标`
      : say`${figures.count('missing', missing.length, `个${place}`)}未达到目标：${quote(listed(missing))}`;
  const most = Math.max(...panels.map(misses));
  const often = panels.filter((each) => misses(each) === most).map(({ label }) => label);
  const span = figures.count('periods', times.length, noun);
  const named = quote(often.slice(0, 3).join('、'));
  const those = often.length > 3 ? say`${named}等${figures.count('often', often.length, `个${place}`)}` : [named];
  const past =
    most === 0
      ? say`${span}里各${text(place)}都没有未达到目标的时候`
      : say`${span}里未达到目标最多的是${those}（${figures.count('most', most, noun)}）`;
  return say`${time(`${last.year}${last.label}`)}${now}；${past}。`;
}

const misses = ({ values }: MultiplesPanel): number => values.filter(({ verdict }) => verdict === 'missed').length;
/** How often a place missed or nothing can be said of it. */
const troubles = ({ values }: MultiplesPanel): number =>
  values.filter(({ verdict }) => verdict === 'missed' || verdict === 'incomplete' || verdict === 'no-data').length;

/** The places with the most troubles, in their own order, none that had none; one alone has nothing to stand beside. */
function foremost(panels: readonly MultiplesPanel[], most: number): readonly MultiplesPanel[] {
  const troubled = panels.filter((panel) => troubles(panel) > 0).sort((a, b) => troubles(b) - troubles(a));
  const kept = new Set(troubled.slice(0, most));
  return panels.filter((panel) => kept.has(panel));
}

/** What became of the places that are not drawn. */
function restPieces(
  panels: readonly MultiplesPanel[],
  drawn: readonly MultiplesPanel[],
  { figures, place, elsewhere }: Wording,
): Pieces {
  const others = panels.filter((panel) => !drawn.includes(panel));
  if (others.length === 0) return [];
  const rest = figures.count('others', others.length, `个${place}`);
  return others.every((panel) => troubles(panel) === 0)
    ? say`其余${rest}没有未达到目标或数据不全的时候，不另画。`
    : say`只画最多的${figures.count('drawn', drawn.length, `个${place}`)}，其余${rest}见${text(elsewhere)}。`;
}

/** What places are called and where each leads, and how many of them are drawn at most. */
export interface Places {
  readonly place: string;
  href(location: string): string;
  readonly most: number;
  /** Where those stand that are not drawn. */
  readonly elsewhere: string;
}

function chartOf(
  assessment: Assessment,
  indicator: Indicator,
  index: number,
  months: readonly Month[],
  { place, href, elsewhere, most }: Places,
): MultiplesChart | null {
  const { registers } = assessment.ledger;
  const own = indicator.parts[index];
  if (own === undefined || !saysOfLocations(assessment, indicator)) return null;
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
  const drawn = most < shown.length ? foremost(shown, most) : shown;
  if (drawn.length < 2) return null;
  const target = own.targets.at(-1);
  const unit = target === undefined ? '' : unitWords(target.unit);
  const counted = own.measure.kind === 'count';
  const numbers = [...times.map((each) => each.target), ...drawn.flatMap(({ values }) => values.map(({ value }) => value))];
  const axis = axisFor(
    numbers.filter((each) => each !== null),
    unit,
    counted,
  );
  const figures = new Figures();
  const wording = { figures, place, elsewhere };
  return {
    form: 'multiples',
    id: `places-${indicator.id}-${index + 1}`,
    title: indicator.parts.length > 1 ? `各${place}：${own.name}` : `各${place}：${indicator.name}`,
    summary: say`${summaryOf(shown, times, wording)}${restPieces(shown, drawn, wording)}各图的横轴和纵轴相同${axis.min === 0 ? [] : say`，纵轴从${figures.count('axis', axis.min, unit)}起`}。`,
    figures: figures.all(),
    kind: counted ? 'bar' : 'line',
    unit,
    axis,
    times,
    panels: drawn,
  };
}

/**
 * The months of an indicator at each location, on shared axes, against the contract's targets: one chart for each part whose
 * log names locations. Locations without any value are left out, and where there are more than `places.most`, all but those that missed most.
 */
export function placeCharts(
  assessment: Assessment,
  indicator: Indicator,
  months: readonly Month[],
  places: Places,
): MultiplesChart[] {
  return indicator.parts.flatMap((_, index) => chartOf(assessment, indicator, index, months, places) ?? []);
}
