import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Verdict, verdicts } from '../../src/core/indicators/verdict.ts';
import { marker } from '../../src/present/chart/draw/frame.ts';
import { sample } from '../../src/present/chart/draw/sample.ts';
import { verdictLooks } from '../../src/present/verdict.ts';
import { Reader, withoutScript } from '../reader.ts';

const reader = new Reader();

const pages = {
  series: '/indicators/greenery.overall.survival/',
  multiples: '/indicators/greenery.overall.survival/',
  breakdown: '/compliance/2026-10/',
  pareto: '/compliance/2026-10/pest.overall.satisfaction/',
  distribution: '/compliance/2026-10/cleaning.overall.timeliness/',
} as const;

describe.each(Object.entries(pages))('a chart of form %s', (form, path) => {
  it('has a finding, a table, and series that can be hidden without moving the page', async () => {
    const { page, errors } = await reader.open(path);
    const figure = page.locator(`figure.${form}`).first();
    expect((await figure.locator('figcaption').innerText()).length).toBeGreaterThan(20);
    expect(await figure.locator('table tbody tr').count()).toBeGreaterThan(1);
    await figure.scrollIntoViewIfNeeded();
    const before = await figure.boundingBox();
    await figure.locator('svg').first().hover();
    await figure.locator('canvas').first().waitFor({ state: 'visible' });
    expect(await figure.locator('canvas').count()).toBe(await figure.locator('.chart-box').count());
    const button = figure.locator('.legend button').first();
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    expect(await figure.locator('.chart-boxes .is-hidden').count()).toBeGreaterThan(0);
    await button.click();
    expect(await figure.locator('.chart-boxes .is-hidden').count()).toBe(0);
    expect((await figure.boundingBox())?.height).toBe(before?.height);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

/** What a reader can see of a report: each table with its cells, each picture, each status; with the height that it takes. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const tall = (element: Element) => element.getBoundingClientRect().height;
    const all = (selector: string) => Array.from(document.querySelectorAll(`main ${selector}`));
    return {
      tables: all('table').map((table) => table.textContent ?? ''),
      pictures: all('figure.chart-figure').map(
        (figure) => `${figure.id} ${figure.querySelectorAll('.chart-box > svg.chart').length}`,
      ),
      marks: all('.verdict').map((mark) => [mark.className, mark.textContent ?? '']),
      flat: [...all('table'), ...all('svg.chart'), ...all('.verdict')].filter((each) => tall(each) === 0).length,
    };
  });

it('loses nothing of a month report without script, on screen and on paper, nor a status without colour', async () => {
  const report = '/reports/2026-10/';
  const [scripted, bare] = [await reader.open(report), await reader.open(report, withoutScript)];
  const screen = await seen(bare.page);
  const { flat: _, ...whole } = await seen(scripted.page);
  expect(screen).toMatchObject(whole);
  const twin: { charts: { id: string; panels?: unknown[] }[] } = JSON.parse(
    readFileSync(`dist/api${report.slice(0, -1)}.json`, 'utf8'),
  );
  expect(screen.pictures).toEqual(twin.charts.map(({ id, panels }) => `${id} ${panels?.length ?? 1}`));
  await bare.page.emulateMedia({ media: 'print' });
  expect(await seen(bare.page)).toEqual({ ...screen, flat: 0 });
  const found = new Set<Verdict>();
  for (const [look = '', words = ''] of screen.marks) {
    const verdict = verdicts.find((each) => look.split(' ').includes(verdictLooks[each].className));
    expect(verdict, look).toBeDefined();
    if (verdict === undefined) continue;
    found.add(verdict);
    expect(words).toContain(verdictLooks[verdict].shape);
    expect(words).toContain(verdictLooks[verdict].word);
  }
  expect(found.size).toBeGreaterThan(2);
  for (const visit of [scripted, bare]) await visit.page.context().close();
});

const box = { width: 24, height: 20 };

/** The luminance of each pixel of boxes that stand one below the other, as a greyscale copy has them. */
async function grey(page: Page, boxes: number): Promise<number[][]> {
  const png = await page.screenshot({ clip: { x: 0, y: 0, width: box.width, height: box.height * boxes } });
  return page.evaluate(
    async ({ bytes, width, height, count }) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height * count;
      const context = canvas.getContext('2d');
      if (context === null) return [];
      context.drawImage(bitmap, 0, 0);
      return Array.from({ length: count }, (_box, at) => {
        const { data } = context.getImageData(0, at * height, width, height);
        const part = (pixel: number, colour: number) => data[pixel * 4 + colour] ?? 0;
        return Array.from(
          { length: width * height },
          (_pixel, pixel) => 0.2126 * part(pixel, 0) + 0.7152 * part(pixel, 1) + 0.0722 * part(pixel, 2),
        );
      });
    },
    { bytes: [...png], ...box, count: boxes },
  );
}

const difference = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, each, at) => sum + Math.abs(each - (other[at] ?? 0)), 0) / one.length;

const css = ['tokens', 'chart'].map((name) => readFileSync(`src/styles/${name}.css`, 'utf8')).join('\n');
const frame = `html,body{margin:0;background:var(--paper);color:var(--ink)}div{width:${box.width}px;height:${box.height}px;overflow:hidden}i{font:normal 16px/20px sans-serif}`;
const mark = (verdict: Verdict) => `<svg class="chart" width="16" height="16">${marker(verdict, '8', 8)}</svg>`;

/** Looks that a reader must tell apart where they meet. A miss and what lies beyond a limit look the same and never meet. */
const groups: Readonly<Record<string, readonly string[]>> = {
  'fills of verdicts': verdicts.map((verdict) => sample(`v-${verdict}`, verdict)),
  'fills of cases': (['bar', 'over'] as const).map((each) => sample(`c-${each}`, each)),
  'lines of series': (['line', 'dash', 'diamond'] as const).map((each) => sample(`l-${each}`, each)),
  'marks of verdicts': verdicts.map(mark),
  'shapes of verdicts': verdicts.map((verdict) => `<i>${verdictLooks[verdict].shape}</i>`),
};

describe.each(['light', 'dark', 'print'] as const)('without colour, in %s', (theme) => {
  it('looks that meet stay apart', async () => {
    const context = await reader.context();
    const page = await context.newPage();
    await page.emulateMedia(theme === 'print' ? { media: 'print' } : { colorScheme: theme });
    const boxes = Object.values(groups).flat();
    await page.setContent(`<style>${css}${frame}</style>${boxes.map((each) => `<div>${each}</div>`).join('')}`);
    const seen = await grey(page, boxes.length);
    let from = 0;
    for (const [name, { length }] of Object.entries(groups)) {
      const own = seen.slice(from, from + length);
      from += length;
      const alike = own.flatMap((one, at) =>
        own.slice(at + 1).flatMap((other, more) => (difference(one, other) < 5 ? [`${name}: ${at} and ${at + 1 + more}`] : [])),
      );
      expect(alike).toEqual([]);
    }
    await context.close();
  });
});
