import type { Month } from '../calendar/date.ts';

/** The path of a month's seal, and of an amendment by its number; the name tells the month and the number. */
export const sealFile = (month: Month): string => `data/${month}/seal.yaml`;
export const amendmentFile = (month: Month, number: number): string => `data/${month}/amendment-${number}.yaml`;
export const sealFileName = /^data\/(\d{4}-\d{2})\/(?:seal|amendment-([1-9]\d*))\.yaml$/u;

/** Whether a file of the data folder is a seal or an amendment by its name. */
export const isSealFile = (file: string): boolean => sealFileName.test(file);

/** The signature of a post under a seal or an amendment, beside it: `seal.A-1.sig`. */
export const signatureFile = (signed: string, post: string): string => signed.replace(/yaml$/u, `${post}.sig`);
const signatureName = /^(data\/\d{4}-\d{2}\/(?:seal|amendment-[1-9]\d*))\.([^/]+)\.sig$/u;

/** Whether a file of the data folder is a signature by its name. */
export const isSignatureFile = (file: string): boolean => signatureName.test(file);

/** What a signature's name says: the file that is signed, and the post; null for any other file. */
export function signatureIn(file: string): { readonly signed: string; readonly post: string } | null {
  const [, signed, post] = signatureName.exec(file) ?? [];
  return signed === undefined || post === undefined ? null : { signed: `${signed}.yaml`, post };
}
