import type { ReportBlock } from '../paper/block.ts';
import type { Flow } from './flow.ts';

/** The parts of a block that stand on one sheet. */
export interface Fragment {
  readonly block: ReportBlock;
  /** The first part, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** How much of a flow must stand on the sheet on which it begins. */
function least({ head, parts, breaks, whole }: Flow, capacity: number): number {
  const all = head + sum(parts);
  if (whole && all <= capacity) return all;
  const end = breaks[Math.min(2, breaks.length)] ?? parts.length;
  return Math.min(all, head + sum(parts.slice(0, end)));
}

/** The room that a flow needs to begin; what leads needs room for what it leads to. */
function needed(flows: readonly Flow[], index: number, capacity: number): number {
  const flow = flows[index];
  if (flow === undefined) return 0;
  const own = least(flow, capacity);
  return Math.min(capacity, flow.leads ? own + needed(flows, index + 1, capacity) : own);
}

/** The part after the last that fits: the farthest break within the room, at least the next where the sheet is empty. */
function reach({ head, parts, breaks }: Flow, from: number, room: number, empty: boolean): number {
  let [tall, end, fitting] = [0, from, from];
  let next = breaks.findIndex((at) => at > from);
  while (end < parts.length && head + tall + (parts[end] ?? 0) <= room) {
    tall += parts[end] ?? 0;
    end += 1;
    if (end === breaks[next]) next += 1;
    else if (end < parts.length) continue;
    fitting = end;
  }
  if (fitting > from || !empty) return fitting;
  // A group of rows taller than a sheet is split between its rows.
  return Math.max(end, from + 1);
}

/**
 * Lays flows on sheets, in their order: a heading stays with what follows, a table begins with at least two of its groups of
 * rows, and no part is split. `first` is what the first sheet's title takes; all lengths in one unit.
 */
export function paginate(flows: readonly Flow[], capacity: number, first: number): Fragment[][] {
  const sheets: Fragment[][] = [[]];
  let used = first;
  const turn = () => {
    sheets.push([]);
    used = 0;
  };
  flows.forEach((flow, index) => {
    if (used > 0 && (flow.block.kind === 'turn' || used + needed(flows, index, capacity) > capacity)) turn();
    let from = 0;
    while (from < flow.parts.length) {
      const to = reach(flow, from, capacity - used, used === 0);
      if (to > from) {
        sheets.at(-1)?.push({ block: flow.block, from, to });
        used += flow.head + sum(flow.parts.slice(from, to));
      }
      from = to;
      if (from < flow.parts.length) turn();
    }
  });
  return sheets;
}
