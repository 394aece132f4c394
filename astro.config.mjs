import { join, resolve } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contractRoot, workOf } from './src/disk/root.ts';
import { siteAddress } from './src/site/address.ts';
import { admit } from './src/site/admit.ts';
import { align } from './src/site/align.ts';
import { gate } from './src/site/gate.ts';
import { packagesForDocuments } from './src/site/packages.ts';

/** Intranet browsers may be as old as Chromium 86; the defaults of Astro and Vite are newer (PLATFORM: Astro). */
const oldBrowsers = ['chrome80'];

/** A notice for each page, on a directive that only Astro itself writes and reads; warnings of ours would drown in it. */
const drowning = 'MODULE_LEVEL_DIRECTIVE';

const root = contractRoot();
const work = resolve(workOf(root));
const address = siteAddress();

export default defineConfig({
  site: address.host,
  base: address.base,
  trailingSlash: 'always',
  publicDir: join(root, 'public'),
  outDir: join(root, 'dist'),
  cacheDir: join(work, 'astro'),
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { format: 'directory', concurrency: 8, inlineStylesheets: 'never' },
  markdown: {
    processor: unified({
      remarkPlugins: [admit],
      rehypePlugins: [align],
      remarkRehype: { footnoteLabel: '脚注', footnoteBackLabel: '回到正文' },
      smartypants: false,
    }),
    syntaxHighlight: false,
  },
  integrations: [gate, mdx()],
  vite: {
    cacheDir: join(work, 'vite'),
    plugins: [packagesForDocuments()],
    // Pages run here while they are made, so only what browsers run is written for the old ones.
    environments: { client: { build: { target: oldBrowsers } } },
    build: {
      cssTarget: oldBrowsers,
      assetsInlineLimit: 0,
      rolldownOptions: { onLog: (level, log, handle) => (log.code === drowning ? undefined : handle(level, log)) },
    },
  },
});
