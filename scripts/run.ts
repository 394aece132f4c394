import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** Runs a command of node_modules/.bin with Node 24 first on the path; ends this process with the same code when it fails. */
export function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const path = `${join(process.cwd(), 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env, PATH: path },
  });
  if (status !== 0) process.exit(status ?? 1);
}
