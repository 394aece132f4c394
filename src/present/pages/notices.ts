import { lastDay, type Month } from '../../core/calendar/date.ts';
import { slotWords } from '../../core/registers/registers.ts';
import { documentName } from '../../core/reports/evidence.ts';
import { type Checking, type Failure, type Notice, type NoticeState, noticesOf } from '../../core/reports/notices.ts';
import { noticesTwin } from '../../core/reports/notices-twin.ts';
import { actionWords, caseWords, deadlineWords, momentWords } from '../cases.ts';
import { cellWords, excerptWords } from '../cells.ts';
import { dateWords, monthWords } from '../dates.ts';
import { listed, locationName, nameOf } from '../names.ts';
import type { Block, Fact } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import type { Pieces } from '../paper/piece.ts';
import { joined, quote, say, stressed, text } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, list, paragraph } from '../paper/tell.ts';
import { rowPlace } from '../rows.ts';
import type { Inputs } from './inputs.ts';
import { type MonthKey, measuredThrough, monthKeys, neighbourPager } from './month.ts';
import type { PageType } from './page-type.ts';

const stateWords: Readonly<Record<NoticeState, string>> = { open: '未办结', closed: '已办结', unwritten: '办结未写明' };
const checkingWords: Readonly<Record<Checking, string>> = {
  other: '已由另一岗位复核',
  self: '整改和复核是同一岗位，不算复核',
  unwritten: '复核岗位未写明',
};

const naming = ({ project }: Inputs) => ({ registers: project.ledger.registers, contract: project.contract });

/** Where it is: the cell of the row, and the place of service where that cell names something smaller. */
function placeWords(inputs: Inputs, { log, place, locations }: Notice): string {
  const names = locations.map((each) => locationName(naming(inputs), each));
  const column = place.field === null ? undefined : log.columns[place.field];
  if (column === undefined || (column.type === 'reference' && column.register === 'locations')) return listed(names);
  const cell = cellWords(place.value, column, inputs.project.ledger.registers);
  return cell === names[0] ? cell : `${listed(names)} ${cell}`;
}

/** What kind of thing it is: the log, and what its rows say of the kind. */
function kindWords({ project }: Inputs, { log, kind, unrecorded }: Notice): string {
  const column = kind.field === null ? undefined : log.columns[kind.field];
  const cell = column === undefined ? String(kind.value ?? '') : cellWords(kind.value, column, project.ledger.registers);
  return `${log.name}${cell === '' ? '' : `“${cell}”`}${unrecorded ? '应做，没有记录' : ''}`;
}

/** 5次；同一处再次发生：本月4次，上月1次. */
function againWords({ repeats, before }: Notice): string {
  const earlier = before === null ? '上月没有可比的台账' : before === 0 ? '上月没有' : `上月${before}次`;
  if (repeats === 0 && (before ?? 0) === 0) return before === null ? earlier : '没有';
  return `${repeats === 0 ? '' : `本月又${repeats}次，`}${earlier}`;
}

const postWords = ({ project }: Inputs, { posts }: Notice): string =>
  posts.length === 0 ? '整改岗位未写明' : posts.map((each) => nameOf(project.ledger.registers, 'posts', each)).join('、');

/** The limit of what is open; of what is closed, whether it was kept. */
const limitWords = ({ limit, deadline }: Notice): string => {
  if (limit !== null) return `${momentWords(limit)}${deadline === 'overdue' ? '，已逾期' : ''}`;
  return deadline === 'none' ? '期限未写明' : deadlineWords({ deadline });
};

const indicatorPieces = ({ indicators }: Notice, month: Month): Pieces =>
  indicators.length === 0
    ? [text('没有指标评价')]
    : joined(
        indicators.map(({ id, name }) => [quote(name, { kind: 'evidence', month, indicator: id })]),
        '、',
      );

function indexRow(inputs: Inputs, notice: Notice, month: Month): Row {
  const { number, failures, state, deadline } = notice;
  const told = [String(failures.length), againWords(notice), postWords(inputs, notice), limitWords(notice), stateWords[state]];
  return {
    cells: [
      [quote(number, { kind: 'here', anchor: number })],
      [quote(placeWords(inputs, notice))],
      [quote(kindWords(inputs, notice))],
      indicatorPieces(notice, month),
      ...told.map((words) => [quote(words)]),
    ],
    ...(state === 'open' || deadline === 'overdue' ? { look: 'missed' } : {}),
  };
}

const indexTable = (inputs: Inputs, notices: readonly Notice[], month: Month): Table => ({
  kind: 'table',
  id: 'notices',
  caption: [quote(`${monthWords(month)}整改通知单目录`)],
  quiet: true,
  looks: ['stack'],
  columns: [
    { label: '编号', align: 'start', weight: 9, look: 'unbroken' },
    { label: '地点', align: 'start', weight: 8 },
    { label: '发现', align: 'start', weight: 12, look: 'words' },
    { label: '指标', align: 'start', weight: 12 },
    { label: '次数', align: 'end', weight: 3 },
    { label: '同一处再次发生', align: 'start', weight: 7 },
    { label: '整改岗位', align: 'start', weight: 7 },
    { label: '期限', align: 'start', weight: 7 },
    { label: '状态', align: 'start', weight: 5 },
  ],
  rows: notices.map((each) => indexRow(inputs, each, month)),
  keepTogether: false,
});

/** A row that failed: where it stands, what it says, and when it was closed. */
function rowPieces({ project }: Inputs, { record, found, failing }: Failure): Pieces {
  if (record === null) return [];
  const { to, label, words } = rowPlace(project, record);
  const told = found === null ? words : caseWords(found, project.ledger.registers);
  const reasons = [...new Set(failing.flatMap(({ reason }) => reason ?? []))].filter((each) => !told.includes(each));
  const closed = found === null ? '' : found.closed === null ? '；未办结' : `；${momentWords(found.closed)} 办结`;
  return say`${quote(label, to)} ${quote(excerptWords([told, ...reasons].filter((each) => each !== '').join('；')) + closed)}`;
}

/** What was due and has no row, place by place with its days. */
function duePieces(inputs: Inputs, { failures, locations }: Notice): Pieces[] {
  return locations.map((location) => {
    const slots = failures.flatMap((each) =>
      each.location === location && each.occurrence !== null ? [each.occurrence.slot] : [],
    );
    const days = [...new Set(slots.map(slotWords))];
    return [quote(`${locationName(naming(inputs), location)}：${slots.length}次没有记录，应在 ${days.join('、')}`)];
  });
}

/** Cause and measure as the rows say them; that they do not, where they do not. */
function actionOf({ project }: Inputs, { failures }: Notice): string {
  const told = failures.flatMap(({ found }) => (found === null ? [] : [actionWords(found, project.ledger.registers)]));
  const own = [...new Set(told)].filter((each) => each !== '—');
  return own.length === 0 ? '原因未写明，措施未写明' : own.join('；');
}

function documentPieces({ documents }: Notice): Pieces {
  if (documents.length === 0) return [text('照片未附，没有登记指向这些记录的文件')];
  return joined(
    documents.map((each) => {
      const name = documentName(each);
      if (!each.published) return [text('不公开的文件')];
      return [name === null ? quote(each.title) : quote(each.title, { kind: 'document', name })];
    }),
    '、',
  );
}

function factsOf(inputs: Inputs, notice: Notice, month: Month): Fact[] {
  const { project } = inputs;
  const { client } = project.contract.words;
  const clauses = notice.clauses.map((id): Pieces => {
    const section = project.content.clauses.get(id)?.section;
    return [section === undefined ? quote(id) : quote(id, { kind: 'clause', section, clause: id })];
  });
  const facts: readonly (readonly [string, Pieces])[] = [
    ['条款', clauses.length === 0 ? [text('条款未写明')] : joined(clauses, '、')],
    ['指标', indicatorPieces(notice, month)],
    ['地点', [quote(placeWords(inputs, notice))]],
    ['发现', [quote(`${kindWords(inputs, notice)}，${notice.failures.length}次`)]],
    ['同一处再次发生', [quote(againWords(notice))]],
    ['原因与措施', [quote(actionOf(inputs, notice))]],
    ['整改岗位', [quote(postWords(inputs, notice))]],
    ['期限', [quote(limitWords(notice))]],
    ['办结', [quote(stateWords[notice.state])]],
    ['由另一岗位复核', [text(checkingWords[notice.checking])]],
    ['照片和文件', documentPieces(notice)],
    [`告知${client}`, [text('未写明')]],
    [`${client}批准的偏离`, [text('未写明')]],
  ];
  return facts.map(([label, value]) => ({ label, value }));
}

/** One sheet: what is known of the item, its rows as proof, and where it is signed by hand. */
function sheet(inputs: Inputs, notice: Notice, month: Month): Block {
  const { number, failures, unrecorded } = notice;
  const { client } = inputs.project.contract.words;
  const rows = unrecorded ? duePieces(inputs, notice) : failures.map((each) => rowPieces(inputs, each));
  const summary = `${number} ${placeWords(inputs, notice)}：${kindWords(inputs, notice)}`;
  const blocks: Block[] = [
    paragraph([stressed('strong', quote(`整改通知单 ${number}`)), quote(`　截至${dateWords(lastDay(month))}`)]),
    { kind: 'facts', items: factsOf(inputs, notice, month) },
    paragraph('凭据：'),
    list(rows),
    { kind: 'fields', names: ['整改措施', '整改岗位（代码）', '完成日期'], tall: false },
    { kind: 'fields', names: ['复核岗位（代码，不同于整改岗位）', '复核日期', `${client}确认`, '日期'], tall: false },
  ];
  return {
    kind: 'section',
    id: number,
    look: 'notice',
    blocks: [{ kind: 'details', summary, open: false, unsearched: true, blocks }],
  };
}

/** How many items there are, how many are open or do not say, and how many came again. */
function leadWords(notices: readonly Notice[], month: Month): string {
  if (notices.length === 0) return `${monthWords(month)}已交付的台账中没有须整改的事项。`;
  const count = (holds: (notice: Notice) => boolean) => notices.filter(holds).length;
  const rows = notices.reduce((sum, { failures }) => sum + failures.length, 0);
  const again = count(({ repeats, before }) => repeats > 0 || (before ?? 0) > 0);
  return `${monthWords(month)}须整改${notices.length}件，共${rows}次：未办结${count(({ state }) => state === 'open')}件，办结未写明${count(({ state }) => state === 'unwritten')}件，整改岗位未写明${count(({ posts }) => posts.length === 0)}件；同一处再次发生${again}件。`;
}

const rule =
  '每一行不合格、未完成或超限的记录，每一次应做而没有记录的作业，每一个发现的问题，无论所评指标是否达标，都在其中一件里。同一台账、同一处、同一类的合为一件；应做而没有记录的，同一台账同一项作业合为一件，逐处列出。台账里没有写的写“未写明”。';

function noticesPaper(inputs: Inputs, key: MonthKey): Paper {
  const { month } = key;
  const notices = noticesOf(inputs.project.assessment, month);
  return {
    title: `${monthWords(month)}整改通知单`,
    kind: 'improvement',
    description: `${monthWords(month)}须整改的每一件事项：地点、发现、条款、岗位、期限、凭据，每件一张A4纸。`,
    lead: leadWords(notices, month),
    month,
    search: 'lead',
    contents: false,
    breadcrumbs: [{ label: '整改与改进', to: { kind: 'improvement' } }],
    blocks: [
      paragraph([quote(rule)]),
      {
        kind: 'actions',
        screen: true,
        items: [[text('本月报告', { kind: 'report', id: month })], [text('本页的JSON', { kind: 'data', of: 'notices', month })]],
      },
      ...(notices.length === 0
        ? []
        : [heading('目录', { id: 'index' }), indexTable(inputs, notices, month), heading('逐件', { id: 'sheets' })]),
      ...notices.map((each) => sheet(inputs, each, month)),
      neighbourPager(key, (each) => ({ kind: 'notices', month: each })),
    ],
  };
}

/** One page for each month: what is to be put right, an index and one sheet for each item. */
export const noticesPage: PageType<MonthKey> = {
  keys: monthKeys,
  params: ({ month }) => ({ month }),
  reads: ({ month }) => measuredThrough(month),
  paper: noticesPaper,
  twin: ({ project }, { month }) => noticesTwin(noticesOf(project.assessment, month), month, project.provenance),
};
