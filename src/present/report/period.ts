import type { ContractWords } from '../../core/documents/contract.ts';
import type { Assessment } from '../../core/indicators/assessment.ts';
import { roleNames } from '../../core/logs/role.ts';
import type { Content } from '../../core/project/project.ts';
import { periodWords } from '../dates.ts';
import type { ReportBlock, Signature } from '../paper/block.ts';
import type { Pieces } from '../paper/piece.ts';
import { quote, say, text, time } from '../paper/say.ts';
import { annexSection } from './annexes.ts';
import { bindCharts } from './charts.ts';
import { countsPieces, extentPieces } from './counts.ts';
import { feedbackSection } from './feedback.ts';
import { frontSection } from './front.ts';
import { indicatorSection } from './indicators.ts';
import type { ReportPaper } from './paper.ts';
import { planSection } from './plan.ts';
import { problemSection } from './problems.ts';
import type { Written } from './prose.ts';
import { deliveryPieces, qualitySection } from './quality.ts';
import { digestPieces } from './sealing.ts';
import { serviceSection } from './services.ts';
import { heading, own, paragraph, sealedOf, type Telling } from './telling.ts';

/** 一、基本情况: who serves whom, where, when, and what the report rests on. */
function basicsSection(telling: Telling): ReportBlock[] {
  const { contract, report } = telling;
  return [
    heading(2, 'basics', '一、基本情况'),
    paragraph(
      say`${text(contract.words.client)}：${quote(contract.client)}。${text(contract.words.contractor)}：${quote(contract.contractor)}。`,
    ),
    paragraph(
      say`报告期：${time(periodWords(report.period))}。服务范围：${quote(contract.premises)}，${own(telling, 'scope/services')}服务、${own(telling, 'scope/locations')}${text(contract.words.place)}。${extentPieces(telling)}`,
    ),
    paragraph(deliveryPieces(telling)),
  ];
}

/** Who signs, as assessment sheets have it. No seal is drawn: only room for it is left. */
export const signaturesOf = ({ client, contractor }: ContractWords): readonly Signature[] => [
  { label: '编制人', seal: false },
  { label: '复核人', seal: false },
  { label: `${client}监管人（签字）`, seal: false },
  { label: `${contractor}项目负责人（签章）`, seal: true },
  { label: `${client}部门负责人（签章）`, seal: true },
  { label: '日期', seal: false },
];

/** What is signed: the counts, and whether the report was issued at all. */
function conclusionOf(telling: Telling, { making }: Written): Pieces {
  const title = say`${time(periodWords(telling.report.period))}服务报告（${quote(making.words)}）`;
  const checked = making.issued === null ? '本件尚未签发，供核对用。' : '以上内容经双方核对。';
  return say`${title}：${countsPieces(telling)}。${text(checked)}${digestPieces(sealedOf(telling))}`;
}

/** The report of a month, quarter, year or year to date as blocks; what people wrote stands behind the summary. */
export function periodPaper(telling: Telling, assessment: Assessment, content: Content, written: Written): ReportPaper {
  const { report } = telling;
  const sealed = sealedOf(telling) ?? null;
  return {
    id: report.period.id,
    title: `${periodWords(report.period)}服务报告`,
    making: written.making,
    sealed,
    notKept: roleNames.filter((role) => !report.improvement.open.kept.has(role)),
    period: periodWords(report.period),
    lead:
      report.results.length === 0
        ? say`${countsPieces(telling)}。`
        : say`已计算的${own(telling, 'counts/results')}指标中，${countsPieces(telling)}。`,
    blocks: bindCharts(
      [
        ...frontSection(telling, content, written),
        {
          kind: 'signoff',
          conclusion: conclusionOf(telling, written),
          signatures: signaturesOf(telling.contract.words),
        },
        { kind: 'turn' },
        ...written.blocks,
        ...basicsSection(telling),
        ...serviceSection(telling, assessment),
        ...indicatorSection(telling, assessment),
        ...problemSection(telling, written.explanations),
        ...feedbackSection(telling),
        ...qualitySection(telling, assessment),
        ...planSection(telling),
        ...annexSection(telling, content),
      ],
      report.period.id,
    ),
  };
}
