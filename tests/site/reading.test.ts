import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { kinds } from '../kinds.ts';
import { narrow, Reader, Tab, withoutScript } from '../reader.ts';

const reader = new Reader();
const [bare, hand] = [new Tab(reader, withoutScript), new Tab(reader, narrow)];
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
    const { page } = await bare.open(path);
    const main = await page.locator('main').innerText();
    if (path !== '/search/' && !main.includes(text)) {
      // The largest tables are laid out, and can be read, when they come near.
      await page.locator('main').getByText(text).first().scrollIntoViewIfNeeded();
      await expect.poll(() => page.locator('main').innerText()).toContain(text);
    }
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('body').innerText()).toContain('示例数据');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(main).not.toMatch(/undefined|NaN|\[object|null%/u);
  });

  it('fits a narrow phone: no sideways scrolling, no small text, nothing that moves while it loads', async () => {
    const { page } = await hand.open(path);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await smallTexts(page)).toEqual([]);
    expect(await reader.shift(page)).toBe(0);
  });
});
