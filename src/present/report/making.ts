import type { Entry } from '../../core/documents/library.ts';
import type { ReportDocument, ReportStatus } from '../../core/documents/report.ts';
import type { Content } from '../../core/project/project.ts';
import { dateWords } from '../dates.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, say, text, time } from '../paper/say.ts';

/** How far a report has come: nobody has begun, being written, reviewed, handed to the client; a digest is made by nobody. */
export type MakingState = 'unwritten' | ReportStatus | 'digest';

/** How far a report has come, as it stands beside its title wherever the title stands. */
export interface Making {
  readonly state: MakingState;
  /** 待编制, 草稿, 已审核, 已签发, 自动汇总; 已签发，签发后修订1次. */
  readonly words: string;
  /** The same with what it means for who reads it. */
  readonly told: string;
  /** The day on which it was issued; null for all that nobody signed. */
  readonly issued: string | null;
}

const stateWords: Readonly<Record<MakingState, string>> = {
  unwritten: '待编制',
  draft: '草稿',
  reviewed: '已审核',
  issued: '已签发',
  digest: '自动汇总',
};

/** What each means for who reads it, where no day says more. */
const meanings: Readonly<Record<MakingState, string>> = {
  unwritten: '由台账自动生成，还没有人编制、审核和签发',
  draft: '尚未审核，没有签发',
  reviewed: '尚未签发',
  issued: '没有写日期',
  digest: '周报不经审核，也不签发',
};

/** `amended` is 签发后修订1次 of a report whose month was amended, and empty for any other. */
function making(state: MakingState, issued: string | null, amended = ''): Making {
  const [words, told] = [stateWords[state], issued === null ? meanings[state] : dateWords(issued)];
  const after = amended === '' ? '' : `，${amended}`;
  return { state, words: `${words}${after}`, told: `${words}，${told}${after}`, issued };
}

/** How far the report that somebody writes on has come, and how often its month was amended; without a text nobody has begun. */
export const makingOf = (entry: Pick<Entry<ReportDocument>, 'data'> | null, amended = ''): Making =>
  entry === null ? making('unwritten', null, amended) : making(entry.data.status, entry.data.issued, amended);

/** A week's digest, on which nobody writes. */
export const digest: Making = making('digest', null);

/** 2026年10月服务报告（草稿）: a title that cannot be taken for that of an issued report. */
export const markedTitle = ({
  title,
  making: { words },
}: {
  readonly title: string;
  readonly making: Pick<Making, 'words'>;
}): string => `${title}（${words}）`;

/** A name of the organisation by its id. */
function roleWords({ roles, units }: Content, id: string): string {
  const found = [...(roles?.data.roles ?? []), ...(units?.data.units ?? [])].find((each) => each.id === id);
  return found?.name ?? id;
}

/** 编制：实施经理。审核：服务总监。状态：已签发，2026年10月6日。 */
export function makingPieces(entry: Entry<ReportDocument>, content: Content): Pieces {
  const { data } = entry;
  const { words, issued: day } = makingOf(entry);
  const role = (id: string) => quote(roleWords(content, id), { kind: 'organisation', id });
  const reviewed = data.reviewed === null ? text('待审核') : role(data.reviewed);
  const issued = day === null ? [] : say`，${time(dateWords(day))}`;
  return say`编制：${role(data.prepared)}。审核：${reviewed}。状态：${text(words)}${issued}。`;
}
