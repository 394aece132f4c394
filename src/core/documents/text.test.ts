import { describe, expect, it } from 'vitest';
import {
  blankId,
  clauseId,
  commitmentId,
  contradictionId,
  dateText,
  indicatorId,
  procedureId,
  recordId,
  roleId,
  serviceId,
  words,
} from './text.ts';

describe('words', () => {
  it('trims and wants something', () => {
    expect(words.parse('  每日一次 ')).toBe('每日一次');
    expect(words.safeParse('').success).toBe(false);
    expect(words.safeParse(' \u3000\n').success).toBe(false);
  });

  it('refuses a value that was never filled in', () => {
    for (const text of ['不少于XX次', '电话：xxx', 'XXXX']) expect(words.safeParse(text).success).toBe(false);
    for (const text of ['X 光机', 'xx', 'Excel']) expect(words.safeParse(text).success).toBe(true);
  });
});

describe('dateText', () => {
  it('is a day of the calendar', () => {
    expect(['2026-01-05', '2024-02-29', '2026-12-31'].map((text) => dateText.safeParse(text).success)).toEqual([
      true,
      true,
      true,
    ]);
    for (const text of ['2026-02-29', '2026-1-5', '2026-13-01', '2026/01/05', '2026-01-05T00:00']) {
      expect(dateText.safeParse(text).success).toBe(false);
    }
  });
});

describe('ids', () => {
  it.each([
    [clauseId, ['5.1-2-1-1', '5.1', '10.2-1-end', '5.1-note'], ['5', '5.1-', '5.1-a', '5.1-1-end-2']],
    [indicatorId, ['cleaning.overall.timeliness', 'pest.special-area.x'], ['cleaning.overall', 'a.b.c.d', 'A.b.c', '保洁.a.b']],
    [commitmentId, ['cm.scope.waste', 'cm.a.b.c'], ['cm.scope', 'sop.a.b']],
    [procedureId, ['sop.toilet-cleaning'], ['sop.', 'toilet-cleaning', 'sop.a.b']],
    [recordId, ['rec.inspection'], ['rec', 'record.a']],
    [roleId, ['role.operator', 'body.office', 'dept.quality-1'], ['post.a', 'role.A']],
    [blankId, ['contacts.hotline', 'a_b.c_1.d'], ['contacts', 'Contacts.a', 'a-b.c']],
    [contradictionId, ['cf.urgent-response-time'], ['cf.', 'cf.A']],
    [serviceId, ['cleaning', 'all'], ['Cleaning', 'pest-control', '']],
  ])('have one shape', (schema, sound, broken) => {
    for (const text of sound) expect(schema.safeParse(text).success).toBe(true);
    for (const text of broken) expect(schema.safeParse(text).success).toBe(false);
  });
});
