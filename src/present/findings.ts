import type { Registers } from '../core/registers/registers.ts';
import type { Deadline, Finding, FindingKind, Improvement } from '../core/reports/improvement.ts';
import { findingKinds } from '../core/reports/improvement.ts';
import { cellWords, excerptWords } from './cells.ts';
import { monthWords } from './formats.ts';

export const findingKindWords: Readonly<Record<FindingKind, string>> = {
  incident: '事故',
  complaint: '投诉',
  fault: '故障',
  defect: '巡检隐患',
  shortcoming: '监督发现的问题',
  'failed-check': '检查不合格',
};

/** The cells of some columns in words; empty ones are left out. */
function cells({ log, record }: Finding, fields: readonly string[], registers: Registers): string {
  return fields
    .flatMap((field) => {
      const column = log.columns[field];
      const value = record.values[field] ?? null;
      return column === undefined || value === null ? [] : [excerptWords(cellWords(value, column, registers))];
    })
    .join('，');
}

/** What was found. */
export const findingWords = (finding: Finding, registers: Registers): string => cells(finding, finding.about, registers);

/** The kind of thing that it is about: the kind of a device, else what the cell says. */
export function itemWords({ log, record, item }: Finding, registers: Registers): string {
  const [column, value = null] = [log.columns[item], record.values[item]];
  if (column === undefined) return '—';
  const kind = column.type === 'reference' ? registers.get(column.register)?.byId.get(String(value))?.kind : undefined;
  return typeof kind === 'string' ? kind : cellWords(value, column, registers);
}

/** What was done about it, each column with its name; a dash where the log has nothing to say. */
export function actionWords(finding: Finding, registers: Registers): string {
  const told = finding.action.flatMap((field) => {
    const text = cells(finding, [field], registers);
    return text === '' ? [] : [`${finding.log.columns[field]?.name ?? field}：${text}`];
  });
  return told.join('；') || '—';
}

/** 当日办结, 2天后办结, 已25天未办结: how long a finding was open. */
export function ageWords({ closed, days }: Pick<Finding, 'closed' | 'days'>): string {
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

/** Whether a finding keeps the limit for its settlement, as of the last day looked at. */
export const deadlineWords = ({ deadline }: Pick<Finding, 'deadline'>): string => deadlineWordsOf[deadline];

/** 2026-09-05 10:20, as the log writes it; a date stays a date. */
export const momentWords = (moment: string): string => moment.replace('T', ' ');

/** How many of which kind, and what is still open. */
export function findingsSentence({ months, findings, lingering }: Improvement): string {
  const [first, last] = [months[0] ?? '', months.at(-1) ?? ''];
  const span = first === last ? monthWords(last) : `${monthWords(first)}至${monthWords(last)}`;
  const counts = findingKinds
    .map((kind) => ({ kind, count: findings.filter((each) => each.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${findingKindWords[kind]}${count}件`);
  if (counts.length === 0 && lingering.length === 0) return `${span}没有发现事故、投诉、故障、隐患和不合格。`;
  const open = findings.filter(({ closed }) => closed === null).length;
  const late = [...findings, ...lingering].filter(({ deadline }) => deadline === 'overdue').length;
  const settled = `${open === 0 ? '全部办结' : `其中${open}件尚未办结`}${late === 0 ? '' : `，${late}件逾期`}`;
  const older = lingering.length === 0 ? '' : `更早的还有${lingering.length}件未办结。`;
  return `${span}发现${findings.length}件：${counts.join('、')}，${settled}。${older}`;
}
