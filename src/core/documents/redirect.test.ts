import { expect, it } from 'vitest';
import { redirectsSchema } from './redirect.ts';

const accepts = (from: string, to: string) =>
  redirectsSchema.safeParse({ title: '改指', updated: '2026-11-01', redirects: [{ from, to, reason: '改名' }] }).success;

it('takes addresses of this site only, as folders', () => {
  expect(accepts('/plan/old/', '/plan/new/')).toBe(true);
  expect(accepts('/plan/old/', '/')).toBe(true);
  expect(accepts('/compliance/2026-10/a.b.c/', '/compliance/2026-10/#5.1-2')).toBe(true);
  for (const [from, to] of [
    ['/', '/plan/'],
    ['/plan/old', '/plan/'],
    ['plan/old/', '/plan/'],
    ['/plan/old/', 'https://example.org/'],
    ['/plan/old/', '//example.org/'],
    ['/plan/old/', 'javascript:alert(1)'],
  ])
    expect(accepts(from ?? '', to ?? '')).toBe(false);
});
