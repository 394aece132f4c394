import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Where browsers of the Chromium family stand when a machine has one; the one without windows is the fastest. */
const usual = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser to test with: the one named by CHROMIUM_PATH, Playwright's own, or one of the machine's; null when there is none. */
export function findBrowser(): string | null {
  const candidates = [process.env.CHROMIUM_PATH ?? '', chromium.executablePath(), ...usual];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

/** No sandbox, because a container's root cannot have one; no word to other hosts. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

const isRoot = () => process.getuid?.() === 0;

function attempt(command: string, args: readonly string[]): boolean {
  console.log(`安装浏览器：${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/**
 * Finds a browser or installs one, saying what it does: Debian's package where this process may, otherwise Playwright's
 * download. Ends this process with a sentence where neither is possible.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== null) {
    console.log(`浏览器测试使用 ${found}`);
    return found;
  }
  if (isRoot() && existsSync('/usr/bin/apt-get')) {
    attempt('apt-get', ['update', '-qq']);
    attempt('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell', 'fonts-noto-cjk']);
  }
  if (findBrowser() === null) attempt('node', ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  const installed = findBrowser();
  if (installed === null) {
    console.error('没有找到也没能安装 Chromium；请安装 Chrome 或 Chromium，或用 CHROMIUM_PATH 指明位置');
    process.exit(1);
  }
  console.log(`浏览器测试使用 ${installed}（${execFileSync(installed, ['--version', '--no-sandbox']).toString().trim()}）`);
  return installed;
}
