import type { Change } from '../core/changes/change.ts';
import { rowKey } from '../core/changes/rows.ts';
import { Comparisons } from '../disk/comparisons.ts';
import { History, type Release } from '../disk/history.ts';
import { contractRoot, workOf } from '../disk/root.ts';
import type { Inputs } from '../present/pages/inputs.ts';
import { thisBuild } from './build.ts';
import { library } from './library.ts';
import { links } from './links.ts';

/** A commit with what it changed; null for the first commit, where a shallow clone ends, and for what cannot be compared. */
export interface ReleaseChanges extends Release {
  readonly changes: readonly Change[] | null;
}

/** What git knows of this site's content and data; null outside git. */
export interface Releases {
  /** Newest first. */
  readonly releases: readonly ReleaseChanges[];
  /** True where the clone holds a part of the history only. */
  readonly shallow: boolean;
}

/** Two states are read and judged for each release that is new, so the page shows a few. */
const shown = 4;

let kept: Releases | null | undefined;

function read(): Releases | null {
  const root = contractRoot();
  const history = History.of(root, process.env.SITE_HISTORY);
  const commit = history?.commit(thisBuild().commit ?? 'HEAD') ?? null;
  if (history === null || commit === null) return null;
  const comparisons = new Comparisons(
    `${workOf(root)}/comparisons`,
    library().whole.project.definitions,
    thisBuild().builtFrom.program,
  );
  const releases = history.releases(commit, shown).map((release): ReleaseChanges => {
    if (release.parent === null || history.commit(release.parent) === null) return { ...release, changes: null };
    return { ...release, changes: comparisons.between(history, release.parent, release.id) };
  });
  comparisons.prune();
  return { releases, shallow: history.isShallow };
}

/** The latest commits that changed content or data, with what they changed; read once a build. */
export function latestReleases(): Releases | null {
  if (kept === undefined || !import.meta.env.PROD) kept = read();
  return kept;
}

/** The page of a document, by its folder or list. */
function documentLink({ project }: Inputs, collection: string, id: string): string | null {
  const { content } = project;
  const has = (entries: readonly { readonly id: string }[]) => entries.some((each) => each.id === id);
  switch (collection) {
    case 'plan':
      return has(content.sections) ? links.section(id) : null;
    case 'standards':
      return has(content.standards) ? links.standard(id) : null;
    case 'commitments':
      return has(content.commitments) ? links.commitment(id) : null;
    case 'procedures':
      return has(content.procedures) ? links.procedure(id) : null;
    case 'attachments':
      return has(content.attachments) ? links.attachment(id) : null;
    case 'logs':
      return project.ledger.logs.some((log) => log.id === id) ? links.guideLog(id) : null;
    case 'contract':
    case 'organisation':
    case 'units':
    case 'roles':
      return links.organisation();
    default:
      return null;
  }
}

/** Where the row of a change stands now. */
function rowLink({ project }: Inputs, month: string, id: string, key: string): string | null {
  const { logs, months } = project.ledger;
  const log = logs.find((each) => each.id === id);
  const logMonth = months.find((each) => each.month === month)?.logs.get(id);
  if (log === undefined || logMonth === undefined || logMonth.handed.state === 'absent') return null;
  const record = logMonth.records.find(({ values }) => rowKey(values, log) === key);
  return record === undefined ? null : links.row(month, id, record.line);
}

/** The page on which a changed thing stands today; null where it is gone or has no page. */
export function changeLink(inputs: Inputs, change: Change): string | null {
  const { content, assessment, ledger } = inputs.project;
  switch (change.kind) {
    case 'target':
    case 'indicator':
      return assessment.indicators.some(({ id }) => id === change.indicator) ? links.indicator(change.indicator) : null;
    case 'clause':
      return content.clauses.get(change.clause)?.section === change.section ? links.clause(change.section, change.clause) : null;
    case 'document':
      return documentLink(inputs, change.collection, change.document);
    case 'blank':
      return content.blanks?.data.blanks.some(({ id }) => id === change.blank) ? links.openItem(change.blank) : null;
    case 'contradiction':
      return content.contradictions?.data.contradictions.some(({ id }) => id === change.contradiction)
        ? links.openItem(change.contradiction)
        : null;
    case 'delivery':
      return ledger.months.some(({ month }) => month === change.month) ? links.recordsMonth(change.month) : null;
    case 'row':
      return rowLink(inputs, change.month, change.log, change.name);
    case 'result': {
      const id = (change.after ?? change.before)?.indicator.id ?? '';
      const built = assessment.indicators.some((each) => each.id === id && each.parts.length > 0);
      return built && assessment.months.includes(change.month) ? links.evidence(change.month, id) : null;
    }
    case 'entry':
    case 'unreadable':
      return null;
  }
}
