import { describe, expect, it } from 'vitest';
import type { Blank } from '../documents/blank.ts';
import { filingsWith, withFilings } from '../testing/evidence.ts';
import { ledgerOf, september } from '../testing/ledger.ts';
import { Evidence, type EvidenceKind, type EvidenceMeeting, togetherOf } from './evidence.ts';

const blank = (value: string | null, decided?: string): Blank => ({
  id: 'every',
  kind: 'unstated',
  needs: '周期',
  type: 'string',
  value,
  decided,
  suggestion: null,
  supplier: 'both',
  sections: [],
  sourceLines: [],
});

interface Given {
  readonly rows?: readonly string[];
  readonly kinds?: readonly EvidenceKind[];
  readonly meetings?: readonly EvidenceMeeting[];
  readonly blanks?: readonly Blank[];
}

const drill: EvidenceKind = { id: 'rec.drill', interval: 'every' };

function evidence(day: string, { rows = [], kinds = [drill], meetings = [], blanks = [] }: Given): Evidence {
  const { logs, registers } = withFilings;
  const { value: ledger } = ledgerOf({ ...september, ...filingsWith(...rows) }, { logs, registers });
  return new Evidence({ ledger, kinds, meetings, blanks }, day);
}

const drilled = (issued: string, until = '', kind = 'rec.drill', no = 'F01') =>
  `${no},${kind},,总结,公开,${issued},${until},,柜,,,,`;
const stateOn = (day: string, rows: readonly string[], given: Given = {}) => evidence(day, { ...given, rows }).kind(drill).state;

describe('a kind of document on a day', () => {
  it('was handed in from the day of issue to the last day, both included', () => {
    const rows = [drilled('2026-09-10', '2026-09-20')];
    const days = ['2026-09-09', '2026-09-10', '2026-09-20', '2026-09-21'];
    expect(days.map((day) => stateOn(day, rows))).toEqual(['lacking', 'handed', 'handed', 'expired']);
  });

  it('does not expire without a last day, and one that holds is enough', () => {
    expect(stateOn('2036-09-30', [drilled('2026-09-10')])).toBe('handed');
    const rows = [drilled('2026-09-01', '2026-09-05'), drilled('2026-09-06', '2026-09-30', 'rec.drill', 'F02')];
    const { documents, valid, state, keeping } = evidence('2026-09-30', { rows }).kind(drill);
    expect([documents.map(({ number }) => number), valid.map(({ number }) => number), state, keeping.place]).toEqual([
      ['F02', 'F01'],
      ['F02'],
      'handed',
      'documents',
    ]);
  });

  it('is kept nowhere while no document of it is there, whatever else is', () => {
    const { keeping, state } = evidence('2026-09-30', { rows: [drilled('2026-09-01', '', 'rec.rounds')] }).kind(drill);
    expect([keeping, state]).toEqual([{ place: 'nowhere' }, 'lacking']);
  });

  it('that a log keeps is there with its rows, those that are meant, up to the day', () => {
    const failed: EvidenceKind = { id: 'rec.failed', log: 'rounds', rows: { result: '不合格' } };
    const on = (day: string) => evidence(day, { kinds: [failed] }).kind(failed);
    expect([on('2026-09-07').state, on('2026-09-08').state]).toEqual(['lacking', 'handed']);
    expect(on('2026-09-30').keeping).toMatchObject({ place: 'log', count: 1, last: '2026-09-08' });
  });

  it('that a register keeps is there with its entries', () => {
    const places: EvidenceKind = { id: 'rec.places', register: 'locations' };
    expect(evidence('2026-09-30', { kinds: [places] }).kind(places)).toMatchObject({
      keeping: { place: 'register', count: 2 },
      state: 'handed',
    });
  });
});

describe('what recurs', () => {
  const agreed = { blanks: [blank('每半年', '2026-03-01')] };
  const dueOn = (day: string, rows: readonly string[], given: Given = agreed) =>
    evidence(day, { ...given, rows }).kind(drill).due;

  it('is not due while nobody agreed how often, or since when', () => {
    const open = { state: 'open', blank: 'every' };
    const without = [[], [blank(null)], [blank('每半年')], [blank('时常', '2026-03-01')]];
    for (const blanks of without) expect(dueOn('2036-01-01', [], { blanks })).toEqual(open);
  });

  it('is due an interval after the agreement, and overdue on the day after', () => {
    const set = { state: 'set', blank: 'every', every: '每半年', by: '2026-09-01' };
    expect(dueOn('2026-09-01', [])).toEqual({ ...set, overdue: false });
    expect(dueOn('2026-09-02', [])).toEqual({ ...set, overdue: true });
  });

  it('is due an interval after the last one; one before the agreement does not bring it forward', () => {
    expect(dueOn('2026-09-30', [drilled('2026-08-31')])).toMatchObject({ by: '2027-02-28', overdue: false });
    expect(dueOn('2026-09-30', [drilled('2025-12-01')])).toMatchObject({ by: '2026-09-01', overdue: true });
  });

  it('no longer holds when a new one is overdue', () => {
    expect(stateOn('2026-09-01', [drilled('2025-12-01')], agreed)).toBe('handed');
    expect(stateOn('2026-09-02', [drilled('2025-12-01')], agreed)).toBe('expired');
    expect(stateOn('2026-09-02', [], agreed)).toBe('lacking');
  });

  it('is asked of a meeting by its own minutes, which are records of the kind too', () => {
    const minutes: EvidenceKind = { id: 'rec.minutes' };
    const weekly: EvidenceMeeting = { id: 'meet.weekly', record: 'rec.minutes', interval: 'every' };
    const yearly: EvidenceMeeting = { id: 'meet.yearly', record: 'rec.minutes', interval: 'every' };
    const found = evidence('2026-09-30', {
      rows: [drilled('2026-09-24', '', 'meet.weekly')],
      kinds: [minutes],
      meetings: [weekly, yearly],
      blanks: [blank('每周', '2026-09-01')],
    });
    expect(found.meeting(weekly)).toMatchObject({ state: 'handed', due: { by: '2026-10-01', overdue: false } });
    expect(found.meeting(yearly)).toMatchObject({ state: 'lacking', due: { by: '2026-09-08', overdue: true } });
    expect(found.kind(minutes)).toMatchObject({ state: 'handed', keeping: { place: 'documents' } });
  });
});

describe('the documents of a promise', () => {
  const kinds: readonly EvidenceKind[] = [{ id: 'rec.a' }, { id: 'rec.b' }];
  const promise = {
    id: 'cm.one',
    documents: [
      { kind: 'record', ref: 'rec.a' },
      { kind: 'attachment', ref: 'rec.b' },
      { kind: 'attestation', text: '声明' },
    ] as const,
  };
  const states = (rows: readonly string[]) => {
    const found = evidence('2026-09-30', { rows, kinds }).promise({ id: promise.id, documents: [...promise.documents] });
    return [found?.state, found?.items.map(({ standing }) => standing.state)];
  };
  const all = [
    drilled('2026-09-01', '', 'rec.a', 'F01'),
    drilled('2026-09-01', '', 'rec.b', 'F02'),
    'F03,,cm.one,声明,公开,2026-09-01,,,柜,,,,',
  ];

  it('are handed in when all are, declarations by the promise that they are about', () => {
    expect(states(all)).toEqual(['handed', ['handed', 'handed', 'handed']]);
    expect(states([...all.slice(0, 2), 'F03,,cm.two,声明,公开,2026-09-01,,,柜,,,,'])[0]).toBe('lacking');
  });

  it('stand as the worst of them', () => {
    const expired = drilled('2026-09-01', '2026-09-29', 'rec.b', 'F02');
    expect(states([all[0] ?? '', expired, all[2] ?? ''])).toEqual(['expired', ['handed', 'expired', 'handed']]);
    expect(states([expired])).toEqual(['lacking', ['lacking', 'expired', 'lacking']]);
    expect(togetherOf([])).toBe('lacking');
  });

  it('are not the rows of a log, even where the kind is kept there', () => {
    const failed: EvidenceKind = { id: 'rec.failed', log: 'rounds', rows: { result: '不合格' } };
    const documents = [{ kind: 'record', ref: 'rec.failed' } as const];
    const promised = (rows: readonly string[]) =>
      evidence('2026-09-30', { rows, kinds: [failed] }).promise({ id: 'cm.one', documents })?.state;
    expect(evidence('2026-09-30', { kinds: [failed] }).kind(failed).state).toBe('handed');
    expect(promised([])).toBe('lacking');
    expect(promised([drilled('2026-09-01', '2026-09-29', 'rec.failed')])).toBe('expired');
    expect(promised([drilled('2026-09-01', '2026-09-30', 'rec.failed')])).toBe('handed');
  });

  it('are none where it names none', () => {
    expect(evidence('2026-09-30', {}).promise({ id: 'cm.one', documents: [] })).toBeNull();
  });
});
