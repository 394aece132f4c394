import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { tablesIn } from '../../src/core/ledger/stray.ts';
import { dataFiles } from '../../src/disk/files.ts';
import { Reader } from '../reader.ts';

const reader = new Reader();

/** Bundles the reading of a data folder as a browser would get it; a Node import anywhere in core would fail here or in the page. */
async function bundle(): Promise<string> {
  const entry = join('tests', 'fixtures', 'core-entry.ts');
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'chrome80', lib: { entry, formats: ['iife'], name: 'ledgerCore' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (output === undefined || !('output' in output)) throw new Error('no bundle');
  return output.output[0].code;
}

it('runs core in a browser page with the same outcome as in Node', async () => {
  const { page, errors } = await reader.open('/404.html', { bypassCSP: true });
  await page.addScriptTag({ content: await bundle() });
  const files = [...tablesIn(dataFiles('.'))]
    .filter(([file]) => /registers\/|2024-1[12]\//u.test(file))
    .map(([file, bytes]) => [file, [...bytes]] as const);
  const counted = await page.evaluate<{ rows: number; errors: number; verdicts: string[] }, typeof files>((given) => {
    const { ledgerCore } = globalThis as typeof globalThis & {
      ledgerCore: { summarise(files: typeof given): { rows: number; errors: number; verdicts: string[] } };
    };
    return ledgerCore.summarise(given);
  }, files);
  const rows = files
    .filter(([file]) => file.startsWith('data/2024-1') && !file.endsWith('delivery.csv'))
    .reduce((sum, [file]) => sum + readFileSync(file, 'utf8').trimEnd().split('\r\n').length - 1, 0);
  expect(counted).toEqual({ rows, errors: 0, verdicts: ['not-applicable', 'not-applicable'] });
  expect(errors).toEqual([]);
  await page.context().close();
});
