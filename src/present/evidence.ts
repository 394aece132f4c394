import { columnsIn } from '../core/csv/condition.ts';
import type {
  DocumentState,
  DueState,
  EvidenceMeeting,
  Handed,
  Keeping,
  KindStanding,
  PromiseDocuments,
} from '../core/reports/evidence.ts';
import { dateWords } from './dates.ts';
import type { Inputs } from './pages/inputs.ts';
import type { Piece, Pieces } from './paper/piece.ts';
import { joined, quote, say, stressed, text } from './paper/say.ts';
import { newestRecords } from './rows.ts';

export const documentStateWords: Readonly<Record<DocumentState, string>> = { handed: '已交', expired: '过期', lacking: '未交' };

/** The states in the order in which they are counted. */
export const documentStates: readonly DocumentState[] = ['handed', 'expired', 'lacking'];

export const documentStatePiece = (state: DocumentState): Piece => stressed('pending', text(documentStateWords[state]));

/** A document by its number, which leads to its line in the list of documents. */
export const documentPiece = ({ number }: Handed): Piece => quote(number, { kind: 'index', of: 'attachments', anchor: number });

/** Cells of a document that may always be told: those that decide whether it is published. */
export function levelWords({ evidence: { register } }: Inputs, { record }: Handed): string {
  const columns = register === null ? [] : columnsIn(register.evidence.published);
  return columns.map((column) => String(record.values[column] ?? '')).join('、');
}

/** A document's name; of one that is not published only that it is there. */
export const titleWords = ({ published, title }: Handed): string => (published ? title : '名称不发布');

/** 有效至2026年12月31日; 已于2025年12月9日到期; 长期有效. */
export function validityWords({ evidence: { day } }: Inputs, { until }: Handed): string {
  if (until === null) return '长期有效';
  return until < day ? `已于${dateWords(until)}到期` : `有效至${dateWords(until)}`;
}

/** Where records of a kind are kept. */
export function keepingPieces({ project, evidence }: Inputs, keeping: Keeping): Pieces {
  switch (keeping.place) {
    case 'log':
      return [text('台账：'), quote(keeping.log.name, newestRecords(project, keeping.log.id))];
    case 'register':
      return [text('名录：'), quote(keeping.register.name)];
    case 'documents':
      return [text('名录：'), quote(evidence.register?.name ?? '', { kind: 'index', of: 'attachments', anchor: 'documents' })];
    case 'nowhere':
      return [stressed('excluded', text('没有保存'))];
  }
}

/** Which days the kept rows reach to. */
function countedPieces(keeping: Keeping): Pieces[] {
  switch (keeping.place) {
    case 'log':
      return [[quote(keeping.last === null ? '台账中没有这一类的行' : `台账${keeping.count}行，最近${dateWords(keeping.last)}`)]];
    case 'register':
      return [[quote(`${keeping.count}条`)]];
    case 'documents':
    case 'nowhere':
      return [];
  }
}

/** When the next is due: by a day, or not at all while nobody has agreed how often. */
function duePieces({ project }: Inputs, due: DueState | null): Pieces[] {
  if (due === null) return [];
  const needs = project.content.blanks?.data.blanks.find(({ id }) => id === due.blank)?.needs ?? due.blank;
  const blank = quote(needs, { kind: 'open-item', id: due.blank });
  if (due.state === 'open') return [say`${blank}尚未约定，不推算应做`];
  const by = quote(dateWords(due.by));
  return due.overdue ? [say`应于${by}以前，未见记录（${quote(due.every)}）`] : [say`下一次应于${by}以前（${quote(due.every)}）`];
}

/** The state of a kind; where only rows are there, that they are. */
const statePiece = ({ documents, state, keeping }: KindStanding): Piece =>
  keeping.place === 'log' && documents.length === 0 && state === 'handed'
    ? stressed('pending', text('有记录'))
    : documentStatePiece(state);

/** What is there of a kind, in few words: its rows, its documents, and when the next is due. */
export function evidencePieces(inputs: Inputs, standing: KindStanding): Pieces {
  const { documents, valid, due, keeping } = standing;
  const listed = documents.map((document) => [documentPiece(document), quote(`（${validityWords(inputs, document)}）`)]);
  const files: Pieces[] =
    documents.length === 0
      ? []
      : [[{ kind: 'folded', summary: `文件${documents.length}件，有效${valid.length}件`, items: listed }]];
  const below = [...countedPieces(keeping), ...files, ...duePieces(inputs, due)].map((pieces) => stressed('below', ...pieces));
  return [statePiece(standing), ...below];
}

/** What is there of a meeting's minutes. */
export const meetingPieces = (inputs: Inputs, meeting: EvidenceMeeting): Pieces =>
  evidencePieces(inputs, inputs.evidence.meeting(meeting));

/** The documents of a promise that are there, as links; the newest three of each kind. */
export function handedPieces({ documents, keeping }: PromiseDocuments['items'][number]['standing']): Pieces {
  const shown = documents.slice(0, 3).map((document) => [documentPiece(document)]);
  const more = documents.length > shown.length ? `等${documents.length}件` : '';
  const listed = shown.length === 0 ? [] : [text('，'), ...joined(shown, '、'), quote(more)];
  if (keeping?.place === 'log' && keeping.last !== null)
    return [...listed, quote(`（台账《${keeping.log.name}》有${keeping.count}行，最近${dateWords(keeping.last)}，不代替文件）`)];
  return listed;
}

/** 无从核对而有文件为凭的，到2026年10月31日已交30项、过期7项、未交50项。 Empty where every promise is checked or asks for no document. */
export function documentsSentence({ evidence, standings }: Inputs): string {
  const states = [...standings.values()]
    .filter(({ reading }) => reading === 'unchecked')
    .flatMap(({ commitment }) => evidence.promise(commitment)?.state ?? []);
  if (states.length === 0) return '';
  const counts = documentStates.map((state) => `${documentStateWords[state]}${states.filter((each) => each === state).length}项`);
  return `无从核对而有文件为凭的，到${dateWords(evidence.day)}${counts.join('、')}。`;
}

/** How the documents of a promise stand together, and what the states mean. */
export function documentsRule({ evidence: { day } }: Inputs, { state, items }: PromiseDocuments): Pieces {
  const rule = '各种文件都已交的为已交；有一种从未交过的为未交（台账的行不代替文件）；交过而已到期、或应有新的而未见的为过期。';
  return [quote(`到${dateWords(day)}，${items.length}种文件合起来：`), documentStatePiece(state), text(`。${rule}`)];
}
