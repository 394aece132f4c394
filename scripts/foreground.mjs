import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, resolve } from 'node:path';

/**
 * The environment of the project's commands: what node_modules/.bin holds comes first, Node 24 among it.
 * @param {Readonly<Record<string, string>>} more variables besides this process's own
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentWith(more = {}) {
  const path = [resolve('node_modules/.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...more, PATH: path };
}

/**
 * Runs a command as if it stood in this process's place: on the same terminal, told of every signal, its exit code handed on.
 * The shell between npm and a script dies of a signal without a word to it, so the parent's end counts as one.
 * @param {string} command one of node_modules/.bin or of the machine
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} more variables besides this process's own
 * @returns {Promise<number>} the exit code, as a shell counts it
 */
export function foreground(command, args, more = {}) {
  const shell = process.platform === 'win32';
  const child = spawn(command, args, { stdio: 'inherit', shell, env: environmentWith(more) });
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => child.kill(signal);
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid === parent || pass('SIGTERM'), 200);
  return new Promise((end) => {
    const over = (/** @type {number} */ code) => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, pass);
      end(code);
    };
    child.on('error', (error) => {
      console.error(`不能运行 ${command}：${error.message}`);
      over(127);
    });
    child.on('exit', (code, signal) => over(signal === null ? (code ?? 1) : 128 + constants.signals[signal]));
  });
}
