import type { ContractWords } from '../../core/documents/contract.ts';
import type { Account } from '../../core/documents/settlement.ts';
import type { Project } from '../../core/project/project.ts';
import type { RuleLine } from '../../core/settlement/line.ts';
import type { AccountTotal, Line, Settlement } from '../../core/settlement/settlement.ts';
import { dateWords, monthWords } from '../dates.ts';
import { serviceName } from '../names.ts';
import type { ReportBlock, Signature } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { excerpt, joined, quote, say, stressed, text, time } from '../paper/say.ts';
import type { Row, Table } from '../paper/table.ts';
import { heading, list, note, paragraph } from '../paper/tell.ts';
import { partBasis, partCases, partTarget, partValue } from '../parts.ts';
import { outcomeWords, pendingSum, ruleWords, sumWords, totalWords, unagreedWords } from './words.ts';

type Agreed = Extract<Settlement, { kind: 'agreed' }>;

/** A clause by its number and title, leading to its text. */
function clausePieces({ content }: Project, id: string): Pieces {
  const clause = content.clauses.get(id);
  return clause === undefined
    ? [quote(id)]
    : [quote(`${id} ${clause.title}`, { kind: 'clause', section: clause.section, clause: id })];
}

/** What the contract says of scores and deductions as long as nothing is agreed. */
function clauseTable(project: Project, ids: readonly string[]): Table {
  return {
    kind: 'table',
    id: 'clauses',
    caption: [text('方案中说到考核和违约的条款')],
    quiet: true,
    looks: ['stack'],
    columns: [
      { label: '条款', align: 'start', weight: 12 },
      { label: '原文', align: 'start', weight: 40, look: 'words' },
    ],
    rows: ids.map((id) => ({
      cells: [clausePieces(project, id), [excerpt(project.content.clauses.get(id)?.text.trim() || '—')]],
    })),
    keepTogether: false,
  };
}

function unagreedBlocks(project: Project): ReportBlock[] {
  const { clauses = [], blanks = [] } = project.contract.settlement ?? {};
  const open = (project.content.blanks?.data.blanks ?? []).filter(({ id }) => blanks.includes(id));
  return [
    ...(clauses.length === 0
      ? [paragraph('本合同的条款没有说到考核得分和扣款。')]
      : [paragraph('下列条款说到考核和违约，没有写明分值、金额和判定标准。'), clauseTable(project, clauses)]),
    ...(open.length === 0
      ? []
      : [
          paragraph(
            say`双方要约定的：${joined(
              open.map(({ id, needs }) => [quote(needs, { kind: 'open-item', id })]),
              '；',
            )}。`,
          ),
        ]),
    note('规则由双方约定后写进合同信息，从约定的月份起逐条计算：每一行指向条款、指标和依据的记录。约定以前不列分数和金额。'),
  ];
}

/** Target with its basis, of each part that a rule is about. */
const eachPart = ({ parts }: RuleLine, told: (part: RuleLine['parts'][number]) => string): string =>
  parts.map((part) => (parts.length > 1 ? `${part.part.name} ${told(part)}` : told(part))).join('；') || '—';

/** What a line deducts and why, or that it waits for data and for which. */
function deductionPieces({ deduction }: Line): Pieces {
  return deduction.kind === 'pending'
    ? [stressed('pending', text(pendingSum)), stressed('below', quote(deduction.reasons.join('；')))]
    : [quote(sumWords(deduction.sum)), stressed('below', quote(deduction.why))];
}

/** Whether a line needs the reader's eye. */
const lookOf = ({ deduction }: Line): Pick<Row, 'look'> => {
  if (deduction.kind === 'pending') return { look: 'unknown' };
  return deduction.sum.hundredths > 0 ? { look: 'missed' } : {};
};

const accountName = ({ ledger }: Project, account: Account | null): string =>
  account === null ? '合计' : serviceName(ledger.registers, account.service);

function lineRow(project: Project, month: string, line: Line): Row {
  const none: Pieces = [text('—')];
  if (line.kind !== 'rule') {
    const name = line.kind === 'cap' ? '上限调整' : '得分对应的扣款';
    const about: Pieces = [quote(accountName(project, line.account))];
    return { cells: [none, about, none, none, [text(name)], deductionPieces(line), none], ...lookOf(line) };
  }
  const { rule, indicator } = line;
  const cells: Pieces[] = [
    clausePieces(project, rule.clause),
    [quote(indicator.name, { kind: 'indicator', indicator: indicator.id })],
    [quote(eachPart(line, (part) => `${partTarget(part)}（${partBasis(part)}）`))],
    [quote(eachPart(line, partValue))],
    [quote(rule.name), stressed('below', quote(ruleWords(rule)))],
    deductionPieces(line),
    [quote(eachPart(line, partCases), { kind: 'evidence', month, indicator: indicator.id })],
  ];
  return { cells, ...lookOf(line) };
}

function lineTable(project: Project, settlement: Agreed): Table {
  const { month, lines, points, fen } = settlement;
  const none: Pieces = [text('—')];
  const sums = [quote(totalWords(points, 'points')), stressed('below', quote(totalWords(fen, 'fen')))];
  const total: Row = { cells: [[text('合计')], none, none, none, none, sums, none], look: 'total' };
  return {
    kind: 'table',
    id: 'lines',
    caption: [quote(`${monthWords(month)}逐条结算`)],
    quiet: true,
    looks: ['stack'],
    columns: [
      { label: '条款', align: 'start', weight: 8 },
      { label: '指标', align: 'start', weight: 10 },
      { label: '目标与依据', align: 'start', weight: 10 },
      { label: '数值', align: 'start', weight: 7 },
      { label: '规则', align: 'start', weight: 16, look: 'words' },
      { label: '扣减', align: 'start', weight: 10 },
      { label: '依据行', align: 'start', weight: 7 },
    ],
    rows: [...lines.map((line) => lineRow(project, month, line)), total],
    keepTogether: false,
  };
}

/** What is left of something after a deduction; a dash where there is none of it, and 待定 where the deduction is. */
function leftWords(whole: number | undefined, { hundredths, pending }: AccountTotal['fen'], unit: 'points' | 'fen'): string {
  if (whole === undefined) return '—';
  return pending ? pendingSum : sumWords({ unit, hundredths: whole - hundredths });
}

function accountTable(project: Project, { accounts }: Agreed): Table {
  const row = ({ account, points, fen }: AccountTotal): Row => {
    const { score, fee } = account;
    const whole = (value: number | undefined, unit: 'points' | 'fen') =>
      value === undefined ? '—' : sumWords({ unit, hundredths: value });
    const cells = [
      accountName(project, account),
      whole(score, 'points'),
      totalWords(points, 'points'),
      leftWords(score, points, 'points'),
      whole(fee, 'fen'),
      totalWords(fen, 'fen'),
      leftWords(fee, fen, 'fen'),
    ];
    return { cells: cells.map((words): Pieces => [quote(words)]) };
  };
  return {
    kind: 'table',
    id: 'accounts',
    caption: [text('各服务的得分和服务费')],
    quiet: true,
    looks: ['stack'],
    columns: [
      { label: '服务', align: 'start', weight: 8 },
      ...['满分', '扣分', '得分', '服务费', '扣款', '扣后服务费'].map((label) => ({ label, align: 'end' as const, weight: 8 })),
    ],
    rows: accounts.map(row),
    keepTogether: true,
  };
}

/** What is not known yet, and why. */
function pendingBlocks(project: Project, { lines }: Agreed): ReportBlock[] {
  const items = lines.flatMap((line): Pieces[] => {
    if (line.deduction.kind !== 'pending') return [];
    const about = line.kind === 'rule' ? line.indicator.name : accountName(project, line.account);
    return [[quote(`${about}：${line.deduction.reasons.join('；')}`)]];
  });
  return items.length === 0
    ? []
    : [
        heading('待定的', { id: 'pending', count: `${items.length}行` }),
        paragraph('下列各行缺数据，不按满分计，合计也待定；数据交齐或月份过完后重算。'),
        list(items),
      ];
}

function agreedBlocks(project: Project, settlement: Agreed): ReportBlock[] {
  const { terms } = settlement;
  return [
    paragraph(say`规则由双方于${time(dateWords(terms.agreed))}约定，自${time(monthWords(terms.from))}起执行。`),
    heading('逐条结算', { id: 'lines' }),
    lineTable(project, settlement),
    heading('得分和服务费', { id: 'accounts' }),
    accountTable(project, settlement),
    ...pendingBlocks(project, settlement),
    note('百分比按服务费乘出后四舍五入到分，每行舍入一次，合计是各行之和；分数取两位小数，不舍入。目标为建议值的不作违约。'),
  ];
}

/** The one sentence that says what the month comes to. */
export function settlementLead(settlement: Settlement): string {
  if (settlement.kind === 'unagreed') return `${unagreedWords}：双方没有约定考核得分和扣款的规则，本月不列分数和金额。`;
  const open = settlement.lines.filter(({ deduction }) => deduction.kind === 'pending').length;
  const outcome = outcomeWords(settlement);
  return open === 0 ? `本月${outcome}。` : `${pendingSum}：有${open}行缺数据。本月${outcome}。`;
}

/** How far a settlement has come: 待约定, 待定, or computed and to be signed. */
export function settlementState(settlement: Settlement): string {
  if (settlement.kind === 'unagreed') return unagreedWords;
  return settlement.points.pending || settlement.fen.pending ? pendingSum : '待双方签认';
}

/** Who signs for each side: one sheet holds the lines and these. */
const bothSides = ({ client, contractor }: ContractWords): readonly Signature[] =>
  [`${contractor}项目负责人`, `${client}部门负责人`].map((post) => ({ label: `${post}（签字、盖章、日期）`, seal: true }));

/** A month's settlement, for the page and for paper: the lines or what is still to be agreed, and the place to sign. */
export function settlementBlocks(project: Project, settlement: Settlement): ReportBlock[] {
  const title = time(`${monthWords(settlement.month)}考核结算`);
  return [
    ...(settlement.kind === 'unagreed' ? unagreedBlocks(project) : agreedBlocks(project, settlement)),
    {
      kind: 'signoff',
      conclusion: say`${title}：${quote(settlementLead(settlement))}`,
      signatures: bothSides(project.contract.words),
    },
  ];
}
