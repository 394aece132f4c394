import { chartTable } from '../chart/table.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { SheetPaper } from '../report/paper.ts';
import { cutBlock, flowOf } from './flow.ts';
import { type Fragment, paginate } from './paginate.ts';
import { ems, gaps, paper, types } from './paper.ts';
import { linesOf, measured } from './type.ts';

/** With the table beside each chart as a block of its own, because on paper nothing opens. */
const withTables = (block: ReportBlock): ReportBlock[] =>
  block.kind === 'chart' && block.beside === undefined ? [block, chartTable(block.spec)] : [block];

/** Whether a report's title says its period whole, so that it need not be said again beside it. */
export const namesPeriod = ({ title, period }: Pick<SheetPaper, 'title' | 'period'>): boolean => title.includes(period);

/** The period as the head of the first sheet has room for it: the days of a week stand in the title above. */
export const headPeriod = (report: Pick<SheetPaper, 'title' | 'period'>): string =>
  namesPeriod(report) ? report.period.replace(/（[^（）]*）$/u, '') : report.period;

/** The title of the first sheet: name, how far the report has come, unit, period and number lines, the digest of its seal, then the lead. */
function titleHeight({ title, lead, sealed }: SheetPaper): number {
  const lines = linesOf(title, ems(paper.width, types.title));
  return (
    lines * types.title.line +
    types.h3.line +
    26 +
    (sealed === null ? 0 : 2 * types.note.line + gaps.text) +
    linesOf(measured(lead), ems(paper.width - 8, types.text)) * types.text.line +
    gaps.text
  );
}

/** The sheets of a report: every block of it, with the table of each chart, in order. */
export function sheetsOf(report: SheetPaper): Fragment[][] {
  const flows = report.blocks.flatMap(withTables).flatMap(cutBlock).map(flowOf);
  return paginate(flows, paper.filled, titleHeight(report));
}
