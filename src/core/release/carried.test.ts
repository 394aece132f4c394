import { expect, it } from 'vitest';
import { carriedFiles, isSearchPart } from './carried.ts';
import { type ManifestFile, manifestOf } from './manifest.ts';

const file = (path: string, origin: ManifestFile['origin'] = 'built', digit = 'a'): ManifestFile => ({
  path,
  bytes: 1,
  sha256: digit.repeat(64),
  origin,
});

it('takes over what others built and named by content, with its packed forms, from the first that has it', () => {
  const newest = manifestOf([
    file('_astro/a.js'),
    file('_astro/a.js.gz', 'compressed'),
    file('_astro/old.js', 'carried'),
    file('index.html'),
  ]);
  const oldest = manifestOf([
    file('_astro/a.js', 'built', 'b'),
    file('_astro/b.css'),
    file('pagefind/zh_1.pf_meta'),
    file('pagefind/pagefind.js'),
  ]);
  const others = [
    { name: '0002-local', manifest: newest },
    { name: '0001-local', manifest: oldest },
  ];
  const places = (own: readonly string[]) =>
    carriedFiles(new Set(own), others).map(({ from, file: { path, origin } }) => [from, path, origin]);
  expect(places([])).toEqual([
    ['0002-local', '_astro/a.js', 'carried'],
    ['0002-local', '_astro/a.js.gz', 'carried'],
    ['0001-local', '_astro/b.css', 'carried'],
    ['0001-local', 'pagefind/zh_1.pf_meta', 'carried'],
  ]);
  expect(places(['_astro/a.js', 'pagefind/zh_1.pf_meta'])).toEqual([['0001-local', '_astro/b.css', 'carried']]);
});

it('knows the parts of the search index that are named by their content', () => {
  const parts = [
    'pagefind/fragment/zh_00c2ce8.pf_fragment',
    'pagefind/index/zh_1.pf_index',
    'pagefind/filter/zh_1.pf_filter',
    'pagefind/zh_1.pf_meta',
    'search/77558de8e50e.bin',
  ];
  expect(parts.filter(isSearchPart)).toEqual(parts);
  const others = [
    'pagefind/pagefind.js',
    'pagefind/pagefind-entry.json',
    'pagefind/wasm.unknown.pagefind',
    'search/index.json',
    'search/index.html',
    'search/index.json',
  ];
  expect(others.filter(isSearchPart)).toEqual([]);
});
