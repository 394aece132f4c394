import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { narrow, Reader } from '../reader.ts';

const reader = new Reader();

/** What has the focus: its words and whether a ring shows it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return { words: '', ring: false, inView: false };
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint(
      Math.min(Math.max(box.left + Math.min(box.width, 20) / 2, 1), innerWidth - 1),
      Math.min(Math.max(box.top + Math.min(box.height, 20) / 2, 1), innerHeight - 1),
    );
    return {
      words: element.getAttribute('aria-label') ?? element.textContent ?? '',
      ring: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      inView: top !== null && (element.contains(top) || top.contains(element)),
    };
  });

/** Presses Tab until the focus is on something with these words; every stop must be seen. */
async function tabTo(page: Page, words: string, limit = 120): Promise<void> {
  for (let count = 0; count < limit; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    expect(stop, `stop ${count + 1} on the way to ${words}`).toMatchObject({ ring: true, inView: true });
    if (stop.words.includes(words)) return;
  }
  throw new Error(`${words} was not reached with ${limit} tabs`);
}

async function press(page: Page): Promise<void> {
  await Promise.all([page.waitForLoadState('load'), page.keyboard.press('Enter')]);
}

describe('with the keyboard alone', () => {
  it('a reader skips the navigation', async () => {
    const { page } = await reader.open('/plan/cleaning-indicators/');
    await page.keyboard.press('Tab');
    expect((await focused(page)).words).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.context().close();
  });

  it('a reviewer walks from the home page to a row', async () => {
    const { page } = await reader.open('/');
    await tabTo(page, '洁具清洁');
    await press(page);
    await page.waitForURL('**/compliance/2026-10/cleaning.specific.toilet-fixture/');
    await tabTo(page, '第');
    await press(page);
    await page.waitForURL('**/records/2026-10/checks/#L*');
    const line = new URL(page.url()).hash.slice(1);
    const row = await page.locator(`[id="${line}"]`).boundingBox();
    expect(row !== null && row.y > 0 && row.y < 900).toBe(true);
    await page.context().close();
  });

  it('staff reach a procedure and its checklist', async () => {
    const { page } = await reader.open('/procedures/');
    await tabTo(page, '卫生间清洁与补给');
    await press(page);
    await page.waitForURL('**/procedures/sop.toilet-cleaning/');
    await tabTo(page, '打印检查单');
    await press(page);
    await page.waitForURL('**/procedures/sop.toilet-cleaning/checklist/');
    await tabTo(page, '打印本页');
    await page.context().close();
  });

  it('a wide table is moved with the arrows, and its first column stays', async () => {
    const { page } = await reader.open('/compliance/', narrow);
    const table = page.locator('.matrix').first();
    await table.focus();
    const before = await table.locator('tbody th').first().boundingBox();
    for (let count = 0; count < 5; count += 1) await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => (document.querySelector('.matrix')?.scrollLeft ?? 0) > 50);
    expect((await table.locator('tbody th').first().boundingBox())?.x).toBe(before?.x);
    await page.context().close();
  });

  it('the menu of a phone opens, leads on and closes', async () => {
    const { page } = await reader.open('/plan/', narrow);
    await tabTo(page, '菜单');
    await page.keyboard.press('Enter');
    expect(await page.locator('#menu').isVisible()).toBe(true);
    await tabTo(page, '作业规程');
    await press(page);
    await page.waitForURL('**/procedures/');
    await page.context().close();
  });
});

describe('a long table', () => {
  it('keeps its head in sight', async () => {
    const { page } = await reader.open('/records/2026-10/checks/');
    const table = page.locator('.is-long');
    const head = table.locator('thead th').nth(1);
    const before = await head.boundingBox();
    await table.evaluate((element) => element.scrollTo(0, 2000));
    expect(await table.evaluate((element) => element.scrollTop)).toBe(2000);
    const after = await head.boundingBox();
    const box = await table.boundingBox();
    expect(after !== null && box !== null && Math.abs(after.y - box.y) < 2).toBe(true);
    expect(before?.x).toBe(after?.x);
    await page.context().close();
  });
});

describe('a permanent link', () => {
  it('is copied when it is followed, and says so', async () => {
    const context = await reader.context({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(`${reader.origin}/plan/cleaning-indicators/`);
    await page.locator('[id="5.1-1-1"] .permalink').click();
    await page.locator('[data-said]', { hasText: '已复制' }).waitFor();
    const url = `${reader.origin}/plan/cleaning-indicators/#5.1-1-1`;
    expect(page.url()).toBe(url);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);
    await context.close();
  });
});

describe('in an app that blocks printing', () => {
  it('the page says what to do and offers no dead button', async () => {
    const userAgent =
      'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/86.0.4240.99 Mobile Safari/537.36 MicroMessenger/8.0.1';
    const { page } = await reader.open('/procedures/sop.toilet-cleaning/checklist/', { ...narrow, userAgent });
    expect(await page.locator('[data-in-app]').isVisible()).toBe(true);
    expect(await page.locator('[data-print]').isVisible()).toBe(false);
    await page.context().close();
    const other = await reader.open('/procedures/sop.toilet-cleaning/checklist/', narrow);
    expect(await other.page.locator('[data-in-app]').isVisible()).toBe(false);
    expect(await other.page.locator('[data-print]').isVisible()).toBe(true);
    await other.page.context().close();
  });
});

describe('nothing moves', () => {
  it('while a chart becomes interactive', async () => {
    const { page } = await reader.open('/indicators/greenery.overall.survival/');
    const figure = page.locator('figure').first();
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('svg').first().hover();
    await figure.locator('canvas').waitFor({ state: 'visible' });
    expect(await reader.shift(page)).toBe(0);
    await page.context().close();
  });

  it('while a search that was asked by its address loads', async () => {
    const { page } = await reader.open('/search/?q=%E5%8D%AB%E7%94%9F%E9%97%B4');
    await page.locator('[data-search-results] a').first().waitFor();
    expect(await reader.shift(page)).toBeLessThan(0.1);
    await page.context().close();
  });
});
