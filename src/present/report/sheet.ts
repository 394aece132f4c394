import Papa from 'papaparse';
import type { Provenance } from '../../core/documents/provenance.ts';
import { isUntold, type PartResult, type Result } from '../../core/indicators/result.ts';
import type { Registers } from '../../core/registers/registers.ts';
import type { PeriodReport } from '../../core/reports/period.ts';
import { type Former, formerResults } from '../../core/seals/former.ts';
import type { SealedMonth } from '../../core/seals/seal.ts';
import { basisLabel } from '../basis.ts';
import { periodWords } from '../dates.ts';
import { serviceName } from '../names.ts';
import { partBasis, partCases, partNotes, partTarget, partValue } from '../parts.ts';
import { formerPartWords, formerWords } from '../seal.ts';
import { verdictWords } from '../verdict.ts';
import type { Making } from './making.ts';

const header = [
  '数据性质',
  '报告期',
  '指标编号',
  '指标',
  '服务',
  '分项',
  '结论',
  '目标',
  basisLabel,
  '数值',
  '件数',
  '分子',
  '分母',
  '评价期',
  '说明',
  '报告状态',
  '修订前',
];

/** What every line says of the whole. */
export interface SheetMarks {
  readonly provenance: Provenance;
  readonly making: Making;
  /** The seal of the month with its amendments; null where there is none. */
  readonly sealed: SealedMonth | null;
}

/** Numerator and denominator; a mean's sum (minutes or points) and its cases; a count alone. Empty where there are no data. */
function fraction(part: PartResult): [number | '', number | ''] {
  const { tally } = part;
  if (isUntold(part)) return ['', ''];
  switch (tally.kind) {
    case 'ratio':
      return [tally.numerator, tally.denominator];
    case 'mean':
      return [tally.sum, tally.count];
    case 'count':
      return [tally.events, ''];
  }
}

/** What stood in a line before each amendment; empty where nothing was amended. */
function formerCell(result: Result, part: PartResult, sealed: SealedMonth | null): string {
  const formers = formerResults(sealed ?? undefined, result.indicator.id);
  const words = (former: Former) =>
    result.parts.length === 1 ? formerWords(former, result) : formerPartWords(former, result, part);
  return formers.flatMap((former) => words(former) ?? []).join('；');
}

/**
 * The values of a period as a table for Excel and WPS: byte order mark, CRLF, one line for each part of each indicator, text
 * that a spreadsheet could take for a formula escaped (OWASP: = + - @ tab CR). Every line says whether the data are sample data,
 * and whether the report was issued.
 */
export function valueSheet(
  { results, period }: PeriodReport,
  registers: Registers,
  { provenance, making, sealed }: SheetMarks,
): string {
  const lines = results.flatMap((result) =>
    result.parts.map((part) => [
      provenance.label,
      periodWords(period),
      result.indicator.id,
      result.indicator.name,
      serviceName(registers, result.indicator.service),
      result.parts.length > 1 ? part.part.name : '',
      verdictWords(part.verdict),
      partTarget(part),
      partBasis(part),
      partValue(part),
      partCases(part),
      ...fraction(part),
      periodWords(part.judged),
      partNotes(part),
      making.told,
      formerCell(result, part, sealed),
    ]),
  );
  return `\ufeff${Papa.unparse([header, ...lines], { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
