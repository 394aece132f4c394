import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { encode } from '../defects/encode.ts';
import { Reader } from '../reader.ts';

const reader = new Reader();
type Files = ReadonlyMap<string, Uint8Array>;
const payload = (files: Files) =>
  [...files].map(([path, bytes]) => ({ name: path.split('/').pop() ?? '', mimeType: 'text/csv', buffer: Buffer.from(bytes) }));

const status = (page: Page) => page.locator('.check-status');

/** Chooses files and waits until they have been checked. */
async function hand(page: Page, month: string, files: Files): Promise<void> {
  await page.fill('[data-month]', month);
  await page.setInputFiles('[data-choose-files]', payload(files));
  await status(page).filter({ hasText: '检查了' }).waitFor();
}

async function textOf(download: Promise<Download>): Promise<string> {
  return readFileSync(await (await download).path(), 'utf8');
}

/** Presses a button that saves a file; its text. */
async function saved(page: Page, selector: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.locator(selector).click();
  return textOf(download);
}

describe('the checker in the browser', () => {
  it('marks problems in the table and leads from the list to the row', async () => {
    const { page } = await reader.open('/check/');
    const header = '日期,服务,区域编号,检查项目,检查方法,结果,不合格原因,整改完成时间,检查岗位';
    const days = Array.from({ length: 30 }, (_, day) => `2026-10-${String(day + 1).padStart(2, '0')}`);
    const rows = days.flatMap((day) =>
      ['地面', '墙面', '设施', '洁具'].map((item) => [day, '保洁', 'W01-A1', item, '目视', '合格', '', '', 'ZJ-01']),
    );
    const lines = rows.map((cells, at) => cells.map((cell) => (at === 110 && cell === 'W01-A1' ? '一楼大厅' : cell)).join(','));
    await hand(page, '2026-10', new Map([['checks.csv', encode([header, ...lines].join('\r\n'), 'GB18030')]]));
    await page.locator('[data-problem-rows] tr', { hasText: '一楼大厅' }).getByRole('button').click();
    const marked = page.locator('[data-page-table] tr.wanted td.marked', { hasText: '一楼大厅' });
    await marked.waitFor();
    expect(await marked.innerText()).toMatch(/一楼大厅[\s\S]*错误[\s\S]*不在区域名录/u);
    expect(await page.locator('[data-page-table] tr.wanted th').innerText()).toBe('112');
    expect(await marked.evaluate((cell) => cell === document.activeElement)).toBe(true);
    await page.check('[data-page-faulty]');
    await page.waitForFunction(() => document.querySelectorAll('[data-page-table] tbody tr').length === 1);
    const axe = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
    expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.context().close();
  });

  it('asks which table a file is, tells its month from the dates, and saves the repaired file and the slip', async () => {
    const { page } = await reader.open('/check/');
    const odd =
      '单号,服务,紧急程度,网点编号,请求内容,报修时间,响应时间,完成时间,处理结果,特殊情况,处理岗位\nQQ-202610-001,保洁,一般,市分行机关,积水,2026/10/1 9:00,2026年10月1日 9：20,,处理中,等待配件,BJ-01\n';
    await page.setInputFiles('[data-choose-files]', [
      { name: '十月.csv', mimeType: 'text/csv', buffer: Buffer.from(encode(odd, 'GB18030')) },
      { name: '别的.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名,年龄\n甲,3\n') },
    ]);
    await status(page).filter({ hasText: '看不出 别的.csv 是哪种台账' }).waitFor();
    expect(await page.inputValue('[data-month]')).toBe('2026-10');
    await page.locator('[data-file-rows] tr', { hasText: '别的.csv' }).getByRole('button', { name: '移除' }).click();
    await status(page).filter({ hasText: '检查了 1 个文件' }).waitFor();
    expect(await saved(page, '[data-file-rows] button:has-text("存修好的文件")')).toBe(
      '\ufeff单号,服务,紧急程度,网点编号,请求内容,报修时间,响应时间,完成时间,处理结果,特殊情况,处理岗位\r\nQQ-202610-001,cleaning,一般,W01,积水,2026-10-01 09:00,2026-10-01 09:20,,处理中,等待配件,BJ-01\r\n',
    );
    await page.locator('[data-slip] button[type=submit]').click();
    expect(await page.locator('[data-slip-status]').innerText()).toContain('请先选交付日期和交付岗位');
    await page.fill('[data-slip-on]', '2026-11-03');
    await page.selectOption('[data-slip-post]', 'GL-01');
    await page.selectOption('tr[data-log=incidents] select', 'nil');
    expect(await saved(page, '[data-slip] button[type=submit]')).toBe(
      '\ufeff台账,行数,交付日期,交付岗位,备注\r\n服务请求,1,2026-11-03,GL-01,\r\n事故,0,2026-11-03,GL-01,本月未发生，零报告\r\n',
    );
    await status(page).filter({ hasText: '检查了 2 个文件' }).waitFor();
    expect(await status(page).innerText()).toContain('可以提交');
    await page.context().close();
  });
});
