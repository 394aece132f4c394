import type { Ledger } from '../ledger/ledger.ts';
import type { Log, LogMonth } from '../logs/log.ts';
import type { Role, RoleName, RoleOf } from '../logs/role.ts';
import { compile } from '../registers/condition.ts';
import type { Registers } from '../registers/registers.ts';
import type { LogRow } from './log-row.ts';

/** The roles that some log of the contract declares. What no log declares is not kept: of it nothing is known, which is not none. */
export type Kept = ReadonlySet<RoleName>;

/** What a contract keeps a record of. */
export const keptIn = ({ logs }: Pick<Ledger, 'logs'>): Kept =>
  new Set(logs.flatMap(({ roles }) => roles.map(({ role }) => role)));

/** Whether a contract keeps a record of one of some things. */
export const keepsAny = (kept: Kept, names: readonly RoleName[]): boolean => names.some((name) => kept.has(name));

/** Whether a log declares one of some roles. */
export const declares = ({ roles }: Log, names: readonly RoleName[]): boolean => roles.some(({ role }) => names.includes(role));

/** The roles of one name that a log declares. */
export const rolesOf = <Name extends RoleName>({ roles }: Log, name: Name): RoleOf<Name>[] =>
  roles.filter((each: Role): each is RoleOf<Name> => each.role === name);

/** A row with the role by which it is read. */
export interface RoleRow<Name extends RoleName> extends LogRow {
  readonly role: RoleOf<Name>;
}

/** The rows of some deliveries in a role. */
export const rowsIn = <Name extends RoleName>(deliveries: readonly LogMonth[], name: Name): RoleRow<Name>[] =>
  deliveries.flatMap(({ log, records }) =>
    rolesOf(log, name).flatMap((role) => records.map((record) => ({ log, record, role }))),
  );

/** The column in which a log's rows name their service; null where it has none. */
export const serviceField = ({ columns }: Log): string | null =>
  Object.keys(columns).find((field) => {
    const column = columns[field];
    return column?.type === 'reference' && column.register === 'services';
  }) ?? null;

/** Whether a measure to improve was carried out, is still to be, or was called off. */
export type MeasureState = 'done' | 'left' | 'cancelled';

/** How far the measure of a row has come, as the row says. */
export function measureState({ log, record, role }: RoleRow<'measure'>, registers: Registers): MeasureState {
  if (compile(role.carriedOut, log, registers)(record.values)) return 'done';
  return role.cancelled !== undefined && compile(role.cancelled, log, registers)(record.values) ? 'cancelled' : 'left';
}
