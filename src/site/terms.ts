import type { Provenance } from '../core/documents/provenance.ts';
import { type CheckTerms, checkTermsOf } from '../core/project/terms.ts';
import { dataFiles } from '../disk/files.ts';
import { contractRoot } from '../disk/root.ts';
import { library } from './library.ts';

/** What the checker in the reader's browser needs of this site. */
export function checkTerms(): CheckTerms & { readonly provenance: Provenance } {
  const { project } = library();
  const { schema, ...terms } = checkTermsOf(project, dataFiles(contractRoot()));
  return { schema, provenance: project.provenance, ...terms };
}
