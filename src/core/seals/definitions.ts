import type { Nodes } from 'mdast';
import { lastDay, type Month } from '../calendar/date.ts';
import type { Plain } from '../changes/change.ts';
import { isRecord, plainOf } from '../changes/fields.ts';
import { attributesOf } from '../documents/body.ts';
import { contractFile } from '../documents/contract.ts';
import type { Entry } from '../documents/library.ts';
import { isElement, placeIn, visitsOf } from '../documents/tree.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { logsOf } from '../measures/measure.ts';
import type { Place } from '../problem/problem.ts';
import type { Project } from '../project/project.ts';
import { canonicalText, digestOf } from './canonical.ts';
import { isAskedIn } from './results.ts';
import { asOf, turningDays } from './then.ts';
import { wordingOf } from './wording.ts';

/** A document as it is written, whatever it is about. */
type Written = Pick<Entry<unknown>, 'file' | 'written' | 'tree' | 'body' | 'bodyLine' | 'place'>;

const kinds = ['indicator', 'log', 'clause', 'commitment', 'contract'] as const;
type Kind = (typeof kinds)[number];

/** A definition's name in a seal: what it is, and its id. */
const nameOf = (kind: Kind, id: string): string => `${kind}/${id}`;

function partsOf(name: string): { readonly kind: Kind | undefined; readonly id: string } {
  const at = name.indexOf('/');
  return { kind: kinds.find((each) => each === name.slice(0, at)), id: name.slice(at + 1) };
}

/** The file in which a definition stood of which nothing is left; null where nobody can tell. */
export function documentFile(name: string, sections: Project['content']['sections']): string | null {
  const { kind, id } = partsOf(name);
  switch (kind) {
    case 'indicator':
    case 'log':
    case 'commitment':
      return `content/${kind}s/${id}.mdx`;
    case 'contract':
      return contractFile;
    case 'clause':
      return sections.find(({ data }) => id.startsWith(`${data.number}-`))?.file ?? null;
    case undefined:
      return null;
  }
}

/** The log that a definition's name means; null for anything else. */
export const logNamedBy = (name: string): string | null => (name.startsWith('log/') ? name.slice(4) : null);

const without = (value: Plain, fields: readonly string[]): Plain =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([field]) => !fields.includes(field))) : value;

const only = (value: Plain, fields: readonly string[]): Plain =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([field]) => fields.includes(field))) : value;

/** The words that a definition uses, keys too, each without what follows a point. */
function wordsIn(value: Plain): string[] {
  if (typeof value === 'string') return [value.split('.')[0] ?? ''];
  if (Array.isArray(value)) return value.flatMap((each: Plain) => wordsIn(each));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => [key.split('.')[0] ?? '', ...wordsIn(each)]);
}

/** What tells people how to fill in a table, and nobody how to read it. */
const guidance = ['about', 'order', 'updated', 'note', 'example', 'aliases'];

/** A log's definition with those columns alone that its own rules name or in which a month's file says anything. */
function logSaid(definition: Plain, used: readonly string[]): Plain {
  const told = without(definition, guidance);
  if (!isRecord(told) || !isRecord(told.columns ?? null)) return told;
  const named = [...wordsIn(without(told, ['columns'])), ...used];
  const columns = only(told.columns ?? null, named);
  if (!isRecord(columns)) return told;
  return { ...told, columns: Object.fromEntries(Object.entries(columns).map(([id, each]) => [id, without(each, guidance)])) };
}

/** The contract's terms that decide results: from when on, what is a small sample, when its year begins, when logs are due. */
const terms = ['start', 'smallSample', 'yearStart', 'deliveryDay'];

/** The clauses of a section by their ids. */
function clausesIn({ tree }: Written): ReadonlyMap<string, Nodes> {
  const nodes = visitsOf(tree).map(({ node }) => node);
  return new Map(
    nodes.flatMap((node) => (isElement(node) && node.name === 'Clause' ? [[attributesOf(node).id ?? '', node] as const] : [])),
  );
}

/** What a document says of a definition, on a day; null where it has none of the name. */
function saidIn(document: Written, name: string, day: string, used: readonly string[]): Plain {
  const { kind, id } = partsOf(name);
  const own = () => asOf(plainOf(document.written), day);
  switch (kind) {
    case 'indicator':
    case 'commitment':
      return without(own(), ['updated']);
    case 'log':
      return logSaid(own(), used);
    case 'contract':
      return only(own(), terms);
    case 'clause': {
      const node = clausesIn(document).get(id);
      return node === undefined ? null : wordingOf(node);
    }
    case undefined:
      return null;
  }
}

/** Everything in a contract's content that results rest on, by name. */
export class Grounds {
  private readonly project: Project;
  private readonly byName: ReadonlyMap<string, Written>;
  /** Of each document, the days on which something in it begins or ends. */
  private readonly turning = new Map<Written, readonly string[]>();
  private readonly clauses = new Map<string, Nodes>();
  private readonly known = new Map<string, string>();

  constructor(project: Project) {
    this.project = project;
    const { content, defined } = project;
    const named = <T>(kind: Kind, entries: readonly Entry<T>[]) =>
      entries.map((entry): [string, Written] => [nameOf(kind, entry.id), entry]);
    const clauses: [string, Written][] = [];
    for (const section of content.sections) {
      for (const [id, node] of clausesIn(section)) {
        this.clauses.set(id, node);
        clauses.push([nameOf('clause', id), section]);
      }
    }
    this.byName = new Map([
      ...named('indicator', content.indicators),
      ...named('log', defined.logs),
      ...named('commitment', content.commitments),
      ...(content.contract === null ? [] : named('contract', [content.contract])),
      ...clauses,
    ]);
  }

  /** The names of what a month's results rest on. */
  names(month: Month, indicators: readonly Indicator[]): string[] {
    const { content, ledger, contract } = this.project;
    const handed = ledger.months.find((each) => each.month === month)?.logs.values() ?? [];
    const logs = new Set([
      ...[...handed].filter(({ handed: { state } }) => state !== 'absent').map(({ log }) => log.id),
      ...indicators.flatMap(({ parts }) => parts.flatMap(({ measure }) => logsOf(measure))),
    ]);
    const promises = content.commitments.filter(({ data }) => data.proof.length > 0);
    const clauses = new Set([...indicators.map(({ clause }) => clause), ...promises.flatMap(({ data }) => data.clauses)]);
    return [
      ...indicators.map(({ id }) => nameOf('indicator', id)),
      ...[...logs].map((id) => nameOf('log', id)),
      ...[...clauses].map((id) => nameOf('clause', id)),
      ...promises.map(({ id }) => nameOf('commitment', id)),
      ...(contract === null ? [] : [nameOf('contract', 'contract')]),
    ];
  }

  /** Where a definition stands; null where there is none of the name any more. */
  document(name: string): Written | null {
    return this.byName.get(name) ?? null;
  }

  /** Where a definition stands, or a field of it by its path. */
  place(name: string, path = ''): Place | null {
    const document = this.byName.get(name);
    if (document === undefined) return null;
    const { kind, id } = partsOf(name);
    const node = kind === 'clause' ? this.clauses.get(id) : undefined;
    // Of a list, some elements may not hold yet: what stands where in the file is known of the list alone.
    const [field = '', ...deeper] = path.split('.');
    const steps = deeper.some((each) => /^\d+$/u.test(each)) ? [field] : [field, ...deeper];
    return node === undefined ? document.place(steps.filter((each) => each !== '')) : placeIn(document, node);
  }

  /** What a definition says of a month; `used` are the columns of a log in which its file says anything. */
  said(name: string, month: Month, used: readonly string[]): Plain {
    const document = this.byName.get(name);
    const clause = this.clauses.get(partsOf(name).id);
    if (name.startsWith('clause/')) return clause === undefined ? null : wordingOf(clause);
    return document === undefined ? null : saidIn(document, name, lastDay(month), used);
  }

  /** The same of another version of its document. */
  saidBefore(document: Written, name: string, month: Month, used: readonly string[]): Plain {
    return saidIn(document, name, lastDay(month), used);
  }

  /** The digest of what a definition says of a month, made once for all months in which it says the same. */
  digest(name: string, month: Month, used: readonly string[]): string | null {
    const document = this.byName.get(name);
    if (document === undefined) return null;
    const key = `${name} ${this.time(document, lastDay(month))} ${used.join(' ')}`;
    const digest = this.known.get(key) ?? digestOf(canonicalText(this.said(name, month, used)));
    this.known.set(key, digest);
    return digest;
  }

  /** Between which of a document's turning days a day lies. */
  private time(document: Written, day: string): string {
    const days = this.turning.get(document) ?? turningDays(plainOf(document.written));
    this.turning.set(document, days);
    if (days.length === 0) return '';
    return `${days.filter((each) => each <= day).length}/${days.filter((each) => each < day).length}`;
  }
}

/** Indicators that a month answers: those asked for in it, and mere figures. */
export const answeredIn = (indicators: readonly Indicator[], month: Month): Indicator[] =>
  indicators.filter(
    (each) => isAskedIn(each, month) || (each.parts.length > 0 && each.parts.every(({ targets }) => targets.length === 0)),
  );
