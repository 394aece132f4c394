import type { Handed, LogMonth } from '../logs/log.ts';
import type { Role } from '../logs/role.ts';
import { type Outcome, type Problem, problem } from '../problem/problem.ts';

type Confirmation = Extract<Role, { readonly role: 'confirmation' }>;

const confirms = (role: Role): role is Confirmation => role.role === 'confirmation';

/** A log that was handed in, with one more reason why it is not complete. */
function doubted(handed: Handed, reason: string): Handed {
  switch (handed.state) {
    case 'absent':
      return handed;
    case 'incomplete':
      return { ...handed, reasons: [...handed.reasons, reason] };
    case 'nil':
    case 'complete':
      return { state: 'incomplete', on: handed.on, late: handed.late, reasons: [reason] };
  }
}

/** Why the count of somebody else does not bear out a log's rows; null where it does. */
function doubtOf(confirming: LogMonth, role: Confirmation, { log, rows }: LogMonth): string | null {
  const record = confirming.records.find(({ values }) => values[role.log] === log.id);
  const counted = record?.values[role.rows];
  if (typeof counted !== 'number') return `${confirming.log.name}没有核对的件数`;
  const own = rows.given - rows.carried;
  const carried = rows.carried === 0 ? '' : `（结转的 ${rows.carried} 行不算）`;
  return counted === own ? null : `${confirming.log.name}写 ${counted} 件，文件有 ${own} 行${carried}`;
}

/**
 * A month's logs, each judged by what somebody else counted where a log declares that: without such a count, or with another
 * one, it is not complete. Reports `delivery/unconfirmed`.
 */
export function confirmed(logs: ReadonlyMap<string, LogMonth>): Outcome<ReadonlyMap<string, LogMonth>> {
  const checked = new Map(logs);
  const problems: Problem[] = [];
  for (const confirming of logs.values()) {
    for (const role of confirming.log.roles.filter(confirms)) {
      for (const id of role.of) {
        const own = checked.get(id);
        // What is not over is counted when it is.
        if (own === undefined || own.handed.state === 'absent' || own.through !== null) continue;
        const doubt = doubtOf(confirming, role, own);
        if (doubt === null) continue;
        checked.set(id, { ...own, handed: doubted(own.handed, doubt) });
        const message = `${own.log.name}：${doubt}，按数据不完整处理`;
        const hint = '请与委托方核对：漏记的补上，核对的件数有误的请对方改正';
        problems.push(problem('delivery/unconfirmed', { file: own.file }, message, hint));
      }
    }
  }
  return { value: checked, problems };
}
