import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { KeptPages } from '../disk/kept-pages.ts';

/** Places the pages that nothing new bears on before Astro looks for them. */
export function restore(): AstroIntegration {
  const folders = { cache: '', site: '' };
  return {
    name: 'restore',
    hooks: {
      'astro:config:done': ({ config }) => {
        folders.cache = fileURLToPath(config.cacheDir);
        folders.site = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((own) => ({
          ...own,
          getStaticPaths: async () => {
            const paths = await own.getStaticPaths();
            const asked = paths.map(({ pathname, route, cacheKey }) => ({ pathname, component: route.component, cacheKey }));
            new KeptPages(folders.cache).placeInto(folders.site, asked);
            return paths;
          },
        }));
      },
    },
  };
}
