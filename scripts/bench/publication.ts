import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMonth } from '../../src/core/calendar/date.ts';
import { damageOf } from '../../src/disk/publish.ts';
import { Releases } from '../../src/disk/releases.ts';
import { forget } from '../clean.ts';
import { secondsWords } from '../publication.ts';

/** A contract in a folder of its own, and where it is published. */
interface Place {
  readonly contract: string;
  readonly target: string;
}

/** Publishes in a process of its own, as a server does; answers with milliseconds and what each stage took. */
function published({ contract, target }: Place, ...options: readonly string[]) {
  const begin = performance.now();
  const args = ['scripts/publish.ts', target, '--root', contract, ...options];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return { spent: performance.now() - begin, stages: stdout.split('\n').find((line) => line.includes(' · ')) ?? '' };
}

const monthsIn = (contract: string): string[] => readdirSync(join(contract, 'data')).filter(isMonth).sort();

/** Two rows of a month's largest file change places: the least that can change, and every contract has it. */
function changeRows(folder: string): void {
  const files = readdirSync(folder).filter((name) => name !== 'delivery.csv');
  const [largest = ''] = files.sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size);
  const file = join(folder, largest);
  const lines = readFileSync(file, 'utf8').split('\n');
  const [first = '', second = ''] = lines.slice(1, 3);
  lines.splice(1, 2, second, first);
  writeFileSync(file, lines.join('\n'));
}

/**
 * From push to visible: publishes a copy of the contract without its newest month, then with it, then with two rows of it changed,
 * and all of it once more without what was kept; prints what each took beside the clean one, and a way back.
 */
export function measurePublication(root: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'bench-publish-'));
  const place = { contract: join(folder, 'contract'), target: join(folder, 'site') };
  try {
    for (const part of ['content', 'data', 'public'].filter((each) => existsSync(join(root, each))))
      cpSync(join(root, part), join(place.contract, part), { recursive: true });
    const newest = join(place.contract, 'data', monthsIn(place.contract).at(-1) ?? '');
    renameSync(newest, join(folder, 'newest'));
    published(place);
    renameSync(join(folder, 'newest'), newest);
    const month = published(place);
    changeRows(newest);
    const rows = published(place);
    forget(place.contract);
    const target = join(folder, 'clean');
    const clean = published({ ...place, target });
    const ratio = ({ spent }: { readonly spent: number }) => `${(spent / clean.spent).toFixed(2)} 倍`;
    const releases = new Releases(target);
    const files = releases.manifest(releases.served() ?? '')?.files ?? [];
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(
      `\n从提交到可见，${monthsIn(place.contract).length} 个月（${files.length} 个文件，${Math.round(bytes / 1e6)} MB）`,
    );
    console.log(`全部重做 ${secondsWords(clean.spent)}：${clean.stages}`);
    console.log(`改两行 ${secondsWords(rows.spent)}，${ratio(rows)}：${rows.stages}`);
    console.log(`新增一个月 ${secondsWords(month.spent)}，${ratio(month)}：${month.stages}`);
    console.log(`退回上一版本 ${secondsWords(published(place, '--rollback').spent)}`);
    const served = new Releases(place.target);
    const sound = served.names().every((name) => damageOf(served, name).length === 0);
    console.log(sound ? '各版本的文件都与清单相符' : '有版本的文件与清单不符');
  } finally {
    forget(place.contract);
    rmSync(folder, { recursive: true });
  }
}
