import { spawnSync } from 'node:child_process';
import { readFile } from '../../src/core/ledger/file.ts';
import { readRegisters } from '../../src/core/ledger/ledger.ts';
import { asText } from '../../src/core/problem/print.ts';
import { countProblems } from '../../src/core/problem/problem.ts';
import { definitionsOn } from '../../src/disk/definitions.ts';
import { dataFiles } from '../../src/disk/files.ts';
import { longest } from './linearity.ts';

const rows = 1_000_000;
const rounds = 3;

/** What is done to every row's cells; `at` is the row's number. */
const faults = {
  clean: { words: '全部正确', cells: (cells: readonly string[]) => cells },
  post: { words: '每行一处：末列写了不存在的岗位', cells: (cells: readonly string[]) => cells.with(-1, 'GL-99') },
  different: {
    words: '每行一处：末列各不相同',
    cells: (cells: readonly string[], at: number) => cells.with(-1, `岗位${at}`),
  },
  three: {
    words: '每行三处：日期、次列、末列',
    cells: (cells: readonly string[], at: number) => cells.with(0, '2026-02-31').with(1, `服务${at}`).with(-1, 'GL-99'),
  },
  shifted: { words: '每行错一列', cells: (cells: readonly string[]) => ['', ...cells.slice(0, -1)] },
} as const;
type FaultName = keyof typeof faults;
const isFault = (name: string | undefined): name is FaultName => name !== undefined && name in faults;

/** Reads the rows with the fault and prints their list; keys are not compared, because the rows repeat those of one month. */
export async function readFaulty(root: string, name: string | undefined): Promise<void> {
  if (!isFault(name)) throw new Error(`no fault ${name}`);
  const { logs, registers } = definitionsOn(root);
  const files = dataFiles(root);
  const { referents } = readRegisters(files, { logs, registers }).value;
  const { log, month, file, bytes } = longest(logs, files);
  const [header = '', ...sound] = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
  const lines = Array.from({ length: rows }, (_, at) =>
    faults[name].cells((sound[at % sound.length] ?? '').split(','), at).join(','),
  );
  const large = new TextEncoder().encode([header, ...lines].join('\r\n'));
  lines.length = 0;
  globalThis.gc?.();
  const started = performance.now();
  const { problems } = readFile(large, { ...log, key: [] }, file, { month, referents });
  const listed = asText(problems).split('\n').length;
  const seconds = (performance.now() - started) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds, megabytes, listed, counted: countProblems(problems).error }));
}

interface Reading {
  readonly seconds: number;
  readonly megabytes: number;
  readonly listed: number;
  readonly counted: number;
}

/** Prints what a million wrong rows cost beside a million right ones: time, memory, lines of the list. */
export function measureFaulty(program: string): void {
  const names = Object.keys(faults).filter(isFault);
  const read = (name: FaultName): Reading => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', program, 'faulty', name], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  };
  const best = (name: FaultName): Reading =>
    Array.from({ length: rounds }, () => read(name)).reduce((fast, each) => (each.seconds < fast.seconds ? each : fast));
  const clean = best('clean');
  for (const name of names) {
    const { seconds, megabytes, listed, counted } = name === 'clean' ? clean : best(name);
    console.log(
      `${faults[name].words}（${rows} 行）：${seconds.toFixed(2)} 秒，为正确的 ${(seconds / clean.seconds).toFixed(2)} 倍；` +
        `内存 ${Math.round(megabytes)} MB，${(megabytes / clean.megabytes).toFixed(2)} 倍；${counted} 处错误列成 ${listed} 行`,
    );
  }
}
