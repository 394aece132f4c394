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

const links = z.array(toIndicator).min(1);

/** How indicators bear on a promise. */
export const proofSchema = z.discriminatedUnion('kind', [
  /** Together they check all that the sentence says. */
  z.strictObject({ kind: z.literal('whole'), indicators: links }),
  /** They check some of it; the rest is named. */
  z.strictObject({ kind: z.literal('part'), indicators: links, unchecked: words }),
  /** They belong to the subject and prove nothing. */
  z.strictObject({ kind: z.literal('context'), indicators: links }),
]);
export type Proof = z.infer<typeof proofSchema>;

/** Indicators that stand in more than one link, or twice in one: nobody could say how they bear on the promise. */
const linkedTwice = (proof: readonly Proof[]): boolean => {
  const ids = proof.flatMap(({ indicators }) => indicators);
  return new Set(ids).size < ids.length;
};

const proofs = z
  .array(proofSchema)
  .refine((proof) => !linkedTwice(proof), '一项指标在一项承诺里只能有一种证明关系')
  .refine(
    (proof) => proof.filter(({ kind }) => kind === 'whole').length < 2,
    '全部核对（whole）只写一条：合起来才核对全句的指标写在一起',
  )
  .refine(
    (proof) => !(proof.some(({ kind }) => kind === 'whole') && proof.some(({ kind }) => kind === 'part')),
    '全句已核对（whole）的承诺没有未核对的部分（part）',
  );

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
    proof: proofs,
    documents: z.array(
      z.strictObject({ kind: z.enum(['record', 'attachment', 'attestation']), ref: toRecord.optional(), text: words.optional() }),
    ),
    /** Why it cannot be measured; only where neither indicators nor documents prove it. */
    notMeasurable: words.optional(),
    blanks: z.array(toBlank).default([]),
    sourceLines,
    updated: dateText,
  })
  .refine((each) => each.proof.length + each.documents.length > 0 || each.notMeasurable !== undefined, {
    message: '承诺要么有指标或文件证明，要么写明不可度量的原因',
    path: ['notMeasurable'],
  });
export type Commitment = z.infer<typeof commitmentSchema>;
