import type { RoleName } from '../../core/logs/role.ts';
import type { SealedMonth } from '../../core/seals/seal.ts';
import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import type { Making } from './making.ts';

/** What is printed on A4 sheets. */
export interface SheetPaper {
  readonly title: string;
  /** How far it has come, told wherever its title stands. */
  readonly making: Pick<Making, 'words' | 'told'>;
  /** 2026年9月, 2026年第三季度, 2026年9月28日至10月4日. */
  readonly period: string;
  /** The one sentence that answers “so what?”. */
  readonly lead: Pieces;
  readonly blocks: readonly ReportBlock[];
  /** The seal of its month with the amendments; null while nobody has sealed it, and of all that is not about a month. */
  readonly sealed: SealedMonth | null;
}

/** A whole report. */
export interface ReportPaper extends SheetPaper {
  /** `2026-09`, `2026-Q3`, `2026`, `2026-09-ytd`, `2026-W40`, or the name of a special report. */
  readonly id: string;
  readonly making: Making;
  /** What it says nothing of because the contract keeps no record of it. */
  readonly notKept: readonly RoleName[];
}
