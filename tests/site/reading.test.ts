import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { kinds } from '../kinds.ts';
import { narrow, Reader, withoutScript } from '../reader.ts';

const reader = new Reader();
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on a page as it now looks; `rules` narrows it where nothing else can differ. */
async function faults(page: Page, rules?: readonly string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const axe = await (rules === undefined ? builder.withTags(wcag) : builder.withRules([...rules])).analyze();
  return axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Texts that are set smaller than 14 px and can be seen. */
const smallTexts = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (parent === null || words === '' || parent.getClientRects().length === 0 || parent.closest('script, noscript')) continue;
      const scale = parent instanceof SVGElement ? (parent.closest('svg')?.getScreenCTM()?.a ?? 1) : 1;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize) * Math.min(1, scale);
      if (size < 13.99) found.add(`${size.toFixed(1)}px ${words.slice(0, 30)}`);
    }
    return [...found];
  });

describe.each(Object.entries(kinds))('%s', (path, text) => {
  it('reads whole without JavaScript', async () => {
    const { page } = await reader.open(path, withoutScript);
    const main = await page.locator('main').innerText();
    if (path !== '/search/') expect(main).toContain(text);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('body').innerText()).toContain('示例数据');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(main).not.toMatch(/undefined|NaN|\[object|null%/u);
    await page.context().close();
  });

  it('raises no error, asks no other host and is accessible in light, dark and print', async () => {
    const { page, errors, foreign } = await reader.open(path);
    expect(await faults(page)).toEqual([]);
    // Dark differs from light by colours alone.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page, ['color-contrast', 'link-in-text-block'])).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', media: 'print' });
    expect(await faults(page)).toEqual([]);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it('fits a narrow phone: no sideways scrolling, no small text, nothing that moves while it loads', async () => {
    const { page } = await reader.open(path, narrow);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await smallTexts(page)).toEqual([]);
    expect(await reader.shift(page)).toBe(0);
    await page.context().close();
  });
});
