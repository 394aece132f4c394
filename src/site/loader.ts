import { createHash } from 'node:crypto';
import { AstroError } from 'astro/errors';
import type { Loader } from 'astro/loaders';
import { stemOf } from '../core/documents/library.ts';
import { asText } from '../core/problem/print.ts';
import { hasErrors } from '../core/problem/problem.ts';
import { definitions } from '../core/project/definitions.ts';
import { contentFiles } from '../disk/files.ts';
import { loadProject } from '../disk/project.ts';

let checked: string | null = null;

/** Checks content and data once a build; throws a single error that holds the whole list (exit code 1, the list printed whole). */
function checkOnce(root: string) {
  checked ??= (() => {
    const { problems } = loadProject(root, definitions);
    return hasErrors(problems) ? asText(problems) : '';
  })();
  if (checked !== '') throw new AstroError('内容或数据有误，没有构建任何页面', checked);
}

/**
 * Loads the MDX files of one content folder for rendering. Frontmatter is read and typed by core, not here: Astro reports
 * only the first bad file and without its place. An entry whose body is empty has nothing to render.
 */
export function folderLoader(folder: string): Loader {
  return {
    name: `content/${folder}`,
    load({ store, config }) {
      const root = decodeURIComponent(config.root.pathname).replace(/\/$/u, '');
      checkOnce(root);
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
