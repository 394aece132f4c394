import type { Problem } from '../problem/problem.ts';
import type { Project } from '../project/project.ts';
import { type Change, changeKinds, type Edit, type Unreadable } from './change.ts';
import { clauseEdits, definitionEdits, documentEdits, withoutStamps } from './documents.ts';
import { fieldChanges, plainOf } from './fields.ts';
import { indicatorEdits } from './indicators.ts';
import { resultChanges } from './results.ts';
import { deliveryEdits, entryEdits, rowEdits } from './rows.ts';

/** Content and data at one moment, with what could not be read of them. */
export interface State {
  readonly project: Project;
  readonly problems: readonly Problem[];
}

const wholeFile = /^(file\/(encoding|quote|link)|header\/|document\/(syntax|field))/u;

/** Files from which at least one row was read. */
const withRows = ({ ledger: { months, registers } }: Project): Set<string> =>
  new Set(
    [
      ...[...registers.values()].map(({ records }) => records[0]),
      ...months.flatMap(({ logs, slip }) => [slip[0], ...[...logs.values()].map(({ records }) => records[0])]),
    ].flatMap((record) => record?.file ?? []),
  );

/** Files of which nothing, or an unknown part, was read: broken as a whole, or with an error in every row. */
function unreadIn({ problems, project }: State): Set<string> {
  const read = withRows(project);
  const broken = problems.filter(
    ({ severity, code, file }) =>
      severity === 'error' &&
      (wholeFile.test(code) || (/^(row|cell|reference)\//u.test(code) && file.endsWith('.csv') && !read.has(file))),
  );
  return new Set(broken.map(({ file }) => file));
}

function unreadableFiles(before: State, after: State): Unreadable[] {
  const [was, is] = [unreadIn(before), unreadIn(after)];
  const sided = (side: Unreadable['side'], files: Set<string>, other: Set<string>) =>
    [...files]
      .filter((file) => !other.has(file))
      .map((file): Unreadable => ({ kind: 'unreadable', id: `unreadable:${file}`, file, side }));
  return [...sided('before', was, is), ...sided('after', is, was)];
}

function provenanceEdits(before: Project, after: Project): Edit[] {
  const fields = fieldChanges(plainOf(before.provenance), plainOf(after.provenance));
  const file = 'data/provenance.yaml';
  const facts = { change: 'changed', file, line: 1, name: after.provenance.label, fields } as const;
  return fields.length === 0
    ? []
    : [{ kind: 'document', id: `document:${file}`, collection: 'data', document: 'provenance', ...facts }];
}

const inText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Everything that differs between two states, each difference once: first what was edited, by kind, file and line, then the
 * results that follow, each with the ids of its causes. Both states are read with one set of definitions. A file that only one
 * state could be read from is `unreadable`, and neither its edits nor, for an indicator, its results are guessed. The order of
 * rows and of entries with ids is no difference, nor is a spelling that reads as the same value.
 */
export function changesBetween(before: State, after: State): Change[] {
  const [was, is] = [before.project, after.project];
  const unreadable = unreadableFiles(before, after);
  const unknown = new Set([...unreadIn(before), ...unreadIn(after)]);
  const edits = withoutStamps([
    ...indicatorEdits(was.content.indicators, is.content.indicators),
    ...clauseEdits(was.content, is.content),
    ...documentEdits(was.content, is.content),
    ...definitionEdits(was.defined, is.defined),
    ...provenanceEdits(was, is),
    ...entryEdits(was.ledger, is.ledger),
    ...deliveryEdits(was.ledger, is.ledger),
    ...rowEdits(was.ledger, is.ledger),
  ]).filter(({ file }) => !unknown.has(file));
  const place = ({ kind }: Edit) => changeKinds.indexOf(kind);
  const sorted = [...edits].sort(
    (a, b) => place(a) - place(b) || inText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || inText(a.id, b.id),
  );
  return [...sorted, ...unreadable, ...resultChanges(was, is, edits, unreadable)];
}
