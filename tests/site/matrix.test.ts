import { expect, it } from 'vitest';
import { Reader, withoutScript } from '../reader.ts';

const reader = new Reader();

/** The rows that the fields narrow down; those of supplementary indicators stand apart. */
const filtered = '[data-matrix-service] tr[data-group]:visible';

it('lets a reviewer narrow the matrix, keeps the choice in the address, and gives everything back', async () => {
  const { page, errors } = await reader.open('/compliance/');
  const status = page.locator('[data-matrix-status]');
  const rows = page.locator(filtered);
  expect(await status.innerText()).toBe('显示93项指标中的93项。');
  await page.selectOption('select[name=verdict]', 'missed');
  await page.waitForURL(/\?verdict=missed$/u);
  const missed = await page.locator('[data-matrix-service] tr[data-group][data-verdicts^="missed "]').count();
  expect(missed).toBeGreaterThan(0);
  expect(await rows.count()).toBe(missed);
  expect(await status.innerText()).toBe(`显示93项指标中的${missed}项。`);
  await page.selectOption('select[name=span]', '12');
  expect(await rows.count()).toBeGreaterThan(missed);
  await page.selectOption('select[name=service]', 'pest');
  expect(await page.locator('[data-matrix-service]:visible').count()).toBe(1);
  await page.selectOption('select[name=verdict]', 'no-data');
  await page.selectOption('select[name=span]', '1');
  expect(await rows.count()).toBe(0);
  expect(await status.innerText()).toContain('没有符合条件的');
  await page.reload();
  expect(await page.locator('select[name=service]').inputValue()).toBe('pest');
  expect(await rows.count()).toBe(0);
  await page.locator('button[type=reset]').click();
  await page.waitForURL(/\/compliance\/$/u);
  expect(await rows.count()).toBe(93);
  expect(errors).toEqual([]);
  await page.context().close();
});

it('shows the whole matrix and no dead controls without JavaScript', async () => {
  const { page } = await reader.open('/compliance/', withoutScript);
  expect(await page.locator(filtered).count()).toBe(93);
  expect(await page.locator('[data-matrix-filters]').isVisible()).toBe(false);
  await page.context().close();
});

it('leads from a location’s failure to the rows of that location', async () => {
  const { page } = await reader.open('/compliance/locations/', withoutScript);
  const cell = page.locator('td a', { has: page.locator('.is-missed') }).first();
  await cell.click();
  await page.waitForURL('**/*#*');
  const place = decodeURIComponent(new URL(page.url()).hash.slice(1));
  expect(await page.locator(`tr[id="${place}"]`).innerText()).toContain('未达标');
  await page.context().close();
});

it('leads from a quarter to a month’s evidence', async () => {
  const { page } = await reader.open('/compliance/2026-Q3/', withoutScript);
  await page
    .locator('.chips a', { has: page.locator('.is-missed') })
    .first()
    .click();
  await page.waitForURL(/\/compliance\/2026-0[789]\/[a-z.-]+\/$/u);
  await page.context().close();
});
