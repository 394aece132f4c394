import type { RecordKind, RecordRelations } from '../../core/project/relations.ts';
import { recordKindWords } from '../documents.ts';
import { evidencePieces, keepingPieces } from '../evidence.ts';
import { serviceName } from '../names.ts';
import type { Inputs } from '../pages/inputs.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, stressed, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';

/** Who works with a record: procedures that fill it in, promises that it proves, meetings that write it. */
function usePieces({ procedures, commitments, meetings }: RecordRelations): Pieces {
  const counts = [
    { words: '规程', unit: '项', count: procedures.length },
    { words: '承诺', unit: '项', count: commitments.length },
    { words: '会议', unit: '种', count: meetings.length },
  ];
  const some = counts.filter(({ count }) => count > 0);
  if (some.length === 0) return [text('—')];
  return [
    {
      kind: 'folded',
      summary: some.map(({ words, unit, count }) => `${words}${count}${unit}`).join('、'),
      items: [
        ...procedures.map(({ id, data }) => [quote(data.title, { kind: 'procedure', id })]),
        ...commitments.map(({ id, data }) => [quote(data.text, { kind: 'commitment', id })]),
        ...meetings.map(({ id, name }) => [quote(name, { kind: 'here', anchor: id })]),
      ],
    },
  ];
}

function recordRow(inputs: Inputs, record: RecordKind): Row {
  const { id, title, service, kind, fields, frequency, role, roleStated, recipients, retention, note } = record;
  const uses = inputs.relations.record(id);
  const standing = inputs.evidence.kind(record);
  const sort = quote(`${recordKindWords(kind)} · ${serviceName(inputs.project.ledger.registers, service)}`);
  const who = quote(inputs.relations.roleName(role), { kind: 'here', anchor: role });
  return {
    id,
    cells: [
      [quote(title), stressed('small', sort)],
      [quote(fields.join('、') || '方案没有写明'), ...(note === undefined ? [] : [stressed('small', quote(note))])],
      [quote(frequency)],
      [who, ...(roleStated ? [] : [stressed('advice', stressed('strong', text('建议')))])],
      [quote(recipients.join('、') || '—')],
      [quote(retention)],
      keepingPieces(inputs, standing.keeping),
      evidencePieces(inputs, standing),
      usePieces(uses),
    ],
  };
}

/** The records of one kind that the plan wants kept. */
export interface RecordList {
  readonly id: string;
  readonly caption: string;
  readonly records: readonly RecordKind[];
}

/** What is recorded, when, by whom, for whom, and where it goes. */
export const recordTable = (inputs: Inputs, { id, caption, records }: RecordList): Table => ({
  kind: 'table',
  id,
  caption: [quote(caption)],
  quiet: true,
  looks: ['stack'],
  columns: [
    { label: '名称', align: 'start', weight: 12 },
    { label: '记什么', align: 'start', weight: 24, look: 'words' },
    { label: '何时记', align: 'start', weight: 8 },
    { label: '谁来记', align: 'start', weight: 7 },
    { label: '交给谁', align: 'start', weight: 7 },
    { label: '保存多久', align: 'start', weight: 6 },
    { label: '保存在', align: 'start', weight: 7 },
    { label: '现状', align: 'start', weight: 10 },
    { label: '用于', align: 'start', weight: 10 },
  ],
  rows: records.map((record) => recordRow(inputs, record)),
  keepTogether: false,
});
