import { addMonths, lastDay } from '../../core/calendar/date.ts';
import { monthPeriod } from '../../core/calendar/period.ts';
import { caseKinds } from '../../core/logs/role.ts';
import { deliveriesOf } from '../../core/reports/deliveries.ts';
import { type Improvement, improvementReport } from '../../core/reports/improvement.ts';
import { keepsAny } from '../../core/reports/roles.ts';
import { type Verdicts, verdictsOf } from '../../core/reports/verdicts.ts';
import { incidentSentence, openSentence } from '../cases.ts';
import { dateWords, monthWords } from '../dates.ts';
import { underWayWords } from '../handed.ts';
import { serviceIds, serviceName } from '../names.ts';
import type { Block } from '../paper/block.ts';
import type { Paper } from '../paper/paper.ts';
import { quote, text } from '../paper/say.ts';
import { heading, paragraph } from '../paper/tell.ts';
import { readers } from '../readers.ts';
import { markedTitle } from '../report/making.ts';
import { makingOn } from '../report/published.ts';
import { countsSentence, deliverySentence } from '../report/sentences.ts';
import { standingsSentence } from '../standing.ts';
import { caseList, openCalendarLinks } from '../tables/cases.ts';
import { dueTable } from '../tables/due.ts';
import { findings } from '../tables/findings.ts';
import { overviewTable } from '../tables/overview.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

/** Of longer lists the first; 整改与改进 has the rest. */
const shown = 12;

function waysBlock({ project: { contract, ledger } }: Inputs): Block {
  const services = serviceIds(ledger.registers).map(
    (id) => ({ label: serviceName(ledger.registers, id), to: { kind: 'service', id } }) as const,
  );
  const who = readers(contract.words).map(
    ({ id, name, wants }) => ({ label: name, note: wants, to: { kind: 'help', reader: id } }) as const,
  );
  const groups = [
    { label: '我是', entries: who },
    { label: '我要看', entries: services },
  ];
  return { kind: 'ways', label: '从哪里看起', groups };
}

/** What was not met or is not known in the latest month, and what happened. */
function attentionSection(inputs: Inputs, { results }: Verdicts, improvement: Improvement): Block {
  const { project, latest } = inputs;
  const incidents = improvement.findings.filter(({ kind }) => kind === 'incident');
  const title = markedTitle({ title: `${monthWords(latest)}服务报告`, making: makingOn(inputs, latest) });
  return {
    kind: 'section',
    blocks: [
      heading('需要关注', { count: monthWords(latest) }),
      findings(inputs, results),
      ...(incidents.length === 0
        ? []
        : [paragraph([quote(incidentSentence(improvement))]), caseList(project, incidents.slice(0, shown))]),
      {
        kind: 'actions',
        items: [
          [quote(title, { kind: 'report', id: latest })],
          [text('全部结论', { kind: 'compliance', month: latest })],
          [text('逐月对照（合规总览）', { kind: 'index', of: 'compliance' })],
        ],
      },
    ],
  };
}

/** The month under way beside the one that is judged; nothing where all months are over. */
function underWaySections({ project: { assessment }, latest }: Inputs): Block[] {
  const coming = assessment.months.filter((month) => month > latest);
  return coming.map((month) => {
    const words = `${monthWords(month)}${underWayWords(assessment, [month])}`;
    return {
      kind: 'section',
      blocks: [
        heading('进行中的月份'),
        paragraph([quote(`${words}：${countsSentence(verdictsOf(assessment, monthPeriod(month)))}`)]),
        { kind: 'actions', items: [[quote(`${monthWords(month)}到目前为止的数值`, { kind: 'compliance', month })]] },
      ],
    };
  });
}

/** How many of the promises are proven, how many are not; nothing of a contract without any. */
const promiseSections = ({ standings, latest }: Inputs): Block[] =>
  standings.size === 0
    ? []
    : [
        {
          kind: 'section',
          blocks: [
            heading('承诺'),
            paragraph([quote(standingsSentence([...standings.values()], latest))]),
            { kind: 'actions', items: [[text('逐项承诺', { kind: 'index', of: 'commitments' })]] },
          ],
        },
      ];

/** What falls due next, and what is still open. */
function dueSection(inputs: Inputs, { open }: Improvement): Block {
  const { project, handedTo } = inputs;
  const coming = addMonths(handedTo, 1);
  const deadline = `${addMonths(coming, 1)}-${String(project.contract.deliveryDay).padStart(2, '0')}`;
  const { length } = open.cases;
  const count = keepsAny(open.kept, caseKinds) ? { count: `${length}件` } : {};
  const rest = quote(length > shown ? `全部${length}件与整改情况` : '整改与改进', { kind: 'improvement' });
  return {
    kind: 'section',
    blocks: [
      heading('接下来到期', { count: `从${dateWords(lastDay(handedTo))}看` }),
      dueTable(inputs),
      paragraph([quote(`${monthWords(coming)}的台账应于${dateWords(deadline)}前交齐。`)]),
      heading('还没有办结', { level: 3, ...count }),
      paragraph([quote(openSentence(open))]),
      ...(length === 0 ? [] : [caseList(project, open.cases.slice(0, shown))]),
      { kind: 'actions', items: [[rest], ...openCalendarLinks(open.kept)] },
    ],
  };
}

const dataSection = ({ latest, project }: Inputs): Block => ({
  kind: 'section',
  blocks: [
    heading('数据'),
    paragraph([quote(`${monthWords(latest)}：${deliverySentence(deliveriesOf(project.ledger, latest))}`)]),
    {
      kind: 'actions',
      items: [
        [quote(`${monthWords(latest)}台账逐种交付情况`, { kind: 'records', month: latest })],
        [text('数据质量', { kind: 'index', of: 'quality' })],
      ],
    },
  ],
});

function homePaper(inputs: Inputs): Paper {
  const { project, latest } = inputs;
  const { assessment, contract } = project;
  const verdicts = verdictsOf(assessment, monthPeriod(latest));
  const improvement = improvementReport(assessment, latest);
  const overview = overviewTable(inputs, '各服务近六个月的结论；此前各月写出最需要关注的结论和项数', 6);
  return {
    title: contract.title,
    kind: 'home',
    description: `${contract.client}的服务标准、承诺、指标与每月结论。`,
    lead: `${monthWords(latest)}：${countsSentence(verdicts)}`,
    month: latest,
    contents: false,
    blocks: [
      waysBlock(inputs),
      attentionSection(inputs, verdicts, improvement),
      { kind: 'section', blocks: [heading('各项服务'), overview] },
      ...underWaySections(inputs),
      ...promiseSections(inputs),
      dueSection(inputs, improvement),
      dataSection(inputs),
    ],
  };
}

/** Where readers begin: the ways in, and how the contract stands. */
export const homePage = singlePage(homePaper);
