import type { Month } from '../../core/calendar/date.ts';
import { monthPeriod } from '../../core/calendar/period.ts';
import { basisOf } from '../../core/indicators/basis.ts';
import type { PartResult, Result } from '../../core/indicators/result.ts';
import type { Project } from '../../core/project/project.ts';
import type { Destination } from '../../core/reports/destination.ts';
import { formerResults } from '../../core/seals/former.ts';
import { basisLabel, basisOrDash } from '../basis.ts';
import { serviceShort } from '../names.ts';
import type { Pieces } from '../paper/piece.ts';
import { mark, quote, shape, text } from '../paper/say.ts';
import type { Column, Row, Table } from '../paper/table.ts';
import { partBasis, partCases, partNotes, partTarget, partValue } from '../parts.ts';
import { formerWords } from '../seal.ts';
import { resultMark } from '../supplementary.ts';

/** Results and where they lead. */
export interface ResultList {
  readonly id: string;
  readonly caption: string;
  readonly results: readonly Result[];
  /** The month whose evidence the names lead to; null where the results are of a longer period. */
  readonly month: Month | null;
  /** The months of a longer period, each shown with its own verdict and evidence. */
  readonly months: readonly Month[];
}

function destinationOf({ indicator, location }: Result, month: Month | null): Destination {
  if (month === null) return { kind: 'indicator', indicator: indicator.id };
  return { kind: 'evidence', month, indicator: indicator.id, ...(location === null ? {} : { location }) };
}

const numbers = (part: PartResult, former = ''): Pieces[] => {
  const notes = [former, partNotes(part)].filter((words) => words !== '').join('；');
  return [partTarget(part), partBasis(part), partValue(part), partCases(part), notes].map((words) => [quote(words)]);
};

/** What a month's result said until each amendment; empty for what was not amended, and for the results of places and longer periods. */
function formerNotes({ seals }: Project, result: Result, month: Month | null): string {
  const formers = month === null || result.location !== null ? [] : formerResults(seals.get(month), result.indicator.id);
  return formers.map((each) => formerWords(each, result)).join('；');
}

/** The verdicts of some months, each leading to its evidence. */
const chips = ({ assessment }: Project, { indicator }: Result, months: readonly Month[]): Pieces =>
  months.flatMap((month) => {
    const to = { kind: 'evidence', month, indicator: indicator.id } as const;
    const { verdict } = assessment.result(indicator, monthPeriod(month));
    return [shape(verdict, to), quote(`${Number(month.slice(5))}月`, to)];
  });

function resultRows(project: Project, result: Result, { month, months }: ResultList): Row[] {
  const [only, ...others] = result.parts;
  const former = formerNotes(project, result, month);
  const [target = [], basis = [], value = [], cases = [], notes = []] =
    only !== undefined && others.length === 0
      ? numbers(only, former)
      : [[quote(`${result.parts.length}个分项`)], [quote(basisOrDash(basisOf(result)))], [], [], [quote(former)]];
  const service = serviceShort(project.ledger.registers, result.indicator.service);
  const whole: Row = {
    cells: [
      [quote(result.indicator.name, destinationOf(result, month))],
      [quote(service)],
      [resultMark(result)],
      target,
      basis,
      value,
      cases,
      notes,
      ...(months.length === 0 ? [] : [chips(project, result, months)]),
    ],
  };
  if (others.length === 0) return [whole];
  const parts = result.parts.map((part): Row => {
    const end = months.length === 0 ? [] : [[]];
    return { look: 'part', cells: [[quote(part.part.name)], [], [mark(part.verdict)], ...numbers(part), ...end] };
  });
  return [whole, ...parts];
}

/** Results with their numbers, each part in a row of its own where there are several. */
export function resultTable(project: Project, list: ResultList): Table {
  const columns: Column[] = [
    { label: '指标', align: 'start', weight: 14 },
    { label: '服务', align: 'start', weight: 4, look: 'nowrap' },
    { label: '结论', align: 'start', weight: 6, look: 'nowrap' },
    { label: '目标', align: 'start', weight: 6, look: 'nowrap' },
    { label: basisLabel, align: 'start', weight: 4, look: 'nowrap' },
    { label: '值', align: 'end', weight: 7 },
    { label: '件数', align: 'end', weight: 7 },
    { label: '说明', align: 'start', weight: 14 },
    ...(list.months.length === 0 ? [] : [{ label: '各月', align: 'start', weight: 10, look: 'chips' } as const]),
  ];
  return {
    kind: 'table',
    id: list.id,
    caption: [text(list.caption)],
    looks: ['results'],
    columns,
    rows: list.results.flatMap((result) => resultRows(project, result, list)),
    keepTogether: false,
  };
}
