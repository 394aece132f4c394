import type { Column } from '../src/core/csv/column.ts';
import type { Project } from '../src/core/project/project.ts';

/** Everything that contracts call by a name of their own. */
export interface Vocabulary {
  /** Ids of logs, registers and columns. */
  readonly ids: ReadonlySet<string>;
  /** Ids of documents, of what documents list, and of registers' entries. */
  readonly documents: ReadonlySet<string>;
  /** Chinese names, aliases, values and spellings, of two characters or more. */
  readonly words: ReadonlySet<string>;
}

const tablesOf = ({ definitions }: Project) => [...definitions.logs, ...definitions.registers];
const registersOf = ({ ledger }: Project) => [...ledger.registers.values()];

function documentIds(project: Project): string[] {
  const { indicators, commitments, procedures, standards, sections, attachments, ...single } = project.content;
  const files = [indicators, commitments, procedures, standards, sections, attachments];
  const { units, roles, meetings, channels, records, blanks, contradictions } = single;
  const lists = [
    units?.data.units,
    roles?.data.roles,
    meetings?.data.meetings,
    channels?.data.channels,
    records?.data.records,
    blanks?.data.blanks,
    contradictions?.data.contradictions,
  ];
  const entries = registersOf(project).flatMap(({ byId }) => [...byId.keys()]);
  return [
    ...files.flatMap((each) => each.map(({ id }) => id)),
    ...lists.flatMap((each) => (each ?? []).map(({ id }) => id)),
    ...entries,
  ];
}

const columnWords = (column: Column): string[] => [
  column.name,
  ...(column.aliases ?? []),
  ...(column.type === 'choice' ? Object.entries(column.values).flatMap(([word, spellings]) => [word, ...spellings]) : []),
];

function wordsOf(project: Project): string[] {
  const { contract, content } = project;
  const parties = [contract.title, contract.contractor, contract.client, contract.premises];
  const people = [...(content.units?.data.units ?? []), ...(content.roles?.data.roles ?? [])].map(({ name }) => name);
  const entries = registersOf(project).flatMap(({ records }) => records.flatMap(({ values: { name, short } }) => [name, short]));
  const tables = tablesOf(project).flatMap(({ name, columns }) => [name, ...Object.values(columns).flatMap(columnWords)]);
  return [...parties, ...people, ...tables, ...entries.filter((each) => typeof each === 'string')];
}

/** The vocabulary of contracts, with words of their trades beside it. */
export function vocabularyOf(projects: readonly Project[], trades: readonly string[]): Vocabulary {
  return {
    ids: new Set(projects.flatMap(tablesOf).flatMap(({ id, columns }) => [id, ...Object.keys(columns)])),
    documents: new Set(projects.flatMap(documentIds).filter((id) => id !== '')),
    words: new Set([...projects.flatMap(wordsOf), ...trades].filter((word) => /\p{Script=Han}{2}/u.test(word))),
  };
}
