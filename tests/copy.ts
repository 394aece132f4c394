import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { onTestFinished } from 'vitest';
import { definitionsOn } from '../src/disk/definitions.ts';
import { dataFiles } from '../src/disk/files.ts';
import { begunWith } from './beginning.ts';
import { isUnsealed, unsealed } from './unsealed.ts';

export interface Finished {
  readonly code: number | null;
  readonly output: string;
}

/**
 * A copy of the project's files in a folder of its own, to be changed at will; it shares node_modules and is removed in the end.
 * Nothing in it is sealed, unless it is asked for as it is.
 */
export class Copy {
  readonly root: string;

  /** `atEnd` takes what must be done when the copy is needed no longer: after the test, unless several tests share it. */
  constructor(atEnd: (work: () => void) => void = onTestFinished, isSealed = false) {
    this.root = mkdtempSync(join(tmpdir(), 'ledger-'));
    const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { maxBuffer: 1 << 26 });
    for (const file of listed.toString().split('\0')) {
      if (file === '' || file.startsWith('tests/') || (!isSealed && !isUnsealed(file))) continue;
      mkdirSync(dirname(join(this.root, file)), { recursive: true });
      cpSync(file, join(this.root, file));
      if (!isSealed && file.startsWith('content/reports/')) this.write(file, unsealed(file, this.read(file)));
    }
    symlinkSync(join(process.cwd(), 'node_modules'), join(this.root, 'node_modules'), 'dir');
    atEnd(() => rmSync(this.root, { recursive: true, force: true }));
  }

  path(file: string): string {
    return join(this.root, file);
  }

  has(file: string): boolean {
    return existsSync(this.path(file));
  }

  /** Files below a folder, by path from the project's root. */
  files(folder: string): string[] {
    const found = readdirSync(this.path(folder), { recursive: true, withFileTypes: true });
    return found.filter((entry) => entry.isFile()).map((entry) => relative(this.root, join(entry.parentPath, entry.name)));
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  /** Places a symbolic link. */
  link(file: string, to: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    symlinkSync(to, this.path(file));
  }

  /** Replaces the first occurrence of a text, which must be there. */
  replace(file: string, from: string, to: string): void {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    this.write(
      file,
      text.replace(from, () => to),
    );
  }

  /** Leaves the last months only, as if the contract had begun with the first of them: a build that takes a quarter of the time. */
  keepMonths(count: number): void {
    const months = readdirSync(this.path('data'))
      .filter((name) => /^\d{4}-\d{2}$/u.test(name))
      .sort();
    const kept = months.slice(-count);
    for (const month of months) if (!kept.includes(month)) rmSync(this.path(`data/${month}`), { recursive: true });
    // A document that belongs to a row of a month that is gone belongs to none.
    const documents = 'data/registers/documents.csv';
    const belongs = /,[a-z-]+,(\d{4}-\d{2}),[^,\r\n]+(\r?)$/gmu;
    this.write(
      documents,
      this.read(documents).replace(belongs, (row, month: string, end: string) => (kept.includes(month) ? row : `,,,${end}`)),
    );
    const data = dataFiles(this.root);
    const moved = new Set<string>();
    for (const [file, bytes] of begunWith(kept[0] ?? '', data, definitionsOn(this.root).logs)) {
      if (bytes === data.get(file)) continue;
      writeFileSync(this.path(file), bytes);
      moved.add(file);
    }
    this.dropOpen((file) => moved.has(file) || !data.has(file));
    const contract = 'content/contract.mdx';
    this.write(contract, this.read(contract).replace(/^start: .*$/mu, `start: "${kept[0]}-01"`));
  }

  /** Takes out of all reports the lines that name open items of files by their rows, where those are gone or stand elsewhere. */
  private dropOpen(isElsewhere: (file: string) => boolean): void {
    for (const name of readdirSync(this.path('content/reports'))) {
      const report = `content/reports/${name}`;
      const lines = this.read(report).split('\n');
      const ids = (line: string) => [...line.matchAll(/<Open id="([^"]+)"/gu)].map(([, id = '']) => id.split('.'));
      const stays = (line: string) => !ids(line).some(([log, month]) => isElsewhere(`data/${month}/${log}.csv`));
      this.write(report, lines.filter(stays).join('\n'));
    }
  }

  remove(file: string): void {
    rmSync(this.path(file));
  }

  /** Runs a command of the project, such as `node scripts/check.ts`, in the copy; ends it after `timeout` milliseconds. */
  run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, timeout?: number): Finished {
    const { status, stdout, stderr } = spawnSync(join('node_modules', '.bin', command), args, {
      cwd: this.root,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      timeout,
      // Not this process's environment: Vitest puts MODE, DEV and PROD into it, which a build reads.
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    });
    return { code: status, output: `${stdout}${stderr}` };
  }

  build(env: Readonly<Record<string, string>> = {}): Finished {
    return this.run('node', ['scripts/build.ts'], env);
  }
}
