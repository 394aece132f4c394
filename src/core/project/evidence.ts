import { isMonth } from '../calendar/date.ts';
import type { Values } from '../csv/column.ts';
import { nearest } from '../csv/nearest.ts';
import { privateWords } from '../documents/privacy.ts';
import { documentsFolder } from '../ledger/stray.ts';
import type { Log } from '../logs/log.ts';
import { isSystemFile } from '../problem/ignored.ts';
import { privateIn } from '../problem/privacy.ts';
import { type Place, type Problem, problem } from '../problem/problem.ts';
import { documentsIn, type Handed } from '../reports/evidence.ts';
import type { Project } from './project.ts';

/** What evidence is checked by: content, and the ledger in which it is registered. */
type Terms = Pick<Project, 'content' | 'ledger'>;

/** A file of documents as it lies there. */
export interface DocumentFile {
  /** SHA-256 of its bytes, as hexadecimal digits. */
  readonly digest: string;
  /** What it says, where it is plain text; null otherwise. */
  readonly text: string | null;
}

/** The files below the folder of documents, by path from the project's root. */
export type DocumentFiles = ReadonlyMap<string, DocumentFile>;

/** A name that any disk and any address can hold, of a kind that no browser runs. */
const fileName =
  /^(?:[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}\/){0,3}[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}\.(?:pdf|txt|csv|md|png|jpe?g|docx|xlsx)$/u;

/** The longest text that a message repeats. */
const shown = (words: string): string => (words.length <= 60 ? words : `${words.slice(0, 59)}…`);

const placeOf = ({ record: { file, line } }: Handed): Place => ({ file, line });

/** The kinds of record and the meetings that a document may name. */
function kindProblems(documents: readonly Handed[], { content }: Terms): Problem[] {
  const kinds = [...(content.records?.data.records ?? []), ...(content.meetings?.data.meetings ?? [])].map(({ id }) => id);
  const promises = content.commitments.map(({ id }) => id);
  const unread = content.unread.length > 0;
  const unknown = (document: Handed, id: string, words: string, known: readonly string[]): Problem[] => {
    if (unread || known.includes(id)) return [];
    const near = nearest(id, known);
    const hint = near === null ? `请写${words}的编号` : `是否应为“${near}”？`;
    return [problem('reference/unknown', placeOf(document), `没有${words}“${shown(id)}”`, hint)];
  };
  return documents.flatMap((document) => {
    const { kind, promise } = document;
    if (kind === null && promise === null) {
      const hint = '写记录或会议的编号；只是声明的，写它所证明的承诺的编号';
      return [problem('cell/required', placeOf(document), `${document.number}没有写是哪一种记录`, hint)];
    }
    return [
      ...(kind === null ? [] : unknown(document, kind, '记录或会议', kinds)),
      ...(promise === null ? [] : unknown(document, promise, '承诺', promises)),
    ];
  });
}

/** A document holds from the day on which it was issued. */
const dayProblems = (documents: readonly Handed[]): Problem[] =>
  documents
    .filter(({ issued, until }) => until !== null && until < issued)
    .map((document) => {
      const message = `${document.number}的有效期止于 ${document.until}，早于签发的 ${document.issued}`;
      return problem('row/contradiction', placeOf(document), message, '请核对两个日期；长期有效的留空');
    });

/** Whether a log has a row of a number: its running number, or the columns that identify a row. */
function namesRow({ sequence, key }: Log, values: Values, number: string): boolean {
  const own = sequence === null ? key.map((field) => String(values[field] ?? '')).join('|') : String(values[sequence] ?? '');
  return own === number;
}

function rowProblems(documents: readonly Handed[], { ledger }: Terms): Problem[] {
  return documents.flatMap((document) => {
    const { row } = document;
    if (row === null) return [];
    const month = isMonth(row.month) ? ledger.months.find(({ month: own }) => own === row.month) : undefined;
    const log = ledger.logs.find(({ id }) => id === row.log);
    const rows = month?.logs.get(row.log)?.records ?? [];
    if (log !== undefined && rows.some(({ values }) => namesRow(log, values, row.number))) return [];
    const message = `${shown(row.month)}的${log?.name ?? shown(row.log)}里没有编号为“${shown(row.number)}”的行`;
    return [problem('reference/unknown', placeOf(document), message, '请核对台账、月份和编号；不属于某一行的三格都留空')];
  });
}

/** The file that a document names, or the place of its original. */
function fileProblems(document: Handed, files: DocumentFiles): Problem[] {
  const { number, file, kept, digest, published } = document;
  const place = placeOf(document);
  const bad = (message: string, hint: string) => [problem('evidence/file', place, `${number}：${message}`, hint)];
  if (file === null) {
    if (kept === null) return bad('既没有文件，也没有写原件存放在哪里', '请放入文件，或写明原件在哪里');
    return digest === null ? [] : bad('没有文件，却写有 SHA-256', '请放入文件，或删去 SHA-256');
  }
  if (!fileName.test(file)) {
    const hint =
      '名称用汉字、字母、数字和 . _ -，不超过 80 字，扩展名为 pdf、txt、csv、md、png、jpg、docx、xlsx；不写 data/documents/';
    return bad(`文件名“${shown(file)}”不合规则`, hint);
  }
  const found = files.get(`${documentsFolder}${file}`);
  if (found === undefined)
    return bad(`没有文件 ${documentsFolder}${file}`, '请补上文件；只有原件的，写明原件在哪里，文件一格留空');
  if (found.digest !== digest) {
    const said = digest === null ? '没有登记 SHA-256' : `登记的 SHA-256 是 ${shown(digest)}`;
    const message = `${number}：${said}，文件的是 ${found.digest}`;
    return [problem('evidence/digest', place, message, '请核对文件是否被改动；确为新版的另登记一行')];
  }
  if (!published || found.text === null) return [];
  const numbers = privateIn(found.text);
  const hint = '这份文件会原样发布，请删去号码或地址，或改为不发布';
  return numbers.map(({ kind, masked }) =>
    problem('document/private', { file: `${documentsFolder}${file}` }, privateWords(kind, masked), hint),
  );
}

/** Two documents of one file: a new version is a file of its own. */
function sharedFiles(documents: readonly Handed[]): Problem[] {
  const first = new Map<string, Handed>();
  return documents.flatMap((document) => {
    const { file, number } = document;
    const other = file === null ? undefined : first.get(file);
    if (file !== null && other === undefined) first.set(file, document);
    if (other === undefined) return [];
    const message = `${number}与${other.number}登记的是同一个文件 ${shown(file ?? '')}`;
    return [problem('evidence/file', placeOf(document), message, '每行登记一个文件；新版另存为一个文件')];
  });
}

function unregistered(documents: readonly Handed[], files: DocumentFiles): Problem[] {
  const named = new Set(documents.flatMap(({ file }) => (file === null ? [] : [`${documentsFolder}${file}`])));
  return [...files.keys()]
    .filter((file) => !named.has(file) && !isSystemFile(file))
    .map((file) =>
      problem('evidence/unregistered', { file }, '这个文件没有登记', '请在登记文件的名录加一行，写编号、种类和 SHA-256'),
    );
}

/**
 * Whether every document that is registered is there as it was registered, and nothing lies beside them. Reports `evidence/*`,
 * `reference/unknown` for kinds, promises and rows that do not exist, `cell/required`, `row/contradiction`, and
 * `document/private` for a published text.
 */
export function checkEvidence(terms: Terms, files: DocumentFiles): Problem[] {
  const documents = documentsIn(terms.ledger.registers);
  return [
    ...kindProblems(documents, terms),
    ...dayProblems(documents),
    ...rowProblems(documents, terms),
    ...documents.flatMap((document) => fileProblems(document, files)),
    ...sharedFiles(documents),
    ...unregistered(documents, files),
  ];
}
