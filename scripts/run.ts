import { foreground } from './foreground.mjs';

type Environment = Readonly<Record<string, string>>;

/** A command of node_modules/.bin with its arguments, and variables besides this process's own. */
export type Command = readonly [command: string, args: readonly string[], env?: Environment];

/** Runs a command of node_modules/.bin in the foreground; ends this process with the same code when it fails. */
export async function run(...command: Command): Promise<void> {
  await runTogether(command);
}

/** Runs commands at the same time, waits for all of them, and ends this process with the code of the first that failed. */
export async function runTogether(...commands: readonly Command[]): Promise<void> {
  const codes = await Promise.all(commands.map((each) => foreground(...each)));
  const failed = codes.find((code) => code !== 0);
  if (failed !== undefined) process.exit(failed);
}
