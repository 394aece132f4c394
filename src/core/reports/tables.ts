/** The tables of a period's report that special reports can place by `<period>/<name>`. */
export const tableNames = [
  'services',
  'locations',
  'indicators',
  'months',
  'finding-kinds',
  'findings',
  'open',
  'measures',
  'feedback-counts',
  'feedback-praise',
  'feedback-complaint',
  'feedback-suggestion',
  'satisfaction',
  'plan-work',
  'plan-training',
  'prescribed',
  'deliveries',
] as const;
export type TableName = (typeof tableNames)[number];
