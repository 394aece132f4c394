import { makingOf } from '../src/present/report/making.ts';
import type { Written } from '../src/present/report/prose.ts';

/** What stands behind a report on which nobody wrote anything. */
export const unwritten: Written = {
  making: makingOf(null),
  blocks: [],
  explanations: { now: new Map(), before: new Map() },
  breaches: [],
};
