import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Copy } from '../copy.ts';

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

it('takes a new log and a new indicator from one file each, and a raised target that leaves earlier months alone', () => {
  const copy = new Copy();
  copy.write('content/logs/water.mdx', log);
  copy.write('data/2026-10/water.csv', '日期,网点编号,用水量\r\n2026-10-05,W01,40\r\n2026-10-06,W01,60\r\n');
  copy.write(
    'data/2026-10/delivery.csv',
    `${copy.read('data/2026-10/delivery.csv').trimEnd()}\r\n清洁用水,2,2026-11-03,GL-01,\r\n`,
  );
  const model = copy.read('content/indicators/cleaning.overall.satisfaction.mdx');
  const front = model
    .slice(0, model.indexOf('measure:'))
    .replace('id: cleaning.overall.satisfaction', 'id: cleaning.overall.water')
    .replace(/^order: 1$/mu, 'order: 99');
  const measure = [
    'measure: { kind: share, log: water, pass: { litres: { atMost: 50 } } }',
    'targets:',
    '  - { from: "2024-11-01", operator: ">=", value: 50, unit: "%", basis: proposed }',
    'updated: "2026-11-01"',
    '---',
    '',
  ];
  copy.write('content/indicators/cleaning.overall.water.mdx', front + measure.join('\n'));
  // Survival was 98.9 % in September and October 2026 at the least; no month before October may feel the new target.
  const raised = '  - { from: "2026-10-01", operator: ">=", value: 99.99, unit: "%", basis: proposed }\n';
  copy.replace('content/indicators/greenery.overall.survival.mdx', 'updated: "2026-11-01"', `${raised}updated: "2026-11-01"`);
  // The promise says the number too, and may not say another one.
  copy.replace('content/commitments/cm.target.greenery.mdx', '98%以上', '99.99%以上');
  const built = copy.build();
  expect(built.output).toContain('检索索引');
  expect(built.code).toBe(0);

  const twin: { verdict: string; value: number; rows: { line: number; counted: string }[] } = JSON.parse(
    readFileSync(copy.path('dist/api/compliance/2026-10/cleaning.overall.water.json'), 'utf8'),
  );
  expect(twin).toMatchObject({ verdict: 'met', value: 50 });
  expect(twin.rows.map(({ line, counted }) => [line, counted])).toEqual([
    [2, 'pass'],
    [3, 'fail'],
  ]);
  expect(existsSync(copy.path('dist/indicators/cleaning.overall.water/index.html'))).toBe(true);
  expect(readFileSync(copy.path('dist/records/2026-10/water/index.html'), 'utf8')).toContain('id="L3"');
  expect(readFileSync(copy.path('dist/guide/water/index.html'), 'utf8')).toContain('各抄一次水表');
  expect(copy.run('node', ['scripts/dictionary.ts']).code).toBe(0);
  expect(copy.read('data/README.md')).toContain('### 清洁用水 `water.csv`');

  const survival = (root: string, month: string) => {
    const page = readFileSync(`${root}/compliance/${month}/greenery.overall.survival/index.html`, 'utf8');
    const drawings = [...page.matchAll(/<svg[\s\S]*?<\/svg>/gu)].map(([svg]) => svg);
    const json: { verdict: string; target: { value: number } } = JSON.parse(
      readFileSync(`${root}/api/compliance/${month}/greenery.overall.survival.json`, 'utf8'),
    );
    return { drawings, json };
  };
  const months = readdirSync('data').filter((name) => /^\d{4}-\d{2}$/u.test(name));
  const earlier = months.filter((month) => month < '2026-10');
  expect(earlier).toHaveLength(23);
  for (const month of earlier) expect(survival(copy.path('dist'), month)).toEqual(survival('dist', month));
  expect(survival('dist', '2026-10').json).toMatchObject({ verdict: 'met', target: { value: 98 } });
  expect(survival(copy.path('dist'), '2026-10').json).toMatchObject({ verdict: 'missed', target: { value: 99.99 } });
});
