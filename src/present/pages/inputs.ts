import { addMonths, isMonth, lastDay, type Month } from '../../core/calendar/date.ts';
import { problemCodes } from '../../core/problem/codes.ts';
import type { Problem } from '../../core/problem/problem.ts';
import type { Content, Project } from '../../core/project/project.ts';
import { type Relations, relationsOf } from '../../core/project/relations.ts';
import { type LocationEntry, locationsOf } from '../../core/registers/location.ts';
import { byNeed, type Standing, standings } from '../../core/reports/commitments.ts';
import type { Destination } from '../../core/reports/destination.ts';
import { Evidence, evidenceRegister } from '../../core/reports/evidence.ts';
import { Reports } from '../../core/reports/reports.ts';
import { sealsThrough } from '../../core/seals/former.ts';
import { waitingSentence } from '../handed.ts';

/** Where each part of the content is written: the folder whose files decide it. */
const folders: Readonly<Record<keyof Content, string>> = {
  sections: 'plan',
  clauses: 'plan',
  standards: 'standards',
  commitments: 'commitments',
  indicators: 'indicators',
  procedures: 'procedures',
  attachments: 'attachments',
  attachmentIndex: 'attachments',
  reports: 'reports',
  contract: 'contract.mdx',
  units: 'organisation',
  roles: 'organisation',
  meetings: 'organisation',
  channels: 'organisation',
  records: 'organisation',
  redirects: 'organisation',
  blanks: 'organisation',
  contradictions: 'organisation',
  synonyms: 'search',
  unread: '',
};

/** What every page may read. */
const common = ['contract.mdx', ''];

/**
 * What a page reads beyond what every page does: the contract's own document, its logs and registers with their rows, and the
 * provenance of its data.
 */
export interface Reads {
  /** The last month whose rows it reads; earlier ones it may read too. */
  readonly through: Month;
  /** Folders of the content. */
  readonly content: readonly string[];
}

/** What a page is given. */
export interface Inputs {
  readonly project: Project;
  /** Problems that did not forbid publishing. */
  readonly problems: readonly Problem[];
  /** The month shown where a page names none: the last that it may read and that is over. */
  readonly latest: Month;
  /** The last month handed in; before the first, the one before it. */
  readonly handedTo: Month;
  readonly reports: Reports;
  /** The address of what a picture's points lead to. */
  readonly href: (to: Destination) => string;
  /** Every location with what lies there, in the register's order. */
  readonly locations: readonly LocationEntry[];
  /** What points at what, read backwards. */
  readonly relations: Relations;
  /** How every commitment stands in the latest month, by its id; what needs action first. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** What is there of every kind of record and document on the last day of the latest month. */
  readonly evidence: Evidence;
  /** What a contract says that has no month yet, or still waits for its first; null for any other. */
  readonly waiting: string | null;
}

/** What was found in the register of documents is told without the cells: some of them are not published. */
function publicProblems({ ledger }: Project, problems: readonly Problem[]): readonly Problem[] {
  const register = evidenceRegister([...ledger.registers.values()].map((each) => each.register));
  if (register === null) return problems;
  const file = `data/registers/${register.id}.csv`;
  return problems.map((each) => {
    if (each.file !== file) return each;
    const { cells: _, hint: __, ...told } = each;
    return { ...told, message: problemCodes[each.code].meaning };
  });
}

const evidenceOn = ({ ledger, content }: Project, day: string): Evidence =>
  new Evidence(
    {
      ledger,
      kinds: content.records?.data.records ?? [],
      meetings: content.meetings?.data.meetings ?? [],
      blanks: content.blanks?.data.blanks ?? [],
    },
    day,
  );

/** All that was read, for pages that may read everything; null while not even the contract's first month is known. */
export function wholeInputs(project: Project, found: readonly Problem[], href: Inputs['href']): Inputs | null {
  const problems = publicProblems(project, found);
  const { content, contract, ledger, assessment } = project;
  const { latest, months } = assessment;
  if (months.length === 0) return null;
  const commitments = content.commitments.map(({ data }) => data);
  const standing = byNeed(standings(assessment, commitments, latest), [...content.clauses.keys()]);
  const handed = ledger.months.map(({ month }) => month);
  return {
    project,
    problems,
    latest,
    handedTo: handed.some((month) => assessment.months.includes(month)) ? latest : addMonths(latest, -1),
    reports: new Reports(assessment, problems),
    href,
    locations: locationsOf(ledger.registers),
    relations: relationsOf(content, ledger.logs),
    standings: new Map(standing.map((each) => [each.commitment.id, each])),
    evidence: evidenceOn(project, lastDay(latest)),
    waiting: waitingSentence(assessment.months, handed, contract.start),
  };
}

/** Thrown for a page that asks for what it did not declare: another page would go stale in silence. */
class Undeclared extends Error {
  constructor(name: string) {
    super(`a page reads ${name}, which it did not declare`);
  }
}

const refuse = (name: string): never => {
  throw new Undeclared(name);
};

/** The content of some folders; asking for another part throws. */
function contentOf(content: Content, declared: readonly string[]): Content {
  const guard = { ...content };
  for (const [name, folder] of Object.entries(folders))
    if (!common.includes(folder) && !declared.includes(folder))
      Object.defineProperty(guard, name, { enumerable: true, get: () => refuse(`content/${folder}`) });
  return guard;
}

/** What a page that declares its reads is given: later months and other content are not there. */
export function inputsFor(whole: Inputs, { through, content }: Reads): Inputs {
  const { project } = whole;
  const assessment = project.assessment.through(through);
  const problems = whole.problems.filter(({ file }) => isBefore(file, through));
  return {
    project: {
      ...project,
      assessment,
      ledger: assessment.ledger,
      content: contentOf(project.content, content),
      seals: sealsThrough(project.seals, through),
    },
    problems,
    latest: through,
    handedTo: through,
    reports: new Reports(assessment, problems),
    waiting: whole.waiting,
    locations: whole.locations,
    href: whole.href,
    get relations() {
      return refuse('what points at what');
    },
    get standings() {
      return refuse('how commitments stand');
    },
    get evidence() {
      return refuse('documents that were handed in');
    },
  };
}

/** Whether a file is of a month up to another one. */
const isBefore = (file: string, through: Month): boolean => {
  const [root, month = ''] = file.split('/');
  return root === 'data' && isMonth(month) && month <= through;
};
