import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Copy } from '../copy.ts';

const id = 'schedule.cleaning.toilet_times_per_day';

/** The visible text of a built page. */
const textOf = (copy: Copy, path: string) =>
  readFileSync(copy.path(`dist/${path}/index.html`), 'utf8')
    .replace(/<(script|style)[\s\S]*?<\/\1>/gu, '')
    .replace(/<[^>]+>/gu, '');

it('shows a value that was filled in once on every page that needs it, and takes it off the list', () => {
  const copy = new Copy();
  copy.keepMonths(2);
  const file = 'content/organisation/blanks.mdx';
  const entry =
    copy
      .read(file)
      .split(/(?= {2}- id: )/u)
      .find((each) => each.startsWith(`  - id: ${id}\n`)) ?? '';
  expect(entry).toContain('value: null');
  copy.replace(file, entry, entry.replace('value: null', 'value: "4次整整"'));
  expect(copy.build().code).toBe(0);
  for (const page of ['plan/service-standards', 'plan/detailed-service-standards', 'standards/cleaning']) {
    expect(textOf(copy, page), page).toContain('4次整整');
  }
  const before = readFileSync('dist/open/index.html', 'utf8');
  const after = readFileSync(copy.path('dist/open/index.html'), 'utf8');
  const open = (html: string) => Number(/方案还有(\d+)个值待补充/u.exec(html)?.[1]);
  expect(open(after)).toBe(open(before) - 1);
});
