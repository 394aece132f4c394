import { join } from 'node:path';
import { definitionsOn } from '../../disk/definitions.ts';
import type { Log } from '../logs/log.ts';
import type { Register } from '../registers/register.ts';

/** The small contract that tests of the engine are written against; its files lie in tests/contracts/small. */
export const definitions = definitionsOn(join(import.meta.dirname, '../../../tests/contracts/small'));

/** A log of the small contract. */
export function logNamed(id: string): Log {
  const log = definitions.logs.find((each) => each.id === id);
  if (log === undefined) throw new Error(`the small contract has no log ${id}`);
  return log;
}

/** A register of the small contract. */
export function registerNamed(id: string): Register {
  const register = definitions.registers.find((each) => each.id === id);
  if (register === undefined) throw new Error(`the small contract has no register ${id}`);
  return register;
}
