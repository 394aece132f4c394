import type { ReleaseChanges, Releases } from '../../core/changes/releases.ts';
import { amendmentsIn } from '../../core/seals/former.ts';
import { type ChangeItem, type ChangeSection, changeSections, changesSentence } from '../changes/sections.ts';
import { changedThing } from '../changes/thing.ts';
import { dateWords, monthWords } from '../dates.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import type { Pieces } from '../paper/piece.ts';
import { code, quote, say, stressed, text } from '../paper/say.ts';
import { heading, list, paragraph } from '../paper/tell.ts';
import { amendmentWords } from '../seal.ts';
import { amendmentTable } from '../tables/amendments.ts';
import type { Inputs } from './inputs.ts';
import { type PageType, type Single, singlePage } from './page-type.ts';

/** Of the changes of one kind the first; the rest are counted. */
const shown = 30;

/** A change: the thing, what is different about it, and why. */
function itemPieces({ project }: Inputs, { subject, details, because, change }: ChangeItem): Pieces {
  const to = change === null ? null : changedThing(project, change);
  return [
    quote(subject, to ?? undefined),
    ...(details.length === 0 ? [] : [{ kind: 'points', items: details.map((words) => [quote(words)]) } as const]),
    ...(because === null || because === '' ? [] : [stressed('below', text('起因：'), quote(because))]),
  ];
}

/** The changes of one kind. */
function sectionBlocks(inputs: Inputs, { title, count, items }: ChangeSection): Block[] {
  const left = items.length - shown;
  const rest = left > 0 ? [say`另有${quote(String(left))}处，用 ${code('npm run diff')} 可以列全。`] : [];
  return [
    heading(title, { level: 3, count: `${count}处` }),
    list([...items.slice(0, shown).map((item) => itemPieces(inputs, item)), ...rest], 'changes'),
  ];
}

/** A commit: its words, and everything that it changed. */
function releaseSection(inputs: Inputs, { commit, date, subject, body, changes }: ReleaseChanges): Block {
  const told: Block[] =
    changes === null
      ? [paragraph('这是能看到的最早一次更新，没有上一版本可比较。')]
      : [
          paragraph([quote(changesSentence(changes))]),
          ...changeSections(changes, inputs.project.definitions).flatMap((section) => sectionBlocks(inputs, section)),
        ];
  return {
    kind: 'section',
    id: commit,
    blocks: [
      heading(`${dateWords(date)}：${subject}`),
      paragraph(say`提交 ${code(commit)}`),
      ...(body === '' ? [] : [paragraph([quote(body)], 'verbatim')]),
      ...told,
    ],
  };
}

/** What was amended of sealed months, the latest first: it comes before what no seal held. */
function amendedSection({ project }: Inputs): Block[] {
  const { seals, assessment } = project;
  const amendments = amendmentsIn(seals);
  if (amendments.length === 0) return [];
  const told = amendments.flatMap((each): Block[] => [
    heading(`${monthWords(each.month)}：${amendmentWords(each)}`, { level: 3, to: { kind: 'report', id: each.month } }),
    paragraph(say`理由：${quote(each.reason)}`),
    amendmentTable(each, assessment),
  ]);
  return [{ kind: 'section', blocks: [heading('签发后的修订', { id: 'amendments', count: `${amendments.length}次` }), ...told] }];
}

/** The latest change in one sentence. */
function leadOf(newest: ReleaseChanges | undefined): string {
  if (newest === undefined) return '本次构建不在版本库中进行，看不到更新历史。';
  const told = newest.changes === null ? '没有可比较的上一版本。' : changesSentence(newest.changes);
  return `最近一次更新（${dateWords(newest.date)}）：${told}`;
}

function changesPaper(inputs: Inputs, known: Releases | null): Paper {
  const { releases, shallow } = known ?? { releases: [], shallow: false };
  const rule = text('每一处改动只列一次；由改动引起的结论变化单独列出并写明起因。新旧两版都按现在的格式读取、按现在的算法计算。');
  const twin = known === null ? [] : [text('机器可读（JSON）', { kind: 'data', of: 'changes' })];
  return {
    title: '更新记录',
    kind: 'change',
    description: '最近几次更新改了什么：目标、条款、文档、台账记录，以及由此改变的指标结论。',
    lead: leadOf(releases[0]),
    month: inputs.latest,
    search: 'lead',
    blocks: [
      paragraph([rule, ...twin]),
      ...amendedSection(inputs),
      ...releases.map((release) => releaseSection(inputs, release)),
      ...(shallow ? [paragraph('本次构建只取得了部分历史，更早的更新没有列出。')] : []),
    ],
  };
}

/** What the latest commits changed, by what git knows; null outside git. */
export const changesPage = (known: Releases | null): PageType<Single> => singlePage((inputs) => changesPaper(inputs, known));
