import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Served } from '../tests/served.ts';
import { ensureBrowser } from './browser.ts';
import { ensureBuilt } from './built.ts';

// Lighthouse on the built site, as a phone on a slow line sees it: npm run lighthouse [-- folder path…]
// Not a dependency: it brings 176 MB that no other command needs, so npm fetches it when it is first asked for.

const lighthouse = 'lighthouse@13.5.0';
const [folder = 'dist', ...asked] = process.argv.slice(2);

/** The last page of a part of the site, whatever contract it is; none where it has no such page. */
const oneOf = (part: string, name = /./u): string[] =>
  readdirSync(join(folder, part), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() && name.test(entry.name) ? [`/${part}/${entry.name}/`] : []))
    .sort()
    .slice(-1);
const usual = () => [
  '/',
  ...oneOf('plan'),
  '/compliance/',
  ...oneOf('reports', /^\d{4}-\d{2}$/u),
  ...oneOf('procedures'),
  '/search/',
];
/** What each category must reach. */
const needed: Readonly<Record<string, number>> = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 };

interface Report {
  readonly categories: Readonly<
    Record<
      string,
      { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly title: string; readonly displayValue?: string }>
  >;
}

/** Runs Lighthouse on one address and reads what it wrote. */
async function measure(url: string, file: string): Promise<Report> {
  const options = [
    '--output=json',
    `--output-path=${file}`,
    '--quiet',
    '--no-enable-error-reporting',
    '--disable-full-page-screenshot',
  ];
  const flags = '--chrome-flags=--headless=new --no-sandbox --disable-gpu';
  const code = await new Promise<number | null>((resolve) => {
    spawn('npm', ['exec', '--yes', `--package=${lighthouse}`, '--', 'lighthouse', url, ...options, flags], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, CHROME_PATH: browser },
    }).on('close', resolve);
  });
  if (code !== 0) throw new Error(`Lighthouse 没有完成：${url}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Audits that cost a category points. */
function faults({ categories, audits }: Report, category: string): string[] {
  return (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const audit = audits[id];
    return audit === undefined || weight === 0 || audit.score === null || audit.score >= 0.9
      ? []
      : [`${audit.title}${audit.displayValue === undefined ? '' : `（${audit.displayValue}）`}`];
  });
}

const browser = ensureBrowser();
await ensureBuilt(folder);
const served = await Served.start(folder, { packed: true });
mkdirSync('.cache/lighthouse', { recursive: true });
let low = 0;
for (const [index, path] of (asked.length > 0 ? asked : usual()).entries()) {
  const report = await measure(`${served.origin}${path}`, join('.cache/lighthouse', `${index}.json`));
  const told = Object.entries(needed).map(([category, limit]) => {
    const score = Math.round((report.categories[category]?.score ?? 0) * 100);
    if (score >= limit) return `${category} ${score}`;
    low += 1;
    return `${category} ${score}（应不低于${limit}：${faults(report, category).join('；')}）`;
  });
  console.log(`${path}　${told.join('　')}`);
}
served.stop();
process.exitCode = low === 0 ? 0 : 1;
