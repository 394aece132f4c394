import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ensureBrowser, flags } from '../../scripts/browser.ts';
import { definitionsOn } from '../../src/disk/definitions.ts';
import { Copy } from '../copy.ts';
import { kinds } from '../kinds.ts';
import { large, plantDocuments, plantLogs, plantRegisters, textColumns } from '../planting.ts';
import { Served } from '../served.ts';
import { withAddress, writings, written } from '../stranger-content.ts';

const month = '2026-10';

/** What a page must not hold, as it stands in the browser after its scripts have run. */
async function intrusions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const violated: unknown = Reflect.get(window, 'violated');
    const planted: unknown = Reflect.get(window, 'planted');
    const inline = Array.from(
      document.querySelectorAll('script:not([src]):not([type="application/json"]), style, iframe, object, embed'),
    );
    const acting = Array.from(document.querySelectorAll('*')).filter((each) =>
      each.getAttributeNames().some((name) => name.startsWith('on') || (name === 'src' && each.getAttribute(name) === 'x')),
    );
    const links = Array.from(document.querySelectorAll('a[href]')).filter((each) =>
      /^(javascript|data):/iu.test(each.getAttribute('href') ?? ''),
    );
    return [
      ...(planted === undefined ? [] : [`ran: ${String(planted)}`]),
      ...(Array.isArray(violated) ? violated.map(String) : ['no listener']),
      ...[...inline, ...links].map((each) => each.outerHTML.slice(0, 80)),
      ...acting.map((each) => each.outerHTML.slice(0, 80)),
    ];
  });
}

const watch = () => {
  const violated: string[] = [];
  Reflect.set(window, 'violated', violated);
  document.addEventListener('securitypolicyviolation', (event) => {
    violated.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
};

it('shows what is planted in cells and documents as text, and no page violates its policy', async () => {
  const copy = new Copy();
  copy.keepMonths(1);
  const definitions = definitionsOn(copy.root);
  const planted = plantLogs(copy, definitions, month);
  const asked = definitions.logs.reduce((sum, { columns }) => sum + textColumns(columns).length, 0);
  expect(planted.reduce((sum, each) => sum + each.planted.length, 0)).toBe(asked);
  plantRegisters(copy, definitions, month);
  const harmless = writings.filter((each) => each.expect === 'accepted' && each.name !== withAddress);
  for (const entry of harmless) copy.write(entry.file, written(copy.read(entry.file), entry));
  expect(plantDocuments(copy)).toBeGreaterThan(4000);
  const built = copy.build();
  expect(built.output).toContain('检索索引');
  expect(built.code).toBe(0);

  const dist = copy.path('dist');
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(500);
  // Inside an attribute's quotes a tag is text.
  const unquoted = (file: string) => readFileSync(join(dist, file), 'utf8').replace(/="[^"]*"/gu, '=""');
  const live = pages.filter((file) => /<script>window|<img src=x|<svg onload/u.test(unquoted(file)));
  expect(live).toEqual([]);

  const served = await Served.start(dist);
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...flags] });
  try {
    const page = await browser.newPage();
    await page.addInitScript(watch);
    const opened: string[] = [];
    page.on('dialog', (dialog) => {
      opened.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (
        !request
          .url()
          .replace(/^blob:/u, '')
          .startsWith(served.origin)
      )
        opened.push(request.url());
    });
    const visit = async (path: string) => {
      await page.goto(served.origin + path);
      expect([path, ...(await intrusions(page))]).toEqual([path]);
    };

    const visited = Object.keys(kinds).filter(
      (path) => pages.includes(`${path.slice(1)}index.html`) || pages.includes(path.slice(1)),
    );
    expect(visited.length).toBeGreaterThan(30);
    for (const path of visited) await visit(path);

    for (const { id, planted: names } of planted) {
      await visit(`/records/${month}/${id}/`);
      const text = await page.locator('main').evaluate((main) => main.textContent ?? '');
      expect([id, text.split(large).length > names.length]).toEqual([id, true]);
    }

    // What a stranger may write into a document stands there as text.
    await visit('/procedures/sop.office-cleaning/');
    const body = page.locator('main .prose');
    for (const text of [
      '<script>alert(1)</script>',
      '{...props}',
      '<!-- 注释 -->',
      'javascript:alert(1)',
      "import fs from 'node:fs'",
    ])
      expect(await body.textContent()).toContain(text);
    for (const part of ['table', 'del', 'hr', 'ol', 'pre code', 'input:disabled', 'section.footnotes', 'img[src="/favicon.svg"]'])
      expect([part, await body.locator(part).first().count()]).toEqual([part, 1]);

    await visit('/indicators/greenery.overall.survival/');
    await page.locator('figure svg').first().hover();
    await page.locator('figure canvas').first().waitFor({ state: 'visible' });
    expect(await intrusions(page)).toEqual([]);

    await visit('/search/?q=%E5%8D%AB%E7%94%9F%E9%97%B4');
    await page.locator('[data-search-results] li').first().waitFor();
    expect(await intrusions(page)).toEqual([]);
    expect(opened).toEqual([]);
  } finally {
    await browser.close();
    served.stop();
  }
});
