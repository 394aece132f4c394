import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Copy, type Finished } from '../copy.ts';

/*
 * A contract in which a log was not handed in and a blank was filled in, built twice: in another folder, time zone and year the
 * second time. Then it takes on a log and an indicator, raises a target, and is built anew.
 */

const month = '2026-09';
const blank = 'schedule.cleaning.toilet_times_per_day';
const filled = '4次整整';

function altered(atEnd?: (work: () => void) => void): Copy {
  const copy = new Copy(atEnd);
  // From July: the verdicts on a quarter need all of its months.
  copy.keepMonths(4);
  copy.remove(`data/${month}/plant-census.csv`);
  const slip = copy.read(`data/${month}/delivery.csv`).split('\r\n');
  copy.write(`data/${month}/delivery.csv`, slip.filter((line) => !line.startsWith('绿植盘点')).join('\r\n'));
  const file = 'content/organisation/blanks.mdx';
  const entries = copy.read(file).split(/(?= {2}- id: )/u);
  const entry = entries.find((each) => each.startsWith(`  - id: ${blank}\n`)) ?? '';
  expect(entry).toContain('value: null');
  copy.replace(file, entry, entry.replace('value: null', `value: "${filled}"`));
  return copy;
}

let here: Copy;
let built: Finished;
const ends: (() => void)[] = [];

beforeAll(() => {
  here = altered((work) => ends.push(work));
  built = here.build({ TZ: 'Asia/Shanghai' });
});
afterAll(() => {
  for (const end of ends) end();
});

const page = (path: string) => readFileSync(join(here.path('dist'), path, 'index.html'), 'utf8');

/** The visible text of a built page. */
const textOf = (path: string) =>
  page(path)
    .replace(/<(script|style)[\s\S]*?<\/\1>/gu, '')
    .replace(/<[^>]+>/gu, '');

/** SHA-256 of every file below a folder, by path. */
function digests(folder: string, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return Object.entries(digests(path, `${prefix}${entry.name}/`));
      return [[`${prefix}${entry.name}`, createHash('sha256').update(readFileSync(path)).digest('hex')]];
    }),
  );
}

interface Twin {
  readonly id: string;
  readonly verdict: string;
  readonly value: number | null;
  readonly numerator: number | null;
}

function monthTwins(dist: string): Map<string, Twin[]> {
  const folder = join(dist, 'api', 'months');
  return new Map(
    readdirSync(folder).map((file) => {
      const { indicators }: { indicators: Twin[] } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return [file, indicators];
    }),
  );
}

it('builds', () => {
  expect(built.output).toContain('检索索引');
  expect(built.code).toBe(0);
});

it('turns exactly the indicators of a log that was not handed in to 无数据, everywhere', () => {
  const before = monthTwins('dist');
  // The first month that is kept has no month before it, so a case carried into it is judged anew there.
  const [, ...compared] = [...monthTwins(here.path('dist'))].sort(([a], [b]) => a.localeCompare(b));
  const changed = compared.flatMap(([file, indicators]) =>
    indicators
      .filter((each) => JSON.stringify(each) !== JSON.stringify(before.get(file)?.find(({ id }) => id === each.id)))
      .map(({ id, verdict, value }) => ({ file, id, verdict, value })),
  );
  const censusOnly = [
    'greenery.overall.survival',
    'greenery.specific.pest-incidence',
    'greenery.environment.adaptation',
    'greenery.safety.plant',
  ];
  expect(changed.map(({ file, id }) => `${file} ${id}`).sort()).toEqual(censusOnly.map((id) => `${month}.json ${id}`).sort());
  for (const { verdict, value } of changed) expect({ verdict, value }).toEqual({ verdict: 'no-data', value: null });

  const evidence = page(`compliance/${month}/greenery.overall.survival`);
  const lead = /<p class="lead">([^<]*)/u.exec(evidence)?.[1];
  expect(lead).toContain('2026年9月绿植存活率无数据');
  expect(lead).not.toMatch(/\d%（(?!方案|推得|建议)|100%，|0\/0/u);
  const rowOf = (html: string, href: string) => html.split('<tr').find((row) => row.includes(href)) ?? '';
  const link = `/compliance/${month}/greenery.overall.survival/`;
  expect(rowOf(page(`compliance/${month}`), link)).toContain('无数据');
  expect(rowOf(page(`reports/${month}`), link)).toContain('无数据');
  const cells = page('compliance').split('<td');
  expect(cells.find((cell) => cell.includes(link))).toContain('无数据');
  const chart = page('indicators/greenery.overall.survival').split('<svg')[1]?.split('</svg>')[0] ?? '';
  expect(chart).toContain('无数据');
  expect(page(`records/${month}`)).toContain('未交付');
});

it('shows a value that was filled in once on every page that needs it, and takes it off the list', () => {
  for (const path of ['plan/service-standards', 'plan/detailed-service-standards', 'standards/cleaning'])
    expect(textOf(path), path).toContain(filled);
  const open = (html: string) => Number(/方案还有(\d+)个值待补充/u.exec(html)?.[1]);
  expect(open(page('open'))).toBe(open(readFileSync('dist/open/index.html', 'utf8')) - 1);
});

it('is the same bytes in another folder, time zone and year', () => {
  const there = altered();
  const preload = `--import=${resolve('tests/fixtures/other-day.mjs')}`;
  expect(there.build({ TZ: 'America/New_York', NODE_OPTIONS: preload, LANG: 'de_DE.UTF-8' }).code).toBe(0);
  const [first, second] = [digests(here.path('dist')), digests(there.path('dist'))];
  expect(Object.keys(first).length).toBeGreaterThan(900);
  expect(Object.keys(second)).toEqual(Object.keys(first));
  expect(Object.keys(first).filter((file) => first[file] !== second[file])).toEqual([]);
});

/** The indicator that is taken on, and its log. */
const added = 'cleaning.overall.water';

const log = `---
id: water
name: 清洁用水
order: 500
about: 每日清洁用水量。
date: date
location: location
key: [date, location]
columns:
  date: { name: 日期, type: date, required: true, example: "2026-10-01" }
  location: { name: 网点编号, type: reference, register: locations, required: true, example: W01 }
  litres: { name: 用水量, type: integer, required: true, min: 0, unit: 升, example: "40" }
---

早上第一次用水前和下班前各抄一次水表。
`;

/** The quarter before the target rises, and the months of it. */
const quarter = '2026-Q3';
const earlier = ['2026-07', '2026-08', '2026-09'];

/** The survival of plants in a month, as its page draws it and its twin says it. */
function survival(of: string): { readonly drawings: readonly string[]; readonly json: object } {
  const drawings = [...page(`compliance/${of}/greenery.overall.survival`).matchAll(/<svg[\s\S]*?<\/svg>/gu)];
  const json: object = JSON.parse(here.read(`dist/api/compliance/${of}/greenery.overall.survival.json`));
  return { drawings: drawings.map(([svg]) => svg), json };
}

/** What is said of the quarter and of its months, of every indicator but the added one. */
function saidEarlier() {
  const twins = [quarter, ...earlier].map((period): readonly Twin[] => {
    const { indicators, supplementary }: Readonly<Record<string, readonly Twin[]>> = JSON.parse(
      here.read(`dist/api/periods/${period}.json`),
    );
    return [...(indicators ?? []), ...(supplementary ?? [])].filter(({ id }) => id !== added);
  });
  return { twins, survival: earlier.map(survival) };
}

it('takes on a log and an indicator from one file each, and a raised target that leaves earlier months alone', () => {
  const before = saidEarlier();
  for (const twins of before.twins) expect(twins.length).toBeGreaterThan(90);
  expect(survival('2026-10').json).toMatchObject({ verdict: 'met', target: { value: 98 } });

  here.write('content/logs/water.mdx', log);
  here.write('data/2026-10/water.csv', '日期,网点编号,用水量\r\n2026-10-05,W01,40\r\n2026-10-06,W01,60\r\n');
  here.write(
    'data/2026-10/delivery.csv',
    `${here.read('data/2026-10/delivery.csv').trimEnd()}\r\n清洁用水,2,2026-11-03,GL-01,\r\n`,
  );
  const model = here.read('content/indicators/cleaning.overall.satisfaction.mdx');
  const front = model
    .slice(0, model.indexOf('measure:'))
    .replace('id: cleaning.overall.satisfaction', `id: ${added}`)
    .replace(/^order: 1$/mu, 'order: 99');
  const measure = [
    'measure: { kind: share, log: water, pass: { litres: { atMost: 50 } } }',
    'targets:',
    '  - { from: "2024-11-01", operator: ">=", value: 50, unit: "%", basis: proposed }',
    'updated: "2026-11-01"',
    '---',
    '',
  ];
  here.write(`content/indicators/${added}.mdx`, front + measure.join('\n'));
  // Survival was 98.9 % in September and October 2026 at the least; no month before October may feel the new target.
  const raised = '  - { from: "2026-10-01", operator: ">=", value: 99.99, unit: "%", basis: proposed }\n';
  here.replace('content/indicators/greenery.overall.survival.mdx', 'updated: "2026-11-01"', `${raised}updated: "2026-11-01"`);
  // The promise says the number too, and may not say another one.
  here.replace('content/commitments/cm.target.greenery.mdx', '98%以上', '99.99%以上');
  expect(here.run('node', ['scripts/build.ts', '--clean'])).toMatchObject({ code: 0 });

  const twin: { verdict: string; value: number; rows: { line: number; counted: string }[] } = JSON.parse(
    here.read(`dist/api/compliance/2026-10/${added}.json`),
  );
  expect(twin).toMatchObject({ verdict: 'met', value: 50 });
  expect(twin.rows.map(({ line, counted }) => [line, counted])).toEqual([
    [2, 'pass'],
    [3, 'fail'],
  ]);
  expect(here.has(`dist/indicators/${added}/index.html`)).toBe(true);
  expect(page('records/2026-10/water')).toContain('id="L3"');
  expect(page('guide/water')).toContain('各抄一次水表');
  expect(here.run('node', ['scripts/dictionary.ts']).code).toBe(0);
  expect(here.read('data/README.md')).toContain('### 清洁用水 `water.csv`');

  expect(saidEarlier()).toEqual(before);
  expect(survival('2026-10').json).toMatchObject({ verdict: 'missed', target: { value: 99.99 } });
});
