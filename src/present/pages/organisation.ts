import type { Content } from '../../core/project/project.ts';
import type { Keeping } from '../../core/reports/evidence.ts';
import { countsWords } from '../counts.ts';
import { dateWords } from '../dates.ts';
import { oneLineWords, recordKindsOf, recordKindWords, unitTypeWords } from '../documents.ts';
import type { Block, Body, PageBlock, TreeNode } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, quote, say, stressed, text } from '../paper/say.ts';
import { heading, list, numbered, paragraph } from '../paper/tell.ts';
import { channelTable, meetingTable, reportContentTable, roleTable } from '../tables/organisation.ts';
import { recordTable } from '../tables/record-kinds.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

const body = (id: string): Body => ({ kind: 'body', collection: 'organisation', id });

/** What the organisation's documents list. */
const listsOf = ({ units, roles, meetings, channels, records, blanks }: Content) => ({
  units: units?.data.units ?? [],
  roles: roles?.data.roles ?? [],
  meetings: meetings?.data.meetings ?? [],
  channels: channels?.data.channels ?? [],
  records: records?.data.records ?? [],
  reportTypes: records?.data.reportTypes ?? [],
  reportContent: records?.data.reportContent ?? [],
  flows: records?.data.flows ?? [],
  blanks: blanks?.data.blanks ?? [],
});
type Lists = ReturnType<typeof listsOf>;

/** What a unit does, and which posts belong to it. */
function unitParagraphs({ roles }: Lists, { id, duties, note }: Lists['units'][number]): Pieces[] {
  const own = roles.filter(({ unit }) => unit === id).map((role) => [quote(role.name, { kind: 'here', anchor: role.id })]);
  return [
    ...(duties.length === 0 ? [] : [[quote(`${duties.join('；')}。`)]]),
    ...(note === undefined ? [] : [[quote(note)]]),
    ...(own.length === 0 ? [] : [say`岗位：${joined(own, '、')}`]),
  ];
}

/** The units below one, each with those below it. */
function unitTree({ project }: Inputs, lists: Lists): TreeNode[] {
  const below = (parent: string | null): TreeNode[] =>
    lists.units
      .filter((unit) => unit.parent === parent)
      .map((unit) => ({
        id: unit.id,
        pieces: [
          stressed('strong', quote(unit.name)),
          stressed('small', quote(unitTypeWords(unit.type, project.contract.words))),
        ],
        paragraphs: unitParagraphs(lists, unit),
        children: below(unit.id),
      }));
  return below(null);
}

/** Where the kinds of records are kept, counted, and how many of them and of the meetings are due. */
function keptParagraphs({ evidence }: Inputs, { records, meetings }: Lists): Block[] {
  const standings = records.map((record) => evidence.kind(record));
  const kept = (place: Keeping['place']) => standings.filter(({ keeping }) => keeping.place === place).length;
  const places = [
    [kept('log'), '种记入月度台账'],
    [kept('register'), '种列入名录'],
    [kept('documents'), '种有登记的文件'],
    [kept('nowhere'), '种没有保存'],
  ] as const;
  const unwritten = standings.filter(({ keeping }) => keeping.place === 'log' && keeping.count === 0).length;
  const due = [...standings, ...meetings.map((meeting) => evidence.meeting(meeting))].flatMap((each) => each.due ?? []);
  const overdue = due.filter((each) => each.state === 'set' && each.overdue).length;
  const open = due.filter(({ state }) => state === 'open').length;
  const dueWords = countsWords([
    [due.length - open, '种已约定周期'],
    [overdue, '种逾期未见记录'],
    [open, '种周期尚未约定，不推算应做'],
  ]);
  return [
    paragraph(
      `到${dateWords(evidence.day)}：${countsWords(places) ?? ''}。${unwritten === 0 ? '' : `记入台账的，有${unwritten}种还没有一行。`}`,
    ),
    ...(dueWords === null ? [] : [paragraph(`定期的记录和会议：${dueWords}。`)]),
  ];
}

function recordBlocks(inputs: Inputs, lists: Lists): PageBlock[] {
  const { records } = lists;
  const kinds = recordKindsOf(records).flatMap((kind): Block[] => {
    const own = records.filter((each) => each.kind === kind);
    const words = recordKindWords(kind);
    return [
      heading(words, { level: 3, id: `records-${kind}`, count: `${own.length}种` }),
      recordTable(inputs, {
        id: `record-table-${kind}`,
        caption: `${words}：记什么、何时记、谁来记、交给谁`,
        records: own,
      }),
    ];
  });
  return [
    heading('记录', { id: 'records', count: `${records.length}种` }),
    ...(records.length === 0 ? [paragraph('本合同没有列出台账以外的记录。')] : []),
    body('records'),
    ...(records.length === 0 ? [] : keptParagraphs(inputs, lists)),
    ...kinds,
  ];
}

/** The kinds of reports that the plan wants, and what it wants to stand in them. */
function reportBlocks({ relations }: Inputs, { reportTypes, reportContent }: Lists): Block[] {
  const types = reportTypes.map(({ name, records, sourceLine }) => {
    const links = records.map((record) => [
      quote(relations.recordKind(record)?.title ?? record, { kind: 'here', anchor: record }),
    ]);
    return say`${quote(name)}：${joined(links, '、')}（原文${quote(oneLineWords(sourceLine))}）`;
  });
  return [
    heading('报告', { id: 'reports' }),
    heading('种类', { level: 3 }),
    { ...list(types), anchors: reportTypes.map(({ id }) => id) },
    paragraph(say`月报、季报、年报和周报由本站自动生成，见${text('服务报告', { kind: 'index', of: 'reports' })}。`),
    heading('内容', { level: 3 }),
    reportContent.length === 0 ? paragraph('本合同没有写明报告应写的内容。') : reportContentTable(reportContent),
  ];
}

/** The steps of a flow, each with who takes it. */
function flowSection({ relations }: Inputs, { id, name, steps, formats, uses }: Lists['flows'][number]): Block {
  const items = steps.map(({ step, by, planSays, sourceLine }) => {
    const who = quote(relations.roleName(by), { kind: 'here', anchor: by });
    const said = planSays === undefined ? [] : [quote(`方案写：${planSays}`)];
    return say`${stressed('strong', quote(step))}：${who}。${said}${stressed('small', quote(`原文${oneLineWords(sourceLine)}`))}`;
  });
  return {
    kind: 'section',
    id,
    blocks: [
      heading(name, { level: 3 }),
      numbered(items, 'steps'),
      ...(formats.length === 0 ? [] : [paragraph(`格式：${formats.join('；')}。`)]),
      ...(uses.length === 0 ? [] : [paragraph(`用途：${uses.join('、')}。`)]),
    ],
  };
}

function leadOf({ units, roles, meetings, channels, records, blanks }: Lists): string {
  const told = countsWords([
    [units.length, '个机构'],
    [roles.length, '个岗位'],
    [meetings.length, '种会议'],
    [channels.length, '种沟通渠道'],
    [records.length, '种记录'],
  ]);
  if (told === null) return '服务从何时起、范围到哪里；本合同没有列出机构、岗位、会议、沟通渠道和记录。';
  const empty = new Set(blanks.filter(({ value }) => value === null).map(({ id }) => id));
  const open = channels.filter(({ blank }) => blank !== undefined && empty.has(blank)).length;
  return `找谁、怎么联系、该记什么：${told}。${open > 0 ? `其中${open}种渠道的号码或地址尚待补充。` : ''}`;
}

/** The newest day on which one of the documents was changed; without them, the contract's own. */
function updatedOf({ contract, content }: Inputs['project']): string {
  const { units, roles, meetings, channels, records } = content;
  const days = [units, roles, meetings, channels, records].flatMap((each) => each?.data.updated ?? []);
  return days.sort().at(-1) ?? contract.updated;
}

function organisationPaper(inputs: Inputs): Paper {
  const { content, contract } = inputs.project;
  const lists = listsOf(content);
  const { units, roles, meetings, channels, flows } = lists;
  return {
    title: '组织与联系',
    kind: 'organisation',
    description: '机构、岗位、会议、沟通渠道，以及方案要求的记录与报告。',
    lead: leadOf(lists),
    blocks: [
      { kind: 'body', collection: 'contract', id: 'contract' },
      paragraph(`服务自${dateWords(contract.start)}起，范围为${contract.premises}。`),
      heading('沟通渠道', { id: 'channels' }),
      body('channels'),
      channels.length === 0 ? paragraph('本合同没有列出沟通渠道。') : channelTable(inputs, channels),
      heading('机构', { id: 'units' }),
      body('units'),
      units.length === 0 ? paragraph('本合同没有列出机构。') : { kind: 'tree', nodes: unitTree(inputs, lists) },
      heading('岗位', { id: 'roles' }),
      roles.length === 0 ? paragraph('本合同没有列出岗位；台账里的岗位代码见岗位名录。') : roleTable(inputs, roles),
      body('roles'),
      heading('会议', { id: 'meetings' }),
      body('meetings'),
      meetings.length === 0 ? paragraph('本合同没有列出会议。') : meetingTable(inputs, meetings),
      ...recordBlocks(inputs, lists),
      ...reportBlocks(inputs, lists),
      heading('流程', { id: 'flows' }),
      ...(flows.length === 0 ? [paragraph('本合同没有列出流程。')] : []),
      ...flows.map((flow) => flowSection(inputs, flow)),
      paragraph(`本页更新于${dateWords(updatedOf(inputs.project))}。`, 'meta'),
    ],
  };
}

/** Who is who, how they are reached, what is recorded and reported. */
export const organisationPage = singlePage(organisationPaper);
