import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

type Environment = Readonly<Record<string, string>>;

function spawn(command: string, args: readonly string[], env: Environment, stdio: 'inherit' | 'pipe'): SpawnSyncReturns<string> {
  const path = `${join(process.cwd(), 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  return spawnSync(command, args, {
    stdio,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env, PATH: path },
  });
}

/** Runs a command of node_modules/.bin with Node 24 first on the path; ends this process with the same code when it fails. */
export function run(command: string, args: readonly string[], env: Environment = {}): void {
  const { status } = spawn(command, args, env, 'inherit');
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs a command as `run` does, but in silence; throws the end of what it said when it fails. */
export function runQuietly(command: string, args: readonly string[], env: Environment = {}): void {
  const { status, stdout, stderr } = spawn(command, args, env, 'pipe');
  if (status === 0) return;
  const said = `${stdout}${stderr}`.trimEnd().split('\n').slice(-30).join('\n');
  throw new Error(`${command} ${args.join(' ')} 没有成功\n${said}`);
}
