import type { Verdict } from '../core/indicators/verdict.ts';
import type { MatrixColumn } from './paper/matrix.ts';

/** Neighbouring columns of one group, for the upper row of the head. */
export function columnGroups(
  columns: readonly Pick<MatrixColumn, 'group'>[],
): { readonly group: string; readonly count: number }[] {
  const groups: { group: string; count: number }[] = [];
  for (const { group } of columns) {
    const last = groups[groups.length - 1];
    if (last?.group === group) last.count += 1;
    else groups.push({ group, count: 1 });
  }
  return groups;
}

/** What a reader asks a matrix for; an empty string asks for everything. */
export interface MatrixFilter {
  readonly service: string;
  readonly group: string;
  readonly verdict: Verdict | '';
  /** In how many of the first columns the verdict is looked for. */
  readonly span: number;
}

/** What a row of a matrix is known by, read from its markup. */
export interface MatrixRow {
  readonly service: string;
  readonly group: string;
  /** From the first column on; an empty string where the column says nothing of the indicator. */
  readonly verdicts: readonly string[];
}

/** Whether a row answers a filter. */
export function isShown(row: MatrixRow, { service, group, verdict, span }: MatrixFilter): boolean {
  if (service !== '' && row.service !== service) return false;
  if (group !== '' && row.group !== group) return false;
  return verdict === '' || row.verdicts.slice(0, span).indexOf(verdict) !== -1;
}

/** 显示93项中的12项 */
export const shownWords = (shown: number, all: number): string =>
  all === 0 ? '没有指标。' : shown === 0 ? `${all}项指标中没有符合条件的，请放宽条件。` : `显示${all}项指标中的${shown}项。`;
