import { beforeAll, describe, expect, it } from 'vitest';
import { present } from '../src/core/testing/ledger.ts';
import { loadProject } from '../src/disk/project.ts';
import { type Code, codeIn, codeOf } from './code.ts';
import { hospital } from './hospital.ts';
import { sample } from './sample.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

// The engine (src, scripts) knows nothing of a contract: no id, name, value or word of the two contracts stands in its code.
// Whatever both say is listed here with the reason why it is the engine's own. A word that is listed in vain fails too.

/** Ids of logs, registers or columns that are plain English words, which the engine says of its own things. */
const plainIds = {
  reason: 'one word of everyday English each: fields of own types and schemas, roles and what they name, parts of pages, DOM',
  words: `action adopted after area asked before calendar called cause closed condition conflict content date decided defect
    documents done due effect end fault faults feedback form found frequency from hours id item kind lead left limit
    location locations log measure method missing mode name note opinion order over overflow owner passed plan planned
    post posts present problem quantity
    raised reason recheck received repaired requests required residue result satisfied schedule scope score served service services
    severity short sound source staff standard start status subject suggestions summary supervision target tasks to tolerance
    topic total trainings unit unjudged valid value`,
};

/** Columns of places, services, posts, schedule, calendar and slip for which code asks a row. */
const ownColumns = 'date frequency id item kind log name to';

/** Chinese words that a contract says and the engine too. */
const ownWords = [
  { reason: 'what a settlement leaves of a full score', words: '得分' },
  {
    reason: 'own registers, the slip and what every table has',
    words:
      '台账 服务 岗位 岗位代码 排期 工作日历 频次 日期 起始日期 项目 备注 说明 序号 单号 类型 类别 数量 用量 单位 结果 内容 原因 来源',
  },
  {
    reason: 'frequencies of the schedule and kinds of days',
    words: '每日 每工作日 每周 每半月 每月 每季度 每年 节假日 调休上班',
  },
  {
    reason: 'roles of rows, and what becomes of them',
    words: `问题 发现问题 事项 事故 投诉 表扬 咨询 建议 改进建议 改进措施 服务请求 客户反馈 满意 不满意 培训 应急演练 计划任务
      完成 已完成 未完成 已实施 未实施 已取消 实施情况 成效 有效 待评审 待定 采纳 是否采纳`,
  },
  { reason: 'what the one who serves is called where a contract names no word', words: '受托方' },
  { reason: 'verdicts, and words that a reader of cells knows', words: '达标 合格 不合格 不适用 未检 正常 异常 一般 特殊情况' },
  { reason: 'levels of attachments, and what a release is', words: '公开 内部 机密 密级' },
  { reason: 'what changes and what agrees', words: '上升 下降 持平 增加 减少 不变 一致 相符 通过 准确' },
  {
    reason: 'kinds and fields of documents, people who read them, and what they read them on',
    words: '会议 渠道 邮箱 电话 网站 设备 普通 作业 检查方法 责任岗位 作业岗位 验收岗位 复核',
  },
];

/** Words of a trade that stand in none of the files above as a name or value of their own. */
const trades = '金盾 盘锦 邮政 保洁 绿植 绿化 消杀 虫控 用电 电工 病房 病区 医院 餐饮 膳食 电梯 维保 银行 行方 受托方 网点';

/** Phrases in which such a word means something else. */
const phrases = [{ reason: 'a kind of number that may not be published', phrase: '银行卡' }];

const split = (words: string): string[] => words.trim().split(/\s+/u);

/** A vocabulary of both contracts and trades, and the code that must not know it. */
let vocabulary: Vocabulary = { ids: new Set(), documents: new Set(), words: new Set() };
let codes: readonly Code[] = [];

/** The ids of logs, registers and columns that a piece of code says, as they are written or in camel case. */
function idsIn({ said }: Code): string[] {
  const pieces = new Set(said.flatMap((text) => text.split(/[^\p{L}\p{N}_-]+/u)));
  const camel = (id: string) => id.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
  return [...vocabulary.ids].filter((id) => pieces.has(id) || pieces.has(camel(id)));
}

/** The ids of documents and of registers' entries that it says: in any text when they could be nothing else, or as a whole text. */
function documentsIn({ said }: Code): string[] {
  const whole = new Set(said);
  const text = said.join('\n');
  return [...vocabulary.documents].filter((id) => whole.has(id) || (/[-.\d]/u.test(id) && text.includes(id)));
}

function wordsIn({ text }: Code): string[] {
  const shown = phrases.reduce((left, { phrase }) => left.replaceAll(phrase, ''), text);
  return [...vocabulary.words].filter((word) => shown.includes(word));
}

/** What was found, each with the files that say it. */
function found(search: (code: Code) => readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>();
  for (const code of codes) for (const each of search(code)) files.set(each, [...(files.get(each) ?? []), code.file]);
  return files;
}

/** What is not the engine's own, and what is listed without being said. */
function judged(said: ReadonlyMap<string, readonly string[]>, listed: readonly string[]) {
  const known = new Set(listed);
  return {
    foreign: [...said].filter(([each]) => !known.has(each)).map(([each, files]) => `${each}: ${files.join(', ')}`),
    vain: listed.filter((each) => !said.has(each)),
  };
}

beforeAll(() => {
  vocabulary = vocabularyOf([sample, present(loadProject(hospital).value)], split(trades));
  codes = ['src', 'scripts'].flatMap(codeIn);
}, 180_000);

describe('the engine knows nothing of a contract', () => {
  it('is looked for everywhere, with all that both contracts say', () => {
    expect(codes.length).toBeGreaterThan(300);
    expect([vocabulary.ids.size > 150, vocabulary.documents.size > 1000, vocabulary.words.size > 500]).toEqual([
      true,
      true,
      true,
    ]);
    for (const id of ['electrical-tests', 'lift-callouts', 'rectified']) expect(vocabulary.ids).toContain(id);
    for (const word of ['白手套', '漏保试跳', '康膳餐饮管理有限公司', '市分行机关', '病床梯'])
      expect(vocabulary.words).toContain(word);
  });

  it('finds what is said in literals, templates, names of properties and markup, and nothing in comments', () => {
    const script = `// 白手套\nconst a = { rectified: values['recheck'] }; /* 试纸 */ say(\`到\${place}的电梯\`, b.electricalTests);`;
    expect(codeOf('a.ts', script).said).toEqual(expect.arrayContaining(['rectified', 'recheck', '的电梯', 'electricalTests']));
    expect(codeOf('a.ts', script).text).not.toMatch(/白手套|试纸/u);
    const body = `<!-- 白手套 -->{/* 试纸 */}<p id="lift-care">病床{x.rectified}{\`a\${b.c}d\`}</p>`;
    const markup = `---\nconst a = 'meals';\n---\n${body}`;
    const page = codeOf('a.astro', markup);
    expect(page.said).toEqual(expect.arrayContaining(['meals', 'lift-care', 'rectified']));
    expect(page.text).toContain('病床');
    expect(page.text).not.toMatch(/白手套|试纸/u);
  });

  it('names no log, register or column', () => {
    expect(judged(found(idsIn), split(plainIds.words))).toEqual({ foreign: [], vain: [] });
  });

  it('names no document and no entry of a register', () => {
    // Parts of pages, and the field that holds the contract's title.
    expect(judged(found(documentsIn), ['attachments', 'scope', 'contract.title'])).toEqual({ foreign: [], vain: [] });
  });

  it('asks no row for a column but those of its own registers and slip', () => {
    const asked = found((code) => code.asked.filter((field) => vocabulary.ids.has(field)));
    expect(judged(asked, split(ownColumns))).toEqual({ foreign: [], vain: [] });
  });

  it('says no word of theirs', () => {
    const listed = [...ownWords.flatMap(({ words }) => split(words))];
    expect(judged(found(wordsIn), listed)).toEqual({ foreign: [], vain: [] });
  });
});
