import type { AstroIntegration } from 'astro';
import type { KeptBundle } from '../disk/kept-bundle.ts';

/** Keeps the program that makes the pages, and ends a build before it makes the first. */
export function bundling(bundle: KeptBundle): AstroIntegration {
  let site: URL | null = null;
  return {
    name: 'bundling',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.outDir;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((own) => ({
          ...own,
          getStaticPaths: async () => {
            if (site !== null) bundle.take(site);
            return [];
          },
        }));
      },
    },
  };
}
