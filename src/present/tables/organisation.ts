import type { Blank } from '../../core/documents/blank.ts';
import { openWords } from '../../core/documents/filling.ts';
import type { Content } from '../../core/project/project.ts';
import { channelAudienceWords, lineWords, oneLineWords } from '../documents.ts';
import { meetingPieces } from '../evidence.ts';
import type { Inputs } from '../pages/inputs.ts';
import type { Piece, Pieces } from '../paper/piece.ts';
import { quote, stressed, text } from '../paper/say.ts';
import type { Column, Row, Table } from '../paper/table.ts';

/** A document of the organisation that is there. */
type Organised<Part extends keyof Content> = NonNullable<Content[Part]> extends { readonly data: infer Data } ? Data : never;
type Channel = Organised<'channels'>['channels'][number];
type Role = Organised<'roles'>['roles'][number];
type Meeting = Organised<'meetings'>['meetings'][number];
type ReportPart = Organised<'records'>['reportContent'][number];

/** The same look for all tables of the page: their heading says what they are. */
const table = (id: string, caption: string, columns: readonly Column[], rows: readonly Row[]): Table => ({
  kind: 'table',
  id,
  caption: [quote(caption)],
  quiet: true,
  looks: ['stack'],
  columns,
  rows,
  keepTogether: false,
});

const words = (label: string, weight: number, look?: Column['look']): Column => ({
  label,
  weight,
  align: 'start',
  ...(look === undefined ? {} : { look }),
});

/** Words with a remark in a line below. */
const remarked = (said: string, note: string | undefined): Pieces => [
  quote(said),
  ...(note === undefined ? [] : [stressed('small', quote(note))]),
];

/** A channel's number or address, or that it is still to be said. */
function numberPiece(blanks: readonly Blank[], id: string | undefined): Piece {
  const blank = blanks.find((each) => each.id === id);
  if (blank === undefined) return text('方案没有给出');
  if (blank.value !== null) return quote(blank.value);
  const open = openWords(blank);
  const title = `${blank.needs}：${open}`;
  return stressed('blank', { kind: 'quote', text: open, title, to: { kind: 'open-item', id: blank.id } });
}

/** How to reach whom. */
export function channelTable({ project }: Inputs, channels: readonly Channel[]): Table {
  const { content, contract } = project;
  const blanks = content.blanks?.data.blanks ?? [];
  const rows = channels.map(
    ({ id, name, audience, note, blank, sourceLines }): Row => ({
      id,
      cells: [
        [quote(name)],
        [quote(channelAudienceWords(audience, contract.words))],
        [numberPiece(blanks, blank)],
        [quote(note ?? '—')],
        [quote(`原文${lineWords(sourceLines)}`)],
      ],
    }),
  );
  const columns = [words('渠道', 10), words('面向', 6), words('号码或地址', 10), words('说明', 20), words('出处', 8)];
  return table('channel-table', '沟通渠道', columns, rows);
}

/** Who does what, and how the plan judges it. */
export function roleTable({ relations }: Inputs, roles: readonly Role[]): Table {
  const rows = roles.map(
    ({ id, name, unit, duties, note, indicators }): Row => ({
      id,
      cells: [
        [quote(name)],
        [quote(relations.roleName(unit), { kind: 'here', anchor: unit })],
        remarked(duties.join('；') || '方案没有写明', note),
        [quote(indicators.join('、') || '方案没有写明')],
      ],
    }),
  );
  const columns = [words('岗位', 8), words('所属', 8), words('职责', 30, 'words'), words('方案怎样考核', 14)];
  return table('role-table', '岗位', columns, rows);
}

/** Who meets, for what, how often. */
export function meetingTable(inputs: Inputs, meetings: readonly Meeting[]): Table {
  const { relations } = inputs;
  const rows = meetings.map((meeting): Row => {
    const { id, name, participants, purpose, frequency, record, note } = meeting;
    const kept =
      record === null ? text('方案没有要求') : quote(relations.recordKind(record)?.title ?? '', { kind: 'here', anchor: record });
    const said = [[quote(participants.join('、'))], remarked(purpose, note), [quote(frequency)]];
    return { id, cells: [[quote(name)], ...said, [kept], meetingPieces(inputs, meeting)] };
  });
  const columns = [
    words('会议', 10),
    words('谁参加', 12),
    words('为了什么', 20),
    words('多久一次', 8),
    words('记录', 8),
    words('纪要现状', 10),
  ];
  return table('meeting-table', '会议', columns, rows);
}

/** What the plan wants to stand in a report. */
export function reportContentTable(parts: readonly ReportPart[]): Table {
  const rows = parts.map(
    ({ id, name, fields, sourceLine }): Row => ({
      id,
      cells: [[quote(name)], [quote(fields.join('、'))], [quote(`原文${oneLineWords(sourceLine)}`)]],
    }),
  );
  return table('report-content', '报告应写的内容', [words('部分', 10), words('应写', 30), words('出处', 8)], rows);
}
