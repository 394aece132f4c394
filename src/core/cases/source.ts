import type { Log } from '../logs/log.ts';
import type { CaseKind, Role } from '../logs/role.ts';
import { compile, type Test } from '../registers/condition.ts';
import type { Registers } from '../registers/registers.ts';

/** How the cases of a kind are read from the rows of a log. */
export interface Source {
  readonly kind: CaseKind;
  readonly opened: string;
  readonly closed: string;
  readonly answered?: string | undefined;
  readonly due?: string | undefined;
  readonly item: string;
  readonly about: readonly string[];
  readonly action: readonly string[];
  /** Columns that may say something else in a later month. */
  readonly progress: readonly string[];
  readonly isCase: Test;
  /** Rows that say so are not at an end, whatever moment they give. */
  readonly isUnfinished: Test;
}

const never: Test = () => false;

/** How a role's cases are read; null for a role whose rows have no end to wait for. */
function sourceOf(role: Role, log: Log, registers: Registers): Source | null {
  switch (role.role) {
    case 'opinion':
    case 'suggestion':
    case 'survey':
    case 'training':
    case 'work':
    case 'confirmation':
    case 'recheck':
    case 'shifts':
      return null;
    case 'measure': {
      const { raised, done, due, service, measure, state, effect, reason, cancelled } = role;
      const isCancelled = cancelled === undefined ? never : compile(cancelled, log, registers);
      return {
        kind: 'measure',
        opened: raised,
        closed: done,
        due,
        item: service,
        about: [service, measure],
        action: reason === undefined ? [] : [reason],
        progress: [state, effect, reason].flatMap((field) => field ?? []),
        isCase: (values) => !isCancelled(values),
        isUnfinished: never,
      };
    }
    default: {
      const { role: kind, where, unfinished, ...columns } = role;
      const isUnfinished = unfinished === undefined ? never : compile(unfinished, log, registers);
      return { kind, ...columns, isCase: compile(where, log, registers), isUnfinished };
    }
  }
}

/** How the cases of a log are read, in the order of its roles. A row that a role took is not taken by a later one. */
export function sourcesOf(log: Log, registers: Registers): Source[] {
  const sources = log.roles.flatMap((role) => sourceOf(role, log, registers) ?? []);
  return sources.map((source, at) => {
    const earlier = sources.slice(0, at);
    return { ...source, isCase: (values) => source.isCase(values) && !earlier.some(({ isCase }) => isCase(values)) };
  });
}
