import type { Conditions } from '../csv/condition.ts';
import type { Log } from '../logs/log.ts';
import type { CaseKind, Role } from '../logs/role.ts';
import { compile, type Test } from '../registers/condition.ts';
import type { Registers } from '../registers/registers.ts';

/** What a log's definition says of its cases of a kind. */
interface CaseTerms {
  readonly kind: CaseKind;
  /** Which rows are meant; without it all. */
  readonly where?: Conditions | undefined;
  /** Which of them are none, because they were called off. */
  readonly except?: Conditions | undefined;
  /** Rows that say so are not at an end, whatever moment they give. */
  readonly unfinished?: Conditions | undefined;
  readonly opened: string;
  readonly closed: string;
  readonly answered?: string | undefined;
  readonly due?: string | undefined;
  /** The column that names the post that is to act. */
  readonly responsible?: string | undefined;
  /** The column that names the post that looked again. */
  readonly verifier?: string | undefined;
  readonly item: string;
  readonly about: readonly string[];
  readonly action: readonly string[];
  /** Columns that may say something else in a later month. */
  readonly progress: readonly string[];
}

/** How the cases of a kind are read from the rows of a log. */
export interface Source extends CaseTerms {
  readonly isCase: Test;
  readonly isUnfinished: Test;
}

/** What a role says of cases; null for a role whose rows have no end to wait for. */
function caseTerms(role: Role): CaseTerms | null {
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
      const { raised, done, due, service, measure, state, responsible, effect, reason, cancelled } = role;
      return {
        kind: 'measure',
        except: cancelled,
        opened: raised,
        closed: done,
        due,
        responsible,
        item: service,
        about: [service, measure],
        action: reason === undefined ? [] : [reason],
        progress: [state, effect, reason].flatMap((field) => field ?? []),
      };
    }
    default: {
      const { role: kind, ...terms } = role;
      return { kind, ...terms };
    }
  }
}

/** What a log's definition says of its cases, in the order of its roles. */
export const caseTermsOf = ({ roles }: Log): CaseTerms[] => roles.flatMap((role) => caseTerms(role) ?? []);

const never: Test = () => false;

function sourceOf(terms: CaseTerms, log: Log, registers: Registers): Source {
  const [isMeant, isExcepted, isUnfinished] = [
    compile(terms.where, log, registers),
    terms.except === undefined ? never : compile(terms.except, log, registers),
    terms.unfinished === undefined ? never : compile(terms.unfinished, log, registers),
  ];
  return { ...terms, isCase: (values) => isMeant(values) && !isExcepted(values), isUnfinished };
}

/** How the cases of a log are read, in the order of its roles. A row that a role took is not taken by a later one. */
export function sourcesOf(log: Log, registers: Registers): Source[] {
  const sources = caseTermsOf(log).map((terms) => sourceOf(terms, log, registers));
  return sources.map((source, at) => {
    const earlier = sources.slice(0, at);
    return { ...source, isCase: (values) => source.isCase(values) && !earlier.some(({ isCase }) => isCase(values)) };
  });
}
