import type { DateText } from '../calendar/date.ts';
import { intervalOf, plus } from '../calendar/interval.ts';
import type { Values } from '../csv/column.ts';
import type { Alternatives } from '../csv/condition.ts';
import type { TableRecord } from '../csv/table.ts';
import type { Blank } from '../documents/blank.ts';
import type { Commitment } from '../documents/commitment.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log } from '../logs/log.ts';
import { compile, compileAny } from '../registers/condition.ts';
import type { EvidenceColumns, Register } from '../registers/register.ts';
import type { Registers } from '../registers/registers.ts';

/** A document that was handed in, as the register of documents lists it. */
export interface Handed {
  readonly number: string;
  /** The kind of record, or the meeting, by its id; null for a declaration about a promise. */
  readonly kind: string | null;
  readonly promise: string | null;
  readonly title: string;
  readonly issued: DateText;
  /** The last day on which it holds; null for one that does not expire. */
  readonly until: DateText | null;
  /** Its file below the folder of documents; null where only the original is kept. */
  readonly file: string | null;
  readonly kept: string | null;
  readonly digest: string | null;
  /** Whether its words and its file may be published; of any other only that it is there. */
  readonly published: boolean;
  readonly row: { readonly log: string; readonly month: string; readonly number: string } | null;
  readonly record: TableRecord;
}

/** A register that lists documents. */
export type EvidenceRegister = Register & { readonly evidence: EvidenceColumns };

const listsDocuments = (register: Register): register is EvidenceRegister => register.evidence !== undefined;

/** The register of documents among a contract's; null where it keeps none. */
export const evidenceRegister = (registers: Iterable<Register>): EvidenceRegister | null =>
  [...registers].find(listsDocuments) ?? null;

const textIn = (values: Values, field: string): string | null => {
  const value = values[field] ?? null;
  return value === null ? null : String(value);
};

/** The documents that a contract's register lists, in its order, without regard to when they were issued. */
export function documentsIn(registers: Registers): readonly Handed[] {
  const register = evidenceRegister([...registers.values()].map((each) => each.register));
  if (register === null) return [];
  const { evidence: columns, spellings, id } = register;
  const isPublished = compile(columns.published, register, registers);
  return (registers.get(id)?.records ?? []).map((record): Handed => {
    const { values } = record;
    const cell = (field: string) => textIn(values, field);
    const [log, month, number] = [cell(columns.row.log), cell(columns.row.month), cell(columns.row.number)];
    return {
      number: cell(spellings[0] ?? '') ?? '',
      kind: cell(columns.kind),
      promise: cell(columns.promise),
      title: cell(columns.title) ?? '',
      issued: cell(columns.issued) ?? '',
      until: cell(columns.until),
      file: cell(columns.file),
      kept: cell(columns.kept),
      digest: cell(columns.digest)?.toLowerCase() ?? null,
      published: isPublished(values),
      row: log === null || month === null || number === null ? null : { log, month, number },
      record,
    };
  });
}

/** The name under which a document's file is published, its number with the ending of the file; null where it may not be, or there is none. */
export const documentName = ({ published, file, number }: Handed): string | null =>
  !published || file === null ? null : `${number}.${file.split('.').at(-1) ?? ''}`;

/** How documents of a kind stand on a day: one holds, none holds any more (or a new one is overdue), there never was one. */
export type DocumentState = 'handed' | 'expired' | 'lacking';

/** Where records of a kind are kept. */
export type Keeping =
  | { readonly place: 'log'; readonly log: Log; readonly count: number; readonly last: DateText | null }
  | { readonly place: 'register'; readonly register: Register; readonly count: number }
  | { readonly place: 'documents' }
  | { readonly place: 'nowhere' };

/** When the next one is due: not at all while nobody has agreed how often, or by a day. */
export type DueState =
  | { readonly state: 'open'; readonly blank: string }
  | { readonly state: 'set'; readonly blank: string; readonly every: string; readonly by: DateText; readonly overdue: boolean };

/** What is there of one kind of record, or of one meeting, on a day. */
export interface KindStanding {
  readonly keeping: Keeping;
  /** The documents of the kind that were issued by the day, the newest first, and those of them that hold on it. */
  readonly documents: readonly Handed[];
  readonly valid: readonly Handed[];
  /** Null where the plan and the contract set no interval. */
  readonly due: DueState | null;
  readonly state: DocumentState;
}

/** One of the documents that a promise names, and how it stands; a declaration has no kind. */
export interface PromiseDocument {
  readonly named: Commitment['documents'][number];
  readonly standing: Pick<KindStanding, 'documents' | 'valid' | 'state'> & { readonly keeping: Keeping | null };
}

/** The documents of a promise and the state of all of them together: the worst. */
export interface PromiseDocuments {
  readonly state: DocumentState;
  readonly items: readonly PromiseDocument[];
}

/** A kind of record as the contract lists it, as far as its evidence rests on it. */
export interface EvidenceKind {
  readonly id: string;
  readonly log?: string | undefined;
  readonly rows?: Alternatives | undefined;
  readonly register?: string | undefined;
  readonly interval?: string | undefined;
}

/** A meeting as the contract lists it: its minutes are records of a kind. */
export interface EvidenceMeeting {
  readonly id: string;
  readonly record: string | null;
  readonly interval?: string | undefined;
}

/** What evidence is read from. */
export interface EvidenceTerms {
  readonly ledger: Ledger;
  readonly kinds: readonly EvidenceKind[];
  readonly meetings: readonly EvidenceMeeting[];
  readonly blanks: readonly Blank[];
}

const worst: readonly DocumentState[] = ['lacking', 'expired', 'handed'];

/** How several stand together. */
export const togetherOf = (states: readonly DocumentState[]): DocumentState =>
  worst.find((each) => states.includes(each)) ?? 'lacking';

/** A promise is proved by the document itself: rows of a log show that something was done, not that it is what was promised. */
function withoutRows(standing: KindStanding): KindStanding {
  const { keeping, documents, state } = standing;
  if (keeping.place !== 'log' || state === 'lacking') return standing;
  const own = documents.length === 0 ? 'lacking' : standing.valid.length === 0 ? 'expired' : state;
  return { ...standing, state: own };
}

const holdsOn = (day: DateText) => (document: Handed) => document.until === null || document.until >= day;

/** Every kind's evidence on a day. A document counts from the day on which it was issued to its last, both included. */
export class Evidence {
  readonly day: DateText;
  /** The register of documents; null where the contract keeps none. */
  readonly register: EvidenceRegister | null;
  /** All documents that were issued by the day, in the register's order. */
  readonly documents: readonly Handed[];
  private readonly terms: EvidenceTerms;
  private readonly blanks: ReadonlyMap<string, Blank>;
  private readonly kinds = new Map<string, KindStanding>();

  constructor(terms: EvidenceTerms, day: DateText) {
    this.terms = terms;
    this.day = day;
    this.register = evidenceRegister([...terms.ledger.registers.values()].map(({ register }) => register));
    this.documents = documentsIn(terms.ledger.registers).filter(({ issued }) => issued <= day);
    this.blanks = new Map(terms.blanks.map((each) => [each.id, each]));
  }

  /** What is there of a kind of record, the minutes of its meetings among it. */
  kind(kind: EvidenceKind): KindStanding {
    const known = this.kinds.get(kind.id);
    if (known !== undefined) return known;
    const ids = [kind.id, ...this.terms.meetings.filter(({ record }) => record === kind.id).map(({ id }) => id)];
    const made = this.standing(
      this.newest(({ kind: own }) => own !== null && ids.includes(own)),
      this.kept(kind),
      kind.interval,
    );
    this.kinds.set(kind.id, made);
    return made;
  }

  /** The same where a document itself is asked for, of which rows of a log do not take the place. */
  documentsOf(kind: EvidenceKind): KindStanding {
    return withoutRows(this.kind(kind));
  }

  /** What is there of a meeting: the documents that name it. */
  meeting({ id, interval }: EvidenceMeeting): KindStanding {
    return this.standing(
      this.newest(({ kind }) => kind === id),
      { place: 'documents' },
      interval,
    );
  }

  /** How the documents of a promise stand; null for a promise that names none. Rows of a log are told beside and hand nothing in. */
  promise({ id, documents }: Pick<Commitment, 'id' | 'documents'>): PromiseDocuments | null {
    if (documents.length === 0) return null;
    const items = documents.map((named): PromiseDocument => ({ named, standing: this.promised(id, named) }));
    return { state: togetherOf(items.map(({ standing }) => standing.state)), items };
  }

  private promised(promise: string, { ref }: Commitment['documents'][number]): PromiseDocument['standing'] {
    const kind = this.terms.kinds.find(({ id }) => id === ref);
    if (kind !== undefined) return this.documentsOf(kind);
    const declared = this.newest((each) => each.promise === promise);
    return { ...this.standing(declared, { place: 'documents' }, undefined), keeping: null };
  }

  private newest(isMeant: (document: Handed) => boolean): readonly Handed[] {
    return this.documents.filter(isMeant).sort((a, b) => (a.issued < b.issued ? 1 : a.issued > b.issued ? -1 : 0));
  }

  private standing(documents: readonly Handed[], declared: Keeping, interval: string | undefined): KindStanding {
    const valid = documents.filter(holdsOn(this.day));
    const last = declared.place === 'log' ? declared.last : null;
    const newest = [last ?? '', documents[0]?.issued ?? ''].sort().at(-1) ?? '';
    const due = interval === undefined ? null : this.due(interval, newest);
    const kept = declared.place === 'log' || declared.place === 'register' ? declared.count : 0;
    const isOverdue = due?.state === 'set' && due.overdue;
    const state = kept + documents.length === 0 ? 'lacking' : kept + valid.length === 0 || isOverdue ? 'expired' : 'handed';
    const keeping = declared.place === 'documents' && documents.length === 0 ? ({ place: 'nowhere' } as const) : declared;
    return { keeping, documents, valid, due, state };
  }

  /** Rows and entries are counted as they were handed in by the day; a register's entries have no day. */
  private kept({ log: logId, rows, register: registerId }: EvidenceKind): Keeping {
    const { logs, months, registers } = this.terms.ledger;
    const log = logs.find(({ id }) => id === logId);
    if (log !== undefined) {
      const isMeant = compileAny(rows, log, registers);
      const days = months.flatMap(({ logs: own }) =>
        (own.get(log.id)?.records ?? [])
          .filter(({ values }) => isMeant(values))
          .map(({ values }) => String(values[log.date]).slice(0, 10))
          .filter((date) => date <= this.day),
      );
      const last = days.reduce<DateText | null>((newest, date) => (newest === null || date > newest ? date : newest), null);
      return { place: 'log', log, count: days.length, last };
    }
    const table = registers.get(registerId ?? '');
    return table === undefined
      ? { place: 'documents' }
      : { place: 'register', register: table.register, count: table.records.length };
  }

  private due(id: string, last: DateText): DueState {
    const blank = this.blanks.get(id);
    const interval = intervalOf(blank?.value ?? '');
    const { value = null, decided } = blank ?? {};
    if (interval === null || value === null || decided === undefined) return { state: 'open', blank: id };
    const by = plus(last > decided ? last : decided, interval);
    return { state: 'set', blank: id, every: value, by, overdue: by < this.day };
  }
}
