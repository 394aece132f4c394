import type { LogMonth } from '../logs/log.ts';
import type { Role } from '../logs/role.ts';
import { type Problem, problem } from '../problem/problem.ts';

type Shifts = Extract<Role, { readonly role: 'shifts' }>;

const tellsShifts = (role: Role): role is Shifts => role.role === 'shifts';

/** The days on which each post put its name to a row, by post. */
function signedDays(logs: ReadonlyMap<string, LogMonth>, { signed }: Shifts): ReadonlyMap<string, ReadonlySet<string>> {
  const days = new Map<string, Set<string>>();
  for (const [id, column] of Object.entries(signed)) {
    const handed = logs.get(id);
    for (const { values } of handed?.records ?? []) {
      const [post, day] = [values[column], values[handed?.log.date ?? '']];
      if (typeof post !== 'string' || typeof day !== 'string') continue;
      const own = days.get(post) ?? new Set();
      days.set(post, own.add(day.slice(0, 10)));
    }
  }
  return days;
}

/**
 * Posts that put their names to rows on more days of a month than they had shifts, where a log says how many they had: either
 * number is wrong, and neither says which. Reports `record/shifts`; no verdict follows from it.
 */
export function beyondShifts(logs: ReadonlyMap<string, LogMonth>): Problem[] {
  return [...logs.values()].flatMap(({ log, file, records }) =>
    log.roles.filter(tellsShifts).flatMap((role) => {
      const days = signedDays(logs, role);
      return records.flatMap(({ line, values }): Problem[] => {
        const [post, worked] = [String(values[role.post]), values[role.worked]];
        const signed = days.get(post)?.size ?? 0;
        if (typeof worked !== 'number' || signed <= worked) return [];
        const message = `${post} 当月在 ${signed} 天的记录上签了岗位，${log.name}只写到班 ${worked} 班`;
        return [problem('record/shifts', { file, line }, message, '请核对排班和各记录的岗位，改正写错的一方')];
      });
    }),
  );
}
