import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contractRoot } from '../src/disk/root.ts';
import { misused } from './arguments.ts';

/** The option by which every command is told whose contract it is about. */
export const rootOption = { root: { type: 'string' } } as const;

/**
 * The folder of the contract that a command is about, told to everything that it runs. Without `--root` it is the folder in
 * which the command runs. A folder that holds no contract ends the command.
 */
export function contractAsked(root: string | undefined): string {
  if (root !== undefined) process.env.SITE_CONTRACT = resolve(root);
  const folder = contractRoot();
  if (!existsSync(join(folder, 'content')))
    misused(`${folder} 里没有合同（content 文件夹）`, '新建一个：npm run new -- <文件夹>');
  return folder;
}
