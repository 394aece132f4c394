import type { ReportBlock } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';

const printedIn = (pieces: Pieces): string[] => pieces.flatMap((piece) => (piece.kind === 'value' ? [piece.id] : []));

function printedOn(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return printedIn(block.pieces);
    case 'list':
      return block.items.flatMap(printedIn);
    case 'table':
      return [...printedIn(block.caption), ...block.rows.flatMap(({ cells }) => cells.flatMap(printedIn))];
    case 'signoff':
      return printedIn(block.conclusion);
    case 'heading':
    case 'chart':
    case 'turn':
      return [];
  }
}

/** The ids of the values that some blocks print, in reading order. */
export const printedBy = (blocks: readonly ReportBlock[]): string[] => blocks.flatMap(printedOn);
