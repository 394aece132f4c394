import type { Severity } from './codes.ts';
import { capProblems, countProblems, type Problem, sortProblems } from './problem.ts';

const severityWords: Record<Severity, string> = { error: '错误', warning: '警告', info: '信息' };

const placeText = ({ file, line, column }: Problem): string =>
  [file, ...(line === undefined ? [] : [line]), ...(column === undefined ? [] : [column])].join(':');

/** The row that Excel and WPS show, for whoever looks for it there. */
const rowText = ({ row }: Problem): string => (row === undefined ? '' : `（表格软件中第${row}行）`);

/** How many problems of each severity, as one sentence. */
export function summary(problems: readonly Problem[]): string {
  const { error, warning, info } = countProblems(problems);
  return `错误 ${error} 处，警告 ${warning} 处，信息 ${info} 条`;
}

const bySeverity: readonly Severity[] = ['error', 'warning', 'info'];

/** The capped list with errors before warnings before infos, each in the order of the files. */
export function gravestFirst(problems: readonly Problem[]): Problem[] {
  const capped = capProblems(problems);
  return bySeverity.flatMap((severity) => capped.filter((each) => each.severity === severity));
}

/** A text in which nothing can move a terminal's cursor or colour what follows. */
export const visible = (text: string): string => text.replace(/\p{Cc}/gu, '␦');

function textLines(each: Problem): string[] {
  const line = `${placeText(each)}${rowText(each)}  ${severityWords[each.severity]}  ${each.code}  ${each.message}`;
  return [visible(line), ...(each.hint === undefined ? [] : [`    → ${visible(each.hint)}`])];
}

/**
 * For a terminal: place, severity, code and message on one line, the hint below, the gravest first, the sum at the end. What is
 * less grave than `least` stands in the sum alone, with the command that lists it.
 */
export function asText(problems: readonly Problem[], least: Severity = 'info'): string {
  const listed = bySeverity.slice(0, bySeverity.indexOf(least) + 1);
  const folded = problems.some(({ severity }) => !listed.includes(severity));
  const sum = summary(problems);
  return [
    ...gravestFirst(problems.filter(({ severity }) => listed.includes(severity))).flatMap(textLines),
    folded ? `${sum}（npm run check -- --least info 逐条列出全部）` : sum,
  ].join('\n');
}

/** For machines: every problem, uncapped. */
export function asJson(problems: readonly Problem[]): string {
  return JSON.stringify({ schema: 'problems/1', problems }, null, 2);
}

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };
const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Workflow commands that annotate the lines at fault on GitHub. */
export function asGithub(problems: readonly Problem[]): string {
  const lines = gravestFirst(problems).map((each) => {
    const properties = [
      `file=${escapeProperty(each.file)}`,
      ...(each.line === undefined ? [] : [`line=${each.line}`]),
      ...(each.column === undefined ? [] : [`col=${each.column}`]),
      `title=${escapeProperty(each.code)}`,
    ];
    const text = each.hint === undefined ? each.message : `${each.message}。${each.hint}`;
    return `::${commands[each.severity]} ${properties.join(',')}::${escapeData(text)}`;
  });
  return [...lines, summary(problems)].join('\n');
}

const gitlabSeverity: Record<Severity, string> = { error: 'critical', warning: 'minor', info: 'info' };

/** A code quality report, by which GitLab marks the lines at fault in a merge request; every problem, uncapped. */
export function asGitlab(problems: readonly Problem[]): string {
  const report = sortProblems(problems).map((each) => ({
    check_name: each.code,
    description: each.hint === undefined ? each.message : `${each.message}。${each.hint}`,
    severity: gitlabSeverity[each.severity],
    fingerprint: `${placeText(each)} ${each.code} ${each.message}`,
    location: { path: each.file, lines: { begin: each.line ?? 1 } },
  }));
  return JSON.stringify(report, null, 2);
}
