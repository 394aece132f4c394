import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMonth, type Month } from '../core/calendar/date.ts';
import type { Build } from '../core/release/release.ts';
import { circumstances } from './circumstances.ts';
import { filesBelow, sumsOf } from './files.ts';
import { sha256 } from './sha256.ts';

/** The files of a month's folder and what they were when the site was built. */
export interface MonthFiles {
  readonly month: Month;
  /** Names with the SHA-256 of their bytes, in code-point order. */
  readonly files: readonly { readonly name: string; readonly digest: string }[];
}

/** The files of some months' folders; a month without a folder has none. */
export function monthFiles(root: string, months: readonly Month[]): MonthFiles[] {
  return months.map((month) => {
    const folder = `data/${month}`;
    const files = filesBelow(root, folder).map((path) => ({
      name: path.slice(folder.length + 1),
      digest: sha256(readFileSync(join(root, path))),
    }));
    return { month, files };
  });
}

/** One digest for some months: SHA-256 over lines `<digest>  data/<month>/<name>`, as `sha256sum data/2026-09/* | sha256sum` makes it. */
export const monthsDigest = (months: readonly MonthFiles[]): string =>
  sha256(months.flatMap(({ month, files }) => files.map(({ name, digest }) => `${digest}  data/${month}/${name}\n`)).join(''));

/** Files of the contract that every page reads: who serves whom, what is kept, how it is called. */
const common = /^(?:content\/(?:contract\.mdx|logs\/.*|registers\/.*)|data\/(?:registers\/.*|provenance\.yaml))$/u;

/** Digests of everything that a build reads, taken once, file by file. */
export class InputDigests {
  private readonly files: readonly (readonly [file: string, digest: string])[];
  private readonly program: string;
  private readonly circumstances: string;
  private readonly known = new Map<string, string>();

  /** The folder of the contract, and the engine's own. */
  constructor(contract: string, engine: string) {
    const own = ['content', 'data', 'public'].flatMap((folder) => filesBelow(contract, folder, true));
    this.files = own.map((file) => [file, sha256(readFileSync(join(contract, file)))] as const);
    this.circumstances = circumstances(contract, engine);
    this.program = sha256(sumsOf(engine, [...filesBelow(engine, 'src'), 'astro.config.mjs', 'package-lock.json']));
  }

  /** SHA-256 over lines `<digest>  <file>` of the files that are meant; `name` stands for the choice. */
  private of(name: string, meant: (file: string) => boolean): string {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const lines = this.files.filter(([file]) => meant(file)).map(([file, digest]) => `${digest}  ${file}\n`);
    const made = sha256(lines.join(''));
    this.known.set(name, made);
    return made;
  }

  /** The three that a release is known by: content with the static files, data, and the engine's program. */
  get builtFrom(): Build['builtFrom'] {
    const visible = (file: string) => !file.split('/').some((part) => part.startsWith('.'));
    return {
      content: this.of('visible content', (file) => visible(file) && /^(?:content|public)\//u.test(file)),
      data: this.of('visible data', (file) => visible(file) && file.startsWith('data/')),
      program: this.program,
    };
  }

  /** One digest for a page that reads everything. */
  everything(given: unknown): string {
    return this.key([this.of('everything', () => true)], given);
  }

  /** One digest for a page that was made already: by all documents, the registers, and what it says. */
  said(waiting: string | null, paper: unknown): string {
    const documents = this.of('documents', (file) => common.test(file) || /^(?:content|public)\//u.test(file));
    return this.key([documents], [waiting, paper]);
  }

  /** One digest for a page that reads some folders of the content, the months up to one, and what it is given besides. */
  some(content: readonly string[], through: Month, given: unknown): string {
    const folders = content.map((folder) => this.of(`content/${folder}`, (file) => file.startsWith(`content/${folder}/`)));
    const months = this.of(`through ${through}`, (file) => {
      const month = file.split('/')[1] ?? '';
      return file.startsWith('data/') && isMonth(month) && month <= through;
    });
    return this.key([this.of('common', (file) => common.test(file)), ...folders, months], given);
  }

  private key(parts: readonly string[], given: unknown): string {
    return sha256([this.program, this.circumstances, ...parts, JSON.stringify(given)].join('\n'));
  }
}
