import { createHash } from 'node:crypto';
import type { Loader } from 'astro/loaders';
import { stemOf } from '../core/documents/library.ts';
import { contentFiles } from '../disk/files.ts';

/**
 * Loads the MDX files of one content folder for rendering. Frontmatter is read and typed by core, not here: Astro reports
 * only the first bad file and without its place. An entry whose body is empty has nothing to render.
 */
export function folderLoader(folder: string): Loader {
  return {
    name: `content/${folder}`,
    load({ store, config }) {
      const root = decodeURIComponent(config.root.pathname).replace(/\/$/u, '');
      store.clear();
      for (const [file, text] of contentFiles(root)) {
        if (!file.startsWith(`content/${folder}/`) || !file.endsWith('.mdx')) continue;
        const body = text.replace(/^---\n[\s\S]*?\n---(\n|$)/u, '').trim();
        const digest = createHash('sha256').update(text).digest('hex');
        store.set({ id: stemOf(file), data: { file, blank: body === '' }, filePath: file, digest, deferredRender: true });
        store.addModuleImport(file);
      }
      return Promise.resolve();
    },
  };
}
