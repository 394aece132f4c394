import { addMonths, type DateText, dateOfDay, dayOf, type Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { workingDays } from './days.ts';
import { faults } from './faults.ts';
import { numbered, sortedBy } from './numbering.ts';
import { Random } from './random.ts';
import { breakerMeasures, undonePreventions } from './record-stories.ts';
import { faultStories, monthIndex } from './stories.ts';
import { preventions as texts } from './texts/electrical.ts';

const told = new Set(faultStories.map((story) => story.fault));
const broken = faultStories[0]?.device;

/** The three months up to the one in which a measure was due, and the three after it up to the one that looks back. */
const spansOf = (month: Month) => ({
  before: [-5, -4, -3].map((count) => addMonths(month, count)),
  after: [-2, -1, 0].map((count) => addMonths(month, count)),
});

const faultsIn = (months: readonly Month[]): Row[] => months.flatMap((month) => faults(month));

function compared(before: number, after: number): Row {
  return { before, after, trend: after < before ? '下降' : after > before ? '上升' : '持平' };
}

function breakerRows(month: Month, date: DateText): Row[] {
  const spans = spansOf(month);
  const trips = (months: readonly Month[]) => faultsIn(months).filter((row) => row.device === broken).length;
  return breakerMeasures
    .filter((story) => story.month === month)
    .map(({ due, measure, note }) => ({
      ...{ date, fault: `${broken ?? ''} 断路器反复跳闸`, measure, due, done: due, result: '已落实', note, owner: 'DG-01' },
      ...compared(trips(spans.before), trips(spans.after)),
    }));
}

/** Common faults of the months before, against which something was done that kept them from coming more often. */
function ordinary(month: Month, dates: readonly DateText[]): Row[] {
  const random = new Random(`preventions ${month}`);
  const spans = spansOf(month);
  const [earlier, later] = [faultsIn(spans.before), faultsIn(spans.after)];
  const count = (rows: readonly Row[], fault: string) => rows.filter((row) => row.fault === fault).length;
  const common = [...new Set(earlier.map((row) => String(row.fault)))].filter(
    (fault) => !told.has(fault) && texts[fault] !== undefined && count(later, fault) <= count(earlier, fault),
  );
  const undone = undonePreventions.find((story) => story.month === month);
  return random.sample(common, random.int(1, 2)).map((fault, index) => {
    const due = random.pick(workingDays(addMonths(month, -3), 18, 28));
    const story = index === 0 ? undone : undefined;
    return {
      ...{ date: random.pick(dates), fault, measure: texts[fault] ?? '', due },
      done: story === undefined ? dateOfDay(dayOf(due) - random.int(0, 7)) : null,
      result: story === undefined ? '已落实' : '未落实',
      ...compared(count(earlier, fault), count(later, fault)),
      note: story?.note ?? null,
      owner: random.pick(['DG-01', 'DG-02', 'DG-03']),
    };
  });
}

/** The measures whose effect a month can look back on; the first five months of the contract cannot yet. */
export function preventions(month: Month): Row[] {
  if (monthIndex(month) < 5) return [];
  const dates = workingDays(month, 24, 31);
  const last = dates.at(-1) ?? `${month}-28`;
  return numbered('prevention', 'YF', month, sortedBy('date', [...ordinary(month, dates), ...breakerRows(month, last)]));
}
