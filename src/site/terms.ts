import type { Provenance } from '../core/documents/provenance.ts';
import { type CheckTerms, checkTermsOf } from '../core/project/terms.ts';
import { dataFiles } from '../disk/files.ts';
import { contractRoot } from '../disk/root.ts';
import type { Inputs } from '../present/pages/inputs.ts';

/** What the checker in the reader's browser needs of this site. */
export function checkTerms({ project }: Inputs): CheckTerms & { readonly provenance: Provenance } {
  const { schema, ...terms } = checkTermsOf(project, dataFiles(contractRoot()));
  return { schema, provenance: project.provenance, ...terms };
}
