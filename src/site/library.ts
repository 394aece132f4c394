import type { Month } from '../core/calendar/date.ts';
import { asText } from '../core/problem/print.ts';
import { hasErrors, type Problem } from '../core/problem/problem.ts';
import type { Project } from '../core/project/project.ts';
import { type Relations, relationsOf } from '../core/project/relations.ts';
import { type LocationEntry, locationsOf } from '../core/registers/location.ts';
import { byNeed, type Standing, standings } from '../core/reports/commitments.ts';
import { loadProject } from '../disk/project.ts';
import { contractRoot } from '../disk/root.ts';

/** What pages may ask for: the project, every problem that did not forbid publishing, and the month shown by default. */
export interface Library {
  readonly project: Project;
  readonly problems: readonly Problem[];
  readonly latest: Month;
  /** What points at what, read backwards. */
  readonly relations: Relations;
  /** Every location with what lies there, in the register's order. */
  readonly locations: readonly LocationEntry[];
  /** How every commitment stands in the latest month, by its id; what needs action first. */
  readonly standings: ReadonlyMap<string, Standing>;
}

let kept: Library | null = null;

/**
 * The one door through which pages reach content and data; read once a build. Throws with the whole list of problems when
 * anything forbids publishing, so that nothing half-built leaves.
 */
export function library(): Library {
  if (kept !== null && import.meta.env.PROD) return kept;
  const { value, problems } = loadProject(contractRoot());
  const latest = value?.assessment.months.at(-1);
  if (value === null || latest === undefined || hasErrors(problems))
    throw new Error(`内容或数据有误，不能发布\n${asText(problems)}`);
  const { content, ledger, assessment } = value;
  const commitments = content.commitments.map(({ data }) => data);
  const standing = byNeed(standings(assessment, commitments, latest), [...content.clauses.keys()]);
  kept = {
    project: value,
    problems,
    latest,
    relations: relationsOf(content, ledger.logs),
    locations: locationsOf(ledger.registers),
    standings: new Map(standing.map((each) => [each.commitment.id, each])),
  };
  return kept;
}
