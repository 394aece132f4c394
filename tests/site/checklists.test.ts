import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Reader } from '../reader.ts';

const reader = new Reader();

/** Pages of a PDF as Chromium writes it: one object of type Page each. */
const pagesOf = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/gu)].length;

it('prints every checklist on one A4 page', async () => {
  const ids = readdirSync('dist/procedures', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(ids.length).toBe(60);
  const { page } = await reader.open('/');
  const long: string[] = [];
  for (const { name } of ids) {
    await page.goto(`${reader.origin}/procedures/${name}/checklist/`);
    const pages = pagesOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    if (pages !== 1) long.push(`${name}: ${pages}`);
  }
  expect(long).toEqual([]);
  await page.context().close();
});
