import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Loader } from 'astro/loaders';
import { stemOf } from '../core/documents/library.ts';
import { contentFiles } from '../disk/files.ts';
import { contractRoot } from '../disk/root.ts';
import { sha256 } from '../disk/sha256.ts';

/**
 * Loads the MDX files of one content folder, or the one document of that name, for rendering. Frontmatter is read and typed by core, not here: Astro reports
 * only the first bad file and without its place. An entry whose body is empty has nothing to render.
 */
export function folderLoader(folder: string): Loader {
  return {
    name: `content/${folder}`,
    load({ store }) {
      store.clear();
      const root = contractRoot();
      for (const [file, text] of contentFiles(root, `content/${folder}`)) {
        if (!file.endsWith('.mdx')) continue;
        const body = text.replace(/^---\n[\s\S]*?\n---(\n|$)/u, '').trim();
        const digest = sha256(text);
        // An address, for Astro takes a path for one below its own folder.
        const filePath = pathToFileURL(join(root, file)).href;
        store.set({ id: stemOf(file), data: { file, blank: body === '' }, filePath, digest, deferredRender: body !== '' });
        if (body !== '') store.addModuleImport(filePath);
      }
      return Promise.resolve();
    },
  };
}
