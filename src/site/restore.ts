import type { AstroConfig, AstroIntegration } from 'astro';
import { KeptBundle } from '../disk/kept-bundle.ts';
import { KeptPages } from '../disk/kept-pages.ts';
import { askedPage } from './render.ts';

/**
 * Takes over the bundle into the folder named, before the first page is made, and places the pages that nothing new bears on
 * before Astro looks for them.
 */
export function restore(bundle: string): AstroIntegration {
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
            if (folders === null) return own.getStaticPaths();
            const { outDir, cacheDir } = folders;
            new KeptBundle(bundle).take(outDir);
            const paths = await own.getStaticPaths();
            new KeptPages(cacheDir).handTo(outDir, paths.map(askedPage));
            return paths;
          },
        }));
      },
    },
  };
}
