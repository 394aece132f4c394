import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Printer } from '../../scripts/printer.ts';
import { type PdfFile, readPdf } from '../pdf.ts';
import { Reader, withoutScript } from '../reader.ts';

const editions = readdirSync('dist/reports').filter((id) => existsSync(`dist/reports/${id}/print/index.html`));
/** Months, quarters and years; weeks and years to date are made by the same code. */
const periods = editions.filter((id) => /^\d{4}(-\d{2}|-Q[1-4])?$/u.test(id));
const twinned = periods.filter((id) => existsSync(`dist/api/reports/${id}.json`));
const html = (id: string): string => readFileSync(`dist/reports/${id}/print/index.html`, 'utf8');

it('has a print edition of every report, and all 24 months', () => {
  const reports = readdirSync('dist/reports').filter((id) => existsSync(`dist/reports/${id}/index.html`));
  expect(editions).toEqual(reports);
  expect(periods.filter((id) => /-\d{2}$/u.test(id)).length).toBe(24);
});

/** What a print edition shows where it signs: the least measure of each seal's place in millimetres, and the conclusion above them. */
interface Signed {
  readonly seals: readonly number[];
  readonly conclusion: string;
}

/** What is wrong with the sheets of the page that is open. */
const sheetFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const slack = 1;
    return Array.from(document.querySelectorAll('.sheet')).flatMap((sheet, at) => {
      const found: string[] = [];
      const say = (what: string) => found.push(`${location.pathname} 第${at + 1}页 ${what}`);
      const flow = sheet.querySelector('.flow');
      const foot = sheet.querySelector('.foot');
      if (flow === null || foot === null) return [`${location.pathname} 第${at + 1}页 has no flow`];
      const box = flow.getBoundingClientRect();
      for (const element of Array.from(flow.querySelectorAll('*'))) {
        if (element.closest('.hidden, svg') !== null) continue;
        const { left, right, bottom, width } = element.getBoundingClientRect();
        if (width > 0 && (left < box.left - slack || right > box.right + slack))
          say(`wide: ${element.tagName} ${element.textContent?.slice(0, 20)}`);
        if (bottom > box.bottom + slack) say(`low: ${element.tagName} ${element.textContent?.slice(0, 20)}`);
        if (/^T[HD]$/u.test(element.tagName) && element.scrollWidth > element.clientWidth + slack)
          say(`cell: ${element.textContent?.slice(0, 20)}`);
      }
      for (const table of Array.from(flow.querySelectorAll('table')))
        if (table.tHead === null || table.tBodies[0]?.rows.length === 0) say('a table without head or rows');
      if (foot.getBoundingClientRect().bottom > sheet.getBoundingClientRect().bottom - 20) say('foot');
      if (!foot.textContent?.includes(`第${at + 1}页　共${document.querySelectorAll('.sheet').length}页`)) say('number');
      if (!/SHA-256 前12位 [0-9a-f]{12}/u.test(foot.textContent ?? '')) say('data state');
      if (flow.querySelector('h2:last-child, h3:last-child') !== null) say('a heading alone');
      return found;
    });
  });

/** Where the page that is open signs. */
const signed = (page: Page): Promise<Signed> =>
  page.evaluate(() => ({
    seals: Array.from(document.querySelectorAll('.sign-off .seal dd')).map((each) => {
      const { width, height } = each.getBoundingClientRect();
      const words = each.querySelector('small')?.getBoundingClientRect().height ?? height;
      return Math.min(width, height - words) / (96 / 25.4);
    }),
    conclusion: document.querySelector<HTMLElement>('.sign-off > p')?.innerText ?? '',
  }));

describe('the sheets', () => {
  const reader = new Reader();
  const faults: string[] = [];
  const signatures = new Map<string, Signed>();

  beforeAll(async () => {
    const { page } = await reader.open('/', withoutScript);
    await page.emulateMedia({ media: 'print' });
    for (const id of editions) {
      await page.goto(`${reader.origin}/reports/${id}/print/`);
      faults.push(...(await sheetFaults(page)));
      signatures.set(id, await signed(page));
    }
    await page.context().close();
  }, 300_000);

  it('hold what stands on them: nothing runs over, no row is cut, tables repeat their head', () => {
    expect(signatures.size).toBe(editions.length);
    expect(faults).toEqual([]);
  });

  it.each(periods)('of %s leave at least 45 mm for each seal, and sign below the conclusion', (id) => {
    const { seals, conclusion } = signatures.get(id) ?? { seals: [], conclusion: '' };
    expect(seals.length).toBe(2);
    for (const seal of seals) expect(seal).toBeGreaterThanOrEqual(45);
    // Of a quarter or a year that is not over there is no verdict yet.
    expect(conclusion).toMatch(/达标|项进行中/u);
  });
});

const chinese = (text: string): Set<string> => new Set(text.match(/\p{Script=Han}/gu) ?? []);
const visible = (source: string): string =>
  source
    .replace(/^[\s\S]*?<main/u, '<main')
    .replace(/<(title|desc)[^>]*>[\s\S]*?<\/\1>/gu, '')
    .replace(/<span class="hidden">[^<]*<\/span>/gu, '')
    .replace(/<[^>]+>/gu, '');
/** As a PDF's text is compared: without spaces, and with full-width signs as their plain ones. */
const letters = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** Drawn are the middle and the last sheet of each report: drawing takes longer than everything else that is asked of it. */
const isDrawn = (number: number, of: number) => [Math.ceil(of / 2), of].includes(number);

describe('the PDF', () => {
  const made = new Map<string, PdfFile>();
  let printer: Printer | null = null;

  beforeAll(async () => {
    const open = await Printer.open('dist');
    printer = open;
    const left = [...periods];
    const work = async () => {
      for (let id = left.shift(); id !== undefined; id = left.shift()) made.set(id, await readPdf(await open.print(id), isDrawn));
    };
    await Promise.all(Array.from({ length: Math.min(4, cpus().length) }, work));
  }, 600_000);
  afterAll(() => printer?.close());

  it.each(periods)('%s has its sheets as A4 pages, numbered as they are printed', (id) => {
    const { pages } = made.get(id) ?? { pages: [] };
    const sheets = html(id).match(/<section class="sheet"/gu)?.length ?? 0;
    expect(pages.length).toBe(sheets);
    pages.forEach(({ text, width, height }, at) => {
      expect(letters(text)).toContain(`第${at + 1}页共${sheets}页`);
      expect([Math.round(width), Math.round(height)]).toEqual([210, 297]);
    });
  });

  it.each(periods)('%s has no missing character and keeps clear of the edges', (id) => {
    const { pages } = made.get(id) ?? { pages: [] };
    const text = pages.map((page) => page.text).join('');
    expect(text).not.toMatch(/\ufffd/u);
    const printed = chinese(text);
    expect([...chinese(visible(html(id)))].filter((each) => !printed.has(each))).toEqual([]);
    const outside = pages.flatMap(({ places }) =>
      places.filter(({ left, top, width }) => left < 26 || left + width > 194 || top < 10 || top > 288),
    );
    expect(outside).toEqual([]);
  });

  it.each(periods)('%s leaves the margins of its pictures white', (id) => {
    const drawn = (made.get(id)?.pages ?? []).flatMap(({ ink }) => (ink === null ? [] : [ink]));
    expect(drawn.length).toBe(2);
    for (const { left, top, right, bottom } of drawn) {
      expect(left).toBeGreaterThanOrEqual(26);
      expect(right).toBeLessThanOrEqual(194);
      expect(top).toBeGreaterThanOrEqual(8);
      expect(bottom).toBeLessThanOrEqual(290);
      // No sheet is all but empty: head and foot are far apart.
      expect(bottom - top).toBeGreaterThan(200);
    }
  });

  it.each(twinned)('%s says every value as its machine twin does', (id) => {
    const twin: { values: Record<string, { text: string; unit: string }> } = JSON.parse(
      readFileSync(`dist/api/reports/${id}.json`, 'utf8'),
    );
    const text = letters((made.get(id)?.pages ?? []).map((page) => page.text).join(''));
    const values = [...html(id).matchAll(/<span data-value="([^"]+)">([^<]*)<\/span>/gu)];
    expect(values.length).toBeGreaterThan(20);
    const wrong = values.filter(([, value = '', written = '']) => {
      const words = written.replaceAll('&lt;', '<');
      const said = twin.values[value];
      // A column that names its unit leaves it out of the cell.
      const same = said !== undefined && (said.text === words || said.text === `${words}${said.unit}`);
      return !same || !text.includes(letters(words));
    });
    expect(wrong.map(([, value, words]) => `${value}: ${words}`)).toEqual([]);
  });

  it.each(periods)('%s has its headings as bookmarks', (id) => {
    const headings = [...html(id).matchAll(/<h[123][^>]*>([^<]*)<\/h[123]>/gu)].map((match) => match[1]);
    expect(made.get(id)?.bookmarks).toEqual(headings);
  });
});
