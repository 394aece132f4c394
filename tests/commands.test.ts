import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';

const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(readFileSync('package.json', 'utf8'));

it.each(Object.entries(scripts))('npm run %s installs what it needs first', (name, command) => {
  expect(name).not.toMatch(/^(?:pre|post)/u);
  expect(command).toMatch(/^node scripts\/launch\.mjs (?:node scripts\/\w+\.ts|biome check|knip)[^&|;]*$/u);
});

/** A project with one package of its own, in which nothing was run yet. */
function project(manifest = JSON.stringify({ name: 'small', dependencies: { own: 'file:own' } })): string {
  const folder = mkdtempSync(join(tmpdir(), 'launch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const packages = { '': { dependencies: { own: 'file:own' } }, own: {}, 'node_modules/own': { resolved: 'own', link: true } };
  writeFileSync(join(folder, 'package.json'), manifest);
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ name: 'small', lockfileVersion: 3, packages }));
  mkdirSync(join(folder, 'own'));
  writeFileSync(join(folder, 'own', 'package.json'), '{ "name": "own", "version": "1.0.0" }');
  mkdirSync(join(folder, 'scripts'));
  for (const name of ['install.mjs', 'launch.mjs', 'foreground.mjs'])
    cpSync(join('scripts', name), join(folder, 'scripts', name));
  return folder;
}

const launch = (folder: string, args: readonly string[], input = '') =>
  spawnSync('node', ['scripts/launch.mjs', ...args], { cwd: folder, encoding: 'utf8', input });

describe('the launcher', () => {
  it('installs once, says so on stderr alone, and hands on arguments, input, output and exit code', () => {
    const folder = project();
    const echo =
      'process.stdin.pipe(process.stdout); process.stdout.write(JSON.stringify(process.argv.slice(1))); process.exitCode = 7';
    const [first, second] = [1, 2].map(() => launch(folder, ['node', '-e', echo, 'a b', '--', '$c'], 'typed'));
    for (const ended of [first, second]) expect(ended).toMatchObject({ status: 7, stdout: '["a b","--","$c"]typed' });
    expect(first?.stderr).toContain('安装依赖');
    expect(second?.stderr).toBe('');
  });

  it('runs nothing when packages cannot be installed, and says where to get them', () => {
    const folder = project('{');
    const { status, stdout, stderr } = launch(folder, ['node', '-e', 'console.log(1)']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('没有软件源的机器');
  });

  it.each([
    ['obeys', "process.on('SIGTERM', () => process.exit(9));", 9],
    ['knows nothing of', '', 143],
  ])('hands on a signal that the command %s', async (_, handler, code) => {
    const script = `${handler} console.log('ready'); setInterval(() => {}, 1000)`;
    const child = spawn('node', ['scripts/launch.mjs', 'node', '-e', script], {
      cwd: project(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    const [[ended]] = await Promise.all([once(child, 'exit'), text(child.stdout)]);
    expect(ended).toBe(code);
  });

  it('ends the command of an npm script that is ended', async () => {
    const folder = project();
    const script = "setInterval(() => {}, 1000); console.log('ready')";
    writeFileSync(join(folder, 'wait.js'), script);
    const scripts = { wait: 'node scripts/launch.mjs node wait.js' };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'small', dependencies: { own: 'file:own' }, scripts }));
    const child = spawn('npm', ['run', '--silent', 'wait'], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    // Whoever still ran would keep the output open.
    await text(child.stdout);
  }, 20_000);

  it('says what cannot be run', () => {
    expect(launch(project(), ['nothing-of-that-name'])).toMatchObject({
      status: 127,
      stderr: expect.stringContaining('不能运行'),
    });
  });
});

const target = join(tmpdir(), 'ledger-never-made');

it.each([
  'check.ts --least all',
  'check.ts --format pdf',
  'diff.ts --output=<folder> HEAD',
  'month.ts --month 2026-11',
  'pdf.ts',
  'publish.ts',
  'publish.ts <folder> --keep 1',
  'publish.ts <folder> --keep abc',
  'publish.ts <folder> --wait -1',
  'publish.ts <folder> --site',
  'publish.ts <folder> --site /nonexistent',
  'publish.ts <folder> --site content',
  'publish.ts <folder> --rolback',
  'publish.ts <folder> --rollback --list',
  'publish.ts <folder> 0001-1234567',
  'publish.ts .',
  'publish.ts content',
  'publish.ts node_modules/x',
  'publish.ts package.json',
  'publish.ts /',
  'server.ts <folder>',
  'server.ts <folder> <folder>',
  'server.ts <folder> <folder> --url ledger.example',
  'server.ts <folder> <folder> --url http://ledger.example/path/',
  'server.ts <folder> <folder> --url http://ledger.example/',
])('%s ends at once with a sentence', (call) => {
  const [script = '', ...args] = call.replaceAll('<folder>', target).split(' ');
  const { status, stdout, stderr } = spawnSync(resolve('node_modules/.bin/node'), [`scripts/${script}`, ...args], {
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/[一-鿿]/u);
  expect(stderr).not.toMatch(/^ +at |ERR_/mu);
  expect(existsSync(target)).toBe(false);
});
