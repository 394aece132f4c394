/** What a contract's files once said, as far as anybody still knows: mostly git. Asked only where something differs. */
export interface Past {
  /** The bytes of a file that have a SHA-256; null where they are nowhere. */
  bytes(file: string, sha256: string): Uint8Array | null;
  /** What a file has said, the newest first. */
  versions(file: string): Iterable<Uint8Array>;
}

/** The past of a folder without history. */
export const noPast: Past = { bytes: () => null, versions: () => [] };
