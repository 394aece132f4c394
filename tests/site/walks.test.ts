import { describe, expect, it } from 'vitest';
import { phone, Reader, withoutScript } from '../reader.ts';

const reader = new Reader();

describe('a reviewer', () => {
  it('walks from a missed indicator on the home page to a row and its line in the file in two clicks, and back', async () => {
    const { page } = await reader.open('/', withoutScript);
    await page.locator('.findings a', { hasText: '洁具清洁' }).click();
    await page.waitForURL('**/compliance/2026-10/cleaning.specific.toilet-fixture/**');
    await page.locator('main table a[href*="/records/2026-10/checks/#L"]').first().click();
    await page.waitForURL('**/records/2026-10/checks/#L*');
    const line = new URL(page.url()).hash;
    expect(line).toMatch(/^#L\d+$/u);
    const row = page.locator(`[id="${line.slice(1)}"]`);
    expect(await row.innerText()).toContain('不合格');
    await row.locator('a', { hasText: '洁具清洁' }).click();
    await page.waitForURL('**/compliance/2026-10/cleaning.specific.toilet-fixture/**');
    await page.context().close();
  });

  it('walks from a clause to its indicator, its formula, a month and its rows', async () => {
    const { page } = await reader.open('/plan/cleaning-indicators/#5.1-2-2-2', withoutScript);
    await page
      .locator(
        '[id="5.1-2-2-2"] a[href*="/indicators/cleaning.specific.toilet-fixture/"], [id="5.1-2-2-2"] a[href*="/compliance/"]',
      )
      .first()
      .click();
    await page.waitForURL('**/*cleaning.specific.toilet-fixture*/**');
    await page.context().close();
  });

  it('sees the same numbers on the page and in its JSON twin', async () => {
    const { page } = await reader.open('/compliance/2026-10/greenery.specific.pest-incidence/');
    const twin: { verdict: string; numerator: number; denominator: number; rows: { counted: string }[] } = await page.evaluate(
      async () => (await fetch('/api/compliance/2026-10/greenery.specific.pest-incidence.json')).json(),
    );
    expect(twin.verdict).toBe('missed');
    expect(await page.locator('main').innerText()).toContain(`${twin.numerator}/${twin.denominator}`);
    await page.context().close();
  });
});

describe('a chart', () => {
  it('is a picture with a table, and becomes interactive without moving the page', async () => {
    const { page, errors } = await reader.open('/indicators/greenery.overall.survival/');
    const figure = page.locator('figure').first();
    expect(await figure.locator('svg').count()).toBeGreaterThan(0);
    expect(await figure.locator('table').count()).toBe(1);
    await figure.scrollIntoViewIfNeeded();
    const before = await figure.boundingBox();
    await figure.locator('svg').first().hover();
    await figure.locator('canvas').waitFor({ state: 'visible' });
    const after = await figure.boundingBox();
    expect(after?.height).toBe(before?.height);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('staff', () => {
  it('find a procedure on a phone', async () => {
    const { page, errors } = await reader.open('/search/', phone);
    await page.locator('input[type=search]').fill('卫生间');
    const result = page.locator('.search-results a', { hasText: '卫生间清洁与补给' }).first();
    await result.waitFor();
    await result.click();
    await page.waitForURL('**/procedures/sop.toilet-cleaning/**');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('open the link of the directory that they press, though results arrive meanwhile', async () => {
    const { page, errors } = await reader.open('/search/', phone);
    const link = page.locator('.search-directory a', { hasText: '卫生间清洁与补给' });
    await link.scrollIntoViewIfNeeded();
    const box = await link.boundingBox();
    if (box === null) throw new Error('The directory does not show the procedure.');
    await page.locator('input[type=search]').evaluate((field: HTMLInputElement) => {
      field.value = '门岗';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.waitForTimeout(1500);
    await page.mouse.up();
    await page.waitForURL('**/procedures/sop.toilet-cleaning/**');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('are told that punctuation holds nothing to look for, and are shown no page', async () => {
    const { page, errors } = await reader.open('/search/?q=%5B');
    await page.locator('[aria-live]', { hasText: '“[”里没有可检索的字' }).waitFor();
    expect(await page.locator('.hits li').count()).toBe(0);
    const answer = async (typed: string) => {
      await page.locator('input[type=search]').fill(typed);
      await page.locator('[aria-live]', { hasText: /页.*。$/u }).waitFor();
      return page.locator('.search').innerText();
    };
    const plain = await answer('洁具清洁');
    await page.locator('input[type=search]').fill('');
    expect(await answer('洁具清洁！')).toBe(plain);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('are told when nothing is found', async () => {
    const { page } = await reader.open('/search/?q=%E9%BE%98%E9%BE%98');
    await page.locator('[aria-live]', { hasText: '没有找到' }).waitFor();
    await page.context().close();
  });
});
