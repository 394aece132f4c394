import { expect, it } from 'vitest';
import { askedPage } from './render.ts';

it.each([
  ['/', 'page', 'index.html'],
  ['', 'page', 'index.html'],
  ['/search', 'page', 'search/index.html'],
  ['/attachments/附件-合同-001/', 'page', 'attachments/附件-合同-001/index.html'],
  ['/404', 'page', '404.html'],
  ['/404/', 'page', '404.html'],
  ['/reports/404/', 'page', 'reports/404/index.html'],
  ['/release.json', 'endpoint', 'release.json'],
  ['/api/reports/2026-09.json', 'endpoint', 'api/reports/2026-09.json'],
] as const)('places %s, a %s, at %s', (pathname, type, file) => {
  expect(askedPage({ pathname, route: { type }, cacheKey: 'k' })).toEqual({ file, cacheKey: 'k' });
});
