import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../core/changes/change.ts';
import type { Definitions } from '../core/definitions/definitions.ts';
import { Contents, compare } from './comparison.ts';
import type { History } from './history.ts';
import { sha256 } from './sha256.ts';

/** Beyond this many, comparing again costs less than keeping. */
const kept = 20_000;

/**
 * What commits changed, kept in a folder from build to build: two commits never change, so only the engine and the
 * definitions by which both are read could make another answer. A file that is not what was written is not read.
 */
export class Comparisons {
  private readonly folder: string;
  private readonly definitions: Definitions;
  private readonly stamp: string;
  private readonly asked = new Set<string>();
  private readonly contents = new Contents();

  /** `program` is the digest of the engine's program. */
  constructor(folder: string, definitions: Definitions, program: string) {
    this.folder = folder;
    this.definitions = definitions;
    this.stamp = sha256(`${program}\n${JSON.stringify(definitions.sources)}`);
  }

  /** The changes between two commits; null where they cannot be compared. */
  between(history: History, before: string, after: string): readonly Change[] | null {
    const name = `${sha256(`${this.stamp}\n${before}\n${after}`)}.json`;
    this.asked.add(name);
    const found = this.read(name);
    if (found !== undefined) return found;
    const { changes } = compare(history.at(before), history.at(after), this.definitions, this.contents);
    if (changes === null || changes.length <= kept) this.write(name, JSON.stringify(changes));
    return changes;
  }

  /** Removes what nobody has asked for. */
  prune(): void {
    mkdirSync(this.folder, { recursive: true });
    for (const name of readdirSync(this.folder)) if (!this.asked.has(name)) rmSync(join(this.folder, name));
  }

  private read(name: string): readonly Change[] | null | undefined {
    try {
      const [digest, text = ''] = readFileSync(join(this.folder, name), 'utf8').split('\n');
      return digest === sha256(text) ? JSON.parse(text) : undefined;
    } catch {
      return undefined;
    }
  }

  private write(name: string, text: string): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, name), `${sha256(text)}\n${text}`);
  }
}
