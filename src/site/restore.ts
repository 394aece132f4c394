import type { AstroConfig, AstroIntegration } from 'astro';
import { KeptPages } from '../disk/kept-pages.ts';

/** Places the pages that nothing new bears on before Astro looks for them. */
export function restore(): AstroIntegration {
  let folders: Pick<AstroConfig, 'cacheDir' | 'outDir'> | null = null;
  return {
    name: 'restore',
    hooks: {
      'astro:config:done': ({ config }) => {
        folders = config;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((own) => ({
          ...own,
          getStaticPaths: async () => {
            const paths = await own.getStaticPaths();
            const asked = paths.map(({ pathname, route, cacheKey }) => ({ pathname, component: route.component, cacheKey }));
            if (folders !== null) new KeptPages(folders.cacheDir).placeInto(folders.outDir, asked);
            return paths;
          },
        }));
      },
    },
  };
}
