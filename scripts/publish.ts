import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { asText } from '../src/core/problem/print.ts';
import { earlierThan } from '../src/core/release/release.ts';
import { type Ending, publish, rollBack, stages } from '../src/disk/publish.ts';
import { Releases } from '../src/disk/releases.ts';
import { pathBelow } from '../src/disk/root.ts';
import { misused, readArguments } from './arguments.ts';
import { cleanOption, forget } from './clean.ts';
import { commitOf } from './commit.ts';
import { contractAsked, rootOption } from './contract.ts';
import { faultWords } from './fault.ts';
import { onWait, publicationOf, secondsWords, stageWords } from './publication.ts';

/**
 * `npm run publish -- <target>` checks, builds, verifies and publishes; `--list` names the releases kept; `--rollback
 * [release]` serves an earlier one. `--site <folder>` publishes a site that was built and indexed elsewhere from the
 * same state; `--tip-of <repository>` gives way when main of that repository has moved on.
 */
const usage = `用法：npm run publish -- <发布目录> [--root 合同文件夹] [--keep 10] [--wait 1800] [--site <已构建的文件夹>] [--clean] [--tip-of <仓库>]
      npm run publish -- <发布目录> --list
      npm run publish -- <发布目录> --rollback [版本]
--keep 至少为 2；--wait 是等待另一个发布的秒数；--clean 不沿用以前构建的页面`;

const { values, positionals } = readArguments(usage, {
  allowPositionals: true,
  options: {
    ...rootOption,
    ...cleanOption,
    keep: { type: 'string', default: '10' },
    wait: { type: 'string', default: '1800' },
    site: { type: 'string' },
    'tip-of': { type: 'string' },
    list: { type: 'boolean', default: false },
    rollback: { type: 'boolean', default: false },
  },
});

const root = contractAsked(values.root);
if (values.clean) forget(root);

function isOvertaken(): boolean {
  const repository = values['tip-of'];
  if (repository === undefined) return false;
  const { stdout } = spawnSync('git', ['-C', repository, 'rev-parse', 'refs/heads/main'], { encoding: 'utf8' });
  return stdout.trim() !== commitOf(root);
}

function publishTo(releases: Releases): Promise<Ending> {
  const [keep, patience] = [Number(values.keep), Number(values.wait) * 1000];
  return publish(publicationOf(root, releases, { keep, patience, site: values.site, isOvertaken }));
}

/** Says how it ended; the exit code is 0 when what was asked for is served, or something newer will be. */
function report(ending: Ending | { readonly state: 'served'; readonly name: string }, releases: Releases): number {
  const served = releases.served() ?? '（还没有版本）';
  switch (ending.state) {
    case 'published': {
      const { release, timings, warnings } = ending;
      if (warnings.length > 0) console.log(asText(warnings, 'warning'));
      console.log(stages.map((stage) => `${stageWords[stage]} ${secondsWords(timings[stage])}`).join(' · '));
      console.log(
        `已发布 ${release.name}：数据 ${release.months[0]} 至 ${release.months.at(-1)}，摘要 ${release.digest.slice(0, 12)}`,
      );
      return 0;
    }
    case 'unchanged':
      console.log(`与正在发布的 ${ending.name} 完全相同，没有新建版本`);
      return 0;
    case 'served':
      console.log(`已切换到 ${ending.name}`);
      return 0;
    case 'overtaken':
      console.log('已有更新的推送在等待，由它发布；这一次不再构建');
      return 0;
    case 'refused':
      console.log(asText(ending.problems, 'error'));
      console.error(`没有发布；网站仍是 ${served}`);
      return 1;
    case 'busy':
      console.error(
        `没有发布：${ending.holder.host} 上的进程 ${ending.holder.pid} 正在发布。请等它结束后再试，或用 --wait 等待更久`,
      );
      console.error(`若确知那台机器上已没有这个进程，可删除 ${releases.lock}`);
      return 1;
  }
}

function list(releases: Releases): number {
  const served = releases.served();
  if (releases.names().length === 0) console.log(`${releases.target} 里还没有版本`);
  for (const name of releases.names().reverse()) {
    const release = releases.release(name);
    const files = releases.manifest(name)?.files.length;
    const facts =
      release === null || files === undefined
        ? '不完整'
        : `数据至 ${release.months.at(-1)}，${files} 个文件，摘要 ${release.digest.slice(0, 12)}`;
    console.log(`${name === served ? '*' : ' '} ${name}  ${facts}`);
  }
  return 0;
}

async function goBack(releases: Releases, wanted: string | undefined): Promise<number> {
  const served = releases.served();
  const name = wanted ?? (served === null ? null : earlierThan(releases.names(), served));
  if (name === null || !releases.names().includes(name)) {
    console.error(`没有可以退回的版本${wanted === undefined ? '' : `“${wanted}”`}；用 --list 查看`);
    return 1;
  }
  return report(await rollBack(releases, name, { patience: Number(values.wait) * 1000, onWait }), releases);
}

/** Within contract and engine only `.releases`, which git ignores, may hold releases; elsewhere they would pass for sources. */
function isAmongSources(target: string): boolean {
  const inside = [root, process.cwd()].map((folder) => pathBelow(folder, target)).filter((path) => path !== null);
  return inside.some((path) => path.split('/')[0] !== '.releases');
}

/** Where to publish to; a call that cannot be meant ends here, before anything is built. */
function releasesAsked(): Releases {
  const [target, , ...more] = positionals;
  const [keep, wait] = [Number(values.keep), Number(values.wait)];
  if (target === undefined || more.length > 0 || (values.list && values.rollback)) misused(usage);
  if (positionals.length > 1 && !values.rollback) misused(`多出的参数：${positionals.slice(1).join(' ')}`, usage);
  if (!Number.isInteger(keep) || keep < 2 || !Number.isInteger(wait) || wait < 0) misused(usage);
  const releases = new Releases(target);
  if (isAmongSources(releases.target)) misused(`${releases.target} 在项目里面，会和源文件混在一起；请发布到项目以外的文件夹`);
  if (!releases.isUsable()) misused(`${releases.target} 里有别的文件，不是发布目录；请换一个空文件夹`);
  const { site } = values;
  if (site !== undefined && !existsSync(join(site, 'release.json')))
    misused(`${resolve(site)} 不是构建好的网站（没有 release.json）；请先运行 npm run build`);
  return releases;
}

function answer(releases: Releases): number | Promise<number> {
  if (values.list) return list(releases);
  if (values.rollback) return goBack(releases, positionals[1]);
  return publishTo(releases).then((ending) => report(ending, releases));
}

async function main(): Promise<number> {
  const releases = releasesAsked();
  try {
    return await answer(releases);
  } catch (error) {
    console.error(faultWords(error));
    console.error(`${values.rollback ? '没有切换' : '没有发布'}；网站仍是 ${releases.served() ?? '（还没有版本）'}`);
    return 1;
  }
}

// A pusher who hangs up must not stop a publication that is under way.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
process.exitCode = await main();
