import { readBundle } from '../../core/bundle/verify.ts';
import { isSealList } from '../../core/seals/lookup.ts';
import { editionWords, isEdition } from '../../present/edition.ts';
import { type Judged, judgedBundle, judgedDigest, type Known } from '../../present/verifying.ts';
import type { Addresses } from './bundle.ts';

async function asked(address: string): Promise<unknown> {
  const response = await fetch(address);
  return response.ok ? response.json() : null;
}

/** What this site has sealed, and which release it is; null where its list cannot be had. */
async function known({ seals, release }: Addresses): Promise<Known | null> {
  const [list, edition] = await Promise.all([asked(seals), asked(release)]).catch(() => [null, null]);
  if (!isSealList(list)) return null;
  return { list, where: isEdition(edition) ? `本站现行版本 ${editionWords(edition)} ` : '本站' };
}

/** What a bundle is worth, and which release it belongs to. Nothing of it leaves the computer. */
export async function ofBundle(file: File, addresses: Addresses): Promise<Judged> {
  const { value, problems } = readBundle(file.name, new Uint8Array(await file.arrayBuffer()));
  const judged = judgedBundle(value, problems, await known(addresses));
  return { ...judged, sentence: `${file.name}：${judged.sentence}` };
}

/** What a digest is of that was typed from paper. */
export async function ofDigest(text: string, addresses: Addresses): Promise<Judged> {
  const here = await known(addresses);
  return here === null ? { sound: false, sentence: '本站的封存目录没有载入，请刷新再试。', lines: [] } : judgedDigest(text, here);
}
