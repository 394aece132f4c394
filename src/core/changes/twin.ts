import type { Provenance } from '../documents/provenance.ts';
import type { Problem } from '../problem/problem.ts';
import { indicatorTwin } from '../reports/twins.ts';
import { type Change, changeKinds, type Edit } from './change.ts';
import type { Reason } from './reason.ts';
import type { ReleaseChanges } from './releases.ts';

/** Reasons by the file that the commits touch. */
export type Reasons = ReadonlyMap<string, readonly Reason[]>;

const editTwin = (edit: Edit, reasons: Reasons) => ({
  ...edit,
  reasons: (reasons.get(edit.file) ?? []).map(({ commit }) => commit),
});

function changeTwin(change: Change, reasons: Reasons) {
  switch (change.kind) {
    case 'result': {
      const { before, after } = change;
      const { id: indicator, name } = (after ?? before)?.indicator ?? { id: '', name: '' };
      const twin = (result: typeof before) => (result === null ? null : indicatorTwin(result));
      return { ...change, indicator, name, before: twin(before), after: twin(after) };
    }
    case 'unreadable':
      return change;
    case 'target':
    case 'indicator':
    case 'clause':
    case 'document':
    case 'blank':
    case 'contradiction':
    case 'entry':
    case 'delivery':
    case 'row':
      return editTwin(change, reasons);
  }
}

/** Everything that a comparison found, for machines. An edit names its commits; what they say stands once, under `commits`. */
export function changesTwin(changes: readonly Change[], reasons: Reasons) {
  const commits = new Map([...reasons.values()].flat().map((reason) => [reason.commit, reason]));
  return { changes: changes.map((each) => changeTwin(each, reasons)), commits: [...commits.values()] };
}

/** What `npm run diff -- --format json` prints. */
export function comparisonTwin(
  before: { readonly label: string; readonly problems: readonly Problem[] },
  after: { readonly label: string; readonly problems: readonly Problem[] },
  changes: readonly Change[],
  reasons: Reasons,
) {
  return { schema: 'service-ledger/changes/1', before, after, ...changesTwin(changes, reasons) };
}

/** Changes of one release beyond which its twin gives their numbers alone: a first delivery has tens of thousands of rows. */
const listed = 2000;

/** `/api/changes.json`: the latest releases, newest first. `changes` is null where there was nothing to compare, or too much to list. */
export function releasesTwin(releases: readonly ReleaseChanges[], provenance: Provenance) {
  const twins = releases.map(({ commit, date, subject, body, changes }) => ({
    commit,
    date,
    subject,
    body,
    counts:
      changes === null
        ? null
        : Object.fromEntries(changeKinds.map((kind) => [kind, changes.filter((each) => each.kind === kind).length])),
    changes: changes === null || changes.length > listed ? null : changesTwin(changes, new Map()).changes,
  }));
  return { schema: 'service-ledger/releases/1', provenance, releases: twins };
}
