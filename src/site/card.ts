import { monthPeriod } from '../core/calendar/period.ts';
import { png } from '../disk/png.ts';
import { card } from '../present/card.ts';
import type { Inputs } from '../present/pages/inputs.ts';

/** How many months the card shows. */
const span = 24;

/** The site's card as a PNG file: the verdicts of the latest months. */
export function cardFile({ project }: Inputs): Uint8Array<ArrayBuffer> {
  const { assessment } = project;
  const months = assessment.months.slice(-span).reverse();
  const measured = assessment.indicators.filter(({ parts }) => parts.length > 0);
  const rows = months.map((month) => measured.map((indicator) => assessment.result(indicator, monthPeriod(month)).verdict));
  return new Uint8Array(png(card(rows)));
}
