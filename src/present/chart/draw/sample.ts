import type { Verdict } from '../../../core/indicators/verdict.ts';
import type { Sample } from '../legend.ts';
import { area, hatchesFor } from './frame.ts';

function shape(id: string, sample: Sample | Verdict): string {
  switch (sample) {
    case 'line':
      return '<g class="curve"><line x1="1" x2="23" y1="8" y2="8"/></g>';
    case 'dash':
      return '<g class="target"><line x1="1" x2="23" y1="8" y2="8"/></g>';
    case 'diamond':
      return '<g class="running"><line x1="1" x2="23" y1="8" y2="8"/><svg class="diamond" x="12" y="8" overflow="visible"><path d="M0-5.5 5.5 0 0 5.5-5.5 0z"/></svg></g>';
    case 'bar':
      return area(id, 'plain', 4, 92, 2, 12);
    case 'over':
    case 'met':
    case 'missed':
    case 'incomplete':
    case 'no-data':
    case 'under-way':
    case 'not-applicable':
      return `${hatchesFor(id, [sample])}${area(id, sample, 4, 92, 2, 12)}`;
  }
}

/** A series as it looks in its chart, the size of a word. `id` is unique within the page. */
export const sample = (id: string, looks: Sample | Verdict): string =>
  `<svg class="chart legend-sample" aria-hidden="true" width="24" height="16">${shape(id, looks)}</svg>`;
