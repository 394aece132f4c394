import { relationsOf } from '../../core/project/relations.ts';
import { locationsOf } from '../../core/registers/location.ts';
import { byNeed, standings } from '../../core/reports/commitments.ts';
import { Reports } from '../../core/reports/reports.ts';
import { present } from '../../core/testing/ledger.ts';
import { loadProject } from '../../disk/project.ts';
import type { Inputs } from '../pages/inputs.ts';

/** What every page of a contract under tests/ may be given; an address is the kind of what lies there. */
export function inputsOf(contract: string): Inputs {
  const { value, problems } = loadProject(`tests/contracts/${contract}`);
  const project = present(value);
  const { assessment, content, ledger } = project;
  const latest = present(assessment.months.at(-1));
  const commitments = content.commitments.map(({ data }) => data);
  const standing = byNeed(standings(assessment, commitments, latest), [...content.clauses.keys()]);
  return {
    project,
    problems,
    latest,
    handedTo: latest,
    reports: new Reports(assessment, problems),
    locations: locationsOf(ledger.registers),
    href: ({ kind }) => kind,
    relations: relationsOf(content, ledger.logs),
    standings: new Map(standing.map((each) => [each.commitment.id, each])),
    waiting: null,
  };
}
