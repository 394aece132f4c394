import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Reader, withoutScript } from '../reader.ts';

interface Cell {
  readonly line: number;
  readonly column: number;
  readonly raw: string;
}

interface Twin {
  readonly schema: string;
  readonly month: string;
  readonly rows: { readonly read: number; readonly refused: number };
  readonly logs: readonly {
    readonly id: string;
    readonly state: string;
    readonly late?: boolean;
    readonly rows: { readonly read: number };
  }[];
  readonly repairs: readonly { readonly file: string; readonly cells: readonly Cell[] }[];
  readonly refused: readonly unknown[];
}

const reader = new Reader();
const root = 'dist/api/quality';
const twins = readdirSync(root).map((file): Twin => JSON.parse(readFileSync(join(root, file), 'utf8')));
const cells = ({ repairs }: Twin) => repairs.flatMap(({ file, cells: own }) => own.map((cell) => ({ file, ...cell })));

it('has a twin for each month whose rows add up, without a refused row among what was published', () => {
  expect(twins.length).toBe(readdirSync('dist/api/months').length);
  expect(new Set(twins.map(({ schema }) => schema))).toEqual(new Set(['service-ledger/quality/1']));
  for (const { rows, logs, refused, month } of twins) {
    expect(rows.read, month).toBe(logs.reduce((sum, { rows: own }) => sum + own.read, 0));
    expect([rows.refused, refused], month).toEqual([0, []]);
  }
});

it('lists every repaired cell where it stands in the file, as it was written', () => {
  const all = twins.flatMap(cells);
  const wrong = all.filter(({ file, line, raw }) => {
    const text = new TextDecoder('gb18030').decode(readFileSync(file));
    const utf8 = readFileSync(file, 'utf8');
    return ![text, utf8].some((each) =>
      each
        .split(/\r\n?|\n/u)
        .slice(line - 1, line + 20)
        .join('\n')
        .includes(raw.split('\n')[0] ?? ''),
    );
  });
  expect(wrong).toEqual([]);
});

it('shows on the page what the twin says, each repair leading to its row', async () => {
  const [twin] = [...twins].sort((a, b) => cells(b).length - cells(a).length);
  const { page } = await reader.open(`/quality/${twin?.month}/`, withoutScript);
  const main = page.locator('main');
  expect(await main.innerText()).toContain(`${twin?.rows.read} 行`);
  const repairs = twin === undefined ? [] : cells(twin);
  const places = await main.locator('h2#repairs ~ .table-scroll th a[href*="#L"]').count();
  expect(places).toBeGreaterThanOrEqual(repairs.length);
  await page.context().close();
});

it('tells a log’s history of lateness', async () => {
  const late = twins.flatMap(({ month, logs }) => logs.filter((log) => log.late === true).map(({ id }) => ({ month, id })));
  const { page } = await reader.open('/quality/', withoutScript);
  const rows = page.locator('#late ~ .table-scroll').first().locator('tbody tr');
  const counts = await rows.locator('td[data-label=迟交]').allInnerTexts();
  expect(counts.reduce((sum, text) => sum + Number(/(\d+)\/\d+/u.exec(text)?.[1]), 0)).toBe(late.length);
  await page.context().close();
});
