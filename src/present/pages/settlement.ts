import type { Month } from '../../core/calendar/date.ts';
import { monthPeriod } from '../../core/calendar/period.ts';
import { settlementOf } from '../../core/settlement/settlement.ts';
import { settlementTwin } from '../../core/settlement/twin.ts';
import { monthWords } from '../dates.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, text } from '../paper/say.ts';
import type { SheetPaper } from '../report/paper.ts';
import { settlementBlocks, settlementLead, settlementState } from '../settlement/blocks.ts';
import type { Inputs } from './inputs.ts';
import { type MonthKey, neighbourPager } from './month.ts';
import type { PageType } from './page-type.ts';

const titleOf = (month: Month): string => `${monthWords(month)}考核结算单`;

const ofMonth = ({ project }: Inputs, month: Month) => settlementOf(project.assessment, project.contract.settlement, month);

/** The months that are over: of one under way there is no report and nothing to settle. */
function settledMonths({ project: { assessment } }: Inputs): MonthKey[] {
  const months = assessment.months.filter((month) => !assessment.isUnderWay(monthPeriod(month)));
  return months.map((month, at) => ({ month, previous: months[at - 1] ?? null, next: months[at + 1] ?? null }));
}

function settlementPaper(inputs: Inputs, key: MonthKey): Paper {
  const { month } = key;
  const settlement = ofMonth(inputs, month);
  const lead = settlementLead(settlement);
  return {
    title: titleOf(month),
    kind: 'settlement',
    description: `${inputs.project.contract.client}${titleOf(month)}：${lead}`,
    lead,
    month,
    newest: { kind: 'settlement', month: '*' },
    search: 'lead',
    breadcrumbs: [
      { label: '服务报告', to: { kind: 'index', of: 'reports' } },
      { label: monthWords(month), to: { kind: 'report', id: month } },
    ],
    blocks: [
      {
        kind: 'actions',
        screen: true,
        items: [
          [text('打印版（A4）', { kind: 'settlement-print', month })],
          [text('数值（JSON）', { kind: 'data', of: 'settlement', month })],
          [text('各项指标的结论', { kind: 'compliance', month })],
        ],
      },
      ...settlementBlocks(inputs.project, settlement),
      neighbourPager(key, (neighbour) => ({ kind: 'settlement', month: neighbour })),
    ],
  };
}

/** The same on A4 sheets. */
export function settlementSheet(inputs: Inputs, { month }: MonthKey): SheetPaper {
  const settlement = ofMonth(inputs, month);
  const state = settlementState(settlement);
  return {
    title: titleOf(month),
    making: { words: state, told: state },
    period: monthWords(month),
    lead: [quote(settlementLead(settlement))],
    blocks: settlementBlocks(inputs.project, settlement),
    // Where nothing is agreed, no number rests on what was sealed.
    sealed: settlement.kind === 'agreed' ? (inputs.project.seals.get(month) ?? null) : null,
  };
}

/** What the rules of score and deduction come to in each month. */
export const settlementPage: PageType<MonthKey> = {
  keys: settledMonths,
  params: ({ month }) => ({ id: month }),
  reads: ({ month }) => ({ through: month, content: ['indicators', 'plan', 'organisation'] }),
  paper: settlementPaper,
  twin: (inputs, { month }) => settlementTwin(ofMonth(inputs, month), inputs.project.provenance),
};
