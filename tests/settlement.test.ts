import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contractFile } from '../src/core/documents/contract.ts';
import { bindingBases, type SettlementRules, settlementSchema } from '../src/core/documents/settlement.ts';
import { bases } from '../src/core/indicators/basis.ts';
import { allOf, verdicts } from '../src/core/indicators/verdict.ts';
import { logsOf } from '../src/core/measures/measure.ts';
import { hasErrors } from '../src/core/problem/problem.ts';
import { readProject } from '../src/core/project/project.ts';
import { checkTwin } from '../src/core/reports/twin-schema.ts';
import type { Judging, RuleLine } from '../src/core/settlement/line.ts';
import { type Settlement, settlementOf } from '../src/core/settlement/settlement.ts';
import { present } from '../src/core/testing/ledger.ts';
import { type Invented, judging } from '../src/core/testing/settlement.ts';
import { contentFiles, dataFiles } from '../src/disk/files.ts';
import { settlementPage, settlementSheet } from '../src/present/pages/settlement.ts';
import { plainText } from '../src/present/paper/piece.ts';
import { sheetsOf } from '../src/present/print/sheets.ts';
import { inputsFrom } from '../src/present/testing/inputs.ts';
import { sample, sampleInputs } from './sample.ts';
import { unsealed } from './unsealed.ts';

type Agreed = Extract<Settlement, { kind: 'agreed' }>;

function agreed(judged: Judging, rules: SettlementRules, month: string): Agreed {
  const settlement = settlementOf(judged, rules, month);
  if (settlement.kind === 'unagreed') throw new Error(`${month} has no terms`);
  return settlement;
}

const isRule = (line: Agreed['lines'][number]): line is RuleLine => line.kind === 'rule';

const { assessment } = sample;
const measured = assessment.all.filter(({ parts }) => parts.some(({ targets }) => targets.length > 0));

/** Money and points with at most two decimals. */
const hundredths = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((value) => value / 100);

/** Random rules about some indicators, each of one unit; a rule need not fit what its indicator measures. */
function rulesAbout(ids: readonly string[]) {
  const rate = fc
    .constantFrom('points', 'yuan', 'percent')
    .chain((unit) => hundredths(unit === 'percent' ? 100 : 5000).map((value) => ({ [unit]: value })));
  const facts = {
    name: fc.constant('规则'),
    clause: fc.constant('5.1-1'),
    indicators: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
    bases: fc.uniqueArray(fc.constantFrom(...bindingBases), { minLength: 1 }),
  };
  const tier = fc.record({ operator: fc.constantFrom('<', '<=', '>', '>='), value: hundredths(200), deduct: rate });
  const rule = fc.oneof(
    fc.record({ kind: fc.constant('missed'), ...facts, deduct: rate }),
    fc.record({ kind: fc.constant('case'), ...facts, deduct: rate, free: fc.nat(5) }),
    fc.record({
      kind: fc.constant('shortfall'),
      ...facts,
      deduct: rate,
      step: fc.constantFrom(0.1, 0.5, 1, 3),
      counted: fc.constantFrom('whole', 'begun'),
    }),
    fc.record({ kind: fc.constant('tiers'), ...facts, tiers: fc.array(tier, { minLength: 1, maxLength: 3 }) }),
  );
  const account = fc.record(
    {
      fee: hundredths(200_000),
      score: hundredths(100),
      capPoints: hundredths(50),
      cap: fc.oneof(
        hundredths(9000).map((yuan) => ({ yuan })),
        hundredths(100).map((percent) => ({ percent })),
      ),
      tiers: fc.array(fc.record({ below: hundredths(100), deduct: hundredths(100).map((percent) => ({ percent })) })),
    },
    { requiredKeys: [] },
  );
  const services = [...new Set(ids.map((id) => id.split('.')[0] ?? '')), 'all'];
  return fc
    .record({
      accounts: fc.uniqueArray(fc.tuple(fc.constantFrom(...services), account), { selector: ([service]) => service }),
      rules: fc.array(rule, { minLength: 1, maxLength: 5 }),
      cap: fc.option(
        hundredths(100).map((percent) => ({ percent })),
        { nil: undefined },
      ),
    })
    .map(({ accounts, rules, cap }) =>
      settlementSchema.parse({
        terms: [
          {
            from: '2024-01',
            agreed: '2023-12-20',
            accounts: accounts.map(([service, more]) => ({ service, ...more })),
            rules: rules.map((each, at) => ({ id: `r${at}`, ...each })),
            ...(cap === undefined ? {} : { cap }),
          },
        ],
      }),
    );
}

/** The laws of any settlement. */
function obeys(settlement: Agreed): void {
  for (const unit of ['points', 'fen'] as const) {
    const known = settlement.lines.flatMap(({ deduction }) =>
      deduction.kind === 'known' && deduction.sum.unit === unit ? [BigInt(deduction.sum.hundredths)] : [],
    );
    const waits = settlement.lines.some(({ deduction }) => deduction.kind === 'pending' && deduction.unit === unit);
    expect(BigInt(settlement[unit].hundredths)).toBe(known.reduce((sum, each) => sum + each, 0n));
    expect(settlement[unit].pending).toBe(waits);
    expect(settlement.accounts.some((each) => each[unit].pending)).toBe(waits);
  }
  for (const { account, points, fen } of settlement.accounts) {
    expect(points.hundredths).toBeLessThanOrEqual(Math.min(account.score ?? Infinity, account.capPoints ?? Infinity));
    expect(fen.hundredths).toBeLessThanOrEqual(account.fee ?? Infinity);
  }
  for (const { rule, parts, deduction } of settlement.lines.filter(isRule)) {
    const bound = parts.filter(({ target }) => rule.bases.some((basis) => basis === target?.basis));
    const verdict = allOf(bound.map((part) => part.verdict));
    if (bound.length === 0) expect(deduction).toMatchObject({ kind: 'known', sum: { hundredths: 0 } });
    if (['no-data', 'incomplete', 'under-way'].includes(verdict)) expect(deduction.kind).toBe('pending');
    if (deduction.kind === 'known') expect(deduction.sum.hundredths).toBeGreaterThanOrEqual(0);
  }
}

describe('the lines of a settlement add up to its total, and promise nothing that data do not say', () => {
  it('in random rule sets over the contract’s real months', () => {
    const ids = measured.map(({ id }) => id);
    fc.assert(
      fc.property(rulesAbout(ids), fc.constantFrom(...assessment.months), (rules, month) => {
        obeys(agreed(assessment, rules, month));
      }),
      { numRuns: 1000 },
    );
  });

  it('in random rule sets over small invented months', () => {
    const result = (id: string) =>
      fc.record({
        id: fc.constant(id),
        verdict: fc.constantFrom(...verdicts),
        basis: fc.constantFrom(...bases),
        passed: fc.nat(20),
        all: fc.integer({ min: 20, max: 40 }),
        unknown: fc.nat(2),
      });
    const ids = ['a.one', 'a.two', 'b.one'];
    fc.assert(
      fc.property(rulesAbout(ids), fc.tuple(...ids.map(result)), (rules, results: Invented[]) => {
        obeys(agreed(judging(results), rules, '2026-09'));
      }),
      { numRuns: 1000 },
    );
  });
});

/** Every measured indicator of the plan, by points and by money. */
const everything = settlementSchema.parse({
  terms: [
    {
      from: '2024-11',
      agreed: '2024-10-20',
      accounts: [{ service: 'all', fee: 100_000, score: 100 }],
      rules: [
        { id: 'points', kind: 'missed', name: '未达标每项扣2分', clause: '4.1-7', service: 'all', deduct: { points: 2 } },
        { id: 'money', kind: 'missed', name: '未达标每项扣1%', clause: '4.1-7', service: 'all', deduct: { percent: 1 } },
      ],
    },
  ],
});

describe('the contract', () => {
  it('has agreed on no rule: every month is to be agreed, and the clauses that speak of it are named', () => {
    for (const month of assessment.months)
      expect(settlementOf(assessment, sample.contract.settlement, month)).toEqual({ kind: 'unagreed', month });
    expect(sample.contract.settlement?.clauses.length).toBeGreaterThan(0);
  });

  it('deducts nothing for a proposed target in any month', () => {
    for (const month of assessment.months) {
      const lines = agreed(assessment, everything, month).lines.filter(isRule);
      const proposed = lines.filter(({ parts }) => parts.every(({ target }) => target === null || target.basis === 'proposed'));
      expect(proposed.length).toBeGreaterThan(0);
      for (const { deduction } of proposed) expect(deduction).toMatchObject({ kind: 'known', sum: { hundredths: 0 } });
    }
  });

  it('leaves open every line of a log that was not handed in, and the total', () => {
    const month = present(assessment.months.at(-2));
    const log = present(measured.find(({ list, parts }) => list === 'plan' && parts[0]?.targets[0]?.basis === 'plan')).parts[0];
    const [gone = ''] = log === undefined ? [] : logsOf(log.measure);
    const name = present(assessment.ledger.logs.find(({ id }) => id === gone)).name;
    const slip = `data/${month}/delivery.csv`;
    const data = new Map([...dataFiles('.')].filter(([file]) => !file.includes('/seal') && file !== `data/${month}/${gone}.csv`));
    const said = new TextDecoder().decode(data.get(slip));
    const lines = said.split('\r\n').filter((line) => !line.startsWith(`${name},`));
    data.set(slip, new TextEncoder().encode(lines.join('\r\n')));
    const content = new Map([...contentFiles('.')].map(([file, text]) => [file, unsealed(file, text)]));
    const { value } = readProject(content, data);
    const settlement = agreed(present(value).assessment, everything, month);
    const about = settlement.lines
      .filter(isRule)
      .filter(({ parts }) => parts.some(({ part }) => logsOf(part.measure).includes(gone)));
    const open = about.filter(({ parts }) =>
      parts.some(({ verdict, target }) => verdict === 'no-data' && target?.basis === 'plan'),
    );
    expect(open.length).toBeGreaterThan(0);
    for (const { deduction } of open) expect(deduction.kind).toBe('pending');
    expect([settlement.points.pending, settlement.fen.pending]).toEqual([true, true]);
  });
});

describe('the page of a contract with rules', () => {
  const inputs = inputsFrom({ ...sample, contract: { ...sample.contract, settlement: everything } }, []);
  const papers = settlementPage.keys(inputs).map((key) => ({ key, paper: settlementPage.paper(inputs, key) }));

  it('tells each line with its clause and the way to its rows, and the total', () => {
    for (const { key, paper } of papers) {
      const { lines, points, fen } = agreed(assessment, everything, key.month);
      const table = paper.blocks.find((block) => block.kind === 'table' && block.id === 'lines');
      if (table?.kind !== 'table') throw new Error('no table of lines');
      expect(table.rows).toHaveLength(lines.length + 1);
      const links = table.rows
        .slice(0, -1)
        .flatMap(({ cells }) => cells.flat().flatMap((piece) => ('to' in piece ? [piece.to?.kind] : [])));
      const rules = lines.filter(isRule).length;
      for (const kind of ['clause', 'indicator', 'evidence']) expect(links.filter((each) => each === kind)).toHaveLength(rules);
      const total = plainText(table.rows.at(-1)?.cells.flat() ?? []);
      expect(total.includes('待定')).toBe(points.pending || fen.pending);
      expect(paper.lead?.startsWith('待定')).toBe(points.pending || fen.pending);
    }
  });

  it('has a twin of the form that is promised', () => {
    for (const { key } of papers) expect(checkTwin('x.json', JSON.stringify(settlementPage.twin?.(inputs, key)))).toEqual([]);
  });

  it('names no number where nothing is agreed, and still has a place to sign', () => {
    const { keys, paper } = settlementPage;
    for (const key of keys(sampleInputs)) {
      const { lead, blocks } = paper(sampleInputs, key);
      expect(lead).toMatch(/^待约定：/u);
      expect(blocks.some((block) => block.kind === 'table' && block.id === 'lines')).toBe(false);
      expect(blocks.some(({ kind }) => kind === 'signoff')).toBe(true);
      expect(sheetsOf(settlementSheet(sampleInputs, key))).toHaveLength(1);
    }
  });
});

/** Twelve rule sets that a reviewer wrote down with results worked by hand, before there was a vocabulary. */
const strangers = z
  .object({
    sets: z.array(
      z.object({
        id: z.string(),
        rule: z
          .object({
            fee: z.number().optional(),
            start: z.number().optional(),
            percentPerMiss: z.number().optional(),
            pointsPerCase: z.number().optional(),
            capPerIndicator: z.number().optional(),
            capPercent: z.number().optional(),
            bonusPercentIfAllMet: z.number().optional(),
            onlyBasis: z.array(z.enum(bindingBases)).optional(),
            tiers: z.array(z.tuple([z.number(), z.number()])).optional(),
            shares: z.record(z.string(), z.number()).optional(),
          })
          .nullable(),
        month: z.object({
          verdicts: z.array(
            z.object({ indicator: z.string(), verdict: z.enum(verdicts), basis: z.enum(bases), cases: z.number() }),
          ),
        }),
        lines: z.array(z.object({ indicator: z.string().nullable(), value: z.union([z.number(), z.string()]) })),
        total: z.union([z.number(), z.string()]),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('tests/reviewer/settlement.json', 'utf8'))).sets;
type Stranger = (typeof strangers)[number];

/** A premium is no deduction: what both sides may agree to pay on top has no word here. */
const inexpressible = strangers.filter(({ rule }) => rule?.bonusPercentIfAllMet !== undefined);

/** A stranger's rules in the contract's words. */
function translated({ rule, month }: Stranger): SettlementRules {
  if (rule === null) return settlementSchema.parse({});
  const { fee, start, percentPerMiss, pointsPerCase, capPerIndicator, capPercent, onlyBasis, tiers, shares } = rule;
  const share = (percent: number) => Math.round((fee ?? 0) * percent) / 100;
  const accounts =
    shares === undefined
      ? [
          {
            service: 'all',
            ...(fee === undefined ? {} : { fee }),
            ...(start === undefined ? {} : { score: start }),
            // A score of at least so much is paid so many per cent: below it, the next step's share is lost.
            tiers: (tiers ?? [])
              .flatMap(([, paid], at) =>
                at === 0 ? [] : [{ below: tiers?.[at - 1]?.[0] ?? 0, deduct: { percent: 100 - paid } }],
              )
              .reverse(),
          },
        ]
      : Object.entries(shares).map(([service, percent]) => ({ service, fee: share(percent) }));
  const facts = {
    id: 'rule',
    name: '规则',
    clause: '5.1-1',
    indicators: month.verdicts.map(({ indicator }) => indicator),
    ...(onlyBasis === undefined ? {} : { bases: onlyBasis }),
  };
  const own =
    percentPerMiss === undefined
      ? {
          kind: 'case',
          ...facts,
          deduct: { points: pointsPerCase },
          ...(capPerIndicator === undefined ? {} : { cap: { points: capPerIndicator } }),
        }
      : { kind: 'missed', ...facts, deduct: { percent: percentPerMiss } };
  return settlementSchema.parse({
    terms: [
      {
        from: '2026-01',
        agreed: '2025-12-20',
        accounts,
        rules: [own],
        ...(capPercent === undefined ? {} : { cap: { percent: capPercent } }),
      },
    ],
  });
}

/** Lines and total as the stranger writes them: minus is a deduction, a total of points alone is the score that is left. */
function told(settlement: Settlement, { rule, lines }: Stranger): Pick<Stranger, 'lines' | 'total'> {
  if (settlement.kind === 'unagreed') return { lines: lines.map((line) => ({ ...line, value: '待约定' })), total: '待约定' };
  const all = settlement.lines.map((line) => ({
    indicator: line.kind === 'rule' ? line.indicator.id : null,
    value: line.deduction.kind === 'pending' ? '待定' : 0 - line.deduction.sum.hundredths / 100,
  }));
  const { points, fen } = settlement;
  if (points.pending || fen.pending) return { lines: all, total: '待定' };
  return { lines: all, total: rule?.fee === undefined ? (rule?.start ?? 0) - points.hundredths / 100 : 0 - fen.hundredths / 100 };
}

describe('a reviewer’s rule sets', () => {
  it('are expressed but for premiums', () => {
    expect(inexpressible.map(({ id }) => id)).toEqual(['r07-bonus', 'r08-no-bonus-when-data-missing']);
  });

  it.each(strangers.filter((each) => !inexpressible.includes(each)).map((each) => [each.id, each] as const))(
    '%s comes to what was worked by hand',
    (_, set) => {
      const results = set.month.verdicts.map(
        ({ indicator, cases, ...more }): Invented => ({ id: indicator, ...more, passed: 100 - cases, all: 100 }),
      );
      const found = told(settlementOf(judging(results), translated(set), '2026-09'), set);
      const own = set.lines.map(({ indicator, value }) => ({ indicator, value }));
      const order = (a: { indicator: string | null }) => own.findIndex(({ indicator }) => indicator === a.indicator);
      expect([...found.lines].sort((a, b) => order(a) - order(b))).toEqual(own);
      expect(found.total).toBe(set.total);
    },
  );
});

describe('rules in a contract’s file', () => {
  const text = contentFiles('.').get(contractFile) ?? '';
  const withRule = (rule: string) =>
    new Map([
      ...[...contentFiles('.')].map(([file, own]): [string, string] => [file, unsealed(file, own)]),
      [
        contractFile,
        text.replace(
          /^ {2}blanks: .*$/mu,
          (line) => `${line}\n  terms:\n    - { from: 2026-09, agreed: 2026-08-20, rules: [${rule}] }`,
        ),
      ] as const,
    ]);
  const { problems } = readProject(
    withRule('{ id: a, kind: missed, name: 规则, clause: "99-9", indicators: [no.such], deduct: { percent: 1 } }'),
    new Map([...dataFiles('.')].filter(([file]) => !file.includes('/seal'))),
  );

  it('name what exists', () => {
    expect(hasErrors(problems)).toBe(true);
    const own = problems.filter(({ file }) => file === contractFile);
    expect(own.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'reference/unknown 没有条款“99-9”',
      'reference/unknown 没有指标“no.such”',
    ]);
  });
});
