import type { Contract } from '../core/documents/contract.ts';
import { unplaced } from '../core/indicators/result.ts';
import type { Registers } from '../core/registers/registers.ts';

/** What things are called: entries by the registers' names, the contract's places and parties by its words. */
export interface Naming {
  readonly registers: Registers;
  readonly contract: Pick<Contract, 'words'>;
}

/** An entry's Chinese name, or its id when the register does not name it. */
export function nameOf(registers: Registers, register: string, id: string): string {
  const name = registers.get(register)?.byId.get(id)?.name;
  return typeof name === 'string' ? name : id;
}

/** A service's name; `all` is every service. */
export const serviceName = (registers: Registers, id: string): string =>
  id === 'all' ? '全部服务' : nameOf(registers, 'services', id);

/** A location's name; of what belongs to none, that. */
export const locationName = ({ registers, contract }: Naming, id: string | null): string =>
  id === null || id === unplaced ? `不分${contract.words.place}` : nameOf(registers, 'locations', id);

/** Service ids in the register's order. */
export const serviceIds = (registers: Registers): string[] => [...(registers.get('services')?.byId.keys() ?? [])];

/** A service's short name for narrow columns. */
export function serviceShort(registers: Registers, id: string): string {
  const short = registers.get('services')?.byId.get(id)?.short;
  return typeof short === 'string' ? short : serviceName(registers, id);
}

/** Names with 、 between them; of many the first few, and how many there are. */
export const listed = (names: readonly string[], most = 10): string =>
  names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')}等${names.length}个`;

/** A name and the words after it, with a space where both would run into one number or foreign word: ICU 1-3 2026年10月. */
export const beside = (name: string, words: string): string =>
  `${name}${/[A-Za-z0-9]$/u.test(name) && /^[A-Za-z0-9]/u.test(words) ? ' ' : ''}${words}`;
