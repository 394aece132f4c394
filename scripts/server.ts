import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { policy } from '../src/site/policy.ts';

/**
 * `npm run server -- <bare repository> <home> --url http://ledger.example/` prepares a plain server: the hook that publishes
 * each push to main, the packages that it builds with, and a configuration for nginx. It may be run again.
 */
const mark = 'Written by `npm run server`';
const root = process.cwd();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string', default: 'http://localhost/' } },
});

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A template with its `@NAMES@` filled in. */
function filled(template: string, words: Readonly<Record<string, string>>): string {
  const text = readFileSync(join(import.meta.dirname, 'server', template), 'utf8');
  return text.replace(/@([A-Z_]+)@/gu, (whole, name: string) => words[name] ?? whole);
}

function installHook(repository: string, home: string, site: URL): boolean {
  const hook = join(repository, 'hooks', 'post-receive');
  if (existsSync(hook) && !readFileSync(hook, 'utf8').includes(mark)) {
    console.error(`${hook} 已有别的内容，没有改动；请先移走`);
    return false;
  }
  const words = { REPOSITORY: repository, HOME: home, SITE_URL: site.origin, SITE_BASE: '/' };
  const shell = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, quoted(text)]));
  writeFileSync(hook, filled('post-receive', shell), { mode: 0o755 });
  console.log(`推送后发布：${hook}`);
  return true;
}

function writeNginx(home: string, site: URL): void {
  const words = {
    HOME: home,
    LISTEN: site.port === '' ? '80' : site.port,
    SERVER_NAME: site.hostname,
    POLICY: `${policy(['search', 'check'])}; frame-ancestors 'none'`,
  };
  writeFileSync(join(home, 'nginx.conf'), filled('nginx.conf', words));
  console.log(`nginx 配置：${join(home, 'nginx.conf')}`);
}

/** The packages of this checkout, for builds of commits with the same lockfile on a server without a registry. */
function keepModules(home: string): void {
  const { stdout } = spawnSync('git', ['hash-object', 'package-lock.json'], { cwd: root, encoding: 'utf8' });
  const folder = join(home, 'modules', stdout.trim());
  if (!existsSync(folder)) cpSync(join(root, 'node_modules'), folder, { recursive: true, verbatimSymlinks: true });
  console.log(`软件包：${folder}`);
}

function main(): number {
  const [repository, home] = positionals.map((path) => resolve(path));
  if (repository === undefined || home === undefined || !URL.canParse(values.url)) {
    console.error('用法：npm run server -- <裸仓库> <服务目录> [--url http://台账的地址/]');
    return 2;
  }
  if (!existsSync(join(repository, 'hooks'))) {
    console.error(`${repository} 不是裸仓库；请先运行 git init --bare ${repository}`);
    return 2;
  }
  const site = new URL(values.url);
  mkdirSync(join(home, 'modules'), { recursive: true });
  if (!installHook(repository, home, site)) return 1;
  writeNginx(home, site);
  keepModules(home);
  return 0;
}

process.exitCode = main();
