import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesOf,
  filesOf,
  ledgerOf,
  placedIn,
  present,
  registerTexts,
  roundsHeader,
  september,
  slipHeader,
  terms,
} from '../testing/ledger.ts';
import { readLedger } from './ledger.ts';

describe('readLedger', () => {
  it('reads registers, calendar and months without a problem', () => {
    const { value, problems } = ledgerOf(september);
    expect(problems).toEqual([]);
    expect(value.months.map(({ month }) => month)).toEqual(['2026-09']);
    expect(value.logs.map(({ id }) => id)).toEqual(['rounds', 'checks', 'requests']);
    expect(value.registers.get('locations')?.byId.get('W02')?.name).toBe('兴隆支行');
    expect(value.registers.get('areas')?.byId.get('W02-A1')).toMatchObject({ location: 'W02', kind: '公共区域' });
  });

  it('resolves a location by name to its id', () => {
    const { value } = ledgerOf({
      'data/2026-09/delivery.csv': `${slipHeader}\n巡查,1,2026-10-03,GL-01\n`,
      'data/2026-09/rounds.csv': `${roundsHeader}\n2026-09-02,兴隆支行,大堂,10,10,合格,\n`,
    });
    expect(value.months[0]?.logs.get('rounds')?.records[0]?.values.location).toBe('W02');
  });

  it('sorts months by time, over year ends, and fills no holes', () => {
    const slip = (month: string) => ({ [`data/${month}/delivery.csv`]: `${slipHeader}\n` });
    const { value } = ledgerOf({ ...slip('2026-01'), ...slip('2025-12'), ...slip('2025-02'), ...slip('2026-10') });
    expect(value.months.map(({ month }) => month)).toEqual(['2025-02', '2025-12', '2026-01', '2026-10']);
  });

  it('reads an empty data folder as missing registers, no more', () => {
    const { value, problems } = readLedger(new Map(), terms);
    expect(placedIn(problems)).toEqual(
      ['services', 'locations', 'areas', 'posts', 'equipment', 'plants', 'schedule', 'calendar'].map((id) => [
        'file/missing',
        `data/registers/${id}.csv`,
        null,
        null,
      ]),
    );
    expect(value.months).toEqual([]);
  });

  it('reports files that belong nowhere', () => {
    const { problems } = ledgerOf({
      'data/checks.csv': '',
      'data/2026-9/checks.csv': '',
      'data/2026-13/delivery.csv': '',
      'data/2026-09/delivery.csv': `${slipHeader}\n`,
      'data/2026-09/check.csv': '',
      'data/2026-09/旧/rounds.csv': '',
      'data/registers/location.csv': '',
      'data/backup/delivery.csv': '',
    });
    expect(placedIn(problems)).toEqual(
      [
        'data/checks.csv',
        'data/2026-9/checks.csv',
        'data/2026-13/delivery.csv',
        'data/2026-09/check.csv',
        'data/2026-09/旧/rounds.csv',
        'data/registers/location.csv',
        'data/backup/delivery.csv',
      ].map((file) => ['file/unexpected', file, null, null]),
    );
  });

  it('finds faults in registers at their cells, two in one row too', () => {
    const { value, problems } = ledgerOf({
      'data/registers/locations.csv': `网点编号,网点名称,类型,启用日期,停用日期,序号
W1,市分行机关,总部,2024-11-01,,1
W02,兴隆支行,支行,2024-11-31,,0
W03,双台子支行,支行,2024-11-01,,3
W03,双台子支行,支行,2024-11-01,,4
`,
      'data/registers/areas.csv': '区域编号,网点编号,区域名称,区域类别,序号\n',
      'data/registers/schedule.csv': '计划编号,台账,服务,网点编号,项目,频次,起始日期,区域编号,设备编号,终止日期\n',
      'data/registers/equipment.csv': '设备编号,网点编号,设备名称,设备类别,序号\n',
    });
    expect(placedIn(problems)).toEqual([
      ['cell/id', 'data/registers/locations.csv', 2, 1],
      ['cell/vocabulary', 'data/registers/locations.csv', 2, 3],
      ['cell/date', 'data/registers/locations.csv', 3, 4],
      ['cell/range', 'data/registers/locations.csv', 3, 6],
      ['row/duplicate-key', 'data/registers/locations.csv', 4, 1],
      ['row/duplicate-key', 'data/registers/locations.csv', 5, 1],
    ]);
    expect(value.registers.get('locations')?.records).toEqual([]);
  });

  it('refers from a register only to registers before it', () => {
    const { problems } = ledgerOf({
      'data/registers/areas.csv': '区域编号,网点编号,区域名称,区域类别,序号\nW01-A1,W09,大堂,公共区域,1\n',
      'data/registers/schedule.csv': '计划编号,台账,服务,网点编号,项目,频次,起始日期,区域编号,设备编号,终止日期\n',
    });
    expect(placedIn(problems)).toEqual([['reference/unknown', 'data/registers/areas.csv', 2, 2]]);
  });

  it('reports a register that is missing or broken once, not with every row that refers to it', () => {
    const { 'data/registers/locations.csv': _, ...others } = registerTexts;
    const missing = readLedger(filesOf({ ...others, ...september }), terms);
    expect(placedIn(missing.problems)).toEqual([['file/missing', 'data/registers/locations.csv', null, null]]);
    const broken = new Map([
      ...filesOf({ ...registerTexts, ...september }),
      ['data/registers/locations.csv', bytesOf('PK\u0003\u0004')],
    ]);
    expect(placedIn(readLedger(broken, terms).problems)).toEqual([['file/encoding', 'data/registers/locations.csv', null, null]]);
  });

  it('refuses an entry of the schedule whose log does not exist', () => {
    const { problems } = ledgerOf({
      'data/registers/schedule.csv':
        '计划编号,台账,服务,网点编号,项目,频次,起始日期,区域编号,设备编号,终止日期\nJH-001,round,保洁,W01,大堂,每周,2024-11-01,,,\n',
    });
    expect(placedIn(problems)).toEqual([['reference/unknown', 'data/registers/schedule.csv', 2, 2]]);
  });

  it('reports the faults of all files at once', () => {
    const { problems } = ledgerOf({
      ...september,
      'data/registers/posts.csv': '岗位代码,岗位名称,服务,序号\nBJ-01,保洁员一岗,保洁,1\nGL-01,项目管理岗,保安,2\n',
      'data/2026-09/rounds.csv': `${september['data/2026-09/rounds.csv']}`.replace('2026-09-08,W01', '2026-09-08,W09'),
      'data/2026-09/requests.csv': `${september['data/2026-09/requests.csv']}`.replace(',紧急,', ',特急,'),
      'data/2026-09/odd.csv': '',
    });
    const files = new Set(problems.map(({ file }) => file));
    expect(files).toContain('data/registers/posts.csv');
    expect(files).toContain('data/2026-09/odd.csv');
    const cells = placedIn(problems).filter(([code]) => code.startsWith('cell/') || code === 'reference/unknown');
    expect(cells).toContainEqual(['reference/unknown', 'data/registers/posts.csv', 3, 3]);
    expect(cells).toContainEqual(['reference/unknown', 'data/2026-09/rounds.csv', 4, 2]);
    expect(cells).toContainEqual(['cell/vocabulary', 'data/2026-09/requests.csv', 3, 3]);
  });
});

describe('laws of readLedger', () => {
  const path = fc.oneof(
    fc.constantFrom(
      ...Object.keys(registerTexts),
      ...Object.keys(september),
      'data/2026-10/rounds.csv',
      'data/x.csv',
      'data/a/b/c.csv',
    ),
    fc.string().map((text) => `data/${text}.csv`),
  );

  it('never throws, whatever one file holds', () => {
    fc.assert(
      fc.property(path, fc.oneof(fc.uint8Array({ maxLength: 80 }), fc.string({ unit: 'binary' }).map(bytesOf)), (file, bytes) => {
        readLedger(new Map([...filesOf({ ...registerTexts, ...september }), [file, bytes]]), terms);
      }),
    );
  });

  it('never throws, whatever one character of a sound file becomes', () => {
    const sound = { ...registerTexts, ...september };
    const edit = fc.record({
      file: fc.constantFrom(...Object.keys(sound)),
      at: fc.nat(),
      to: fc.constantFrom('', '"', ',', '\n', '，', '9', '\ufeff', '\0'),
    });
    fc.assert(
      fc.property(edit, ({ file, at, to }) => {
        const text = present(new Map(Object.entries(sound)).get(file));
        const place = at % text.length;
        const { problems } = ledgerOf({ ...september, [file]: text.slice(0, place) + to + text.slice(place + 1) });
        for (const each of problems) expect(each.line ?? 1).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
