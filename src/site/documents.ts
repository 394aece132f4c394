import type { Handed } from '../core/reports/evidence.ts';
import { documentBytes } from '../disk/files.ts';
import { contractRoot } from '../disk/root.ts';

/** What a reader is given who opens a document. Throws for one that is not published: nobody may ask for it. */
export function publishedDocument({ published, file, number }: Handed): Uint8Array<ArrayBuffer> {
  if (!published || file === null) throw new TypeError(`${number} is not published`);
  return documentBytes(contractRoot(), file);
}
