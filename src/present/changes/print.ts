import type { Change } from '../../core/changes/change.ts';
import type { Reason } from '../../core/changes/reason.ts';
import type { Reasons } from '../../core/changes/twin.ts';
import type { Definitions } from '../../core/definitions/definitions.ts';
import { visible } from '../../core/problem/print.ts';
import type { Problem } from '../../core/problem/problem.ts';
import { capProblems, hasErrors } from '../../core/problem/problem.ts';
import { placeWords } from '../problems.ts';
import { type ChangeItem, type ChangeSection, changeSections, changesSentence } from './sections.ts';

/** All that is printed of a comparison. */
export interface Printed {
  readonly before: { readonly label: string; readonly problems: readonly Problem[] };
  readonly after: { readonly label: string; readonly problems: readonly Problem[] };
  readonly changes: readonly Change[];
  readonly reasons: Reasons;
  readonly definitions: Definitions;
}

/** Items of one kind that a reader is shown before the rest is counted. */
export const listedItems = 100;

/** How text from content and data is made harmless where it is printed, and how structure is drawn. */
interface Style {
  heading(words: string): string;
  item(words: string): string;
  detail(words: string): string;
  plain(words: string): string;
}

const terminal: Style = {
  heading: (words) => `\n${words}`,
  item: (words) => `  · ${visible(words)}`,
  detail: (words) => `      ${visible(words)}`,
  plain: visible,
};

/** Nothing in a cell may become a link, a mention, HTML or a table. */
const escaped = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]<>()#+!|~&:-]/gu, '\\$&')
    .replace(/@/gu, '@\u2060')
    .replace(/(?<=www|https?)/giu, '\u2060');

const markdown: Style = {
  heading: (words) => `\n### ${words}\n`,
  item: (words) => `- ${escaped(words)}`,
  detail: (words) => `  - ${escaped(words)}`,
  plain: escaped,
};

const commitsOf = ({ file }: ChangeItem, reasons: Reasons): string => {
  const ids = file === null ? [] : (reasons.get(file) ?? []).map(({ commit }) => commit);
  return ids.length === 0 ? '' : `〔${ids.join('、')}〕`;
};

function sectionLines({ title, count, items }: ChangeSection, reasons: Reasons, style: Style): string[] {
  const lines = items
    .slice(0, listedItems)
    .flatMap((item) => [
      style.item(`${item.subject}${commitsOf(item, reasons)}`),
      ...item.details.map(style.detail),
      ...(item.because === null || item.because === '' ? [] : [style.detail(`起因：${item.because}`)]),
    ]);
  const left = items.length - listedItems;
  return [style.heading(`${title}（${count}）`), ...lines, ...(left > 0 ? [style.item(`另有${left}处，见 --format json`)] : [])];
}

function commitLines(reasons: Reasons, style: Style): string[] {
  const commits = new Map([...reasons.values()].flat().map((each) => [each.commit, each]));
  if (commits.size === 0) return [];
  const lines = ({ commit, date, subject, body }: Reason) => [
    style.item(`${commit} ${date} ${subject}`),
    ...body.split('\n').flatMap((line) => (line.trim() === '' ? [] : [style.detail(line)])),
  ];
  return [style.heading('提交说明'), ...[...commits.values()].flatMap(lines)];
}

function problemLines({ label, problems }: Printed['before'], style: Style): string[] {
  const errors = problems.filter((each) => hasErrors([each]));
  if (errors.length === 0) return [];
  const lines = capProblems(errors, 3).map((each) => style.item(`${each.file} ${placeWords(each)}：${each.message}`));
  const left = lines.length - listedItems;
  return [
    style.heading(`${label}：按现在的格式不能读取的内容（${errors.length}处）`),
    ...lines.slice(0, listedItems),
    ...(left > 0 ? [style.item(`另有${left}处，见 --format json`)] : []),
  ];
}

function print({ before, after, changes, reasons, definitions }: Printed, style: Style): string {
  return [
    style.plain(`${before.label} → ${after.label}：${changesSentence(changes)}`),
    ...changeSections(changes, definitions).flatMap((section) => sectionLines(section, reasons, style)),
    ...commitLines(reasons, style),
    ...problemLines(before, style),
    ...problemLines(after, style),
  ].join('\n');
}

/** For a terminal. */
export const changesText = (printed: Printed): string => print(printed, terminal);

/** For a pull request. */
export const changesMarkdown = (printed: Printed): string => print(printed, markdown);
