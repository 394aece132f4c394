import { createHash } from 'node:crypto';

/** SHA-256 of bytes or of a text in UTF-8, as hexadecimal digits. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
