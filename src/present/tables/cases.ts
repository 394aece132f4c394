import { caseKinds } from '../../core/logs/role.ts';
import type { Project } from '../../core/project/project.ts';
import type { Case, Finding } from '../../core/reports/cases.ts';
import { type Kept, keepsAny } from '../../core/reports/roles.ts';
import {
  actionWords,
  ageWords,
  caseKindWords,
  caseWords,
  deadlineWords,
  limitWords,
  momentWords,
  openedWord,
  overWords,
  placedWords,
  responsibleWords,
  standingWords,
} from '../cases.ts';
import { dateWords } from '../dates.ts';
import { locationName } from '../names.ts';
import type { List } from '../paper/block.ts';
import type { Piece, Pieces } from '../paper/piece.ts';
import { quote, stressed, text } from '../paper/say.ts';
import type { Column, Row, Table } from '../paper/table.ts';
import { list } from '../paper/tell.ts';
import { rowOf } from '../rows.ts';

/** Since when a case is open, what was done about it, who is to act, and how it stands to its limit. */
function casePieces(each: Case, { ledger }: Project): Piece {
  const action = actionWords(each, ledger.registers);
  const told = [
    `${dateWords(each.opened)}${openedWord(each.kind)}，${each.closed === null ? `已${each.days}天` : ageWords(each)}`,
    ...(action === '—' ? [] : [action]),
    `责任岗位：${responsibleWords(each, ledger.registers)}`,
    each.limit === null ? '' : `期限${dateWords(each.limit)}，`,
  ];
  const stands = quote(standingWords(each));
  return stressed('small', quote(told.join('；')), each.deadline === 'overdue' ? stressed('strong', stands) : stands);
}

/** Some cases, each told in a few words; the pages of their rows say the rest. */
export function caseList(project: Project, cases: readonly Case[]): List {
  const naming = { registers: project.ledger.registers, contract: project.contract };
  const items = cases.map((each): Pieces => {
    const words = quote(placedWords(each, naming), rowOf(each.record));
    return [stressed('strong', text(caseKindWords[each.kind])), text(' '), words, casePieces(each, project)];
  });
  return { ...list(items, 'cases'), unsearched: true };
}

/** 2026-10 第3行: the row of a case, with the way to it. */
const rowPiece = ({ record }: Case): Piece => quote(`${record.file.split('/')[1]} 第${record.line}行`, rowOf(record));

function openRow(each: Case, { ledger, contract }: Project): Row {
  const { registers } = ledger;
  const action = actionWords(each, registers);
  const rest = [momentWords(each.opened), `${each.days}天`, limitWords(each), overWords(each), responsibleWords(each, registers)];
  const cells: Pieces[] = [
    [rowPiece(each)],
    [quote(caseKindWords[each.kind])],
    [quote(placedWords(each, { registers, contract })), ...(action === '—' ? [] : [stressed('small', quote(action))])],
    ...rest.map((told) => [quote(told)]),
  ];
  return { cells, ...(each.deadline === 'overdue' ? { look: 'missed' } : {}) };
}

/** Everything that is open, with what is being done about it, its age, its limit and who is to act. */
export function openTable(project: Project, cases: readonly Case[]): Table {
  const columns: Column[] = [
    { label: '记录', align: 'start', weight: 8, look: 'moment' },
    { label: '种类', align: 'start', weight: 5 },
    { label: '事项与办理情况', align: 'start', weight: 24, look: 'words' },
    { label: '起始', align: 'start', weight: 8, look: 'moment' },
    { label: '已过', align: 'start', weight: 4, look: 'nowrap' },
    { label: '时限', align: 'start', weight: 8, look: 'moment' },
    { label: '逾期', align: 'start', weight: 4, look: 'nowrap' },
    { label: '责任岗位', align: 'start', weight: 6 },
  ];
  return {
    kind: 'table',
    id: 'open-cases',
    caption: [text('未办结的全部事项，逾期在前')],
    quiet: true,
    looks: ['stack'],
    columns,
    rows: cases.map((each) => openRow(each, project)),
    keepTogether: false,
  };
}

/** The way to the calendar of open items; none where the contract keeps no record of any. */
export const openCalendarLinks = (kept: Kept): Pieces[] =>
  keepsAny(kept, caseKinds) ? [[text('订阅未办结事项的时限（日历，ICS）', { kind: 'index', of: 'open-calendar' })]] : [];

function findingRow(finding: Finding, { ledger, contract }: Project, isActed: boolean): Row {
  const { registers } = ledger;
  const words = [
    locationName({ registers, contract }, finding.location),
    caseWords(finding, registers),
    ...(isActed ? [actionWords(finding, registers)] : []),
    momentWords(finding.opened),
    finding.closed === null ? '—' : momentWords(finding.closed),
    ageWords(finding),
    deadlineWords(finding),
  ];
  const cells: Pieces[] = [[rowPiece(finding)], ...words.map((told) => [quote(told)])];
  return { cells, ...(finding.closed === null || finding.deadline === 'overdue' ? { look: 'missed' } : {}) };
}

/** Findings of one kind: what was found, what was done, and whether it was done in time. */
export function findingTable(project: Project, kind: Finding['kind'], found: readonly Finding[]): Table {
  const isActed = found.some(({ action }) => action.length > 0);
  const columns: Column[] = [
    { label: '记录', align: 'start', weight: 8, look: 'moment' },
    { label: project.contract.words.place, align: 'start', weight: 8 },
    { label: '发现了什么', align: 'start', weight: 18, look: 'words' },
    ...(isActed ? [{ label: '原因与措施', align: 'start', weight: 16 } as const] : []),
    { label: '发现', align: 'start', weight: 8, look: 'moment' },
    { label: '办结', align: 'start', weight: 8, look: 'moment' },
    { label: '用时', align: 'start', weight: 5 },
    { label: '期限', align: 'start', weight: 5 },
  ];
  return {
    kind: 'table',
    id: `findings-${kind}`,
    caption: [text(`${caseKindWords[kind]}：措施与办结`)],
    quiet: true,
    looks: ['stack'],
    columns,
    rows: found.map((each) => findingRow(each, project, isActed)),
    keepTogether: false,
  };
}
