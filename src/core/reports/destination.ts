import type { Month } from '../calendar/date.ts';

/**
 * What a reader who follows a number, a name or a row wants to see. Reports know things, not addresses: `site/` turns each
 * kind into the URL of its page.
 */
export type Destination =
  /** The verdict of an indicator in a month with every row behind it. */
  | { readonly kind: 'evidence'; readonly month: Month; readonly indicator: string }
  | { readonly kind: 'indicator'; readonly indicator: string }
  /** All rows of a log in a month. */
  | { readonly kind: 'log'; readonly month: Month; readonly log: string }
  | { readonly kind: 'row'; readonly month: Month; readonly log: string; readonly line: number }
  /** Every log of a month with how it was handed in. */
  | { readonly kind: 'records'; readonly month: Month }
  /** Repairs, warnings and deliveries of a month. */
  | { readonly kind: 'quality'; readonly month: Month }
  /** Verdicts of all indicators in a month. */
  | { readonly kind: 'compliance'; readonly month: Month }
  /** The report of a period: a month, quarter, year, year to date, week, or a special report. */
  | { readonly kind: 'report'; readonly id: string }
  /** The verdicts of an indicator's months, in the report of the period that holds them. */
  | { readonly kind: 'month-row'; readonly period: string; readonly indicator: string }
  /** A part of a report. */
  | { readonly kind: 'part'; readonly report: string; readonly id: string }
  /** A report's numbers for machines, or as a table for spreadsheets. */
  | { readonly kind: 'twin'; readonly id: string; readonly format: 'json' | 'csv' }
  | { readonly kind: 'location'; readonly location: string }
  | { readonly kind: 'improvement' }
  /** A role, unit, record or flow of the organisation. */
  | { readonly kind: 'organisation'; readonly id: string }
  | { readonly kind: 'attachment'; readonly number: string };
