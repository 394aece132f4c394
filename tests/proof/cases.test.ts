import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { monthPeriod } from '../../src/core/calendar/period.ts';
import type { Indicator, Part } from '../../src/core/indicators/indicator.ts';
import type { Counted } from '../../src/core/measures/judgement.ts';
import { present } from '../../src/core/testing/ledger.ts';
import { Histories, judgementsOf, type Told } from './histories.ts';

const claim = { month: z.string(), case: z.string(), indicator: z.string() };
const expectationSchema = z.object({
  ...claim,
  state: z.enum(['under-way', 'judged-met', 'judged-missed', 'incomplete']),
  counted: z.boolean().default(true),
});
const historySchema = z.object({
  name: z.string(),
  months: z.array(z.object({ month: z.string(), log: z.string(), rows: z.array(z.record(z.string(), z.string())) })),
  expect: z.array(expectationSchema).default([]),
  never: z.array(z.object(claim)).default([]),
  problem: z.boolean().default(false),
});
type History = z.infer<typeof historySchema>;
type Claim = Pick<z.infer<typeof expectationSchema>, 'month' | 'case' | 'indicator'>;

/** What somebody who had not read the program wrote of cases and of how they are judged, month after month. */
const strangers = z.array(historySchema).parse(parse(readFileSync('tests/strangers/sealing/cases.yaml', 'utf8')));

const contract = new Histories();

/** The indicator and the part of it that judges: `id`, or `id/part`. */
function judging(name: string): { readonly indicator: Indicator; readonly parts: readonly Part[] } {
  const [id, part] = name.split('/');
  const indicator = present(contract.project.assessment.all.find((each) => each.id === id));
  return { indicator, parts: indicator.parts.filter((each) => part === undefined || each.name === part) };
}

/** How a case entered an indicator in a month. */
function counted({ assessment }: Told, { month, case: key, indicator }: Claim, log: string): readonly Counted[] {
  const { parts } = judging(indicator);
  return parts.flatMap((part) =>
    judgementsOf(assessment.judgements(part, month), key, contract.log(log)).map((each) => each.counted),
  );
}

/** Whether a case is open at the end of a month. */
function isOpen({ assessment }: Told, { month, case: key }: Claim, log: string): boolean {
  const left = assessment.ledger.months.find((each) => each.month === month)?.left.get(log);
  return [...(left?.keys() ?? [])].some((each) => each.replaceAll(' ', '/') === key);
}

/** What a month says of a case, in the stranger's words. */
function stateOf(told: Told, { month, indicator, ...more }: Claim, log: string): string {
  const { indicator: asked } = judging(indicator);
  const ways = counted(told, { month, indicator, ...more }, log);
  if (ways.includes('pass')) return 'judged-met';
  if (ways.includes('fail')) return 'judged-missed';
  if (told.assessment.result(asked, monthPeriod(month)).verdict === 'incomplete' && !ways.includes('under-way')) {
    const handed = told.assessment.ledger.months.find((each) => each.month === month)?.logs.get(log)?.handed;
    if (handed?.state === 'incomplete' || ways.includes('unknown')) return 'incomplete';
  }
  if (ways.includes('under-way')) return 'under-way';
  return isOpen(told, { month, indicator, ...more }, log) ? 'under-way, not counted' : `not there (${ways.join()})`;
}

/** Where a history goes another way than the stranger says. */
function differences({ months, expect: expected, never, problem }: History): string[] {
  const log = present(months[0]).log;
  const told = contract.told(log, months);
  const states = expected.flatMap((each) => {
    const state = stateOf(told, each, log);
    const wanted = each.counted ? each.state : `${each.state}, not counted`;
    return state === wanted ? [] : [`${each.month} ${each.indicator}: ${state}, not ${wanted}`];
  });
  const counting = never.flatMap((each) => {
    const ways = counted(told, each, log).filter((way) => way !== 'excluded');
    return ways.length === 0 ? [] : [`${each.month} ${each.indicator}: ${ways.join()}, not nothing`];
  });
  const refused = told.problems.some(({ severity }) => severity === 'error');
  return [
    ...states,
    ...counting,
    ...(problem === refused ? [] : [problem ? 'no problem' : `problem ${JSON.stringify(told.problems)}`]),
  ];
}

describe('cases, against somebody who did not read the program', () => {
  it.each(strangers)('$name', (history) => {
    expect(differences(history)).toEqual([]);
  });
});
