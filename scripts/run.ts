import { foreground } from './foreground.mjs';

type Environment = Readonly<Record<string, string>>;

/** Runs a command of node_modules/.bin in the foreground; ends this process with the same code when it fails. */
export async function run(command: string, args: readonly string[], env: Environment = {}): Promise<void> {
  const code = await foreground(command, args, env);
  if (code !== 0) process.exit(code);
}
