import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { kinds } from '../tests/kinds.ts';
import { Served } from '../tests/served.ts';
import { ensureBrowser } from './browser.ts';
import { ensureBuilt } from './built.ts';

// Pictures of every kind of page at three widths, light and dark, and as printed, with contact sheets to look over.
// npm run screenshots [-- folder [path…]]: the built site (dist), and which pages (one of each kind).

const [folder = 'dist', ...asked] = process.argv.slice(2);
const paths = asked.length > 0 ? asked : Object.keys(kinds);
const out = 'screenshots';
/** Long pages are cut here: what repeats below looks the same. */
const tallest = 3600;
const widths = [390, 768, 1280];

interface Shot {
  readonly name: string;
  readonly width: number;
  readonly options: BrowserContextOptions;
  readonly print: boolean;
}
const shots: Shot[] = [
  ...(['light', 'dark'] as const).flatMap((colorScheme) =>
    widths.map((width) => ({
      name: `${width}-${colorScheme}`,
      width,
      options: { viewport: { width, height: 900 }, colorScheme, isMobile: width < 500 },
      print: false,
    })),
  ),
  // An A4 sheet without its margins, at 96 px an inch.
  { name: 'print', width: 643, options: { viewport: { width: 643, height: 980 } }, print: true },
];

const fileOf = (path: string) => `${path.replace(/^\/|\/$/gu, '').replace(/\//gu, '_') || 'home'}.png`;

async function shoot(page: Page, origin: string, path: string, { name, width }: Shot): Promise<boolean> {
  const answer = await page.goto(origin + path, { waitUntil: 'load' });
  if (answer?.status() !== 200) {
    console.log(`${path} 没有这一页，跳过`);
    return false;
  }
  const height = Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight));
  await page.screenshot({ path: join(out, name, fileOf(path)), fullPage: true, clip: { x: 0, y: 0, width, height } });
  return true;
}

/** One picture with all pages of one shot side by side, as many to a sheet as stay legible. */
async function contactSheets(browser: Browser, { name, width }: Shot, made: readonly string[]): Promise<void> {
  const across = width < 500 ? 6 : width < 1000 ? 4 : 3;
  const page = await browser.newPage({ viewport: { width: 1800, height: 900 } });
  for (let at = 0; at < made.length; at += across) {
    const cells = made
      .slice(at, at + across)
      .map((path) => `<figure><figcaption>${path}</figcaption><img src="${name}/${fileOf(path)}"></figure>`);
    const sheet = join(out, `${name}-${at / across + 1}`);
    const style = `body{margin:8px;display:grid;gap:8px;grid-template-columns:repeat(${across},1fr);background:#888}figure{margin:0;max-height:1300px;overflow:hidden}img{width:100%}figcaption{font:14px monospace;background:#fff}`;
    writeFileSync(`${sheet}.html`, `<!doctype html><meta charset="utf-8"><style>${style}</style>${cells.join('')}`);
    await page.goto(pathToFileURL(resolve(`${sheet}.html`)).href, { waitUntil: 'load' });
    await page.screenshot({ path: `${sheet}.png`, fullPage: true });
  }
  await page.close();
}

const browserPath = ensureBrowser();
await ensureBuilt(folder);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const served = await Served.start(folder);
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
for (const shot of shots) {
  const context = await browser.newContext({ locale: 'zh-CN', ...shot.options });
  const page = await context.newPage();
  if (shot.print) await page.emulateMedia({ media: 'print' });
  const made: string[] = [];
  for (const path of paths) if (await shoot(page, served.origin, path, shot)) made.push(path);
  await context.close();
  await contactSheets(browser, shot, made);
  console.log(`${shot.name}：${made.length}页`);
}
await browser.close();
served.stop();
