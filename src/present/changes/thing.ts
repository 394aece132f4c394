import type { Change } from '../../core/changes/change.ts';
import { rowKey } from '../../core/changes/rows.ts';
import type { Project } from '../../core/project/project.ts';
import type { Destination } from '../../core/reports/destination.ts';

/** A document, by its folder or list; null where it is gone or has no page. */
function documentOf({ content, ledger }: Project, collection: string, id: string): Destination | null {
  const has = (entries: readonly { readonly id: string }[]) => entries.some((each) => each.id === id);
  switch (collection) {
    case 'plan':
      return has(content.sections) ? { kind: 'section', section: id } : null;
    case 'standards':
      return has(content.standards) ? { kind: 'standard', id } : null;
    case 'commitments':
      return has(content.commitments) ? { kind: 'commitment', id } : null;
    case 'procedures':
      return has(content.procedures) ? { kind: 'procedure', id } : null;
    case 'attachments':
      return has(content.attachments) ? { kind: 'attachment', number: id } : null;
    case 'logs':
      return ledger.logs.some((log) => log.id === id) ? { kind: 'guide', log: id } : null;
    case 'contract':
    case 'organisation':
    case 'units':
    case 'roles':
      return { kind: 'index', of: 'organisation' };
    default:
      return null;
  }
}

/** Where the row of a change stands now. */
function rowOfChange({ ledger }: Project, { month, log: id, name }: Extract<Change, { kind: 'row' }>): Destination | null {
  const { logs, months } = ledger;
  const log = logs.find((each) => each.id === id);
  const logMonth = months.find((each) => each.month === month)?.logs.get(id);
  if (log === undefined || logMonth === undefined || logMonth.handed.state === 'absent') return null;
  const record = logMonth.records.find(({ values }) => rowKey(values, log) === name);
  return record === undefined ? null : { kind: 'row', month, log: id, line: record.line };
}

/** Where a changed thing stands today; null where it is gone or has no page. */
export function changedThing(project: Project, change: Change): Destination | null {
  const { content, assessment, ledger } = project;
  switch (change.kind) {
    case 'target':
    case 'indicator':
      return assessment.all.some(({ id }) => id === change.indicator) ? { kind: 'indicator', indicator: change.indicator } : null;
    case 'clause':
      return content.clauses.get(change.clause)?.section === change.section
        ? { kind: 'clause', section: change.section, clause: change.clause }
        : null;
    case 'document':
      return documentOf(project, change.collection, change.document);
    case 'blank':
      return content.blanks?.data.blanks.some(({ id }) => id === change.blank) ? { kind: 'open-item', id: change.blank } : null;
    case 'contradiction':
      return content.contradictions?.data.contradictions.some(({ id }) => id === change.contradiction)
        ? { kind: 'open-item', id: change.contradiction }
        : null;
    case 'delivery':
      return ledger.months.some(({ month }) => month === change.month) ? { kind: 'records', month: change.month } : null;
    case 'row':
      return rowOfChange(project, change);
    case 'result': {
      const id = (change.after ?? change.before)?.indicator.id ?? '';
      const built = assessment.all.some((each) => each.id === id && each.parts.length > 0);
      return built && assessment.months.includes(change.month) ? { kind: 'evidence', month: change.month, indicator: id } : null;
    }
    case 'entry':
    case 'unreadable':
      return null;
  }
}
