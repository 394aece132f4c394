import type { Month } from '../core/calendar/date.ts';
import { monthFiles, monthsDigest } from '../disk/inputs.ts';
import { contractRoot } from '../disk/root.ts';
import type { Inputs } from '../present/pages/inputs.ts';
import type { Block } from '../present/paper/block.ts';
import { type FolderState, stateBlocks, stateLines } from '../present/print/state.ts';
import type { ReportPaper } from '../present/report/paper.ts';

/** Where a report's content ends: where the place to sign closes it, before that and the heading above it. */
function endOf(blocks: readonly Block[]): number {
  const at = blocks.findIndex(({ kind }) => kind === 'signoff');
  if (at < blocks.length - 1) return blocks.length;
  return blocks[at - 1]?.kind === 'heading' ? at - 1 : at;
}

/** The words at the foot of a sheet: which data it shows. */
export function stateOf({ project }: Inputs, months: readonly Month[]): string[] {
  const folders = monthFiles(contractRoot(), months);
  return stateLines(folders, monthsDigest(folders), project.provenance.label);
}

/** A report as it is printed: its own blocks with its source files behind all else that it tells, and the words at the foot. */
export function printed(
  inputs: Inputs,
  report: ReportPaper,
  months: readonly Month[],
): { readonly report: ReportPaper; readonly state: string[] } {
  const folders: FolderState[] = monthFiles(contractRoot(), months);
  const end = endOf(report.blocks);
  const blocks = [...report.blocks.slice(0, end), ...stateBlocks(folders, monthsDigest), ...report.blocks.slice(end)];
  return { report: { ...report, blocks }, state: stateOf(inputs, months) };
}
