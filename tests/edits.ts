import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const month = z.string().regex(/^\d{4}-\d{2}$/u);
const operation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('replace'), file: z.string(), from: z.string(), to: z.string() }),
  z.strictObject({ op: z.literal('append'), file: z.string(), text: z.string() }),
  z.strictObject({ op: z.literal('write'), file: z.string(), text: z.string() }),
  z.strictObject({ op: z.literal('remove'), file: z.string() }),
  z.strictObject({ op: z.literal('move'), file: z.string(), to: z.string() }),
  z.strictObject({ op: z.literal('copy-month'), from: month, to: month }),
  z.strictObject({ op: z.literal('remove-month'), month }),
  z.strictObject({ op: z.literal('revert-all') }),
]);
export type Operation = z.infer<typeof operation>;

const edit = z.strictObject({
  name: z.string(),
  kind: z.string(),
  do: z.array(operation),
  reaches: z.array(z.string()),
  leaves: z.array(z.string()),
  refused: z.boolean().default(false),
});
export type Edit = z.infer<typeof edit>;

/** The edits that strangers wrote, each on the state that the one before left. */
export const strangersEdits = (): readonly Edit[] =>
  z.array(edit).parse(parse(readFileSync(join(import.meta.dirname, 'strangers/papers/edits.yaml'), 'utf8')));

const daysIn = (year: number, at: number): number => new Date(Date.UTC(year, at, 0)).getUTCDate();

/** A date some months later; null where that month has no such day. */
function later(date: string, by: number): string | null {
  const [year = 0, at = 0, day = 0] = date.split('-').map(Number);
  const count = year * 12 + at - 1 + by;
  const [to, on] = [Math.floor(count / 12), (count % 12) + 1];
  return day > daysIn(to, on) ? null : `${to}-${String(on).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A month's file as if it were of a later month: every date and running number moved on, rows of days that do not exist left out. */
function movedOn(text: string, from: string, to: string): string {
  const [a = 0, b = 0] = from.split('-').map(Number);
  const [c = 0, d = 0] = to.split('-').map(Number);
  const by = c * 12 + d - (a * 12 + b);
  const compact = (each: string) => each.replace('-', '');
  return text
    .split('\n')
    .flatMap((row) => {
      const dates = row.match(/\d{4}-\d{2}-\d{2}/gu) ?? [];
      if (dates.some((date) => later(date, by) === null)) return [];
      const moved = row.replace(/\d{4}-\d{2}-\d{2}/gu, (date) => later(date, by) ?? date);
      return [moved.replaceAll(`-${compact(from)}-`, `-${compact(to)}-`)];
    })
    .join('\n');
}

/** What edits may touch. */
const parts = ['content', 'data', 'public', 'src'];

/** A folder on which edits are made, with the state in which it began. */
export class Edited {
  readonly root: string;
  private readonly first: string;

  /** `first` is a folder for the state in which `root` is now. */
  constructor(root: string, first: string) {
    this.root = root;
    this.first = first;
    for (const part of parts) if (existsSync(join(root, part))) cpSync(join(root, part), join(first, part), { recursive: true });
  }

  private path(file: string): string {
    return join(this.root, file);
  }

  private write(file: string, text: string): void {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  private copyMonth(from: string, to: string): void {
    for (const name of readdirSync(this.path(`data/${from}`)))
      this.write(`data/${to}/${name}`, movedOn(readFileSync(this.path(`data/${from}/${name}`), 'utf8'), from, to));
  }

  private revert(): void {
    for (const part of parts) {
      rmSync(this.path(part), { recursive: true, force: true });
      if (existsSync(join(this.first, part))) cpSync(join(this.first, part), this.path(part), { recursive: true });
    }
  }

  private replace(file: string, from: string, to: string): void {
    const text = readFileSync(this.path(file), 'utf8');
    if (text.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
    this.write(
      file,
      text.replace(from, () => to),
    );
  }

  apply(step: Operation): void {
    switch (step.op) {
      case 'replace':
        this.replace(step.file, step.from, step.to);
        break;
      case 'append':
        this.write(step.file, readFileSync(this.path(step.file), 'utf8') + step.text);
        break;
      case 'write':
        this.write(step.file, step.text);
        break;
      case 'remove':
        rmSync(this.path(step.file));
        break;
      case 'move':
        renameSync(this.path(step.file), this.path(step.to));
        break;
      case 'copy-month':
        this.copyMonth(step.from, step.to);
        break;
      case 'remove-month':
        rmSync(this.path(`data/${step.month}`), { recursive: true });
        break;
      case 'revert-all':
        this.revert();
    }
  }
}
