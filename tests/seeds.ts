import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addMonths } from '../src/core/calendar/date.ts';
import type { ChangeKind, Edit } from '../src/core/changes/change.ts';
import { definitionsOn } from '../src/disk/definitions.ts';
import { contentFiles } from '../src/disk/files.ts';

/** Files of a small project by path, as text. */
export type Texts = Readonly<Record<string, string>>;

const base = join(import.meta.dirname, 'golden', 'base');

function filesBelow(folder: string, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(base, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? Object.entries(filesBelow(path, prefix)) : [[path, readFileSync(join(base, path), 'utf8')]];
    }),
  );
}

const clause = (number: number) => `
<Clause id="5.1-${number}" title="要求${number}" line={${610 + number}}>

第${number}条要求。

</Clause>
`;

const blank = (id: string, value = 'null') => `  - id: contract.${id}
    kind: placeholder
    needs: 数值 ${id}
    type: text
    value: ${value}
    suggestion: 建议 ${id}
    supplier: both
    sections: ["5.1"]
    sourceLines: [610]
`;

const contradiction = (id: string) => `  - id: cf.${id}
    kind: contradiction
    severity: high
    topic: 主题 ${id}
    sides:
      - { section: "5.1", sourceLine: 610, says: 说法一 ${id} }
      - { section: "5.1", sourceLine: 612, says: 说法二 ${id} }
    resolution: 处理 ${id}
    showToReader: true
    needsClientDecision: true
    indicators: []
`;

/** Thursdays of a month: a week's checks are made on the day that decides to which month the week belongs. */
const thursdays: Readonly<Record<string, readonly string[]>> = {
  '2026-09': ['03', '10', '17', '24'],
  '2026-10': ['01', '08', '15', '22', '29'],
  '2026-11': ['05', '12', '19', '26'],
};

/** Checks of both areas every week; one of September and one of October failed and was put right the same day. */
function checks(month: string): string {
  const rows = (thursdays[month] ?? []).flatMap((day) =>
    ['W01-A1', 'W02-A1'].map((area) => {
      const failed = area === 'W02-A1' && (`${month}-${day}` === '2026-09-10' || `${month}-${day}` === '2026-10-08');
      return `${month}-${day},保洁,${area},地面,目视,${failed ? `不合格,有积水,${month}-${day} 17:00` : '合格,,'},BJ-01,\n`;
    }),
  );
  return `日期,服务,区域编号,检查项目,检查方法,结果,不合格原因,整改完成时间,检查岗位,当日复查\n${rows.join('')}`;
}

/** Three requests, two answered in time; the urgent one took half an hour. */
const requests = (month: string) => `单号,服务,紧急程度,网点编号,请求内容,报修时间,响应时间,完成时间,处理结果,特殊情况,处理岗位
QQ-${month.replace('-', '')}-001,保洁,一般,W01,大堂积水,${month}-01 09:00,${month}-01 09:30,${month}-01 10:00,已完成,,BJ-01
QQ-${month.replace('-', '')}-002,保洁,紧急,W02,玻璃破碎,${month}-15 23:50,${month}-16 00:20,${month}-16 01:00,已完成,,BJ-01
QQ-${month.replace('-', '')}-003,用电,一般,W02,照明不亮,${month}-20 10:00,${month}-20 10:10,${month}-20 12:00,已完成,,GL-01
`;

const slip = (month: string) => `台账,行数,交付日期,交付岗位,备注
现场检查,${(thursdays[month] ?? []).length * 2},${addMonths(month, 1)}-03,GL-01,
服务请求,3,${addMonths(month, 1)}-03,GL-01,
事故,0,${addMonths(month, 1)}-03,GL-01,
`;

const months = Object.keys(thursdays);

/** A log in which somebody counts the rows of others: the golden base has nobody who does. */
const isConfirmation = (text: string): boolean => text.includes('role: confirmation');

/** The definitions of the logs and registers by which the golden base is written. */
export const definitionTexts = (): Texts =>
  Object.fromEntries(
    [...contentFiles('.')].filter(([file, text]) => /^content\/(?:logs|registers)\//u.test(file) && !isConfirmation(text)),
  );

/** The golden base with ten more clauses, blanks and contradictions, and three months of data. Sound, without a problem. */
export function baseTexts(): Texts {
  const golden = filesBelow('.');
  const texts = Object.fromEntries(Object.entries(golden).map(([path, text]) => [path.replace(/^\.\//u, ''), text]));
  const more = (file: string, text: string) => ({ [file]: `${texts[file] ?? ''}${text}` });
  const front = (file: string, text: string) => ({ [file]: `${(texts[file] ?? '').trimEnd().replace(/---$/u, '')}${text}---\n` });
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  return {
    ...texts,
    ...definitionTexts(),
    'data/registers/agents.csv': `${Object.values(definitionsOn('.').registers.find(({ id }) => id === 'agents')?.columns ?? {})
      .map(({ name }) => name)
      .join(',')}\n`,
    ...more('content/plan/cleaning.mdx', [3, 4, 5, 6, 7, 8].map(clause).join('')),
    ...front('content/organisation/blanks.mdx', ids.map((id) => blank(id)).join('')),
    ...front('content/organisation/contradictions.mdx', ids.map(contradiction).join('')),
    ...front(
      'content/organisation/roles.mdx',
      '  - { id: role.lead, name: 负责人, unit: dept.quality, duties: [管理], sourceLines: [1], sections: ["6.1"] }\n',
    ),
    'content/procedures/sop.rounds.mdx': (texts['content/procedures/sop.rounds.mdx'] ?? '').replace(
      'purpose: 发现问题。',
      'purpose: 在{contract.minutes}内发现问题。',
    ),
    ...Object.fromEntries(
      months.flatMap((month) => [
        [`data/${month}/checks.csv`, checks(month)],
        [`data/${month}/requests.csv`, requests(month)],
        [`data/${month}/delivery.csv`, slip(month)],
      ]),
    ),
  };
}

/** One planted change: which edit it is, and how it is made in a file. */
export interface Seed {
  readonly kind: ChangeKind;
  readonly change: Edit['change'];
  readonly id: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const seed = (kind: ChangeKind, change: Edit['change'], name: string, file: string, from: string, to: string): Seed => ({
  kind,
  change,
  id: `${kind}:${name}`,
  file,
  from,
  to,
});

const [plan, pass] = ['content/plan/cleaning.mdx', 'content/indicators/cleaning.overall.pass.mdx'];
const indicator = (name: string) => `content/indicators/${name}.mdx`;
const organisation = (name: string) => `content/organisation/${name}.mdx`;
const register = (name: string) => `data/registers/${name}.csv`;
const log = (month: string, name: string) => `data/${month}/${name}.csv`;
const [blanks, contradictions] = [organisation('blanks'), organisation('contradictions')];

/** Forty changes of eight kinds, five of each; none touches the place of another. */
export const seeds: readonly Seed[] = [
  seed('target', 'changed', 'cleaning.overall.pass/0/2024-11-01', pass, 'value: 80', 'value: 90'),
  seed('target', 'added', 'cleaning.overall.pass/0/2026-11-01', pass, 'updated:', 'updated:'),
  seed(
    'target',
    'changed',
    'cleaning.overall.coverage/0/2024-11-01',
    indicator('cleaning.overall.coverage'),
    'basis: implied',
    'basis: proposed',
  ),
  seed(
    'target',
    'changed',
    'cleaning.overall.response/0/2024-11-01',
    indicator('cleaning.overall.response'),
    'value: 66.6',
    'value: 70',
  ),
  seed(
    'target',
    'added',
    'cleaning.safety.incidents/0/2026-12-01',
    indicator('cleaning.safety.incidents'),
    'updated:',
    'updated:',
  ),

  seed('clause', 'changed', '5.1-3', plan, '第3条要求。', '第3条要求，另加一句。'),
  seed('clause', 'changed', '5.1-4', plan, 'title="要求4"', 'title="新要求4"'),
  seed('clause', 'removed', '5.1-5', plan, clause(5), ''),
  seed('clause', 'added', '5.1-9', plan, clause(8), `${clause(8)}${clause(9)}`),
  seed('clause', 'changed', '5.1-1-1', plan, 'title="合格率" line={612}', 'title="合格率" number="1" line={612}'),

  seed(
    'document',
    'changed',
    'content/commitments/cm.clean.daily.mdx',
    'content/commitments/cm.clean.daily.mdx',
    'text: 每日清洁。',
    'text: 每日清洁两次。',
  ),
  seed('document', 'changed', 'content/standards/cleaning.mdx', 'content/standards/cleaning.mdx', '无积水', '无积水、无污渍'),
  seed(
    'document',
    'changed',
    'content/procedures/sop.rounds.mdx',
    'content/procedures/sop.rounds.mdx',
    '{ text: 记录 }',
    '{ text: 处理 }, { text: 记录 }',
  ),
  seed(
    'document',
    'changed',
    `${organisation('roles')}#roles/role.lead`,
    organisation('roles'),
    'duties: [管理]',
    'duties: [管理, 验收]',
  ),
  seed('document', 'changed', 'content/contract.mdx', 'content/contract.mdx', 'premises: 两处网点', 'premises: 三处网点'),

  seed('blank', 'changed', 'contract.minutes', blanks, 'value: null', 'value: 30分钟'),
  seed('blank', 'changed', 'contract.a', blanks, '建议 a', '新的建议'),
  seed('blank', 'changed', 'contract.b', blanks, 'needs: 数值 b', 'needs: 另一个数值'),
  seed('blank', 'removed', 'contract.c', blanks, blank('c'), ''),
  seed('blank', 'added', 'contract.g', blanks, blank('f'), `${blank('f')}${blank('g', '7天')}`),

  seed('contradiction', 'changed', 'cf.a', contradictions, '处理 a', '改按第二种说法'),
  seed('contradiction', 'changed', 'cf.b', contradictions, '主题 b', '主题 乙'),
  seed('contradiction', 'removed', 'cf.c', contradictions, contradiction('c'), ''),
  seed('contradiction', 'added', 'cf.g', contradictions, contradiction('f'), `${contradiction('f')}${contradiction('g')}`),
  seed('contradiction', 'changed', 'cf.d', contradictions, '说法二 d', '说法三'),

  seed('entry', 'changed', 'posts/BJ-01', register('posts'), '保洁员一岗', '保洁一岗'),
  seed('entry', 'added', 'calendar/2026-11-03', register('calendar'), '2026-10-10', '2026-11-03,节假日,本行停业\n2026-10-10'),
  seed('entry', 'changed', 'locations/W02', register('locations'), '兴隆支行', '兴隆台支行'),
  seed(
    'entry',
    'changed',
    'schedule/JH-002',
    register('schedule'),
    'W02-A1,,地面,每周,2024-11-01,',
    'W02-A1,,地面,每周,2024-11-01,2026-11-15',
  ),
  seed('entry', 'changed', 'areas/W02-A1', register('areas'), '营业大厅', '一楼营业厅'),

  seed('delivery', 'changed', '2026-09/checks', log('2026-09', 'delivery'), '现场检查,8,2026-10-03', '现场检查,8,2026-10-05'),
  seed(
    'delivery',
    'changed',
    '2026-10/requests',
    log('2026-10', 'delivery'),
    '服务请求,3,2026-11-03,GL-01,',
    '服务请求,3,2026-11-03,GL-01,补交',
  ),
  seed(
    'delivery',
    'changed',
    '2026-11/incidents',
    log('2026-11', 'delivery'),
    '事故,0,2026-12-03,GL-01',
    '事故,0,2026-12-03,BJ-01',
  ),
  seed('delivery', 'removed', '2026-10/incidents', log('2026-10', 'delivery'), '事故,0,2026-11-03,GL-01,\n', ''),
  seed('delivery', 'changed', '2026-11/checks', log('2026-11', 'delivery'), '现场检查,8', '现场检查,9'),

  seed(
    'row',
    'changed',
    '2026-09/checks/2026-09-10|W02-A1|地面',
    log('2026-09', 'checks'),
    '不合格,有积水,2026-09-10 17:00',
    '合格,,',
  ),
  seed('row', 'changed', '2026-10/requests/QQ-202610-002', log('2026-10', 'requests'), '2026-10-16 00:20', '2026-10-16 00:00'),
  seed(
    'row',
    'added',
    '2026-11/checks/2026-11-06|W01-A1|墙面',
    log('2026-11', 'checks'),
    '2026-11-12,保洁,W01-A1',
    '2026-11-06,保洁,W01-A1,墙面,目视,合格,,,BJ-01,\n2026-11-12,保洁,W01-A1',
  ),
  seed(
    'row',
    'removed',
    '2026-10/checks/2026-10-15|W01-A1|地面',
    log('2026-10', 'checks'),
    '2026-10-15,保洁,W01-A1,地面,目视,合格,,,BJ-01,\n',
    '',
  ),
  seed('row', 'changed', '2026-09/requests/QQ-202609-001', log('2026-09', 'requests'), '大堂积水', '大堂有积水'),
].map((each) => (each.change === 'added' && each.kind === 'target' ? withNewTarget(each) : each));

/** A target that comes into force later stands before the line `updated`. */
function withNewTarget(each: Seed): Seed {
  const from = each.id.slice(-10);
  const goal = each.file === pass ? 'operator: ">=", value: 90, unit: "%"' : 'operator: "<=", value: 1, unit: 起';
  return { ...each, to: `  - { from: "${from}", ${goal}, basis: plan }\nupdated:` };
}

/** The project with some changes planted; each must find its place exactly once. */
export function planted(texts: Texts, chosen: readonly Seed[]): Texts {
  const changed: Record<string, string> = { ...texts };
  for (const { file, from, to, id } of chosen) {
    const text = changed[file] ?? '';
    if (!text.includes(from)) throw new Error(`${id}: ${file} has no “${from}”`);
    changed[file] = text.replace(from, () => to);
  }
  return changed;
}

/** A git repository in a folder of its own, with nothing of this machine's settings; removed after the test. */
export class Repository {
  readonly root = mkdtempSync(join(tmpdir(), 'ledger-git-'));

  constructor() {
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }));
    this.git('init', '--quiet', '--initial-branch=main');
  }

  git(...args: readonly string[]): string {
    const settings = ['-c', 'user.name=王小明', '-c', 'user.email=wang@example.com', '-c', 'commit.gpgsign=false'];
    const env = { PATH: process.env.PATH, HOME: this.root, GIT_CONFIG_NOSYSTEM: '1', GIT_COMMITTER_DATE: '2026-12-03T23:30:00Z' };
    return execFileSync('git', [...settings, ...args], { cwd: this.root, env, encoding: 'utf8' }).trim();
  }

  write(texts: Texts): void {
    for (const [file, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(this.root, file)), { recursive: true });
      writeFileSync(join(this.root, file), text);
    }
  }

  /** Commits everything that lies in the folder; the commit's id. */
  commit(texts: Texts, message: string): string {
    this.write(texts);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }
}
