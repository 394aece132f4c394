import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Copy, type Finished } from '../copy.ts';

/*
 * A contract in which a log was not handed in and a blank was filled in, built twice: in another folder, time zone and year the
 * second time.
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
