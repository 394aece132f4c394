import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Copy } from '../copy.ts';

const month = '2026-09';

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

it('turns exactly the indicators of a log that was not handed in to 无数据, everywhere', () => {
  const before = monthTwins('dist');
  const copy = new Copy();
  // From July: the verdicts on a quarter need all of its months.
  copy.keepMonths(4);
  copy.remove(`data/${month}/plant-census.csv`);
  const slip = copy.read(`data/${month}/delivery.csv`);
  copy.write(
    `data/${month}/delivery.csv`,
    slip
      .split('\r\n')
      .filter((line) => !line.startsWith('绿植盘点'))
      .join('\r\n'),
  );
  expect(copy.build().code).toBe(0);
  const dist = copy.path('dist');
  const after = monthTwins(dist);
  const changed = [...after].flatMap(([file, indicators]) =>
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

  const page = (path: string) => readFileSync(join(dist, path, 'index.html'), 'utf8');
  const evidence = page(`compliance/${month}/greenery.overall.survival`);
  const lead = /<p class="lead">([^<]*)/u.exec(evidence)?.[1];
  expect(lead).toContain('2026年9月绿植存活率无数据');
  expect(lead).not.toMatch(/\d%（|100%，|0\/0/u);
  const rowOf = (html: string, href: string) => html.split('<tr').find((row) => row.includes(href)) ?? '';
  const link = `/compliance/${month}/greenery.overall.survival/`;
  expect(rowOf(page(`compliance/${month}`), link)).toContain('无数据');
  expect(rowOf(page(`reports/${month}`), link)).toContain('无数据');
  expect(
    page('compliance')
      .split('<td')
      .find((cell) => cell.includes(link)),
  ).toContain('无数据');
  const chart = page('indicators/greenery.overall.survival').split('<svg')[1]?.split('</svg>')[0] ?? '';
  expect(chart).toContain('无数据');
  expect(page(`records/${month}`)).toContain('未交付');
});
