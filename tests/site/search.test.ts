import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { phone, Reader } from '../reader.ts';

const reader = new Reader();

const kinds = ['synonym', 'number', 'id', 'phrase', 'word'] as const;
const querySchema = z.strictObject({
  kind: z.enum(kinds),
  typed: z.string(),
  top: z.array(z.string()).min(1),
  find: z.array(z.string()).default([]),
});
const queries = z.array(querySchema).parse(JSON.parse(readFileSync('tests/search/queries.json', 'utf8')));

/** What the search page answers to one query: its sentence, and the pages in order, those that are only near apart. */
interface Found {
  readonly sentence: string;
  readonly pages: readonly string[];
  readonly near: readonly string[];
}

/** Types queries one after another into one open search page and reads every result, hidden ones too. */
async function answers(page: Page, typed: readonly string[]): Promise<Found[]> {
  return page.evaluate(async (all) => {
    const field = document.querySelector<HTMLInputElement>('#q');
    const form = field?.form;
    const status = document.querySelector('[data-search-status]');
    if (!field || !form || !status) throw new Error('no search form');
    const paths = (selector: string) =>
      [...document.querySelectorAll<HTMLAnchorElement>(selector)].map((link) => new URL(link.href).pathname);
    const found = [];
    for (const each of all) {
      status.textContent = '';
      field.value = each;
      field.dispatchEvent(new InputEvent('input'));
      form.dispatchEvent(new Event('submit', { cancelable: true }));
      while (status.textContent === '' || status.textContent?.endsWith('……')) await new Promise((next) => setTimeout(next, 4));
      for (const more of document.querySelectorAll<HTMLButtonElement>('[data-search-results] button')) more.click();
      found.push({
        sentence: status.textContent ?? '',
        pages: paths('[data-search-results] section:not(.near) li > a'),
        near: paths('[data-search-results] .near li > a'),
      });
    }
    return found;
  }, typed);
}

/** As a reader compares: width, case and runs of white space aside. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? htmlFiles(path) : entry.name === 'index.html' ? [path] : [];
  });
}

/** The text that each built page offers to the search, by address, with a break between blocks and between cells. */
async function builtTexts(page: Page): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const whole: string[] = [];
  for (const file of htmlFiles('dist')) {
    const url = `/${file.split('/').slice(1, -1).map(encodeURIComponent).join('/')}/`.replace('//', '/');
    const html = readFileSync(file, 'utf8');
    const at = html.indexOf('data-pagefind-body');
    if (at < 0) continue;
    if (html.lastIndexOf('<main', at) === html.lastIndexOf('<', at)) whole.push(url);
    else texts.set(url, plain(html.slice(html.indexOf('>', at) + 1, html.indexOf('</div>', at)).replace(/<[^>]*>/gu, '\n')));
  }
  const read = await page.evaluate(async (urls) => {
    const inline = new Set(['A', 'ABBR', 'B', 'CODE', 'EM', 'I', 'KBD', 'MARK', 'SMALL', 'SPAN', 'STRONG', 'SUB', 'SUP', 'TIME']);
    const textOf = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
      if (!(node instanceof HTMLElement) || node.matches('nav, form, script, style, noscript, label, [data-pagefind-ignore]'))
        return '\n';
      const own = [...node.childNodes].map(textOf).join('');
      return inline.has(node.tagName) ? own : `\n${own}\n`;
    };
    return Promise.all(
      urls.map(async (url): Promise<[string, string]> => {
        const parsed = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
        const main = parsed.querySelector('main');
        return [url, main === null ? '' : textOf(main)];
      }),
    );
  }, whole);
  for (const [url, text] of read) texts.set(url, text.split('\n').map(plain).join('\n'));
  return texts;
}

const isRight = (index: number, found: readonly Found[]): boolean => {
  const query = queries[index];
  const pages = found[index]?.pages ?? [];
  return query?.top.includes(pages[0] ?? '') === true && query.find.every((each) => pages.includes(each));
};
const wrong = (found: readonly Found[]): string[] =>
  queries.flatMap(({ typed, find }, index) =>
    isRight(index, found)
      ? []
      : [
          `${typed}: ${found[index]?.pages[0]} first; missing ${find.filter((each) => !found[index]?.pages.includes(each)).join(' ')}`,
        ],
  );
const shareRight = (found: readonly Found[], ...wanted: (typeof kinds)[number][]): number => {
  const own = queries.map(({ kind }, index) => ({ kind, index })).filter(({ kind }) => wanted.includes(kind));
  return own.filter(({ index }) => isRight(index, found)).length / own.length;
};

describe('the frozen queries', () => {
  it('are as many of each kind as was promised', () => {
    const count = (kind: (typeof kinds)[number]) => queries.filter((query) => query.kind === kind).length;
    expect(queries.length).toBeGreaterThanOrEqual(120);
    expect([count('synonym') >= 30, count('number') >= 15, count('id') >= 15, count('phrase') >= 20]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(new Set(queries.map(({ typed }) => typed)).size).toBe(queries.length);
  });

  it('find every page that holds the string, and the right page first', async () => {
    const { page, errors } = await reader.open('/search/');
    const found = await answers(
      page,
      queries.map(({ typed }) => typed),
    );
    const texts = await builtTexts(page);
    expect(texts.size).toBeGreaterThan(500);
    const lost = queries.flatMap(({ typed }, index) => {
      const holders = [...texts].filter(([, text]) => text.includes(plain(typed))).map(([url]) => url);
      return holders.filter((url) => !found[index]?.pages.includes(url)).map((url) => `${typed}: ${url}`);
    });
    expect(lost).toEqual([]);
    expect(shareRight(found, ...kinds), wrong(found).join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(shareRight(found, 'synonym'), wrong(found).join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('are answered in a browser without Intl.Segmenter', async () => {
    const context = await reader.context();
    await context.addInitScript(() => Reflect.deleteProperty(Intl, 'Segmenter'));
    const page = await context.newPage();
    await page.goto(`${reader.origin}/search/`);
    expect(await page.evaluate(() => 'Segmenter' in Intl)).toBe(false);
    const found = await answers(
      page,
      queries.map(({ typed }) => typed),
    );
    expect(shareRight(found, ...kinds), wrong(found).join('\n')).toBeGreaterThanOrEqual(0.9);
    await context.close();
  });
});

describe('what the reader is told', () => {
  it('says what it looked for besides the very words, and sets near pages apart', async () => {
    const { page } = await reader.open('/search/');
    const [word, quarter, number, near, none] = await answers(page, [
      '厕所',
      '一刻钟',
      '十五分钟',
      '枯死的绿萝放进档案柜',
      '龘龘',
    ]);
    expect(word?.sentence).toMatch(/^\d+页写有“厕所”，\d+页写的是同义的“卫生间”。$/u);
    expect(quarter?.sentence).toMatch(/^没有找到完全一致的内容；\d+页写的是同义的“15分钟”/u);
    expect(number?.sentence).toMatch(/^没有找到完全一致的内容；\d+页写作“15分钟”/u);
    expect(near?.pages).toEqual([]);
    expect(near?.near.length).toBeGreaterThan(0);
    expect(near?.sentence).toMatch(/^没有找到完全一致的内容，以下\d+页只是相近。$/u);
    expect(none?.sentence).toMatch(/^没有找到“龘龘”。/u);
    await page.context().close();
  });

  it('marks the matched words in their sentence and leads to their clause', async () => {
    const { page } = await reader.open('/search/?q=枯萎、病态、长势差的植物及时更换');
    const item = page.locator('.hits li', { has: page.locator('a[href*="/plan/detailed-service-standards/"]') });
    await item.waitFor();
    expect(await item.locator('p mark').innerText()).toBe('枯萎、病态、长势差的植物及时更换');
    expect(await item.locator('a').getAttribute('href')).toContain('#3.3-2-2');
    expect(await item.locator('small').innerText()).toContain('条款3.3-2-2');
    await page.context().close();
  });

  it('keeps to the kind, service and month chosen, and keeps them in the address', async () => {
    const { page } = await reader.open('/search/?q=绿植存活率&kind=合规依据&month=2026-09');
    await page.locator('.hits a').first().waitFor();
    expect(
      await page.locator('.hits a').evaluateAll((all) => all.map((each) => new URL((each as HTMLAnchorElement).href).pathname)),
    ).toEqual(['/compliance/2026-09/greenery.overall.survival/']);
    await page.locator('select[name=kind]').selectOption('');
    await page.locator('.search-results h2', { hasText: '服务报告' }).waitFor();
    expect(new URL(page.url()).searchParams.get('kind')).toBeNull();
    await page.context().close();
  });
});

describe('by keyboard', () => {
  it('a reader opens the search, moves through the results, opens one, and comes back to where she was', async () => {
    const { page, errors } = await reader.open('/procedures/');
    await page.keyboard.press('/');
    await page.waitForURL('**/search/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.type('24小时');
    await page.locator('.hits a').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    expect(second).toBe(await page.locator('.hits a').nth(1).getAttribute('href'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    const more = page.locator('.search-results button').first();
    const hidden = await page.locator('.hits a').count();
    await more.focus();
    await page.keyboard.press('Enter');
    const shown = await page.locator('.hits a').count();
    expect(shown).toBeGreaterThan(hidden);
    const place = await page.evaluate(() => window.scrollY);
    const target = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${target.split('#')[0]}**`);
    await page.goBack();
    await page.locator('.hits a').first().waitFor();
    expect(await page.locator('#q').inputValue()).toBe('24小时');
    await expect.poll(() => page.locator('.hits a').count()).toBe(shown);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(place);
    await page.locator('.hits a').nth(2).focus();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.press('Escape');
    expect(await page.locator('#q').inputValue()).toBe('');
    await expect.poll(() => page.locator('.hits a').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('Ctrl+K opens the search from a page; a slash typed into a field stays a slash, and can be turned off', async () => {
    const { page } = await reader.open('/');
    await page.keyboard.press('Control+k');
    await page.waitForURL('**/search/');
    await page.keyboard.type('2026/10');
    expect(await page.locator('#q').inputValue()).toBe('2026/10');
    await page.locator('#q').fill('');
    await page.locator('[data-search-slash]').uncheck();
    await page.goto(`${reader.origin}/`);
    await page.keyboard.press('/');
    await page.waitForTimeout(200);
    expect(new URL(page.url()).pathname).toBe('/');
    await page.keyboard.press('Control+k');
    await page.waitForURL('**/search/');
    await page.context().close();
  });
});

describe('when things go wrong', () => {
  it('a browser that cannot unpack the texts is served by Pagefind', async () => {
    const context = await reader.context();
    await context.addInitScript(() => Reflect.deleteProperty(window, 'DecompressionStream'));
    const page = await context.newPage();
    await page.goto(`${reader.origin}/search/?q=卫生间`);
    await page.locator('.hits a', { hasText: '卫生间清洁与补给' }).first().waitFor({ timeout: 100_000 });
    await context.close();
  });

  it('a failure is told, the directory stays, and trying again helps', async () => {
    const context = await reader.context(phone);
    const page = await context.newPage();
    await page.route(/\/search\/.*\.(bin|json)$|\/pagefind\//u, (route) => route.abort());
    await page.goto(`${reader.origin}/search/?q=跳闸`);
    await page.locator('[data-search-status]', { hasText: '没有载入' }).waitFor();
    expect(await page.locator('.search-directory').isVisible()).toBe(true);
    await page.unroute(/\/search\/.*\.(bin|json)$|\/pagefind\//u);
    await page.locator('[data-search-retry]').click();
    await page.locator('.hits a', { hasText: '用电故障响应与维修' }).first().waitFor();
    await context.close();
  });

  it('nothing on the screen moves while the texts load', async () => {
    const context = await reader.context(phone);
    const page = await context.newPage();
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry && typeof entry.value === 'number') shifts.push(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.route(/\.bin$/u, async (route) => {
      await new Promise((next) => setTimeout(next, 900));
      await route.continue();
    });
    await page.goto(`${reader.origin}/search/?q=跳闸`);
    await page.locator('.hits a').first().waitFor();
    await page.waitForTimeout(300);
    const total = await page.evaluate(() =>
      ('shifts' in window && Array.isArray(window.shifts) ? window.shifts : []).reduce(
        (sum: number, each: number) => sum + each,
        0,
      ),
    );
    expect(total).toBeLessThan(0.01);
    await context.close();
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('answers accessibly, whether it finds the words, something near, or nothing', async () => {
    const { page } = await reader.open('/search/', { colorScheme });
    for (const typed of ['厕所', '枯死的绿萝放进档案柜', '龘龘']) {
      await answers(page, [typed]);
      const axe = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      expect(axe.violations.map(({ id, nodes }) => `${typed} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    await page.context().close();
  });
});
