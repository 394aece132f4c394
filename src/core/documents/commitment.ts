import { z } from 'zod';
import { commitmentId, dateText, sourceLines, toBlank, toClause, toIndicator, toRecord, toService, words } from './text.ts';

export const commitmentAreas = [
  'scope',
  'compliance',
  'response',
  'quality',
  'supervision',
  'feedback',
  'record',
  'report',
  'guarantee',
  'improvement',
  'breach',
  'emergency',
] as const;

/** A promise of the plan and what proves it. */
export const commitmentSchema = z
  .strictObject({
    id: commitmentId,
    /** The promise in one sentence. */
    text: words,
    area: z.enum(commitmentAreas),
    service: toService,
    promisedTo: z.enum(['client', 'internal', 'staff', 'supplier', 'society']),
    clauses: z.array(toClause).min(1),
    indicators: z.array(toIndicator),
    documents: z.array(
      z.strictObject({ kind: z.enum(['record', 'attachment', 'attestation']), ref: toRecord.optional(), text: words.optional() }),
    ),
    /** Why it cannot be measured; only where neither indicators nor documents prove it. */
    notMeasurable: words.optional(),
    blanks: z.array(toBlank).default([]),
    sourceLines,
    updated: dateText,
  })
  .refine((each) => each.indicators.length + each.documents.length > 0 || each.notMeasurable !== undefined, {
    message: '承诺要么有指标或文件证明，要么写明不可度量的原因',
    path: ['notMeasurable'],
  });
export type Commitment = z.infer<typeof commitmentSchema>;
