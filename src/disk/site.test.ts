import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { placedIn } from '../core/testing/ledger.ts';
import { surveySite } from './site.ts';

it('surveys the files of a site, hidden ones too, and reports a link instead of publishing what it leads to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, '.nojekyll'), '');
  writeFileSync(join(folder, 'index.html'), '<h1>甲</h1>');
  symlinkSync('/etc/passwd', join(folder, 'passwd.txt'));
  const { files, problems } = surveySite(folder);
  expect(files.map(({ path }) => path)).toEqual(['.nojekyll', 'index.html']);
  expect(placedIn(problems)).toEqual([['file/link', 'passwd.txt', null, null]]);
});
