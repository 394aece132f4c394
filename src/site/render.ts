import { type PathWithRoute, StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import type { AskedPage } from '../disk/kept-pages.ts';

/** What Astro's own build tells the program that makes its pages: here, the style sheets of each page and whom to warn. */
interface Told {
  setInternals(internals: { readonly pagesByKeys: ReadonlyMap<string, { readonly styles: readonly object[] }> }): void;
  setOptions(options: {
    readonly settings: { readonly scripts: readonly never[] };
    readonly logger: { readonly options: { readonly destination: { write(line: { readonly message: string }): void } } };
  }): void;
}

/** The program that makes the pages, as its bundle offers it. */
interface Program extends StaticPathsApp, Told {
  render(request: Request, options: { readonly routeData: PathWithRoute['route'] }): Promise<Response>;
}

/** Pages that web servers look for by the number of what went wrong. */
const numbered = ['404', '500'];

/** Where a page is asked for, and by what it is made. */
type Path = Pick<PathWithRoute, 'pathname' | 'cacheKey'> & { readonly route: Pick<PathWithRoute['route'], 'type'> };

/** A page that a build asks for, as those that are kept are known. */
export function askedPage({ pathname, route, cacheKey }: Path): AskedPage {
  const path = pathname.replace(/^\/|\/$/gu, '');
  if (route.type === 'endpoint') return { file: path, cacheKey };
  if (numbered.includes(path)) return { file: `${path}.html`, cacheKey };
  return { file: path === '' ? 'index.html' : `${path}/index.html`, cacheKey };
}

/** The address under which a page is asked for: pages end with a slash. */
function addressOf({ pathname, route }: PathWithRoute, { site = 'http://localhost', base }: Program['manifest']): URL {
  const path = `${base}/${pathname}${route.type === 'endpoint' ? '' : '/'}`;
  return new URL(path.replace(/\/{2,}/gu, '/'), site);
}

/** A page of a site that a bundle makes. */
export interface BundledPage extends AskedPage {
  /** Makes it; null for one that has nothing to say. */
  bytes(): Promise<Uint8Array | null>;
}

async function bytesOf(program: Program, path: PathWithRoute): Promise<Uint8Array | null> {
  const request = new Request(addressOf(path, program.manifest));
  const response = await program.render(request, { routeData: path.route }).catch((cause: unknown) => {
    throw new Error(`${path.pathname} cannot be made`, { cause });
  });
  if (!response.ok && response.status !== 404) throw new Error(`${path.pathname} answers ${response.status}`);
  return response.body === null ? null : new Uint8Array(await response.arrayBuffer());
}

/**
 * All pages of a site, by the program that a build of Astro's has left at an address, as that build would make them. Where two
 * are for one place, the first counts.
 */
export async function bundledPages(entry: URL): Promise<readonly BundledPage[]> {
  const { app: program }: { readonly app: Program } = await import(entry.href);
  // Its manifest names each page's style sheets in their order, which counts where Astro sorts them once more.
  const styled = program.manifest.routes.map(({ routeData, styles }) => {
    const sorted = styles.map((sheet, order) => ({ sheet, order, depth: 0 }));
    return [`${routeData.route}&${routeData.component}`, { styles: sorted }] as const;
  });
  const destination = { write: ({ message }: { readonly message: string }) => console.warn(message) };
  program.setInternals({ pagesByKeys: new Map(styled) });
  program.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
  const pages = new Map<string, BundledPage>();
  for (const path of await new StaticPaths(program).getAll()) {
    const page = askedPage(path);
    if (!pages.has(page.file)) pages.set(page.file, { ...page, bytes: () => bytesOf(program, path) });
  }
  return [...pages.values()];
}
