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
  toService,
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
  it('of clauses begin with their section', () => {
    for (const id of ['5.1-2-1-1', '5.1', '5', '5.1.2-1', '10.2-1-end', '5.1-note'])
      expect(clauseId.safeParse(id).success).toBe(true);
    for (const id of ['5.1-', '5.1-a', '5.1-1-end-2', 'A.1', '5..1', '']) expect(clauseId.safeParse(id).success).toBe(false);
  });

  it.each([indicatorId, commitmentId, procedureId, recordId, roleId, blankId, contradictionId, toService])(
    'name files, addresses and values, in whatever words the contract has',
    (schema) => {
      for (const id of ['cleaning.overall.timeliness', 'pest-control', 'SOP-07', 'a_b.c_1', '保洁.地面', 'all'])
        expect(schema.safeParse(id).success).toBe(true);
      for (const id of ['', '.a', 'a.', 'a..b', '-a', '2026', '2026-09', 'a/b', 'a@b', 'a b', '..', 'a%2fb', 'a\\b', 'a\nb'])
        expect(schema.safeParse(id).success).toBe(false);
    },
  );

  it('are read at once, however long a hostile one is', () => {
    const start = performance.now();
    expect(indicatorId.safeParse(`${'a.'.repeat(50_000)}!`).success).toBe(false);
    expect(clauseId.safeParse(`${'1-'.repeat(50_000)}!`).success).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
