import { spawnSync } from 'node:child_process';
import { environmentWith, foreground } from './foreground.mjs';

type Environment = Readonly<Record<string, string>>;

/** Runs a command of node_modules/.bin in the foreground; ends this process with the same code when it fails. */
export async function run(command: string, args: readonly string[], env: Environment = {}): Promise<void> {
  const code = await foreground(command, args, env);
  if (code !== 0) process.exit(code);
}

/** Runs a command as `run` does, but in silence; throws the end of what it said when it fails. */
export function runQuietly(command: string, args: readonly string[], env: Environment = {}): void {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
    env: environmentWith(env),
  });
  if (status === 0) return;
  const said = `${stdout}${stderr}`.trimEnd().split('\n').slice(-30).join('\n');
  throw new Error(`${command} ${args.join(' ')} 没有成功\n${said}`);
}
