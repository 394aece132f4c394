import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { definitionsOn } from '../src/disk/definitions.ts';
import { dataFiles } from '../src/disk/files.ts';
import { enlarged } from './bench/enlarged.ts';
import { measureFaulty, readFaulty } from './bench/faulty.ts';
import { type Job, type JobName, jobNames, runJob } from './bench/jobs.ts';
import { measureLinearity } from './bench/linearity.ts';
import { measurePublication } from './bench/publication.ts';

// Prints rows per second and peak memory of check + tally over an enlarged sample, beside PapaParse alone and a plain read
// of the bytes, each in a process of its own and all in one run: the ratios count, not the seconds of one machine.
// With `linear`, how the time to read awkward files grows with their size; with `faulty`, what a million wrong rows cost beside
// right ones; with `publish`, the stages of a publication.
const root = process.cwd();
const times = 6;
const rounds = 5;
const labels: Readonly<Record<JobName, string>> = {
  bytes: '只读字节',
  papaparse: '只用 PapaParse 分列',
  check: '校验全部单元格并计算全部指标',
};

interface Measured extends Job {
  readonly megabytes: number;
}

function measure(name: JobName, folder: string): Measured {
  const { stdout, stderr, status } = spawnSync(process.execPath, [import.meta.filename, name, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function writeLarge(folder: string, files: ReadonlyMap<string, Uint8Array>) {
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function compare() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    writeLarge(folder, enlarged(dataFiles(root), definitionsOn(root).logs, times));
    const runs = Array.from({ length: rounds }, () => jobNames.map((name) => ({ name, ...measure(name, folder) })));
    const of = (name: JobName) => runs.flat().filter((each) => each.name === name);
    // Round by round, because a machine that others use is slower at one time than at another.
    const alone = of('papaparse').map(({ seconds }) => seconds);
    const rows = of('check')[0]?.rows ?? 0;
    console.log(`示例数据放大 ${times} 倍：24 个月共 ${rows} 行，每月约 ${Math.round(rows / 24)} 行；${rounds} 轮取中位数`);
    for (const name of jobNames) {
      const all = of(name).map((each) => each.seconds);
      const seconds = median(all);
      const ratio = median(all.map((each, round) => each / (alone[round] ?? Number.NaN)));
      const peak = Math.max(...of(name).map(({ megabytes }) => megabytes));
      const speed = name === 'bytes' ? '' : `，每秒 ${Math.round(rows / seconds)} 行`;
      console.log(
        `${labels[name]}：${seconds.toFixed(2)} 秒${speed}，为 PapaParse 的 ${ratio.toFixed(2)} 倍，内存峰值 ${Math.round(peak)} MB`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [job, folder] = process.argv.slice(2);
const known = jobNames.find((name) => name === job);
if (job === 'linear') await measureLinearity(root);
else if (job === 'faulty' && folder === undefined) measureFaulty(import.meta.filename);
else if (job === 'faulty') await readFaulty(root, folder);
else if (job === 'publish') measurePublication(root);
else if (known === undefined || folder === undefined) await compare();
else console.log(JSON.stringify({ ...(await runJob(known, root, folder)), megabytes: process.resourceUsage().maxRSS / 1024 }));
