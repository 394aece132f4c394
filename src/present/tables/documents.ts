import { columnsIn } from '../../core/csv/condition.ts';
import { documentName, type EvidenceRegister, type Handed } from '../../core/reports/evidence.ts';
import { dateWords } from '../dates.ts';
import { levelWords, titleWords, validityWords } from '../evidence.ts';
import type { Inputs } from '../pages/inputs.ts';
import type { Pieces } from '../paper/piece.ts';
import { code, excerpt, quote, stressed } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';

/** Columns that have no meaning of their own to the site, such as a version or who approved it. */
function furtherWords({ evidence, spellings, columns }: EvidenceRegister, { record }: Handed): string {
  const { row, published, ...own } = evidence;
  const known = [...spellings, ...Object.values(own), ...Object.values(row), ...columnsIn(published)];
  return Object.entries(columns)
    .filter(([field]) => !known.includes(field) && (record.values[field] ?? null) !== null)
    .map(([field, { name }]) => `${name}：${record.values[field]}`)
    .join('；');
}

/** A kind of record or a meeting by its id, or the promise that a declaration is about. */
function kindPieces({ project, relations }: Inputs, { kind, promise }: Handed): Pieces {
  const meeting = project.content.meetings?.data.meetings.find(({ id }) => id === kind);
  const title = relations.recordKind(kind ?? '')?.title ?? meeting?.name;
  const of = kind === null ? [] : [quote(title ?? kind, { kind: 'organisation', id: kind })];
  const pledged = project.content.commitments.find(({ id }) => id === promise);
  const about = pledged === undefined ? [] : [excerpt(pledged.data.text, { kind: 'commitment', id: pledged.id })];
  return [...of, ...about];
}

/** Where it can be looked at; of a document that is not published only that it may not be. */
function filePieces(document: Handed): Pieces {
  const name = documentName(document);
  if (name !== null) return [quote('打开文件', { kind: 'document', name })];
  return [quote(document.published ? `只有原件：${document.kept ?? '未写明'}` : '不发布')];
}

function documentRow(inputs: Inputs, register: EvidenceRegister, document: Handed): Row {
  const { number, issued, digest, published, row } = document;
  const further = published ? furtherWords(register, document) : '';
  const belongs = published && row !== null ? [stressed('below', quote(`${row.month} ${row.number}`))] : [];
  return {
    id: number,
    cells: [
      [quote(number)],
      [excerpt(titleWords(document)), ...(further === '' ? [] : [stressed('below', excerpt(further))])],
      [...kindPieces(inputs, document), ...belongs],
      [quote(levelWords(inputs, document))],
      [quote(dateWords(issued))],
      [quote(validityWords(inputs, document))],
      filePieces(document),
      [digest === null ? quote('—') : code(digest)],
    ],
  };
}

/** What decides whether a document is published, as the register calls it. */
const levelNames = ({ evidence, columns }: EvidenceRegister): string =>
  columnsIn(evidence.published)
    .map((field) => columns[field]?.name ?? field)
    .join('、');

/** Every document that was handed in, the newest first: of one that is not published only number, kind, level, days and digest. */
export const documentTable = (inputs: Inputs, register: EvidenceRegister): Table => ({
  kind: 'table',
  id: 'document-table',
  caption: [quote(register.name)],
  quiet: true,
  looks: ['stack'],
  columns: [
    { label: '编号', align: 'start', weight: 11 },
    { label: '名称', align: 'start', weight: 14 },
    { label: '种类', align: 'start', weight: 10 },
    { label: levelNames(register), align: 'start', weight: 4 },
    { label: '签发', align: 'start', weight: 7 },
    { label: '有效期', align: 'start', weight: 8 },
    { label: '文件', align: 'start', weight: 8 },
    { label: 'SHA-256', align: 'start', weight: 14, look: 'digest' },
  ],
  rows: [...inputs.evidence.documents]
    .sort((a, b) => (a.issued < b.issued ? 1 : a.issued > b.issued ? -1 : 0))
    .map((document) => documentRow(inputs, register, document)),
  keepTogether: false,
});
