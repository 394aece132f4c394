import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const wcag: RunOptions = { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } };
/** All that can differ between two sets of colours. */
const colours: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
/** Paper has nothing to hit with a finger. */
const paper: RunOptions = { ...wcag, rules: { 'target-size': { enabled: false } } };

/** What axe finds on a page as it looks now: each rule with the first element at fault. */
async function faults(page: Page, options: RunOptions): Promise<string[]> {
  const whole = JSON.stringify({ ...options, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${whole})`);
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html}`);
}

/** What axe finds by WCAG 2.2 AA in light, in dark and in print; the page is left in light. */
export async function faultsInAllMedia(page: Page): Promise<Readonly<Record<'light' | 'dark' | 'print', string[]>>> {
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
  await page.evaluate(axe.source);
  const light = await faults(page, wcag);
  await page.emulateMedia({ colorScheme: 'dark', media: 'screen' });
  const dark = await faults(page, colours);
  await page.emulateMedia({ colorScheme: 'light', media: 'print' });
  const print = await faults(page, paper);
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
  return { light, dark, print };
}
