import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { frequencies } from '../../src/core/registers/registers.ts';
import { present } from '../../src/core/testing/ledger.ts';
import { sample } from '../sample.ts';

const duty = z.object({
  duty: z.string(),
  place: z.string(),
  frequency: z.string(),
  in_schedule: z.array(z.object({ frequency: z.enum(frequencies), ids: z.array(z.string()) })),
  gap: z.enum(['none', 'less often', 'missing', 'no area']),
});
const { duties } = z
  .object({ duties: z.array(duty) })
  .parse(parse(readFileSync('tests/strangers/proof/frequencies.yaml', 'utf8')));
const { assessment, ledger, content } = sample;
const entry = (id: string) => present(ledger.registers.get('schedule')?.byId.get(id));

/** How often the schedule asks, from the most to the least. */
const order: readonly unknown[] = frequencies;
const rank = (frequency: unknown) => order.indexOf(frequency);

describe('the schedule against the duties of the plan', () => {
  const lessOften = duties.filter(({ gap }) => gap === 'less often');
  const lines = lessOften.flatMap((each) =>
    each.in_schedule.flatMap(({ frequency, ids }) => ids.map((id) => ({ ...each, frequency, id }))),
  );

  it('asks every day of the branches what the plan asks every day, and says elsewhere what the plan asks and who decided on less', () => {
    expect(lines.length).toBeGreaterThan(200);
    const silent = lines.filter(({ id, frequency }) => {
      const { frequency: now, asked, decided } = entry(id);
      const more = rank(now) < rank(frequency);
      return !more && !(typeof asked === 'string' && typeof decided === 'string');
    });
    // Distribution boxes are maintained each month, which is the thirty days proposed.
    expect([...new Set(silent.map(({ duty: name, id }) => `${name} ${entry(id).frequency}`))]).toEqual(['用电设备保养 每月']);
  });

  it('keeps asking what it asked', () => {
    const gone = duties.flatMap(({ in_schedule }) => in_schedule.flatMap(({ ids }) => ids)).filter((id) => entry(id).to !== null);
    expect(gone).toEqual([]);
  });

  it('names a place for each duty that had none, or says that nobody looks there', () => {
    const kinds = new Set(ledger.registers.get('areas')?.records.flatMap(({ values }) => [values.kind, values.name]));
    const spoken = present(content.contradictions?.data.contradictions.find(({ id }) => id === 'cf.unchecked-places')).resolution;
    const words: Readonly<Record<string, string>> = {
      corridor: '走廊',
      lift: '电梯间',
      stairs: '楼梯间',
      canteen: '食堂',
      'meeting room': '会议室',
      'equipment room': '设备间',
      'archive room': '档案室',
      'pest points': '易滋生部位',
    };
    const places = [...new Set(duties.filter(({ gap }) => gap === 'no area').map(({ place }) => place))];
    expect(places.sort()).toEqual(Object.keys(words).sort());
    for (const place of places) expect(spoken, place).toContain(words[place]);
    const named = (word: string) => [...kinds].some((kind) => typeof kind === 'string' && kind.includes(word));
    expect(Object.values(words).filter((word) => !named(word))).toEqual(['易滋生部位']);
  });

  it('has full inspections of every device due, and no row that says that one was made', () => {
    const devices = ledger.registers.get('equipment')?.records.map(({ values }) => String(values.id)) ?? [];
    const due = ledger.registers.get('schedule')?.records.filter(({ values }) => values.item === '全面') ?? [];
    const closed = devices.filter((id) => id.startsWith('W11'));
    expect(due.map(({ values }) => values.device).sort()).toEqual(devices.filter((id) => !closed.includes(id)).sort());
    const made = ledger.months.flatMap(({ logs }) => logs.get('electrical-inspections')?.records ?? []);
    expect(made.length).toBeGreaterThan(20_000);
    expect(made.filter(({ values }) => values.kind === '全面')).toEqual([]);
  });
});

describe('the sample', () => {
  it('has posts sign only on as many days as they had shifts', () => {
    const over = assessment.months.flatMap((month) => {
      const logs = ledger.months.find((each) => each.month === month)?.logs ?? new Map();
      const days = new Map<unknown, Set<string>>();
      for (const { log, records } of logs.values()) {
        const signed = ['staff', 'checker'].find((field) => log.columns[field] !== undefined);
        if (signed === undefined) continue;
        for (const { values } of records) {
          const on = days.get(values[signed]) ?? new Set();
          days.set(values[signed], on.add(String(values[log.date]).slice(0, 10)));
        }
      }
      const shifts: readonly { readonly values: Record<string, unknown> }[] = logs.get('attendance')?.records ?? [];
      return shifts.flatMap(({ values: { post, present: worked } }) => {
        const signed = days.get(post)?.size ?? 0;
        return signed > Number(worked) ? [`${month} ${String(post)}: ${signed} days, ${String(worked)} shifts`] : [];
      });
    });
    expect(over).toEqual([]);
  });
});
