import type { BundleSources } from '../core/bundle/contents.ts';
import type { Month } from '../core/calendar/date.ts';
import { States } from '../core/seals/state.ts';
import { contentFiles, dataFiles } from '../disk/files.ts';
import { contractRoot } from '../disk/root.ts';
import { tableDigests } from '../disk/seals.ts';
import { signersIn } from '../disk/signatures.ts';
import { bundleBytes } from '../present/bundle.ts';
import type { Inputs } from '../present/pages/inputs.ts';
import { library } from './library.ts';

/** What the bundles of all months are made of. */
type Files = Pick<BundleSources, 'states' | 'data' | 'signers'>;

function filesOf({ project }: Inputs): Files {
  const data = dataFiles(contractRoot());
  const signers = signersIn(contentFiles(contractRoot()));
  return { states: new States(project, tableDigests(data)), data, signers: signers === '' ? null : signers };
}

/** The months' bundles share what they are made of; it goes with the inputs. */
const made = new WeakMap<Inputs, Files>();

/** The bundle of a sealed month. Throws for a month that was not sealed: nobody may ask for it. */
export function bundleOf(inputs: Inputs, month: Month): Uint8Array<ArrayBuffer> {
  const sealed = inputs.project.seals.get(month);
  if (sealed === undefined) throw new TypeError(`${month} is not sealed`);
  const files = made.get(inputs) ?? filesOf(inputs);
  made.set(inputs, files);
  return bundleBytes({ ...files, month, sealed });
}

/**
 * A page for each sealed month. A bundle changes only with the month's own files, or those of months before it, and with who may
 * sign: anything else that it holds is as it was sealed, or nothing is built.
 */
export function bundlePages() {
  const built = library();
  return [...built.whole.project.seals.keys()].map((month) => ({
    params: { id: month },
    props: { inputs: built.whole, month },
    cacheKey: built.key((digests) => digests.some(['organisation'], month, ['bundle', month])),
  }));
}
