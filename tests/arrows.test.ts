import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Which rooms a room may import from, itself aside. `core` is divided further; the arrows are those of the design, with
 * the rooms `cases` and `ledger` (between logs and measures), `chance` (probabilities, which know of nothing else) and
 * `project` (the top of core) added.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'core/problem': [],
  'core/chance': [],
  'core/calendar': ['core/problem'],
  'core/csv': ['core/problem', 'core/calendar'],
  'core/logs': ['core/problem', 'core/calendar', 'core/csv'],
  'core/registers': ['core/problem', 'core/calendar', 'core/csv'],
  'core/cases': ['core/calendar', 'core/csv', 'core/logs', 'core/registers'],
  'core/ledger': ['core/problem', 'core/calendar', 'core/csv', 'core/logs', 'core/registers', 'core/cases'],
  'core/measures': ['core/problem', 'core/calendar', 'core/csv', 'core/logs', 'core/registers', 'core/ledger'],
  'core/documents': ['core/problem', 'core/calendar', 'core/csv', 'core/indicators'],
  'core/definitions': [
    'core/problem',
    'core/calendar',
    'core/csv',
    'core/logs',
    'core/registers',
    'core/measures',
    'core/documents',
  ],
  'core/indicators': [
    'core/problem',
    'core/calendar',
    'core/csv',
    'core/logs',
    'core/registers',
    'core/cases',
    'core/ledger',
    'core/measures',
    'core/documents',
  ],
  'core/reports': [
    'core/problem',
    'core/chance',
    'core/calendar',
    'core/csv',
    'core/logs',
    'core/registers',
    'core/cases',
    'core/ledger',
    'core/measures',
    'core/indicators',
    'core/documents',
  ],
  'core/settlement': ['core/calendar', 'core/measures', 'core/indicators', 'core/documents'],
  'core/release': ['core/problem', 'core/calendar'],
  'core/bundle': ['core'],
  'core/project': ['core'],
  'core/changes': ['core'],
  'core/seals': ['core'],
  'core/testing': ['core'],
  disk: ['core'],
  present: ['core'],
  site: ['core', 'disk', 'present'],
  client: ['core', 'present'],
  components: ['core', 'present', 'site', 'client', 'styles'],
  layouts: ['core', 'present', 'site', 'components', 'styles', 'client'],
  pages: ['core', 'present', 'site', 'components', 'layouts', 'client', 'styles'],
  styles: [],
  'content.config.ts': ['site'],
};

/** Packages by room; what is not named here may not be imported outside the design's packages. */
const purePackages = [
  'zod',
  'yaml',
  'papaparse',
  // Zip files, and their digests: neither asks Node or a browser for anything.
  'fflate/browser',
  '@noble/hashes/sha2.js',
  '@noble/hashes/utils.js',
  // Markdown and MDX's components as a tree; types of its nodes; no compiler.
  'mdast',
  'mdast-util-from-markdown',
  'mdast-util-gfm',
  'mdast-util-mdx-expression',
  'mdast-util-mdx-jsx',
  'micromark-extension-gfm',
  'micromark-extension-mdx',
];

interface Import {
  readonly file: string;
  readonly from: string;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|astro)$/u.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"\s,]+)['"]/gu);
  return [...found].map((match) => ({ file: relative('src', file), from: match[1] ?? '' }));
}

/** The files of this project that a file needs when it runs: imports of types alone are gone by then. */
function valueImportsOf(file: string): string[] {
  const text = readFileSync(join('src', file), 'utf8').replace(/import type [^;]+;/gu, '');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"\s,]+)['"]/gu)];
  return found.map(([, from = '']) => join(dirname(file), from));
}

/** Nodes from which a way leads back to themselves. */
function circlesIn(arrowsOf: ReadonlyMap<string, readonly string[]>): string[] {
  const reaches = (from: string): Set<string> => {
    const reached = new Set<string>();
    const waiting = [...(arrowsOf.get(from) ?? [])];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (reached.has(node)) continue;
      reached.add(node);
      waiting.push(...(arrowsOf.get(node) ?? []));
    }
    return reached;
  };
  return [...arrowsOf.keys()].filter((node) => reaches(node).has(node));
}

const roomOf = (path: string): string => {
  const [first = '', second = ''] = path.split('/');
  return first === 'core' ? `core/${second}` : first;
};

const all = sources('src').flatMap(importsOf);
const target = ({ file, from }: Import) => join(dirname(file), from);
const isTest = (file: string) => file.endsWith('.test.ts') || /^(?:core|present)\/testing\//u.test(file);

describe('import arrows', () => {
  it('reads enough imports to mean something', () => {
    expect(all.length).toBeGreaterThan(300);
  });

  it('points only where the design allows', () => {
    const wrong = all.filter((each) => {
      if (!each.from.startsWith('.') || isTest(each.file)) return false;
      const [from, to] = [roomOf(each.file), roomOf(target(each))];
      const allowed = arrows[from];
      return allowed === undefined || !(from === to || allowed.some((room) => to === room || to.startsWith(`${room}/`)));
    });
    expect(wrong).toEqual([]);
  });

  it('keeps core pure: no Astro, no Node, only pure packages', () => {
    const wrong = all.filter(
      ({ file, from }) => file.startsWith('core/') && !isTest(file) && !from.startsWith('.') && !purePackages.includes(from),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps node out of everything that runs in a browser or draws pages, but for disk and the loader', () => {
    const wrong = all.filter(
      ({ file, from }) => from.startsWith('node:') && !isTest(file) && !file.startsWith('disk/') && file !== 'site/loader.ts',
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the parser of Markdown out of the checker’s worker, which has no document', () => {
    const reached = new Set<string>();
    const waiting = ['client/check/worker.ts'];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (reached.has(file)) continue;
      reached.add(file);
      for (const each of valueImportsOf(file)) waiting.push(each);
    }
    expect(reached.size).toBeGreaterThan(30);
    expect([...reached].filter((file) => /core\/documents\/(?:tree|body|library)\.ts$/u.test(file))).toEqual([]);
  });

  it('has no circle, neither of files nor of the rooms of what is presented', () => {
    const files = sources('src').map((file) => relative('src', file));
    const own = new Map(files.filter((file) => !isTest(file)).map((file) => [file, valueImportsOf(file)] as const));
    expect(circlesIn(own)).toEqual([]);
    const room = (file: string) => file.split('/').slice(0, 2).join('/');
    const rooms = new Map<string, string[]>();
    for (const [file, imports] of own) {
      const to = imports.filter((each) => each.startsWith('present/') && room(each) !== room(file)).map(room);
      if (file.startsWith('present/')) rooms.set(room(file), [...(rooms.get(room(file)) ?? []), ...to]);
    }
    expect(rooms.size).toBeGreaterThan(20);
    expect(circlesIn(rooms)).toEqual([]);
  });

  it('has no clock in core or present', () => {
    const clocks = sources('src')
      .filter((file) => /src\/(core|present)\//u.test(file) && !file.endsWith('.test.ts'))
      .filter((file) => /Date\.now|new Date\(|performance\.now|console\./u.test(readFileSync(file, 'utf8')));
    expect(clocks).toEqual([]);
  });

  it('has no drawers', () => {
    const drawers = sources('src').filter((file) => /(^|\/)(utils?|helpers?|common|shared|lib|misc)(\/|\.)/iu.test(file));
    expect(drawers).toEqual([]);
  });
});
