import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { ensureBrowser, flags } from '../scripts/browser.ts';
import { Served } from './served.ts';

/** A page together with what went wrong on it: console errors and requests to other hosts. */
export interface Visit {
  readonly page: Page;
  readonly errors: string[];
  readonly foreign: string[];
}

/** A reader of the built site: starts a server and a browser before a file's tests and stops both after them. */
export class Reader {
  private served: Served | null = null;
  private browser: Browser | null = null;

  constructor(folder = 'dist') {
    beforeAll(async () => {
      this.served = await Served.start(folder);
      // Without a locale a file of a Chinese name could not be saved under it.
      const env = { ...process.env, LC_ALL: 'C.UTF-8' };
      this.browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...flags], env });
    });
    afterAll(async () => {
      await this.browser?.close();
      this.served?.stop();
    });
  }

  get origin(): string {
    return this.served?.origin ?? '';
  }

  context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    if (this.browser === null) throw new Error('the browser has not started');
    return this.browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 900 }, ...options });
  }

  /** Opens a path of the site and waits for it to settle. */
  async open(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await this.context(options);
    const page = await context.newPage();
    const visit: Visit = { page, errors: [], foreign: [] };
    page.on('console', (message) => {
      if (message.type() === 'error') visit.errors.push(message.text());
    });
    page.on('pageerror', (error) => visit.errors.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(this.origin) && !/^(data|blob):/u.test(request.url())) visit.foreign.push(request.url());
    });
    await page.goto(this.origin + path, { waitUntil: 'load' });
    return visit;
  }

  /** How far the page's parts have moved by themselves since it was opened: the sum of layout shifts not caused by input. */
  shift(page: Page): Promise<number> {
    return page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          const add = (entries: readonly PerformanceEntry[]) => {
            for (const entry of entries) {
              const { value, hadRecentInput }: { value?: number; hadRecentInput?: boolean } = entry.toJSON();
              if (hadRecentInput !== true) sum += value ?? 0;
            }
          };
          const observer = new PerformanceObserver((list) => add(list.getEntries()));
          observer.observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() =>
            setTimeout(() => {
              add(observer.takeRecords());
              resolve(sum);
            }, 50),
          );
        }),
    );
  }
}

/** One page that is led from path to path, for tests that look at many: a context of its own for each would cost more than the look. */
export class Tab {
  private visit: Visit | null = null;
  private readonly reader: Reader;
  private readonly options: BrowserContextOptions;

  constructor(reader: Reader, options: BrowserContextOptions = {}) {
    this.reader = reader;
    this.options = options;
  }

  async open(path: string): Promise<Visit> {
    if (this.visit === null) {
      this.visit = await this.reader.open(path, this.options);
      return this.visit;
    }
    this.visit.errors.length = 0;
    this.visit.foreign.length = 0;
    await this.visit.page.goto(this.reader.origin + path, { waitUntil: 'load' });
    return this.visit;
  }
}

/** Lays out the tables that wait until they come near, so that a page can be judged as a whole without a screen as tall as it. */
export async function layOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>('body *')) {
      if (getComputedStyle(each).contentVisibility === 'auto') each.style.contentVisibility = 'visible';
    }
  });
}

export const narrow = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
export const withoutScript = { javaScriptEnabled: false };
