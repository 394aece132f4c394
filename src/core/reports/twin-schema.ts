import { z } from 'zod';
import { reportStatuses } from '../documents/report.ts';
import { bases } from '../indicators/basis.ts';
import { indicatorLists } from '../indicators/indicator.ts';
import { verdicts } from '../indicators/verdict.ts';
import { countedKinds } from '../measures/judgement.ts';
import { type Problem, problem } from '../problem/problem.ts';
import { readings } from './commitments.ts';
import { checkings, noticeStates } from './notices.ts';

const number = z.number().nullable();
const basis = z.enum(bases);
const value = { value: number, numerator: number, denominator: number, unit: z.string() };
const target = z
  .object({
    operator: z.string(),
    value: z.number(),
    upTo: z.number().optional(),
    unit: z.string(),
    period: z.string(),
    from: z.iso.date(),
    basis,
  })
  .nullable();
const verdict = z.enum(verdicts);
const part = z.object({
  name: z.string(),
  verdict,
  basis: basis.nullable(),
  ...value,
  target,
  judged: z.string(),
  excluded: z.int().nonnegative(),
  unknown: z.int().nonnegative(),
  small: z.boolean(),
  reasons: z.array(z.string()),
});
const indicator = {
  id: z.string(),
  name: z.string(),
  list: z.enum(indicatorLists),
  service: z.string(),
  verdict,
  basis: basis.nullable(),
  ...value,
  target,
  parts: z.array(part),
};
const placed = z.object({ ...indicator, locations: z.array(z.object({ location: z.string().nullable(), ...indicator })) });
const month = z.string().regex(/^\d{4}-\d{2}$/u);
const index = z.int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/u);
const missedBy = z.record(basis, index);
const rows = z.object({ given: index, read: index, repaired: index, refused: index });
const cell = z.object({
  line: z.int().positive(),
  column: z.int().positive(),
  raw: z.string(),
  value: z.union([z.string(), z.number()]).nullable(),
});
const total = z.object({ value: number, known: z.number() });
const provenance = z.object({ kind: z.enum(['sample', 'real']), label: z.string(), note: z.string() });

/** The JSON twins whose form is promised to machines, by their `schema`. A twin may say more than its schema, never less. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  'service-ledger/month/1': z.object({
    month,
    provenance,
    counts: z.record(z.enum(verdicts), index),
    missedBy,
    pending: z.array(z.string()),
    logs: z.array(z.object({ id: z.string(), name: z.string(), state: z.string(), rows: index })),
    indicators: z.array(z.object(indicator)).min(1),
    supplementary: z.array(z.object(indicator)),
  }),
  'service-ledger/period/1': z.object({
    period: z.string(),
    months: z.array(month).min(1),
    judged: z.array(month),
    provenance,
    counts: z.record(z.enum(verdicts), index),
    missedBy,
    indicators: z.array(placed).min(1),
    supplementary: z.array(placed),
  }),
  'service-ledger/commitments/1': z.object({
    month,
    provenance,
    counts: z.record(z.enum(readings), index),
    missedBy,
    commitments: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        service: z.string(),
        reading: z.enum(readings),
        since: month.nullable(),
        proof: z.array(
          z.object({
            kind: z.enum(['whole', 'part', 'context']),
            unchecked: z.string().nullable(),
            indicators: z.array(z.object({ id: z.string(), verdict: verdict.nullable() })),
          }),
        ),
        documents: z.array(z.object({ kind: z.string() })),
      }),
    ),
  }),
  'service-ledger/check/1': z.object({
    provenance,
    deliveryDay: z.int().positive(),
    registers: z.record(z.string(), z.string()),
    left: z.record(z.string(), z.array(z.tuple([z.string(), z.array(z.tuple([z.string(), z.unknown()]))]))),
  }),
  'service-ledger/seals/1': z.object({
    provenance,
    seals: z.array(
      z.object({
        month,
        date: z.iso.date(),
        post: z.string(),
        before: digest.nullable(),
        digest,
        amendments: z.array(z.object({ number: z.int().positive(), date: z.iso.date(), post: z.string(), digest })),
      }),
    ),
  }),
  'service-ledger/releases/1': z.object({
    provenance,
    releases: z.array(
      z.object({
        commit: z.string(),
        date: z.iso.date(),
        subject: z.string(),
        body: z.string(),
        counts: z.record(z.string(), index).nullable(),
        changes: z.array(z.object({ kind: z.string(), id: z.string() })).nullable(),
      }),
    ),
  }),
  'service-ledger/quality/1': z.object({
    month,
    provenance,
    counts: z.record(z.string(), index),
    late: index,
    rows,
    logs: z.array(z.object({ id: z.string(), name: z.string(), file: z.string(), state: z.string(), rows })),
    repairs: z.array(z.object({ code: z.string(), file: z.string(), cells: z.array(cell).min(1) })),
    refused: z.array(z.object({ code: z.string(), file: z.string() })),
    remarks: z.array(z.object({ code: z.string(), file: z.string() })),
  }),
  'service-ledger/settlement/1': z.object({
    month,
    provenance,
    state: z.enum(['unagreed', 'pending', 'known']),
    agreed: z.iso.date().nullable(),
    lines: z.array(
      z.object({
        kind: z.enum(['rule', 'score', 'cap']),
        account: z.string().nullable(),
        unit: z.enum(['points', 'yuan']),
        value: number,
        pending: z.array(z.string()),
      }),
    ),
    accounts: z.array(z.object({ service: z.string(), score: number, fee: number, points: total, yuan: total })),
    total: z.object({ points: total, yuan: total }).nullable(),
  }),
  'service-ledger/notices/1': z.object({
    month,
    provenance,
    items: z.array(
      z.object({
        number: z.string().regex(/^ZG-\d{6}-\d{3,}$/u),
        log: z.string(),
        unrecorded: z.boolean(),
        indicators: z.array(z.string()),
        clauses: z.array(z.string()),
        repeats: index,
        before: index.nullable(),
        posts: z.array(z.string()),
        limit: z.string().nullable(),
        checking: z.enum(checkings),
        state: z.enum(noticeStates),
        rows: z.array(z.object({ file: z.string().startsWith('data/'), line: z.int().positive(), failed: z.array(z.string()) })),
        due: z.array(z.object({ schedule: z.string(), location: z.string().nullable(), from: z.iso.date(), to: z.iso.date() })),
      }),
    ),
  }),
  'service-ledger/report/1': z.object({
    id: z.string(),
    title: z.string(),
    status: z.object({
      state: z.enum(['unwritten', ...reportStatuses, 'digest']),
      words: z.string(),
      issued: z.iso.date().nullable(),
    }),
    period: z.string(),
    lead: z.string(),
    provenance,
    values: z.record(z.string(), z.object({ text: z.string(), ...value })),
    charts: z.array(z.object({ id: z.string(), form: z.string(), title: z.string(), summary: z.string() })),
  }),
  'service-ledger/evidence/1': z.object({
    month,
    provenance,
    ...indicator,
    rechecks: z.array(
      z.object({ first: z.object(value), after: z.object(value), counts: z.enum(['first', 'after']) }).nullable(),
    ),
    rows: z.array(
      z.object({
        part: index,
        file: z.string().startsWith('data/'),
        line: z.int().positive(),
        counted: z.enum(countedKinds),
        reason: z.string().optional(),
      }),
    ),
    due: z.array(
      z.object({
        part: index,
        schedule: z.string(),
        location: z.string().nullable(),
        from: z.string(),
        to: z.string(),
        counted: z.enum(['fail', 'unknown']),
        reason: z.string(),
      }),
    ),
  }),
};

const named = z.object({ schema: z.string() });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Checks a JSON twin, by the schema that it names, before it is published. */
export function checkTwin(file: string, text: string): Problem[] {
  const json = parsed(text);
  const { data } = named.safeParse(json);
  if (data === undefined) return [problem('site/twin', { file }, '不是 JSON，或没有写明 schema')];
  const schema = schemas[data.schema];
  if (schema === undefined) return [problem('site/twin-unknown', { file }, `没有登记 schema“${data.schema}”，内容没有核验`)];
  const { error } = schema.safeParse(json);
  return (error?.issues ?? []).map(({ path, message }) =>
    problem('site/twin', { file }, `${path.join('.')} 不符合 ${data.schema}：${message}`),
  );
}
