import type { Change } from '../core/changes/change.ts';
import { rowKey } from '../core/changes/rows.ts';
import { compare } from '../disk/comparison.ts';
import { History, type Release } from '../disk/history.ts';
import { contractRoot } from '../disk/root.ts';
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

/** Each release is read and judged twice, before and after, so the page shows a few. */
const shown = 4;

let kept: Releases | null | undefined;

function read(): Releases | null {
  const history = History.of(contractRoot(), process.env.SITE_HISTORY);
  const commit = history?.commit(thisBuild().commit ?? 'HEAD') ?? null;
  if (history === null || commit === null) return null;
  const releases = history.releases(commit, shown).map((release): ReleaseChanges => {
    if (release.parent === null || history.commit(release.parent) === null) return { ...release, changes: null };
    return {
      ...release,
      changes: compare(history.at(release.parent), history.at(release.id), library().project.definitions).changes,
    };
  });
  return { releases, shallow: history.isShallow };
}

/** The latest commits that changed content or data, with what they changed; read once a build. */
export function latestReleases(): Releases | null {
  if (kept === undefined || !import.meta.env.PROD) kept = read();
  return kept;
}

/** The page of a document, by its folder or list. */
function documentLink(collection: string, id: string): string | null {
  const { content } = library().project;
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
      return library().project.ledger.logs.some((log) => log.id === id) ? links.guideLog(id) : null;
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
function rowLink(month: string, id: string, key: string): string | null {
  const { logs, months } = library().project.ledger;
  const log = logs.find((each) => each.id === id);
  const logMonth = months.find((each) => each.month === month)?.logs.get(id);
  if (log === undefined || logMonth === undefined || logMonth.handed.state === 'absent') return null;
  const record = logMonth.records.find(({ values }) => rowKey(values, log) === key);
  return record === undefined ? null : links.row(month, id, record.line);
}

/** The page on which a changed thing stands today; null where it is gone or has no page. */
export function changeLink(change: Change): string | null {
  const { content, assessment, ledger } = library().project;
  switch (change.kind) {
    case 'target':
    case 'indicator':
      return assessment.indicators.some(({ id }) => id === change.indicator) ? links.indicator(change.indicator) : null;
    case 'clause':
      return content.clauses.get(change.clause)?.section === change.section ? links.clause(change.section, change.clause) : null;
    case 'document':
      return documentLink(change.collection, change.document);
    case 'blank':
      return content.blanks?.data.blanks.some(({ id }) => id === change.blank) ? links.openItem(change.blank) : null;
    case 'contradiction':
      return content.contradictions?.data.contradictions.some(({ id }) => id === change.contradiction)
        ? links.openItem(change.contradiction)
        : null;
    case 'delivery':
      return ledger.months.some(({ month }) => month === change.month) ? links.recordsMonth(change.month) : null;
    case 'row':
      return rowLink(change.month, change.log, change.name);
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
