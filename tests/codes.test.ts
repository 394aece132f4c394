import { describe, expect, it } from 'vitest';
import { pack, unpack } from '../src/core/bundle/archive.ts';
import { bundleFiles } from '../src/core/bundle/contents.ts';
import { checkSums } from '../src/core/bundle/sums.ts';
import { readBundle } from '../src/core/bundle/verify.ts';
import { logOn, logSchema } from '../src/core/definitions/log.ts';
import { signersFile } from '../src/core/documents/signers.ts';
import { linkProblems } from '../src/core/documents/stray.ts';
import { sealFile } from '../src/core/ledger/seal-file.ts';
import { type ProblemCode, problemCodes } from '../src/core/problem/codes.ts';
import type { Problem } from '../src/core/problem/problem.ts';
import { readDefinitions } from '../src/core/project/definitions.ts';
import { checkEvidence } from '../src/core/project/evidence.ts';
import { readProject } from '../src/core/project/project.ts';
import { differences, manifestOf } from '../src/core/release/manifest.ts';
import { readPage } from '../src/core/release/page.ts';
import { brokenLinks, lostPages, oddSizes, renamedContent } from '../src/core/release/verify.ts';
import { checkTwin } from '../src/core/reports/twin-schema.ts';
import { sealText } from '../src/core/seals/reading.ts';
import { digestOfSeal, type Seal } from '../src/core/seals/seal.ts';
import { checkSigned, signaturesIn } from '../src/core/seals/signing.ts';
import { contentWith } from '../src/core/testing/content.ts';
import { logNamed } from '../src/core/testing/definitions.ts';
import { filingsWith, withFilings } from '../src/core/testing/evidence.ts';
import {
  bytesOf,
  filesOf,
  present,
  registerTexts,
  requestsHeader,
  roundsHeader,
  september,
  slipHeader,
  small,
} from '../src/core/testing/ledger.ts';
import { foundIn, laidOver, sealed, sealIn, statesOf, tinyFiles } from '../src/core/testing/seals.ts';
import { contentFiles } from '../src/disk/files.ts';
import { signatureProblem } from '../src/disk/signatures.ts';
import { encode } from './defects/encode.ts';

/** What makes a code be reported: the text in which its example stands, and every problem found. */
interface Proof {
  readonly text: string;
  readonly problems: readonly Problem[];
}

const provenance = 'kind: sample\nlabel: 示例\nnote: 示例数据\n';
const data = { ...registerTexts, ...september, 'data/provenance.yaml': provenance };
const rounds = 'data/2026-09/rounds.csv';
const slip = 'data/2026-09/delivery.csv';
const roundsText = september[rounds] ?? '';
const good = '2026-09-02,W01,大堂,10,10,合格,';

/** Files laid over the tiny contract. */
function given(files: Readonly<Record<string, string>>, bytes: Readonly<Record<string, Uint8Array>> = {}): Proof {
  const all = new Map([...filesOf({ ...data, ...files }), ...Object.entries(bytes)]);
  const text = Object.entries(files).flat().join('\n');
  return { text, problems: readProject(contentWith(), all, small).problems };
}

/** A month beside September's whose slip was written on the same day. */
const movedTo = (month: string): Record<string, string> => ({
  [`data/${month}/delivery.csv`]: `${slipHeader}\n服务请求,0,2026-10-03,GL-01\n`,
});

/** October's requests below what September left open. */
const continued = (row: string): Proof =>
  given({
    'data/2026-10/requests.csv': `${requestsHeader}\n${row}\n`,
    'data/2026-10/delivery.csv': `${slipHeader}\n服务请求,${row === '' ? 0 : 1},2026-11-03,GL-01\n`,
  });

/** The rows of September's rounds, or others, below a header, or another. */
const rows = (body: string, header: string = roundsHeader): Proof => given({ [rounds]: `${header}\n${body}` });
const slipWith = (line: string): Proof =>
  given({ [slip]: `${slipHeader}\n${line}\n服务请求,3,2026-10-03,GL-01\n现场检查,0,2026-10-03,GL-01\n` });
const request = (id: string, completed: string) => `${id},保洁,一般,W01,积水,2026-09-01 09:00,,${completed},已完成,,BJ-01`;

function documents(...changes: readonly (readonly [string, string, string])[]): Proof {
  const { problems } = readProject(contentWith(...changes), filesOf(data), small);
  return { text: changes.map(([, , to]) => to).join('\n'), problems };
}

/** The small contract's definitions with one of them changed. */
function defined(name: string, from: string, to: string): Proof {
  const file = `content/${name}.mdx`;
  const files = contentFiles('tests/contracts/small');
  const text = (files.get(file) ?? '').replace(from, () => to);
  return { text: to, problems: readDefinitions(new Map([...files, [file, text]])).problems };
}

/** A registered document, and a file that lies among the documents. */
function registered(row: string, file: string): Proof {
  const { value } = readProject(contentWith(), filesOf({ ...data, ...filingsWith(row) }), withFilings);
  const files = new Map([[file, { digest: 'ab'.repeat(32), text: null }]]);
  return { text: `${row}\n${file}`, problems: checkEvidence(present(value), files) };
}

/** A commentary with a body on the tiny contract's September, or on another period. */
function report(body: string, period = '2026-09'): Proof {
  const text = `---\nkind: commentary\nperiod: ${period}\nprepared: role.inspector\nreviewed: null\nstatus: draft\nissued: null\n---\n\n${body}\n`;
  const content = new Map([...contentWith(), [`content/reports/${period}.mdx`, text]]);
  return { text, problems: readProject(content, filesOf(data), small).problems };
}

const issued =
  '---\nkind: commentary\nperiod: 2026-09\nprepared: role.inspector\nreviewed: role.inspector\nstatus: issued\nissued: "2026-10-08"\n---\n\n好。\n';
const sealedReport = 'content/reports/2026-09.mdx';
const month = laidOver(tinyFiles(), { [sealedReport]: issued });
const sealedMonth = sealed(month, '2026-09');

/** The sealed month with a text replaced in one of its files. */
function afterSeal(file: string, from: string, to: string): Proof {
  const bytes = sealedMonth.data.get(file);
  const was = sealedMonth.content.get(file) ?? new TextDecoder().decode(bytes);
  return { text: to, problems: foundIn(laidOver(sealedMonth, { [file]: was.replace(from, () => to) })) };
}

/** The sealed month with another seal, which is whole in itself. */
function resealed(change: (seal: Seal) => Seal): Proof {
  const seal = change(sealIn(sealedMonth, '2026-09'));
  const text = sealText({ ...seal, digest: digestOfSeal(seal) });
  return { text, problems: foundIn(laidOver(sealedMonth, { [sealFile('2026-09')]: text })) };
}

/** September of the tiny contract, sealed while the contract asked for a signature. */
const signable = (() => {
  const contract = 'content/contract.mdx';
  const text = (tinyFiles().content.get(contract) ?? '').replace('deliveryDay:', 'signing: [GL-02]\ndeliveryDay:');
  const files = sealed(laidOver(tinyFiles(), { [contract]: text }), '2026-09');
  const states = statesOf(files);
  return { files, states, seals: states.project.seals };
})();

const plan = 'content/plan/cleaning.mdx';
const pass = 'content/indicators/cleaning.overall.pass.mdx';
const both = 'content/indicators/cleaning.overall.both.mdx';
const schedule = 'data/registers/schedule.csv';
const commitment = 'content/commitments/cm.clean.daily.mdx';
const synonyms = 'content/search/synonyms.mdx';
const built = (path: string, sha256 = 'a'.repeat(64), bytes = 9) => ({ path, bytes, sha256, origin: 'built' as const });
const site = (text: string, problems: readonly Problem[]): Proof => ({ text, problems });
const clause = (id: string, line: number) =>
  `<Clause id="${id}" title="合格率" line={${line}}>\n\n甲。\n\n</Clause>\n\n<Clause id="5.1-1-1"`;

/** A log in which somebody else says how many rows another has. */
const confirmations = logOn(
  logSchema.parse({
    id: 'confirmations',
    name: '件数核对',
    order: 900,
    about: '委托方按自己的记录写下件数。',
    date: 'date',
    key: ['log'],
    columns: {
      date: { name: '核对日期', type: 'date', required: true, example: '2026-09-30' },
      log: { name: '台账', type: 'reference', register: 'logs', required: true, example: 'requests' },
      clientCount: { name: '委托方记数', type: 'integer', required: true, min: 0, unit: '件', example: '3' },
    },
    roles: [{ role: 'confirmation', log: 'log', rows: 'clientCount', of: ['requests'] }],
  }),
  null,
);

/** Every code must be here: a code without a proof does not compile. */
const proofs: Readonly<Record<ProblemCode, () => Proof>> = {
  'file/missing': () => given({ 'data/2026-10/delivery.csv': `${slipHeader}\n巡查,12,2026-11-03,GL-01\n` }),
  'file/unexpected': () => given({ 'data/2026-09/rounds (1).csv': roundsText }),
  'file/ignored': () => given({ 'data/2026-09/~$rounds.xlsx': '' }),
  'file/link': () => ({ text: 'data/2026-09/copy.csv', problems: linkProblems(['data/2026-09/copy.csv']) }),
  'file/encoding': () => given({ [rounds]: '<html><body>巡查</body></html>' }),
  'file/quote': () => rows('2026-09-02,W01,大堂,10,10,合格,"还没有写完\n'),
  'file/decoded': () => ({ ...given({}, { [rounds]: encode(roundsText, 'GB18030') }), text: 'GB18030' }),
  'file/delimiter': () => given({ [rounds]: roundsText.replaceAll(',', ';') }),
  'file/line-ends': () => given({ [rounds]: roundsText.replaceAll('\n', '\r') }),
  'file/padding': () => rows(`${good}\n,,,,,,\n`),
  'file/month': () => rows('2026-08-02,W01,大堂,10,10,合格,\n2026-08-03,W01,大堂,10,10,合格,\n'),
  'header/missing': () => rows('2026-09-02,10,合格,,W01,大堂\n', '日期,应检数,结果,备注,网点编号,项目'),
  'header/unknown': () => rows(`${good},晴\n`, `${roundsHeader},天气`),
  'header/duplicate': () => rows(`${good},\n`, `${roundsHeader},备注`),
  'header/delimiter': () => given({ [rounds]: roundsText.replaceAll(',', '，') }),
  'header/double': () => rows(`,,项目,应检数,合格数,结果,备注\n${good}\n`, '日期,网点编号,检查情况,,,,'),
  'header/repeated': () => rows(`${good}\n${roundsHeader}\n2026-09-03,W01,大堂,10,10,合格,\n`),
  'header/unit': () => rows(`${good}\n`, roundsHeader.replace('应检数', '应检数（分钟）')),
  'header/title': () => given({ [rounds]: `九月记录表,,,,,,\n${roundsText}` }),
  'header/repaired': () => rows(`${good}\n`, roundsHeader.replace('日期', '日 期*')),
  'header/blank': () => rows(`${good},已补\n`, `${roundsHeader},`),
  'row/short': () => rows('2026-09-02,10\n', '日期,应检数,合格数,结果,网点编号,项目,备注'),
  'row/long': () => rows('2026-09-02,W01,大堂,10,9,不合格,已补,已核\n'),
  'row/padded': () => rows('2026-09-02,W01,大堂,10,10,合格\n'),
  'row/total': () => given({ [rounds]: `${roundsText}合计,,,52,51,,\n` }),
  'row/total-mismatch': () => given({ [rounds]: `${roundsText}合计,,,60,51,,\n` }),
  'row/blank': () => rows(`${good}\n\n2026-09-03,W01,大堂,10,10,合格,\n`),
  'row/duplicate-key': () => rows(`${good}\n2026-09-02,W01,大堂,9,9,合格,\n`),
  'row/contradiction': () => rows('2026-09-02,W01,大堂,10,11,合格,\n'),
  'row/self-verified': () => {
    const logs = small.logs.map((log) => ({
      ...log,
      roles: log.roles.map((role) => (role.role === 'request' ? { ...role, verifier: 'staff' } : role)),
    }));
    const files = { ...data, 'data/2026-09/requests.csv': september['data/2026-09/requests.csv'] ?? '' };
    return {
      text: Object.values(files).join('\n'),
      problems: readProject(contentWith(), filesOf(files), { ...small, logs }).problems,
    };
  },
  'row/month': () => rows(`${good}\n2026-10-01,W01,大堂,10,10,合格,\n`),
  'row/future': () =>
    given({ 'data/2026-09/requests.csv': `${requestsHeader}\n${request('QQ-202609-001', '2026-12-01 10:00')}\n` }),
  'cell/required': () => rows('2026-09-02,,大堂,10,10,合格,\n'),
  'cell/date': () => rows('2026-09-31,W01,大堂,10,10,合格,\n'),
  'cell/number': () => rows('2026-09-02,W01,大堂,约10,10,合格,\n'),
  'cell/range': () => rows('2026-09-02,W01,大堂,10,-1,合格,\n'),
  'cell/vocabulary': () => rows('2026-09-02,W01,大堂,10,10,○,\n'),
  'cell/id': () => given({ 'data/2026-09/requests.csv': `${requestsHeader}\n${request('1.23E+17', '')}\n` }),
  'cell/text': () => rows('2026-09-02,W01,同上,10,10,合格,\n'),
  'cell/private': () => rows('2026-09-02,W01,大堂,10,10,合格,请回电13900000000\n'),
  'cell/repaired': () => rows('2026年9月2日,W01,大堂,10,10,合格,\n'),
  'cell/kept': () => rows('2026-09-02,W01,大堂,10,10,合格,=1+1\n'),
  'reference/unknown': () => rows('2026-09-02,X99,大堂,10,10,合格,\n'),
  'evidence/file': () => registered('F01,rec.rounds,,纪要,公开,2026-09-01,,2026/plan.pdf,,,,,', 'data/documents/plan.pdf'),
  'evidence/digest': () =>
    registered('F01,rec.rounds,,纪要,公开,2026-09-01,,training.txt,,0000,,,', 'data/documents/training.txt'),
  'evidence/unregistered': () => registered('F01,rec.rounds,,纪要,公开,2026-09-01,,,柜,,,,', 'data/documents/spare.txt'),
  'record/interval': () =>
    documents(
      ['content/organisation/blanks.mdx', 'value: null', 'value: "时常"'],
      ['content/organisation/records.mdx', 'log: rounds', 'log: rounds\n    interval: contract.minutes'],
    ),
  'case/changed': () =>
    continued('QQ-202609-003,用电,一般,W02,照明不亮,2026-09-29 08:00,2026-09-30 09:00,,处理中,等待配件,BJ-01'),
  'case/not-carried': () => continued(''),
  'sequence/gap': () => given({ 'data/2026-09/requests.csv': `${requestsHeader}\n${request('QQ-202609-002', '')}\n` }),
  'delivery/row-count': () => slipWith('巡查,7,2026-10-03,GL-01'),
  'delivery/unlisted': () => ({
    ...slipWith('现场检查,0,2026-10-03,GL-01'),
    text: rounds,
    problems: given({ [slip]: `${slipHeader}\n` }).problems,
  }),
  'delivery/unfilled': () => slipWith('巡查,,,'),
  'delivery/through': () => given({ [slip]: '台账,截至,行数,交付日期,交付岗位\n巡查,2026-10-01,6,2026-10-03,GL-01\n' }),
  'delivery/late': () => slipWith('巡查,6,2026-10-20,GL-01'),
  'document/syntax': () => documents([pass, '见<Contradiction', '文 {甲\n\n见<Contradiction']),
  'document/code': () => documents([pass, '见<Contradiction', '共{1 + 1}次，见<Contradiction']),
  'document/element': () => documents([pass, '见<Contradiction', '<b>见</b><Contradiction']),
  'document/address': () => documents([pass, '见<Contradiction', '见[说明](javascript:alert)<Contradiction']),
  'document/field': () => documents([pass, 'order: 1', 'order: 甲']),
  'definition/column': () => defined('logs/rounds', 'date: date\n', 'date: day\n'),
  'definition/rule': () => defined('logs/checks', 'when: { result: { not: [合格] } }', 'when: { result: 好 }'),
  'document/private': () => documents([pass, 'meaning: ', 'meaning: 请拨13900000000，']),
  'document/id': () => documents([pass, 'id: cleaning.overall.pass', 'id: cleaning.overall.other']),
  'document/duplicate-id': () => documents([plan, '<Clause id="5.1-1-1"', clause('5.1-1-1', 613)]),
  'document/orphan': () => documents([commitment, 'clauses: ["5.1-1", "5.1-1-1"]', 'clauses: ["5.1-9"]']),
  'commitment/number': () =>
    documents(
      [commitment, 'text: 每日清洁。', 'text: 巡查的合格率不低于95%。'],
      [
        commitment,
        '{ kind: part, indicators: [cleaning.overall.pass], unchecked: 是否每日 }',
        '{ kind: whole, indicators: [cleaning.overall.pass] }',
      ],
    ),
  'reference/one-sided': () => documents([pass, 'clause: "5.1-1-1"', 'clause: "5.1-1"']),
  'report/number': () => report('合格率81%。'),
  'report/element': () => report('见<Table id="2026-09/services" />。'),
  'report/open': () => report('<Open id="requests.2026-09.L99" />尚未办结。'),
  'report/met': () => {
    const misses = 'misses:\n  - { indicator: cleaning.overall.pass, cause: 雨天, measure: null, post: null, due: null }\n';
    const text = `---\nkind: commentary\nperiod: 2026-09\nprepared: role.inspector\nreviewed: null\nstatus: draft\nissued: null\n${misses}---\n\n好。\n`;
    const content = new Map([...contentWith(), ['content/reports/2026-09.mdx', text]]);
    return { text, problems: readProject(content, filesOf(data), small).problems };
  },
  'report/unbound': () => report('一处隐患尚未闭环。'),
  'report/period': () => report('好。', '2027-01'),
  'report/issued': () => {
    const text =
      '---\nkind: commentary\nperiod: 2026-09\nprepared: role.inspector\nreviewed: role.inspector\nstatus: issued\nissued: 2026-10-01\n---\n\n好。\n';
    const content = new Map([...contentWith(), ['content/reports/2026-09.mdx', text]]);
    const early = {
      ...data,
      [slip]: `${slipHeader},截至\n巡查,6,2026-10-03,GL-01,\n服务请求,3,2026-10-03,GL-01,\n现场检查,0,2026-10-03,GL-01,2026-09-15\n`,
    };
    return { text, problems: readProject(content, filesOf(early), small).problems };
  },
  'synonym/unfounded': () => documents([synonyms, 'means: [巡查]', 'means: [瞧瞧]']),
  'synonym/duplicate': () => documents([synonyms, 'say: [看一遍], means: [巡查]', 'say: [巡查], means: [巡查]']),
  'clause/unused': () => documents([plan, '<Clause id="5.1-1-1"', clause('5.1-2', 613)]),
  'indicator/same-name': () =>
    documents(['content/indicators/cleaning.overall.both.mdx', 'name: 巡查与请求', 'name: 巡查合格率']),
  'month/before-start': () => ({ ...given(movedTo('2024-10')), text: '2024-10' }),
  'month/ahead': () => ({ ...given(movedTo('2027-09')), text: '2027-09' }),
  'calendar/missing-year': () => {
    const calendar = '日期,类型,说明\n2025-10-01,节假日,国庆节\n';
    const schedule = (registerTexts['data/registers/schedule.csv'] ?? '').replace('每周', '每工作日');
    return { ...given({ 'data/registers/calendar.csv': calendar, 'data/registers/schedule.csv': schedule }), text: '2026-09' };
  },
  'measure/column': () => documents([pass, 'because: note', 'because: other']),
  'delivery/unconfirmed': () => {
    const logs = [...small.logs, confirmations];
    const files = { ...data, [slip]: `${september[slip]}件数核对,1,2026-10-03,GL-01\n` };
    const counted = '核对日期,台账,委托方记数\n2026-09-30,服务请求,4\n';
    const all = filesOf({ ...files, 'data/2026-09/confirmations.csv': counted });
    return { text: counted, problems: readProject(contentWith(), all, { ...small, logs }).problems };
  },
  'measure/recheck': () =>
    documents([
      pass,
      'log: rounds\n  where: { location: W01 }\n  pass: { result: 合格 }\n  because: note',
      'log: checks\n  pass: { recheck: 合格 }',
    ]),
  'record/shifts': () => {
    const logs = [...small.logs, logNamed('shifts')];
    const files = { ...data, [slip]: `${september[slip]}到班,1,2026-10-03,GL-01\n` };
    const worked = '统计日期,岗位代码,班次\n2026-09-30,BJ-01,1\n';
    const all = filesOf({ ...files, 'data/2026-09/shifts.csv': worked });
    return { text: worked, problems: readProject(contentWith(), all, { ...small, logs }).problems };
  },
  'measure/unseen': () => documents([both, 'among: {}', 'seenBy: []']),
  'measure/unjudged': () =>
    given({
      [schedule]: `${registerTexts[schedule]}JH-009,checks,保洁,W01,,,门窗,每月,2024-11-01,\n`,
    }),
  'measure/value': () => documents([pass, 'result: 合格', 'result: 优秀']),
  'site/link': () => {
    const page = '<a href="/nowhere/">甲</a>';
    const pages = new Map([['index.html', readPage(page)]]);
    return site(page, brokenLinks(pages, { files: new Set(pages.keys()), idsOf: () => undefined }, '/'));
  },
  'site/lost-page': () => site('plan/old/index.html', lostPages(manifestOf([built('plan/old/index.html')]), new Set())),
  'site/asset': () =>
    site('_astro/a.X1.js', renamedContent(manifestOf([built('_astro/a.X1.js')]), [built('_astro/a.X1.js', 'b'.repeat(64))])),
  'site/twin': () => {
    const text = '{ "schema": "service-ledger/month/1" }';
    return site(text, checkTwin('api/check.json', text));
  },
  'site/twin-unknown': () => {
    const text = '{ "schema": "service-ledger/unknown/1" }';
    return site(text, checkTwin('api/unknown.json', text));
  },
  'site/size': () => site('0 字节', oddSizes([built('a.css', 'a'.repeat(64), 0)], null)),
  'site/manifest': () => site('added.html', differences(manifestOf([]), [built('added.html')])),
  'settlement/rule': () =>
    documents([
      'content/contract.mdx',
      'deliveryDay:',
      'settlement: { terms: [{ from: 2026-09, agreed: 2026-08-20, rules: [{ id: pass, kind: missed, name: 合格率, clause: 5.1-1-1, indicators: [cleaning.overall.pass], deduct: { percent: 2 } }] }] }\ndeliveryDay:',
    ]),
  'seal/missing': () => ({ text: issued, problems: foundIn(month) }),
  'seal/invalid': () => afterSeal(sealFile('2026-09'), 'schema: service-ledger/seal/1', 'schema: service-ledger/seal/0'),
  'seal/edited': () => afterSeal(sealFile('2026-09'), 'date: 2026-11-05', 'date: 2026-11-04'),
  'seal/chain': () => resealed((seal) => ({ ...seal, before: '0'.repeat(64) })),
  'seal/row': () => afterSeal(rounds, '2026-09-02,W01,大堂,10,10,合格,', '2026-09-02,W01,大堂,12,12,合格,'),
  'seal/register': () => afterSeal('data/registers/locations.csv', 'W01,市分行机关,机关', 'W01,改了名称的地点,机关'),
  'seal/definition': () => afterSeal(pass, 'value: 80', 'value: 90'),
  'seal/report': () => afterSeal(sealedReport, 'issued: "2026-10-08"', 'issued: "2026-10-09"'),
  'seal/result': () =>
    resealed((seal) => ({
      ...seal,
      state: { ...seal.state, results: seal.state.results.replaceAll('"numerator":', '"numerator":1') },
    })),
  'seal/unsigned': () => {
    const { files, seals } = signable;
    return { text: 'signing: [GL-02]', problems: checkSigned(seals, files.data.keys()) };
  },
  'seal/signature': () => {
    const file = 'data/2026-09/seal.GL-02.sig';
    return { text: file, problems: checkSigned(new Map(), [file]) };
  },
  'seal/unverified': () => {
    const file = 'data/2026-09/seal.GL-03.sig';
    const signatures = signaturesIn(signable.seals, [file]);
    return { text: file, problems: signatures.flatMap((each) => signatureProblem(each, { state: 'absent' })) };
  },
  'signers/line': () => {
    const text = 'GL-01 ssh-ed25519 AAAA 王某@电脑\n';
    const content = new Map([...contentWith(), [signersFile, text]]);
    return { text, problems: readProject(content, filesOf(data), small).problems };
  },
  'bundle/unreadable': () => site('bundle.zip', unpack('bundle.zip', bytesOf('<html>')).problems),
  'bundle/changed': () => site('SHA256SUMS', checkSums(new Map())),
  'bundle/seal': () => {
    const { files, states, seals } = signable;
    const signed = present(seals.get('2026-09'));
    const sources = { states, month: '2026-09', sealed: signed, data: files.data, signers: null, note: '' };
    const changed = new Map([...bundleFiles(sources), [rounds, bytesOf(`${roundsHeader}\n`)]]);
    return { text: rounds, problems: readBundle('bundle.zip', pack(changed)).problems };
  },
  'provenance/invalid': () => given({ 'data/provenance.yaml': 'kind: fake\nlabel: 甲\nnote: 乙\n' }),
};

describe('every code of the list', () => {
  it('starts from a contract in which nothing is found', () => {
    expect(readProject(contentWith(), filesOf(data), small).problems).toEqual([]);
    expect(bytesOf('甲')).toHaveLength(3);
  });

  it('has a proof, an example and words of its own', () => {
    expect(Object.keys(proofs).sort()).toEqual(Object.keys(problemCodes).sort());
    const examples = Object.values(problemCodes).map(({ example }) => example);
    expect(new Set(examples).size).toBe(examples.length);
  });

  it.each(Object.entries(problemCodes))('%s is reported for its example', (code, { example, fix, meaning, severity }) => {
    const proof = Object.entries(proofs).find(([each]) => each === code)?.[1]();
    expect(proof?.text).toContain(example);
    const found = proof?.problems.filter((each) => each.code === code) ?? [];
    expect(found.length).toBeGreaterThan(0);
    for (const each of found) expect([each.severity, each.message]).toEqual([severity, expect.stringMatching(/\p{Script=Han}/u)]);
    for (const words of [fix, meaning]) expect(words).toMatch(/\p{Script=Han}/u);
  });
});
