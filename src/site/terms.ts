import { decode } from '../core/csv/decode.ts';
import type { Provenance } from '../core/documents/provenance.ts';
import type { CheckTerms } from '../core/ledger/handin.ts';
import { dataFiles } from '../disk/files.ts';
import { library } from './library.ts';

/** What the checker in the reader's browser needs of this site: the registers' texts and the day of delivery. */
export function checkTerms(): CheckTerms & { readonly provenance: Provenance } {
  const { contract, provenance } = library().project;
  const files = [...dataFiles(process.cwd())].filter(([file]) => /^data\/registers\/.*\.csv$/u.test(file));
  const registers = Object.fromEntries(files.map(([file, bytes]) => [file, decode(bytes, file).value?.text ?? '']));
  return { schema: 'service-ledger/check/1', provenance, deliveryDay: contract.deliveryDay, registers };
}
