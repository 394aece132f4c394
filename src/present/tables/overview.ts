import type { Month } from '../../core/calendar/date.ts';
import { monthPeriod } from '../../core/calendar/period.ts';
import { missedBy } from '../../core/indicators/basis.ts';
import type { Result } from '../../core/indicators/result.ts';
import { countVerdicts, urgency, verdictsOf } from '../../core/reports/verdicts.ts';
import { missedCell } from '../basis.ts';
import { monthWords } from '../dates.ts';
import { serviceIds, serviceName } from '../names.ts';
import type { Inputs } from '../pages/inputs.ts';
import type { Pieces } from '../paper/piece.ts';
import { mark, quote, shape } from '../paper/say.ts';
import type { Table } from '../paper/table.ts';
import { resultsSentence } from '../standing.ts';

/** What weighs most among some results, and how often. */
function worst(results: readonly Result[]) {
  const counts = countVerdicts(results);
  const verdict = urgency.find((each) => counts[each] > 0) ?? 'not-applicable';
  return { verdict, count: counts[verdict] };
}

/** Each service in the latest months that are over: the last of them told in words, of the earlier ones what weighed most. */
export function overviewTable({ project }: Inputs, caption: string, count: number): Table {
  const { assessment, ledger } = project;
  const over = assessment.months.filter((month) => month <= assessment.latest);
  const reports = over.slice(-count).map((month) => verdictsOf(assessment, monthPeriod(month)));
  const [newest, ...earlier] = reports.reverse();
  const told = (results: readonly Result[]): Pieces => [shape(worst(results).verdict), quote(` ${resultsSentence(results)}`)];
  const counted = (results: readonly Result[]): Pieces => {
    const { verdict, count } = worst(results);
    const by = verdict === 'missed' ? `（${missedCell(missedBy(results))}）` : '';
    return [mark(verdict), quote(` ${count}项${by}`)];
  };
  const rows = serviceIds(ledger.registers).map((id) => {
    const own = (results: readonly Result[]) => results.filter(({ indicator }) => indicator.service === id);
    const first = quote(serviceName(ledger.registers, id), { kind: 'service', id });
    return { cells: [[first], told(own(newest?.results ?? [])), ...earlier.map(({ results }) => counted(own(results)))] };
  });
  const monthColumn = (month: Month) =>
    ({ label: monthWords(month), align: 'end', weight: 7, to: { kind: 'compliance', month } }) as const;
  return {
    kind: 'table',
    id: 'services',
    caption: [quote(caption)],
    looks: ['overview'],
    columns: [
      { label: '服务', align: 'start', weight: 8 },
      { label: newest === undefined ? '' : monthWords(newest.period.id), align: 'start', weight: 24, look: 'words' },
      ...earlier.map(({ period }) => monthColumn(period.id)),
    ],
    rows,
    keepTogether: true,
  };
}
