import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { kinds } from '../kinds.ts';
import { Reader, Tab } from '../reader.ts';

const reader = new Reader();
const desk = new Tab(reader);

/** Pages of every kind; sheets for signing are paper, and what the checker finds is made in the browser. */
const paths = Object.keys(kinds).filter((path) => !path.includes('/print/') && path !== '/check/');

/** What a table shows: its columns, the names of its rows and its numbers, as its reader sees them. */
interface Shown {
  readonly columns: number;
  readonly rows: number;
  readonly first: string;
}

describe.each(paths)('%s', (path) => {
  it('lets every table be taken away whole', async () => {
    const { page, errors } = await desk.open(path);
    const tables: Shown[] = await page.evaluate(() =>
      Array.from(document.querySelectorAll<HTMLTableElement>('main .table-scroll table')).map((table) => ({
        columns: Math.max(...Array.from(table.rows).map((row) => row.cells.length)),
        rows: Array.from(table.tBodies).reduce((sum, body) => sum + body.rows.length, 0),
        first: (table.tBodies[0]?.rows[0]?.cells[0]?.textContent ?? '').replace(/^\W*[●▲◐○–]/u, '').trim(),
      })),
    );
    const buttons = page.locator('main .csv button');
    expect(await buttons.count()).toBe(tables.length);
    for (const [at, shown] of [...tables.entries()].slice(0, 6)) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        buttons.nth(at).evaluate((button: HTMLButtonElement) => button.click()),
      ]);
      const text = readFileSync(await download.path(), 'utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      const { data, errors: faults } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true });
      expect(faults).toEqual([]);
      const [head = [], ...rows] = data;
      expect(head[0]).toBe('数据性质');
      expect(rows).toHaveLength(shown.rows);
      expect(rows.every((row) => row.length === head.length && row[0] === '示例数据')).toBe(true);
      expect(head.length).toBeGreaterThan(shown.columns);
      expect(rows[0]?.join('')).toContain(shown.first.slice(0, 2));
      expect(download.suggestedFilename()).toMatch(/\.csv$/u);
    }
    expect(errors).toEqual([]);
  });
});
