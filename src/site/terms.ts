import { decode } from '../core/csv/decode.ts';
import type { Provenance } from '../core/documents/provenance.ts';
import type { CheckTerms } from '../core/project/terms.ts';
import { usesOf } from '../core/project/uses.ts';
import { dataFiles } from '../disk/files.ts';
import { contractRoot } from '../disk/root.ts';
import type { Inputs } from './inputs.ts';

/** What the checker in the reader's browser needs of this site: the registers' texts, what reads which column, and the day of delivery. */
export function checkTerms({ project }: Inputs): CheckTerms & { readonly provenance: Provenance } {
  const { content, contract, definitions, provenance, ledger } = project;
  const files = [...dataFiles(contractRoot())].filter(([file]) => /^data\/registers\/.*\.csv$/u.test(file));
  const registers = Object.fromEntries(files.map(([file, bytes]) => [file, decode(bytes, file).value?.text ?? '']));
  const indicators = content.indicators.map((entry) => entry.data);
  const uses = usesOf(ledger.logs, indicators);
  return {
    schema: 'service-ledger/check/1',
    provenance,
    deliveryDay: contract.deliveryDay,
    definitions: definitions.sources,
    uses,
    registers,
  };
}
