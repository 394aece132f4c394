import type { Plugin } from 'vite';
import { contractRoot, pathBelow } from '../disk/root.ts';

/** A module of a document of the contract, whose address may carry a query. */
const isDocument = (module: string): boolean => pathBelow(contractRoot(), module)?.startsWith('content/') ?? false;

/** A compiled document imports packages, of which a contract's folder has none: those of the engine are meant, wherever it lies. */
export function packagesForDocuments(): Plugin {
  let engine = '';
  return {
    name: 'packages-for-documents',
    enforce: 'pre',
    configResolved({ root }) {
      engine = root;
    },
    resolveId(source, importer) {
      if (importer === undefined || !/^[@\w]/u.test(source) || !isDocument(importer)) return null;
      return this.resolve(source, `${engine}/astro.config.mjs`, { skipSelf: true });
    },
  };
}
