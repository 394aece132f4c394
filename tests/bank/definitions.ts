import { join } from 'node:path';
import type { Log } from '../../src/core/logs/log.ts';
import { definitionsOn } from '../../src/disk/definitions.ts';

const root = join(import.meta.dirname, '../..');

/** What the bank's contract defines. */
export const bank = definitionsOn(root);

/** A log of the bank's contract. */
export function bankLog(id: string): Log {
  const log = bank.logs.find((each) => each.id === id);
  if (log === undefined) throw new Error(`the contract has no log ${id}`);
  return log;
}
