import { describe, expect, it } from 'vitest';
import { merit } from '../../src/core/indicators/verdict.ts';
import { type Handing, Tampered } from '../tampering.ts';
import { type Attack, attacked, isMeant, strangers } from './attacks.ts';

const contract = new Tampered();
const { attacks, subjects } = strangers();
const { registers } = contract.project.ledger;

/**
 * Attacks that only more than a month's own rows would see, with what that is: the page on data quality says that it cannot.
 * Each is expected to succeed: one that no longer does has to be taken from this list.
 */
const beyond: Readonly<Record<string, string>> = {
  'waste: nil return against due work': 'nothing: completion is read of planned tasks, waste has indicators of its own',
  'feedback: complaint re-labelled as praise': 'what the client says that it was',
  'faults: late repair excused (BX-009, 26 h 45 min)': 'who allowed the exception: a decision',
  'incidents: 用电事故 called 财产损失': 'what the fault log says of the same hour',
  'improvements: not carried out re-labelled cancelled': 'who called it off: a decision',
  'trainings: required lowered to passed': 'the number of posts',
  'tasks: planned end moved behind the real one': 'the plan as it was at first: a seal',
  'replacements: frozen pots called 客户要求': 'what the client says',
};

/** What an attack did that it should not; null where it finds nothing to do in the rows as they are. */
function gains(attack: Attack): string[] | null {
  const handings = attacked(contract, attack);
  if (handings === null) return null;
  const after = new Map([...contract.verdicts(attack.month, handings)].map(([each, verdict]) => [each.id, { each, verdict }]));
  // What does not read the logs that were touched stays as it was.
  const verdictOn = (id: string) => after.get(id)?.verdict ?? contract.verdict(attack.month, contract.indicator(id));
  const met = attack.expect.not_met.filter((id) => verdictOn(id) === 'met');
  const improved = attack.expect.not_improve.filter((id) => {
    const found = after.get(id);
    return found !== undefined && merit[found.verdict] > merit[contract.verdict(attack.month, found.each)];
  });
  return [...met, ...improved];
}

describe('what strangers tried on the logs of a month', () => {
  const onLogs = attacks.filter(({ edit }) => !edit.some(({ log }) => log.startsWith('registers/')));
  const results = onLogs.map((attack) => ({ name: attack.name, gains: gains(attack) }));

  it('still finds most of the rows that it was written for', () => {
    expect(results.filter(({ gains }) => gains !== null).length).toBeGreaterThan(100);
  });

  it('makes no verdict better, but for what only more than the month can see', () => {
    const succeeded = results.filter(({ gains }) => gains !== null && gains.length > 0);
    expect(succeeded.filter(({ name }) => beyond[name] === undefined)).toEqual([]);
  });

  it('lists as beyond reach only what is', () => {
    const failed = results.filter(({ gains }) => gains !== null && gains.length === 0).map(({ name }) => name);
    expect(Object.keys(beyond).filter((name) => failed.includes(name))).toEqual([]);
  });
});

describe('the claim audit', () => {
  const months = ['2025-08', '2026-04', '2026-10'];

  it.each(['kept', 'lowered', 'nil'] as const)('leaves nothing met without the rows about its subject, the slip %s', (slip) => {
    const green = months.flatMap((month) =>
      subjects.flatMap(({ id, rows }) => {
        const handings = new Map<string, Handing>();
        for (const { log, where } of rows.filter((each) => each.log !== 'delivery')) {
          const handing = handings.get(log) ?? contract.handed(month, log);
          const left = (handing.rows ?? []).filter((row) => !isMeant(row, where, contract.log(log), registers));
          const gone = (handing.rows ?? []).length - left.length;
          const lines = { kept: handing.slip, lowered: (handing.slip ?? 0) - gone, nil: 0 };
          handings.set(log, { rows: slip === 'nil' ? [] : left, slip: lines[slip] });
        }
        return [...contract.verdicts(month, handings)].flatMap(([each, verdict]) =>
          each.id === id && verdict === 'met' ? [`${month} ${id}`] : [],
        );
      }),
    );
    expect(green).toEqual([]);
  });
});
