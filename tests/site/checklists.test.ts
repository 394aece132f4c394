import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readPdf } from '../pdf.ts';
import { Reader } from '../reader.ts';

const reader = new Reader();

it('prints every checklist on one A4 page', async () => {
  const ids = readdirSync('dist/procedures', { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  expect(ids.length).toBe(60);
  const addresses = ids.map((id) => `/procedures/${id}/checklist/`);
  const { page } = await reader.open(addresses[0] ?? '');
  // Chromium takes seconds to put Chinese fonts into a PDF, however short it is: all sheets go into one, each beginning a page.
  await page.evaluate(async (rest) => {
    for (const address of rest) {
      const { body } = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
      const sheet = document.createElement('div');
      sheet.style.breakBefore = 'page';
      sheet.append(...Array.from(body.childNodes));
      document.body.append(sheet);
    }
  }, addresses.slice(1));
  const { pages } = await readPdf(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  const sheetOf = ({ text }: { text: string }) => ids.filter((id) => text.replace(/\s+/gu, '').includes(`${id}规程更新于`));
  expect(pages.map(sheetOf)).toEqual(ids.map((id) => [id]));
  for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([210, 297]);
  await page.context().close();
});
