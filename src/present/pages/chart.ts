import type { ChartSpec } from '../chart/spec.ts';
import type { ChartBlock } from '../paper/block.ts';
import { plainText } from '../paper/piece.ts';
import { quote } from '../paper/say.ts';

/** A chart on a page that has no book of values: its finding is told in plain words. */
export const chart = (spec: ChartSpec): ChartBlock => ({
  kind: 'chart',
  spec: { ...spec, summary: [quote(plainText(spec.summary))] },
});
