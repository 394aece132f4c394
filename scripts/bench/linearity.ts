import { readFile } from '../../src/core/ledger/file.ts';
import { readRegisters } from '../../src/core/ledger/ledger.ts';
import type { Log } from '../../src/core/logs/log.ts';
import { definitionsOn } from '../../src/disk/definitions.ts';
import { dataFiles } from '../../src/disk/files.ts';

/** Files of one shape in any size; `size` counts what the shape is made of. */
interface Shape {
  readonly words: string;
  readonly unit: string;
  readonly sizes: readonly number[];
  text(header: string, row: string, size: number): string;
}

const rounds = 5;

const shapes: readonly Shape[] = [
  {
    words: '同一行重复',
    unit: '行',
    sizes: [25_000, 50_000, 100_000],
    text: (header, row, size) => `${header}\n${`${row}\n`.repeat(size)}`,
  },
  {
    words: '一个带引号的单元格',
    unit: 'MB',
    sizes: [12.5, 25, 50],
    text: (header, _, size) => `${header}\n"${'内容，'.repeat((size * 1024 * 1024) / 9)}"\n`,
  },
  {
    words: '引号没有结束',
    unit: 'MB',
    sizes: [12.5, 25, 50],
    text: (header, _, size) => `${header}\n"${'内容，'.repeat((size * 1024 * 1024) / 9)}`,
  },
  {
    words: '空行',
    unit: '行',
    sizes: [250_000, 500_000, 1_000_000],
    text: (header, row, size) => `${header}\n${'\n'.repeat(size)}${row}\n`,
  },
  {
    words: '单独的引号',
    unit: '个',
    sizes: [250_000, 500_000, 1_000_000],
    text: (header, _, size) => `${header}\n${'"a'.repeat(size)}\n`,
  },
  {
    words: '一行里的逗号',
    unit: '个',
    sizes: [250_000, 500_000, 1_000_000],
    text: (header, _, size) => `${header}\n${','.repeat(size)}x\n`,
  },
];

/** The log with the most rows in the sample, and its first rows as a clerk wrote them. */
export function longest(logs: readonly Log[], files: ReadonlyMap<string, Uint8Array>) {
  const [found] = [...files]
    .flatMap(([file, bytes]) => {
      const [, month = '', name = ''] = /^data\/(\d{4}-\d{2})\/(.+)\.csv$/u.exec(file) ?? [];
      const log = logs.find(({ id }) => id === name);
      return log === undefined ? [] : [{ log, month, file, bytes }];
    })
    .sort((a, b) => b.bytes.length - a.bytes.length);
  if (found === undefined) throw new Error('data/ holds no log');
  const [header = '', row = ''] = new TextDecoder().decode(found.bytes).split('\r\n');
  return { ...found, header, row };
}

/** Seconds that a job takes at its best of some rounds: what else the machine does only adds to them. */
function best(job: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    job();
    return (performance.now() - started) / 1000;
  });
  return Math.min(...times);
}

/** Reads files of awkward shapes at one, two and four times a size; prints the time and how it grows: a linear reader prints about 2. */
export async function measureLinearity(root: string): Promise<void> {
  const { logs, registers } = definitionsOn(root);
  const files = dataFiles(root);
  const { referents } = readRegisters(files, { logs, registers }).value;
  const { log, month, file, header, row } = longest(logs, files);
  const encoder = new TextEncoder();
  for (const { words, unit, sizes, text } of shapes) {
    let before: number | null = null;
    const told = sizes.map((size) => {
      const bytes = encoder.encode(text(header, row, size));
      const seconds = best(() => void readFile(bytes, log, file, { month, referents }));
      const growth: string = before === null ? '' : `，为上一档的 ${(seconds / before).toFixed(1)} 倍`;
      before = seconds;
      return `${size} ${unit} ${seconds.toFixed(2)} 秒${growth}`;
    });
    console.log(`${words}：${told.join('；')}`);
  }
}
