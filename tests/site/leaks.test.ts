import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, isText, textOf } from '../published.ts';

const all = filesOf('dist').map((file) => join('dist', file));

/** Names and addresses of everybody who committed; none in a copy without its repository. */
function committers(): string[] {
  try {
    const told = execFileSync('git', ['log', '--all', '--format=%an%n%ae%n%cn%n%ce'], { encoding: 'utf8', stdio: 'pipe' });
    return [...new Set(told.split('\n'))].filter((each) => each.length > 1);
  } catch {
    return [];
  }
}

const email = /[\w.+-]+@[\w-]+\.[a-z]{2,}/giu;
/** Addresses in a text; most hold no sign of one, which is found ten times as fast. */
const addressesIn = (text: string): readonly string[] => (text.includes('@') ? (text.match(email) ?? []) : []);
const absolute = /(?:file:\/\/\/?|[A-Z]:\\(?:Users|home)|(?<![\w.])\/(?:home|root|Users|tmp|work|var)\/[\w.-])/u;

/** Addresses that the documents themselves publish, such as the contractor's mailbox. */
const published = readdirSync('content', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .flatMap((entry) => addressesIn(readFileSync(join(entry.parentPath, entry.name), 'utf8')));

describe('the published files', () => {
  const named = committers();
  const texts = all.filter(isText);

  it('are many, and the search’s can be read', () => {
    expect(texts.length).toBeGreaterThan(1000);
    const fragment = all.find((file) => file.endsWith('.pf_fragment')) ?? '';
    expect(textOf(fragment)).toContain('"content"');
    const searched = all.find((file) => /search\/[0-9a-f]+\.bin$/u.test(file)) ?? '';
    expect(textOf(searched)).toContain('"pages"');
  });

  it('hold no machine’s path, no e-mail address, no committer and no source map', () => {
    const found: string[] = all.filter((file) => file.endsWith('.map'));
    const here = [process.cwd(), homedir()].filter((path) => path.length > 1 && path !== '/root');
    for (const file of texts) {
      const text = textOf(file);
      // Pagefind's own programs are as the package brings them.
      const own = !/pagefind\/[^/]+\.(js|css)$/u.test(file);
      const faults = [
        ...here.filter((path) => text.includes(path)),
        ...named.filter((each) => text.includes(each)),
        ...(own
          ? [
              absolute.exec(text)?.[0],
              addressesIn(text).find((each) => !published.includes(each)),
              /sourceMappingURL/u.exec(text)?.[0],
            ]
          : []),
      ];
      for (const fault of faults) if (fault !== undefined) found.push(`${file}: ${fault}`);
    }
    expect(found).toEqual([]);
  });

  it('carry a policy on every page, before anything that it governs, and nothing inline', () => {
    const pages = all.filter((file) => file.endsWith('.html'));
    const found: string[] = [];
    for (const file of pages) {
      const text = textOf(file);
      const policies = [...text.matchAll(/<meta http-equiv="content-security-policy" content="([^"]*)">/gu)];
      const [policy] = policies;
      const first = text.search(/<(script|link|style|img)\b/u);
      if (policy === undefined || policies.length > 1 || policy.index > first) found.push(`${file}: policy`);
      if (/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/u.test(policy?.[1] ?? ''))
        found.push(`${file}: ${policy?.[1]}`);
      if (policy?.[1]?.includes('wasm') && !file.endsWith(join('search', 'index.html'))) found.push(`${file}: ${policy[1]}`);
      const tags = text
        .replace(/<script type="application\/json">[\s\S]*?<\/script>/gu, '')
        .matchAll(/<[a-z][^\s>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*\/?>/giu);
      for (const [tag] of tags) {
        const inline = /^<style\b/u.test(tag) || (/^<script\b/u.test(tag) && !/\ssrc="/u.test(tag));
        if (inline || /\s(style|on[a-z]+)="/u.test(tag.replace(/="[^"]*"/gu, '=""'))) found.push(`${file}: ${tag}`);
      }
    }
    expect(found).toEqual([]);
  });
});
