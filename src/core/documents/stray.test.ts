import { expect, it } from 'vitest';
import { placedIn } from '../testing/ledger.ts';
import { linkProblems, strayContent } from './stray.ts';

const stray = (...files: readonly string[]) =>
  strayContent(new Map(files.map((file) => [file, '']))).map(({ code, file }) => [code, file]);

it('knows the documents of each folder, and those that stand alone', () => {
  expect(
    stray(
      'content/plan/closing.mdx',
      'content/attachments/附件-合同-20230101-001.mdx',
      'content/reports/2026-Q3.mdx',
      'content/organisation/redirects.mdx',
      'content/search/synonyms.mdx',
    ),
  ).toEqual([]);
});

it('ignores aloud what systems leave behind', () => {
  expect(stray('content/plan/.DS_Store', 'content/~$a.docx')).toEqual([
    ['file/ignored', 'content/plan/.DS_Store'],
    ['file/ignored', 'content/~$a.docx'],
  ]);
});

it('reports every other file', () => {
  const files = [
    'content/a.mdx',
    'content/plan/a.MDX',
    'content/plan/a.mdx.js',
    'content/plan/_a.mdx',
    'content/plan/.a.mdx',
    'content/plan/more/a.mdx',
    'content/organisation/more.mdx',
    'content/search/a.ts',
    'content/plan\n/a.mdx',
  ];
  expect(stray(...files)).toEqual(files.map((file) => ['file/unexpected', file]));
});

it('reports links as what they are', () => {
  expect(placedIn(linkProblems(['public/x', 'data/2026-12']))).toEqual([
    ['file/link', 'public/x', null, null],
    ['file/link', 'data/2026-12', null, null],
  ]);
});
