import type { Entry } from '../documents/library.ts';
import type { ReportDocument } from '../documents/report.ts';
import type { SealedEdit } from './seal.ts';

type Reports = Readonly<Record<string, string>>;
type Report = Entry<ReportDocument>;

/** The line of a report's file where a line of its sealed text begins, by the first words that stand on one line of both. */
function lineOf(report: Report, text: string): number {
  const [, field] = /^(\w+): /u.exec(text) ?? [];
  const head = field === undefined ? undefined : report.place([field]).line;
  if (head !== undefined) return head;
  const words = text.replace(/^(?:- |#+ )/u, '').split('<')[0] ?? '';
  const at = report.body.split('\n').findIndex((line) => words !== '' && line.includes(words.slice(0, 12)));
  return report.bodyLine + Math.max(at, 0);
}

/** Lines that only one of two texts has. */
const linesBeside = (text: string, other: string): string[] => {
  const known = new Set(other.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
};

/** Reports that say something else than what was sealed. */
export function reportEdits(reports: readonly Report[], sealed: Reports, now: Reports): SealedEdit[] {
  return [...new Set([...Object.keys(sealed), ...Object.keys(now)])].flatMap((file): SealedEdit[] => {
    const [was, is, report] = [sealed[file], now[file], reports.find((each) => each.file === file)];
    if (is === was) return [];
    if (was === undefined) return [{ kind: 'report', change: 'added', file, line: null, name: file, fields: [], known: true }];
    if (is === undefined || report === undefined)
      return [{ kind: 'report', change: 'removed', file, line: null, name: file, fields: [], known: true }];
    const [gone, fresh] = [linesBeside(was, is), linesBeside(is, was)];
    const fields = Array.from({ length: Math.max(gone.length, fresh.length) }, (_, at) => ({
      field: /^(\w+): /u.exec(fresh[at] ?? gone[at] ?? '')?.[1] ?? '文字',
      before: gone[at] ?? null,
      after: fresh[at] ?? null,
    }));
    return [
      { kind: 'report', change: 'changed', file, line: lineOf(report, fresh[0] ?? ''), name: report.id, fields, known: true },
    ];
  });
}
