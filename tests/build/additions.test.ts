import { expect, it } from 'vitest';
import { Copy } from '../copy.ts';

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

interface Twin {
  readonly id: string;
  readonly verdict: string;
  readonly target: { readonly value: number } | null;
}

/** The survival of plants in a month, as its page draws it and its twin says it. */
function survival(copy: Copy, month: string): { readonly drawings: readonly string[]; readonly json: Twin } {
  const page = copy.read(`dist/compliance/${month}/greenery.overall.survival/index.html`);
  const drawings = [...page.matchAll(/<svg[\s\S]*?<\/svg>/gu)].map(([svg]) => svg);
  return { drawings, json: JSON.parse(copy.read(`dist/api/compliance/${month}/greenery.overall.survival.json`)) };
}

/** What is said of the quarter and of its months, of every indicator but the added one. */
function saidEarlier(copy: Copy) {
  const twins = [quarter, ...earlier].map((period): readonly Twin[] => {
    const { indicators, supplementary } = JSON.parse(copy.read(`dist/api/periods/${period}.json`));
    return [...indicators, ...supplementary].filter(({ id }: Twin) => id !== added);
  });
  return { twins, survival: earlier.map((month) => survival(copy, month)) };
}

it('takes a new log and a new indicator from one file each, and a raised target that leaves earlier months alone', () => {
  const copy = new Copy();
  copy.keepMonths(4);
  expect(copy.build()).toMatchObject({ code: 0, output: expect.stringContaining('检索索引') });
  const before = saidEarlier(copy);
  expect(before.twins[0]?.length).toBeGreaterThan(90);
  expect(survival(copy, '2026-10').json).toMatchObject({ verdict: 'met', target: { value: 98 } });

  copy.write('content/logs/water.mdx', log);
  copy.write('data/2026-10/water.csv', '日期,网点编号,用水量\r\n2026-10-05,W01,40\r\n2026-10-06,W01,60\r\n');
  copy.write(
    'data/2026-10/delivery.csv',
    `${copy.read('data/2026-10/delivery.csv').trimEnd()}\r\n清洁用水,2,2026-11-03,GL-01,\r\n`,
  );
  const model = copy.read('content/indicators/cleaning.overall.satisfaction.mdx');
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
  copy.write(`content/indicators/${added}.mdx`, front + measure.join('\n'));
  // Survival was 98.9 % in September and October 2026 at the least; no month before October may feel the new target.
  const raised = '  - { from: "2026-10-01", operator: ">=", value: 99.99, unit: "%", basis: proposed }\n';
  copy.replace('content/indicators/greenery.overall.survival.mdx', 'updated: "2026-11-01"', `${raised}updated: "2026-11-01"`);
  // The promise says the number too, and may not say another one.
  copy.replace('content/commitments/cm.target.greenery.mdx', '98%以上', '99.99%以上');
  expect(copy.run('node', ['scripts/build.ts', '--clean'])).toMatchObject({ code: 0 });

  const twin: { verdict: string; value: number; rows: { line: number; counted: string }[] } = JSON.parse(
    copy.read(`dist/api/compliance/2026-10/${added}.json`),
  );
  expect(twin).toMatchObject({ verdict: 'met', value: 50 });
  expect(twin.rows.map(({ line, counted }) => [line, counted])).toEqual([
    [2, 'pass'],
    [3, 'fail'],
  ]);
  expect(copy.has(`dist/indicators/${added}/index.html`)).toBe(true);
  expect(copy.read('dist/records/2026-10/water/index.html')).toContain('id="L3"');
  expect(copy.read('dist/guide/water/index.html')).toContain('各抄一次水表');
  expect(copy.run('node', ['scripts/dictionary.ts']).code).toBe(0);
  expect(copy.read('data/README.md')).toContain('### 清洁用水 `water.csv`');

  expect(saidEarlier(copy)).toEqual(before);
  expect(survival(copy, '2026-10').json).toMatchObject({ verdict: 'missed', target: { value: 99.99 } });
});
