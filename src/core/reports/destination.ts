import type { Month } from '../calendar/date.ts';

/** Pages of which there is one. */
export type IndexName =
  | 'home'
  | 'plan'
  | 'standards'
  | 'commitments'
  | 'indicators'
  | 'compliance'
  | 'location-verdicts'
  | 'reports'
  | 'feed'
  | 'open-calendar'
  | 'records'
  | 'procedures'
  | 'locations'
  | 'attachments'
  | 'organisation'
  | 'open'
  | 'changes'
  | 'quality'
  | 'guide'
  | 'check'
  | 'search'
  | 'services'
  | 'help'
  | 'accessibility'
  | 'design';

/**
 * What a reader who follows a number, a name or a row wants to see. Reports know things, not addresses: `site/` turns each
 * kind into the URL of its page.
 */
export type Destination =
  /** The verdict of an indicator in a month with every row behind it. */
  | { readonly kind: 'evidence'; readonly month: Month; readonly indicator: string; readonly location?: string }
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
  /** A location's verdicts, month by month. */
  | { readonly kind: 'location-verdicts'; readonly location: string }
  /** The verdicts of a quarter, a year or the year to date. */
  | { readonly kind: 'period'; readonly id: string }
  | { readonly kind: 'improvement' }
  /** What is to be put right of a month, one sheet an item. */
  | { readonly kind: 'notices'; readonly month: Month }
  | { readonly kind: 'section'; readonly section: string }
  | { readonly kind: 'clause'; readonly section: string; readonly clause: string }
  | { readonly kind: 'standard'; readonly id: string }
  | { readonly kind: 'commitment'; readonly id: string }
  | { readonly kind: 'procedure'; readonly id: string }
  /** A procedure as a list to tick off. */
  | { readonly kind: 'checklist'; readonly id: string }
  | { readonly kind: 'service'; readonly id: string }
  /** A blank or a contradiction of the plan. */
  | { readonly kind: 'open-item'; readonly id: string }
  /** What a commit changed. */
  | { readonly kind: 'change'; readonly commit: string }
  /** How a log is filled in. */
  | { readonly kind: 'guide'; readonly log: string }
  /** An empty file of a log with its header. */
  | { readonly kind: 'template'; readonly log: string }
  /** How one of the site's readers finds their way. */
  | { readonly kind: 'help'; readonly reader: string }
  /** A report on A4 sheets. */
  | { readonly kind: 'print'; readonly id: string }
  /** What the rules of score and deduction come to in a month, and the same on A4 sheets. */
  | { readonly kind: 'settlement' | 'settlement-print'; readonly month: Month }
  /** All that a sealed month rests on, in one file. */
  | { readonly kind: 'bundle'; readonly month: Month }
  /** A page's values for machines. */
  | { readonly kind: 'data'; readonly of: 'month'; readonly month: Month }
  | { readonly kind: 'data'; readonly of: 'period'; readonly id: string }
  | { readonly kind: 'data'; readonly of: 'quality' | 'settlement' | 'notices'; readonly month: Month }
  | { readonly kind: 'data'; readonly of: 'evidence'; readonly month: Month; readonly indicator: string }
  | { readonly kind: 'data'; readonly of: 'changes' | 'commitments' | 'seals' }
  /** The page that lists all of a kind, or the only one of its kind. */
  | { readonly kind: 'index'; readonly of: IndexName; readonly anchor?: string }
  /** A place on the same page. */
  | { readonly kind: 'here'; readonly anchor: string }
  /** A page whose address is known already. */
  | { readonly kind: 'url'; readonly url: string }
  /** An address as content writes it, `/plan/#anchor`. */
  | { readonly kind: 'address'; readonly address: string }
  /** A role, unit, record or flow of the organisation. */
  | { readonly kind: 'organisation'; readonly id: string }
  | { readonly kind: 'attachment'; readonly number: string }
  /** The file of a document that was handed in, by the name under which it is published. */
  | { readonly kind: 'document'; readonly name: string };
