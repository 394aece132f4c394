import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { placeAgain } from '../src/disk/site.ts';
import { policy } from '../src/site/policy.ts';
import { misused, readArguments } from './arguments.ts';
import { faultWords } from './fault.ts';

/**
 * `npm run server -- <bare repository> <home> --url http://ledger.example/` prepares a plain server: the hooks that check each
 * push to main and publish it, the packages that they work with, and a configuration for nginx. It may be run again.
 */
const usage = '用法：npm run server -- <裸仓库> <服务目录> --url http://台账的地址/';
const mark = 'Written by `npm run server`';
const root = process.cwd();
const { values, positionals } = readArguments(usage, { allowPositionals: true, options: { url: { type: 'string' } } });

/** The server to prepare, as it was asked for. */
interface Plan {
  readonly repository: string;
  readonly home: string;
  readonly site: URL;
}

function planAsked(): Plan {
  const [repository, home, ...more] = positionals.map((path) => resolve(path));
  if (repository === undefined || home === undefined || more.length > 0 || values.url === undefined) misused(usage);
  const site = URL.canParse(values.url) ? new URL(values.url) : misused(`“${values.url}”不是网址`, usage);
  if (!/^https?:$/u.test(site.protocol) || site.pathname !== '/')
    misused(`“${values.url}”应当是 http:// 或 https:// 开头的地址，后面不带路径`, usage);
  if (!existsSync(join(repository, 'HEAD'))) misused(`${repository} 不是裸仓库；请先运行 git init --bare ${repository}`);
  return { repository, home, site };
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A template with its `@NAMES@` filled in. */
function filled(template: string, words: Readonly<Record<string, string>>): string {
  const text = readFileSync(join(import.meta.dirname, 'server', template), 'utf8');
  return text.replace(/@([A-Z_]+)@/gu, (whole, name: string) => words[name] ?? whole);
}

/** Writes the hooks and what they run, unless the administrator has hooks of another kind there. */
function writeHooks({ repository, home, site }: Plan): boolean {
  const words = { REPOSITORY: repository, HOME: home, SITE_URL: site.origin, SITE_BASE: '/' };
  const shell = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, quoted(text)]));
  const hooks = ['pre-receive', 'post-receive'].map((name) => ({ name, path: join(repository, 'hooks', name) }));
  const foreign = hooks.filter(({ path }) => existsSync(path) && !readFileSync(path, 'utf8').includes(mark));
  for (const { path } of foreign) console.error(`${path} 已有别的内容，没有改动；请先移走`);
  if (foreign.length > 0) return false;
  mkdirSync(join(repository, 'hooks'), { recursive: true });
  for (const { name, path } of [{ name: 'commit', path: join(home, 'commit') }, ...hooks])
    writeFileSync(path, filled(name, shell), { mode: 0o755 });
  console.log(`推送前检查、推送后发布：${join(repository, 'hooks')}`);
  return true;
}

/** Whoever clones the repository gets main, whatever this machine's git calls a first branch. */
function nameMain(repository: string): void {
  spawnSync('git', ['--git-dir', repository, 'symbolic-ref', 'HEAD', 'refs/heads/main']);
}

function writeNginx({ home, site }: Plan): void {
  const words = {
    HOME: home,
    LISTEN: site.port === '' ? '80' : site.port,
    SERVER_NAME: site.hostname,
    POLICY: `${policy(['search', 'check'])}; frame-ancestors 'none'`,
  };
  writeFileSync(join(home, 'nginx.conf'), filled('nginx.conf', words));
  console.log(`nginx 配置：${join(home, 'nginx.conf')}`);
}

/** Gives a folder a second place, without a second copy of its files where the file system can. */
function placeFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [old, next] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) placeFolder(old, next);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(old), next);
    else placeAgain(old, next);
  }
}

/** The packages of this checkout, for builds of commits with the same lockfile on a server without a registry. */
function keepModules(home: string): void {
  const { stdout } = spawnSync('git', ['hash-object', 'package-lock.json'], { cwd: root, encoding: 'utf8' });
  const folder = join(home, 'modules', stdout.trim());
  if (!existsSync(join(folder, 'node_modules'))) {
    const draft = `${folder}.draft`;
    rmSync(draft, { recursive: true, force: true });
    placeFolder(join(root, 'node_modules'), join(draft, 'node_modules'));
    renameSync(draft, folder);
  }
  console.log(`软件包：${folder}`);
}

function prepare(plan: Plan): number {
  mkdirSync(join(plan.home, 'modules'), { recursive: true });
  if (!writeHooks(plan)) return 1;
  nameMain(plan.repository);
  writeNginx(plan);
  keepModules(plan.home);
  console.log(`接下来：
  1. 第一次发布：git push ${plan.repository} main
  2. 在 nginx 的 http { } 里写 include ${join(plan.home, 'nginx.conf')}; 然后 nginx -t && nginx -s reload`);
  return 0;
}

function main(): number {
  const plan = planAsked();
  try {
    return prepare(plan);
  } catch (error) {
    console.error(faultWords(error));
    return 1;
  }
}

process.exitCode = main();
