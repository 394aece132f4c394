import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { kinds } from '../kinds.ts';
import { phone, Reader, withoutScript } from '../reader.ts';

const reader = new Reader();

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

  it('raises no error, asks no other host and is accessible', async () => {
    const { page, errors, foreign } = await reader.open(path);
    const axe = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await page.context().close();
  });

  it('does not scroll sideways on a phone', async () => {
    const { page } = await reader.open(path, phone);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
