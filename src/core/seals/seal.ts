import { z } from 'zod';
import { plainOf } from '../changes/fields.ts';
import { dateText, words } from '../documents/text.ts';
import { verdicts } from '../indicators/verdict.ts';
import { canonicalText, digestOf } from './canonical.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, '月份形如 2026-09');
const digest = z.string().regex(/^[0-9a-f]{64}$/u, '摘要是 64 位十六进制数（SHA-256）');

/**
 * What was read from one file. `rows` are short digests of its rows in their order, by which a difference is found; `digest` is
 * that of all rows in full, by which it is proved. As long as the bytes are the sealed ones, nothing of the file can differ.
 */
const readingSchema = z.strictObject({
  sha256: digest,
  digest,
  rows: z.string(),
  /** The columns of the log in which the file says anything. */
  columns: z.string(),
});
export type Reading = z.infer<typeof readingSchema>;

/** Things by name, one a line with its short digest; `digest` is that of all of them in full. */
const groupSchema = z.strictObject({ digest, items: z.string() });
export type Group = z.infer<typeof groupSchema>;

/** All that a month's results rest on, and the results. */
export const stateSchema = z.strictObject({
  /** The files of the month's folder, by path. */
  read: z.record(z.string(), readingSchema),
  /** The rows of neighbouring months that lie in the month's weeks and quarters, by the file in which they stand. */
  around: z.record(z.string(), readingSchema),
  /** The rows of registers that the month uses. */
  registers: groupSchema,
  /** Indicators with the targets then valid, logs, clauses, promises' proofs and the contract's own terms. */
  definitions: groupSchema,
  /** Every indicator's result, one a line: its id and a `SealedResult` as JSON. */
  results: z.string(),
  /** What reports say, by file. */
  reports: z.record(z.string(), z.string()),
});
export type SealedState = z.infer<typeof stateSchema>;

/** A tally: n and N of a ratio, sum and count of a mean, a number of events. */
const tallySchema = z.union([
  z.strictObject({ numerator: z.number(), denominator: z.number() }),
  z.strictObject({ sum: z.number(), count: z.number() }),
  z.strictObject({ events: z.number() }),
]);
export type SealedTally = z.infer<typeof tallySchema>;

/** An indicator's result of a month: its verdict and the numbers of its parts; `places` is a digest of the same by location. */
export const sealedResultSchema = z.strictObject({
  verdict: z.enum(verdicts),
  parts: z.array(
    z.strictObject({
      verdict: z.enum(verdicts),
      tally: tallySchema,
      /** The target in force, such as `>= 95 %`; left out where there is none. */
      target: z.string().optional(),
      /** The unit of the value. */
      unit: z.string(),
      excluded: z.int(),
      unknown: z.int(),
      underWay: z.int(),
    }),
  ),
  places: z.string(),
});
export type SealedResult = z.infer<typeof sealedResultSchema>;

const signature = {
  month,
  /** The day on which it was made, and the post that answers for it. */
  date: dateText,
  post: words,
  /** The posts that must sign it, as the contract said on that day; left out where it asked for no signature. */
  signing: z.array(words).min(1).optional(),
};

export const sealForm = 'service-ledger/seal/1';
export const amendmentForm = 'service-ledger/amendment/1';

/** `data/<month>/seal.yaml` */
export const sealSchema = z.strictObject({
  schema: z.literal(sealForm),
  ...signature,
  /** The digest of the seal of the month before; null for the first one. */
  before: digest.nullable(),
  state: stateSchema,
  /** The digest of everything above. */
  digest,
});
export type Seal = z.infer<typeof sealSchema>;

const plain = z.json();

/** A row, an entry of a register, a definition or a report that was changed after the seal. */
const editSchema = z.strictObject({
  kind: z.enum(['row', 'register', 'definition', 'report']),
  change: z.enum(['added', 'removed', 'changed']),
  file: z.string(),
  /** Where it stands now; null for what was removed. */
  line: z.int().positive().nullable(),
  /** The row's key, or the definition's kind and id. */
  name: z.string(),
  /** What differs: a column's Chinese name or a field's path, with the value before and after. */
  fields: z.array(z.strictObject({ field: z.string(), before: plain, after: plain })),
  /** False where the sealed bytes are nowhere in the history: then only the digest of what stood there before is known. */
  known: z.boolean(),
});
export type SealedEdit = z.infer<typeof editSchema>;

/** A result that differs from the sealed one; null where there was none, or is none any more. */
const resultChangeSchema = z.strictObject({
  kind: z.literal('result'),
  indicator: z.string(),
  before: sealedResultSchema.nullable(),
  after: sealedResultSchema.nullable(),
});
export type SealedResultChange = z.infer<typeof resultChangeSchema>;

export const amendedSchema = z.discriminatedUnion('kind', [editSchema, resultChangeSchema]);
export type Amended = z.infer<typeof amendedSchema>;

/** `data/<month>/amendment-<number>.yaml` */
export const amendmentSchema = z.strictObject({
  schema: z.literal(amendmentForm),
  ...signature,
  /** 1 for the month's first. */
  number: z.int().positive(),
  reason: words,
  /** The digest of the month's seal. */
  seal: digest,
  /** The digest of what is amended: the amendment before, or the seal. */
  before: digest,
  changes: z.array(amendedSchema).min(1),
  /** The state after it. */
  state: stateSchema,
  /** The digest of everything above. */
  digest,
});
export type Amendment = z.infer<typeof amendmentSchema>;

/** The digest of a seal or an amendment: SHA-256 of all that it says but the digest itself. */
export function digestOfSeal(sealed: Omit<Seal, 'digest'> | Omit<Amendment, 'digest'>): string {
  return digestOf(canonicalText(plainOf({ ...sealed, digest: null })));
}

/** A sealed month as its folder has it: the seal, and the amendments in their order. */
export interface SealedMonth {
  readonly seal: Seal;
  readonly amendments: readonly Amendment[];
}

/** What a sealed month says now: its seal's state, or that after its last amendment. */
export const stateOf = ({ seal, amendments }: SealedMonth): SealedState => (amendments[amendments.length - 1] ?? seal).state;
