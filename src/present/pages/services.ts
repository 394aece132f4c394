import { serviceIds, serviceName } from '../names.ts';
import type { Paper } from '../paper/paper.ts';
import { overviewTable } from '../tables/overview.ts';
import type { Inputs } from './inputs.ts';
import { singlePage } from './page-type.ts';

function servicesPaper(inputs: Inputs): Paper {
  const { registers } = inputs.project.ledger;
  const names = serviceIds(registers).map((id) => serviceName(registers, id));
  return {
    title: '各项服务',
    kind: 'service',
    description: `${names.join('、')}：各项服务近一年的结论，以及它们的标准、规程、指标和承诺。`,
    lead: `共${names.length}项服务：${names.join('、')}。点服务名可见它的标准、规程、指标、承诺和接下来到期的事。`,
    month: inputs.latest,
    search: false,
    blocks: [overviewTable(inputs, '各服务近一年的结论；此前各月写出最需要关注的结论和项数', 12)],
  };
}

/** All services side by side. */
export const servicesPage = singlePage(servicesPaper);
