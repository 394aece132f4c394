import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { publicMessage, type Reason } from '../core/changes/reason.ts';
import type { Marks } from '../core/changes/scope.ts';
import type { ContentFiles } from '../core/documents/library.ts';
import type { DataFiles } from '../core/ledger/file.ts';
import { contentFiles, dataFiles, linksBelow } from './files.ts';

/** Content and data of one state: marks of all files at once, contents of those that are asked for. */
export interface Snapshot {
  readonly marks: Marks;
  /** Symbolic links, which are not read. */
  readonly links: readonly string[];
  read(needed: (file: string) => boolean): { readonly content: ContentFiles; readonly data: DataFiles };
}

/** A commit that touched content or data. */
export interface Release extends Reason {
  readonly id: string;
  /** The state before it; null for the first commit, or where a shallow clone ends. */
  readonly parent: string | null;
}

interface LoggedCommit {
  readonly id: string;
  readonly parent: string | null;
  readonly date: string;
  readonly message: string;
  readonly files: readonly string[];
}

/** The dictionary follows from the definitions and says nothing about the service. */
const watched = ['content', 'data', ':(exclude)data/README.md'];

/** Days are China's, wherever the build runs. A hook's GIT_DIR would lead git to another repository than the folder's own. */
const environment = (root: string): NodeJS.ProcessEnv => {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, ...rest } = process.env;
  return { ...(existsSync(join(root, '.git')) ? rest : process.env), TZ: 'Asia/Shanghai' };
};

const byPath = <T>(entries: readonly (readonly [string, T])[]): Map<string, T> =>
  new Map([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** Of a fixed length: git's own abbreviation grows with the repository, and would differ between two clones. */
const shortId = (id: string): string => id.slice(0, 10);

/** How git marks a symbolic link. */
const linkMode = '120000';

/** What git knows of a project's folder. Every method answers from the repository alone: no clock, no network. */
export class History {
  private readonly root: string;
  private readonly place: readonly string[];

  private constructor(root: string, place: readonly string[]) {
    this.root = root;
    this.place = place;
  }

  /**
   * The history of a folder that is the top of a git work tree. A folder that was exported without its repository has the one
   * at `repository`, a path to a git directory. Null for any other folder, and where git is missing.
   */
  static of(root: string, repository?: string): History | null {
    const history = new History(root, ['-C', root]);
    const top = history.text(['rev-parse', '--show-toplevel']);
    if (top !== null && realpathSync(top.trim()) === realpathSync(root)) return history;
    const elsewhere = repository === undefined || repository === '' ? null : new History(root, ['--git-dir', repository]);
    return elsewhere?.text(['rev-parse', '--git-dir']) == null ? null : elsewhere;
  }

  private run(args: readonly string[], input = ''): Buffer | null {
    const { status, stdout } = spawnSync('git', ['-c', 'core.quotepath=off', ...this.place, ...args], {
      input,
      env: environment(this.root),
      maxBuffer: 2 ** 31 - 1,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    return status === 0 ? stdout : null;
  }

  private text(args: readonly string[]): string | null {
    return this.run(args)?.toString('utf8') ?? null;
  }

  /** The full id of a commit that somebody named; null when there is none. */
  commit(name: string): string | null {
    return this.text(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])?.trim() || null;
  }

  get isShallow(): boolean {
    return this.text(['rev-parse', '--is-shallow-repository'])?.trim() === 'true';
  }

  /** What a file has said in the commits up to the newest one, the newest first; each text once. */
  *versions(file: string): Iterable<Uint8Array> {
    const listed = this.text(['log', '--format=', '--raw', '--no-abbrev', '--no-renames', '-m', '--', file]) ?? '';
    const ids = listed.split('\n').flatMap((line) => /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [AM]\t/u.exec(line)?.[1] ?? []);
    for (const id of new Set(ids)) {
      const bytes = this.run(['cat-file', 'blob', id]);
      if (bytes !== null) yield bytes;
    }
  }

  /** Content and data as a commit has them. */
  at(commit: string): Snapshot {
    const listed = this.text(['ls-tree', '-r', '-z', commit, '--', 'content', 'data']) ?? '';
    const blobs = listed.split('\0').flatMap((line) => {
      const [, mode, type, id, file] = /^(\d+) (\w+) (\w+)\t([\s\S]+)$/u.exec(line) ?? [];
      return type === 'blob' && id !== undefined && file !== undefined ? [{ id, file, isLink: mode === linkMode }] : [];
    });
    const marks = byPath(blobs.flatMap(({ id, file, isLink }) => (isLink ? [] : [[file, id] as const])));
    const links = blobs.flatMap(({ file, isLink }) => (isLink ? [file] : []));
    return { marks, links, read: (needed) => this.contents([...marks].filter(([file]) => needed(file))) };
  }

  private contents(files: readonly (readonly [string, string])[]): ReturnType<Snapshot['read']> {
    const content = new Map<string, string>();
    const data = new Map<string, Uint8Array>();
    const stream = this.run(['cat-file', '--batch'], files.map(([, id]) => `${id}\n`).join('')) ?? Buffer.alloc(0);
    let at = 0;
    for (const [file] of files) {
      const end = stream.indexOf(10, at);
      const size = Number(stream.toString('latin1', at, end).split(' ')[2]);
      const bytes = stream.subarray(end + 1, end + 1 + size);
      if (file.startsWith('content/')) content.set(file, bytes.toString('utf8'));
      else data.set(file, bytes);
      at = end + size + 2;
    }
    return { content, data };
  }

  /** Commits with the files that git lists for them. A NUL divides what git says: a message may hold any other character. */
  private log(args: readonly string[]): LoggedCommit[] {
    const format = ['-z', '--date=format-local:%Y-%m-%d', '--format=%x00%H%x00%P%x00%cd%x00%B%x00'];
    const parts = (this.text(['log', ...format, ...args, '--', ...watched]) ?? '').split('\0');
    const commits: LoggedCommit[] = [];
    // Before each commit and after its message stands an empty part, which no name of a file is.
    for (let at = 1; at + 4 < parts.length; ) {
      const [id = '', parents = '', date = '', message = ''] = parts.slice(at, at + 4);
      const end = parts.indexOf('', at + 5);
      const files = parts.slice(at + 5, end).map((file) => file.replace(/^\n/u, ''));
      commits.push({ id, parent: parents.split(' ')[0] || null, date, message, files });
      at = end + 1;
    }
    return commits;
  }

  /** Names of everybody who committed, which are never published. */
  private get names(): string[] {
    return [...new Set((this.text(['log', '--format=%an%n%cn']) ?? '').split('\n'))].filter((name) => name !== '');
  }

  /** The latest commits up to `to` that changed content or data, newest first, along the main line: a merge is one commit. */
  releases(to: string, count: number): Release[] {
    const { names } = this;
    return this.log(['--first-parent', `--max-count=${count}`, to]).map(({ id, parent, date, message }) => ({
      id,
      commit: shortId(id),
      date,
      parent,
      ...publicMessage(message, names),
    }));
  }

  /** For every file of content and data, the commits after `from` up to `to` that touched it, oldest first. */
  reasons(from: string, to: string): Map<string, Reason[]> {
    const { names } = this;
    const reasons = new Map<string, Reason[]>();
    for (const { id, date, message, files } of this.log(['--no-merges', '--reverse', '--name-only', `${from}..${to}`])) {
      const reason = { commit: shortId(id), date, ...publicMessage(message, names) };
      for (const file of files) reasons.set(file, [...(reasons.get(file) ?? []), reason]);
    }
    return reasons;
  }
}

/** Git's id of a blob, so that a file on disk compares equal to the same file in a commit. */
const blobId = (bytes: Uint8Array): string => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

/** Content and data as they lie in the folder, committed or not. */
export function workingTree(root: string): Snapshot {
  const [content, data] = [contentFiles(root), dataFiles(root)];
  const marks = byPath([
    ...[...content].map(([file, text]) => [file, blobId(Buffer.from(text))] as const),
    ...[...data].map(([file, bytes]) => [file, blobId(bytes)] as const),
  ]);
  const only = <T>(files: ReadonlyMap<string, T>, needed: (file: string) => boolean) =>
    new Map([...files].filter(([file]) => needed(file)));
  const links = linksBelow(root, ['content', 'data']);
  return { marks, links, read: (needed) => ({ content: only(content, needed), data: only(data, needed) }) };
}
