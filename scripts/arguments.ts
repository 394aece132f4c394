import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Ends the command because it was called in a wrong way. */
export function misused(...lines: readonly string[]): never {
  console.error(lines.join('\n'));
  process.exit(2);
}

/** The arguments of a command; one that it does not know ends it, with its usage. */
export function readArguments<T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch {
    misused(`参数有误：${process.argv.slice(2).join(' ')}`, usage);
  }
}
