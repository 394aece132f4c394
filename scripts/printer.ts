import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { ensureBrowser, flags } from './browser.ts';

/** Where the built site seems to stand while it is printed; no request leaves the machine. */
const origin = 'http://site.invalid';

/** Makes PDFs of the built site's print editions. */
export class Printer {
  private readonly browser: Browser;
  private readonly context: BrowserContext;
  private readonly folder: string;
  private readonly base: string;

  private constructor(browser: Browser, context: BrowserContext, folder: string, base: string) {
    this.browser = browser;
    this.context = context;
    this.folder = folder;
    this.base = base;
  }

  /** Starts a browser that reads the site from a folder. `base` is the path under which the site was built. */
  static async open(folder: string, base = '/'): Promise<Printer> {
    const prefix = base.replace(/\/$/u, '');
    const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...flags] });
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' });
    await context.route(`${origin}/**`, (route) => {
      const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(prefix.length);
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
    });
    return new Printer(browser, context, folder, prefix);
  }

  has(report: string): boolean {
    return existsSync(join(this.folder, 'reports', report, 'print', 'index.html'));
  }

  /** A report as PDF: A4 as the sheets say, with bookmarks and selectable text. */
  async print(report: string): Promise<Buffer> {
    const page = await this.context.newPage();
    try {
      await page.goto(`${origin}${this.base}/reports/${report}/print/`, { waitUntil: 'load' });
      return await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
    } finally {
      await page.close();
    }
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
