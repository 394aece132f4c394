import type { Month } from '../../core/calendar/date.ts';
import { monthPeriod, type Period } from '../../core/calendar/period.ts';
import type { Result } from '../../core/indicators/result.ts';
import type { Verdict } from '../../core/indicators/verdict.ts';
import { isUnderWay } from '../../core/reports/reports.ts';
import { countedBy } from '../../core/reports/verdicts.ts';
import { verdictCounts, verdictHeads } from '../basis.ts';
import { monthWords, periodWords } from '../dates.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, say, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, list, paragraph } from '../paper/tell.ts';
import { digest, makingOf } from '../report/making.ts';
import { makingOn, reportWeeks, specialReports } from '../report/published.ts';
import { weekWords } from '../report/week.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';
import { publishedPeriods } from './period-verdicts.ts';

/** Reports of one kind, and what their table is called. */
interface PeriodList {
  readonly id: string;
  readonly title: string;
  readonly periods: readonly Period[];
}

/** How far the report of a period has come. */
const makingWords = (inputs: Inputs, { id }: Period): string => makingOn(inputs, id).words;

function resultsOf({ project }: Inputs, period: Period): Result[] {
  const { assessment } = project;
  return assessment.indicators.filter(({ parts }) => parts.length > 0).map((indicator) => assessment.result(indicator, period));
}

function periodRow(inputs: Inputs, period: Period, counted: readonly Verdict[]): Row {
  const { assessment } = inputs.project;
  const counts = verdictCounts(resultsOf(inputs, period), counted);
  const whole = period.months.every((month) => assessment.months.includes(month));
  return {
    cells: [
      [quote(periodWords(period), { kind: 'report', id: period.id })],
      ...counts.map((count) => [quote(count)]),
      [quote(`${makingWords(inputs, period)}${whole ? '' : '，不是整期'}`)],
    ],
  };
}

function periodSection(inputs: Inputs, { id, title, periods }: PeriodList): Block {
  const counted = countedBy(periods.flatMap((period) => resultsOf(inputs, period)));
  const table: Table = {
    kind: 'table',
    id,
    caption: [text(`${title}：结论的项数`)],
    quiet: true,
    looks: [],
    columns: [
      { label: '报告期', align: 'start', weight: 10, look: 'nowrap' },
      ...verdictHeads(counted).map((label) => ({ label, align: 'end', weight: 5 }) as const),
      { label: '状态', align: 'start', weight: 8 },
    ],
    rows: periods.map((period) => periodRow(inputs, period, counted)),
    keepTogether: false,
  };
  return { kind: 'section', blocks: [heading(title), table] };
}

/** Special reports, each with how far it has come and what it is about. */
function specialSections(inputs: Inputs): Block[] {
  const items = specialReports(inputs).map((entry) => {
    const { title, summary } = entry.data;
    return say`${quote(title, { kind: 'report', id: entry.id })}（${quote(makingOf(entry).words)}）：${quote(summary)}`;
  });
  return items.length === 0 ? [] : [{ kind: 'section', blocks: [heading('专项报告'), list(items)] }];
}

/** The year to date, as each month left it. */
function runningSection(inputs: Inputs): Block {
  const running = publishedPeriods(inputs).filter(
    (period) => period.kind === 'ytd' && !isUnderWay(inputs.project.assessment, period),
  );
  const items = running
    .reverse()
    .map(
      (period) => say`${quote(periodWords(period), { kind: 'report', id: period.id })}（${quote(makingWords(inputs, period))}）`,
    );
  return { kind: 'section', blocks: [heading('本年至今'), list(items, 'index')] };
}

function weekSection(inputs: Inputs): Block {
  const weeks = [...reportWeeks(inputs)].reverse();
  const items = weeks.map((week) => [quote(weekWords(week), { kind: 'report', id: week.id })]);
  const summary = `${weeks.length}期，${digest.words}，只说到期、完成与问题，不作结论，不经审核和签发`;
  return {
    kind: 'section',
    blocks: [heading('周报'), { kind: 'details', summary, open: false, blocks: [list(items, 'index')] }],
  };
}

function reportsPaper(inputs: Inputs): Paper {
  const { project, latest } = inputs;
  const { year, months } = project.assessment;
  const isOver = (month: Month) => project.assessment.underWayTo(month) === null;
  const longer = [...year.periods('year', months), ...year.periods('quarter', months)].reverse();
  return {
    title: '服务报告',
    kind: 'report',
    description: '各月、季、年和各周的服务报告，可打印签字存档。',
    lead: `最新一期为${monthWords(latest)}；每期报告中的数字都可以逐行核对。`,
    month: latest,
    blocks: [
      ...specialSections(inputs),
      periodSection(inputs, { id: 'longer', title: '年报与季报', periods: longer }),
      periodSection(inputs, { id: 'months', title: '月报', periods: months.filter(isOver).reverse().map(monthPeriod) }),
      runningSection(inputs),
      {
        kind: 'section',
        blocks: [heading('订阅'), paragraph([text('已签发的报告（Atom）', { kind: 'index', of: 'feed' })])],
      },
      weekSection(inputs),
    ],
  };
}

/** All reports, the latest first. */
export const reportsPage = singlePage(reportsPaper);
