import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const holderSchema = z.strictObject({
  state: z.enum(['held', 'free']),
  pid: z.int(),
  host: z.string(),
  /** When the process started, as the kernel counts it, so that another process with the same number is not taken for it. */
  started: z.string().nullable(),
});
export type Holder = z.infer<typeof holderSchema>;

/** The kernel's start time of a process; null where there is no /proc, and for a process that is gone or has ended unnoticed. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** Whether the process that holds a lock may still run. Of another machine's processes nothing is known: they count as running. */
function mayRun({ pid, host, started }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  return started === startOf(pid);
}

const isNumber = (name: string) => /^\d+$/u.test(name);

/**
 * A lock between processes that outlives none of them: a folder of numbered tickets, of which the highest counts. A ticket is
 * taken by creating the next number, which only one process can; it is possible once the highest is free or its process has
 * died. The highest is never removed, so a number is never given twice.
 */
export class Lock {
  private readonly folder: string;
  private readonly number: number;

  private constructor(folder: string, number: number) {
    this.folder = folder;
    this.number = number;
  }

  /** Waits for the lock up to `patience` milliseconds; then answers who holds it. */
  static async take(folder: string, patience: number, onWait: (holder: Holder) => void = () => {}): Promise<Lock | Holder> {
    mkdirSync(folder, { recursive: true });
    for (let waited = 0; ; waited += 100) {
      const answer = Lock.attempt(folder);
      if (answer instanceof Lock) return answer;
      if (answer === null) continue;
      if (waited >= patience) return answer;
      if (waited === 0) onWait(answer);
      await sleep(100);
    }
  }

  private static highest(folder: string): number {
    return Math.max(0, ...readdirSync(folder).filter(isNumber).map(Number));
  }

  /** The lock, its holder, or null when somebody else moved and it is worth looking again. */
  private static attempt(folder: string): Lock | Holder | null {
    const last = Lock.highest(folder);
    const holder = last === 0 ? null : readTicket(join(folder, String(last)));
    if (holder === undefined) return null;
    if (holder !== null && holder.state === 'held' && mayRun(holder)) return holder;
    const lock = new Lock(folder, last + 1);
    if (!lock.write('held', linkSync)) return null;
    if (Lock.highest(folder) !== lock.number) {
      rmSync(lock.path, { force: true });
      return null;
    }
    for (const name of readdirSync(folder)) if (name !== String(lock.number)) rmSync(join(folder, name), { force: true });
    return lock;
  }

  private get path(): string {
    return join(this.folder, String(this.number));
  }

  /** Puts a whole ticket in place in one step; false when the place is taken or the draft was cleared away. */
  private write(state: Holder['state'], place: (draft: string, path: string) => void): boolean {
    const draft = join(this.folder, `draft-${process.pid}-${this.number}`);
    const holder: Holder = { state, pid: process.pid, host: hostname(), started: startOf(process.pid) };
    try {
      writeFileSync(draft, JSON.stringify(holder));
      place(draft, this.path);
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'EEXIST' || code === 'ENOENT') return false;
      throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }

  /** Frees the lock. On a full disk that may fail; then it is free as soon as this process ends. */
  release(): void {
    try {
      this.write('free', renameSync);
    } catch {
      // The next publisher sees that this process has gone.
    }
  }
}

/** A ticket's holder; undefined when the ticket has just been removed. A damaged ticket counts as free: tickets are written whole. */
function readTicket(path: string): Holder | null | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch (error) {
    return error instanceof SyntaxError ? null : undefined;
  }
}
