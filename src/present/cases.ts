import type { Month } from '../core/calendar/date.ts';
import { missedBy } from '../core/indicators/basis.ts';
import { type CaseKind, caseKinds, findingKinds, type RoleName } from '../core/logs/role.ts';
import type { Registers } from '../core/registers/registers.ts';
import type { Case } from '../core/reports/cases.ts';
import type { Deadline } from '../core/reports/deadline.ts';
import type { Improvement } from '../core/reports/improvement.ts';
import type { Miss } from '../core/reports/misses.ts';
import { type OpenCases, ofKinds, overdueAmong } from '../core/reports/open.ts';
import { type Kept, keepsAny } from '../core/reports/roles.ts';
import { missedCell } from './basis.ts';
import { cellWords, excerptWords } from './cells.ts';
import { dateWords, monthWords } from './dates.ts';
import { locationName, type Naming } from './names.ts';

export const caseKindWords: Readonly<Record<CaseKind, string>> = {
  incident: '事故',
  complaint: '投诉',
  fault: '故障',
  defect: '巡检隐患',
  shortcoming: '监督发现的问题',
  'failed-check': '检查不合格',
  request: '服务请求',
  feedback: '建议与咨询',
  job: '待办作业',
  measure: '改进措施',
};

/** The cells of some columns in words; empty ones are left out. */
function cells({ log, record }: Case, fields: readonly string[], registers: Registers): string {
  return fields
    .flatMap((field) => {
      const column = log.columns[field];
      const value = record.values[field] ?? null;
      return column === undefined || value === null ? [] : [excerptWords(cellWords(value, column, registers))];
    })
    .join('，');
}

/** What it is about: what was found, asked for or planned. */
export const caseWords = (each: Case, registers: Registers): string => cells(each, each.about, registers);

/** The same after its place, where its log names one. */
export const placedWords = (each: Case, naming: Naming): string =>
  `${each.log.location === null ? '' : `${locationName(naming, each.location)}：`}${caseWords(each, naming.registers)}`;

/** The kind of thing that it is about: the kind of a device, else what the cell says. */
export function itemWords({ log, record, item }: Case, registers: Registers): string {
  const [column, value = null] = [log.columns[item], record.values[item]];
  if (column === undefined) return '—';
  const kind = column.type === 'reference' ? registers.get(column.register)?.byId.get(String(value))?.kind : undefined;
  return typeof kind === 'string' ? kind : cellWords(value, column, registers);
}

/** What was done about it, each column with its name; a dash where the log has nothing to say. */
export function actionWords(each: Case, registers: Registers): string {
  const told = each.action.flatMap((field) => {
    const text = cells(each, [field], registers);
    return text === '' ? [] : [`${each.log.columns[field]?.name ?? field}：${text}`];
  });
  return told.join('；') || '—';
}

/** 当日办结, 2天后办结, 未办结，已25天: how long a case was open. */
export function ageWords({ closed, days }: Pick<Case, 'closed' | 'days'>): string {
  if (closed === null) return days === 0 ? '未办结' : `未办结，已${days}天`;
  return days === 0 ? '当日办结' : `${days}天后办结`;
}

const deadlineWordsOf: Readonly<Record<Deadline, string>> = {
  kept: '期限内',
  running: '期限未到',
  overdue: '逾期',
  exempt: '按特殊情况不计时限',
  none: '方案没有写期限',
};

/** Whether a case keeps the limit for its end, as of the last day looked at. */
export const deadlineWords = ({ deadline }: Pick<Case, 'deadline'>): string => deadlineWordsOf[deadline];

/** 逾期599天, 期限未到: how an open case stands to its limit. */
export const standingWords = ({ deadline, over }: Pick<Case, 'deadline' | 'over'>): string =>
  deadline === 'overdue' && over > 0 ? `逾期${over}天` : deadlineWordsOf[deadline];

/** 2025-03-11, 方案没有写期限: the limit of an open case, or why it has none. */
export const limitWords = ({ deadline, limit }: Pick<Case, 'deadline' | 'limit'>): string =>
  limit === null ? deadlineWordsOf[deadline] : momentWords(limit);

/** 599天, 当日, 未逾期: how far an open case is past its limit; a dash for one without. */
export function overWords({ deadline, limit, over }: Pick<Case, 'deadline' | 'limit' | 'over'>): string {
  if (limit === null) return '—';
  if (deadline !== 'overdue') return '未逾期';
  return over === 0 ? '当日' : `${over}天`;
}

/** The post that is to act, by its name; 未指定 where the log or the row names none. */
export const responsibleWords = (each: Case, registers: Registers): string =>
  (each.responsible === null ? '' : cells(each, [each.responsible], registers)) || '未指定';

/** 2026-09-05 10:20, as the log writes it; a date stays a date. */
export const momentWords = (moment: string): string => moment.replace('T', ' ');

/** How a case begins, by its kind: a fault is found, a request comes in, a measure is put forward. */
export function openedWord(kind: CaseKind): string {
  if (kind === 'measure') return '提出';
  return kind === 'request' || kind === 'feedback' || kind === 'complaint' ? '收到' : '发现';
}

/** 事故、投诉…: kinds of cases in one list. */
export const kindNames = (kinds: readonly CaseKind[]): string => kinds.map((kind) => caseKindWords[kind]).join('、');

/** Some cases by kind: 投诉2件、故障5件. */
const countsByKind = (cases: readonly Case[]): string =>
  caseKinds
    .map((kind) => ({ kind, count: ofKinds(cases, [kind]).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${caseKindWords[kind]}${count}${kind === 'measure' ? '项' : '件'}`)
    .join('、');

/** What a role's rows are called. */
export const roleWords: Readonly<Record<RoleName, string>> = {
  ...caseKindWords,
  opinion: '客户反馈',
  suggestion: '改进建议',
  survey: '满意度调查',
  training: '培训',
  confirmation: '委托方核对的件数',
  shifts: '各岗位的班次',
  work: '计划任务',
  recheck: '复查',
};

/** 事故、投诉：本合同没有这类台账: that nothing is known of some things, which is not that there were none; empty where all are kept. */
export function unkeptWords(kept: Kept, names: readonly RoleName[]): string {
  const missing = names.filter((name) => !kept.has(name));
  return missing.length === 0 ? '' : `${missing.map((name) => roleWords[name]).join('、')}：本合同没有这类台账`;
}

/** The same as a sentence. */
export function unkeptSentence(kept: Kept, names: readonly RoleName[]): string {
  const words = unkeptWords(kept, names);
  return words === '' ? '' : `${words}。`;
}

/** 截至2026年10月31日未办结9件，其中逾期2件，最长逾期599天: everything open on a day. */
export function openSentence({ day, cases, kept }: OpenCases): string {
  const missing = unkeptSentence(kept, caseKinds);
  if (!keepsAny(kept, caseKinds)) return missing;
  const on = `截至${dateWords(day)}，`;
  if (cases.length === 0) return `${on}已交付的台账中没有未办结的事项。${missing}`;
  const overdue = overdueAmong(cases);
  const longest = Math.max(0, ...overdue.map(({ over }) => over));
  const late = overdue.length === 0 ? '' : `；其中逾期${overdue.length}件${longest > 0 ? `，最长的逾期${longest}天` : ''}`;
  return `${on}未办结${cases.length}件：${countsByKind(cases)}${late}。${missing}`;
}

/** 3项次未达标的指标（方案1、推得2）没有对应的问题记录: what a count of findings leaves out; empty where it leaves out nothing. */
const outsideWords = (outside: readonly Miss[]): string =>
  outside.length === 0
    ? ''
    : `；另有${outside.length}项次未达标的指标（${missedCell(missedBy(outside.map(({ result }) => result)))}）没有对应的问题记录，不在其中`;

/** 2026年8月 or 2026年8月至2026年10月: the months that were looked at. */
const spanOf = (months: readonly Month[]): string => {
  const [first, last] = [months[0] ?? '', months.at(-1) ?? ''];
  return first === last ? monthWords(last) : `${monthWords(first)}至${monthWords(last)}`;
};

/** How many accidents there were, and how many of them are settled. */
export function incidentSentence({ months, findings }: Pick<Improvement, 'months' | 'findings'>): string {
  const own = ofKinds(findings, ['incident']);
  return `${spanOf(months)}发生${caseKindWords.incident}${own.length}件，已办结${own.filter(({ closed }) => closed !== null).length}/${own.length}。`;
}

/** How many findings of which kind, how many of them are settled, what is not among them, and what is still open in all. */
export function findingsSentence({ months, findings, open }: Improvement, outside: readonly Miss[]): string {
  const span = spanOf(months);
  const settled = findings.filter(({ closed }) => closed !== null).length;
  const kinds = findingKinds.filter((kind) => open.kept.has(kind));
  if (kinds.length === 0) return `${outside.length === 0 ? '' : `${outsideWords(outside).slice(1)}。`}${openSentence(open)}`;
  const found =
    findings.length === 0
      ? `${span}已交付的台账中没有${kindNames(kinds)}`
      : `${span}发现问题${findings.length}件（${countsByKind(findings)}），已办结${settled}/${findings.length}`;
  return `${found}${outsideWords(outside)}。${openSentence(open)}`;
}
