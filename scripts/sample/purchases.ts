import { type Month, monthNumber } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { workingDays } from './days.ts';
import { numbered, sortedBy } from './numbering.ts';
import { deal, Random } from './random.ts';
import { poorPurchases } from './record-stories.ts';
import { agents } from './registers.ts';
import { replacements } from './replacements.ts';
import { lastMonth, monthIndex } from './stories.ts';
import { agentUnits, detergents, fertilisers, type Product, supplies } from './texts/purchases.ts';

const none = '不适用';
const blank = {
  certificate: '有',
  standard: none,
  mild: none,
  suits: null,
  toxic: none,
  licence: none,
  toxicity: none,
  note: null,
};

type Kind = '清洁剂' | '卫生用品' | '肥料' | '绿植' | '药剂';
const services: Record<Kind, string> = { 清洁剂: '保洁', 卫生用品: '保洁', 肥料: '绿植', 绿植: '绿植', 药剂: '虫控' };

function bought(kind: Kind, [product, unit, least, most]: Product, random: Random, cells: Row): Row {
  return { ...blank, service: services[kind], kind, product, unit, quantity: random.int(least, most), ...cells };
}

/** The agents that a month of the year asks for. */
const agentOf = (month: Month) => {
  const summer = monthNumber(month) >= 5 && monthNumber(month) <= 9;
  const wanted = summer ? ['灭蚊蝇悬浮剂', '灭蚊水乳剂', '灭幼颗粒剂', '灭蝇饵剂'] : ['灭蟑胶饵', '灭鼠毒饵', '灭蚊蝇悬浮剂'];
  const name = deal(wanted, `agents ${summer}`, monthIndex(month));
  return agents.find((agent) => agent.name === name);
};

/** Plants come in when some had to be replaced. */
function plantsFor(month: Month, random: Random): Row[] {
  const successors = new Map<string, number>();
  for (const { successor, pots } of replacements(month)) {
    if (typeof successor === 'string') successors.set(successor, (successors.get(successor) ?? 0) + Number(pots));
  }
  const [species] = [...successors].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (species === undefined) return [];
  const spare = random.int(0, 2);
  return [bought('绿植', [species[0], '盆', species[1] + spare, species[1] + spare], random, { toxic: '否' })];
}

function ordinary(month: Month, random: Random): Row[] {
  const index = monthIndex(month);
  const [fertiliser, unit, least, most, suits] = deal(fertilisers, 'fertilisers', Math.floor(index / 2));
  const agent = agentOf(month);
  const container = agentUnits[agent?.name ?? ''];
  const fertilised = index % 2 === 0 || month === lastMonth;
  return [
    bought('清洁剂', deal(detergents, 'detergents', index), random, { standard: '有', mild: '是' }),
    bought('卫生用品', deal(supplies, 'toilet supplies', index), random, { standard: '有' }),
    ...(fertilised ? [bought('肥料', [fertiliser, unit, least, most], random, { standard: '有', suits })] : []),
    ...(agent === undefined || container === undefined
      ? []
      : [bought('药剂', container, random, { standard: '有', licence: agent.licence, toxicity: agent.toxicity })]),
    ...plantsFor(month, random),
  ];
}

function poor(month: Month): Row[] {
  const particular: Record<string, Row> = {
    清洁剂: { standard: '有', mild: '是' },
    肥料: { standard: '有', suits: '观叶植物' },
    绿植: { toxic: '否' },
    药剂: { standard: '有', licence: '有', toxicity: '低毒' },
  };
  return poorPurchases
    .filter((story) => story.month === month)
    .map(({ kind, product, unit, quantity, lacks, note }) => ({
      ...{ ...blank, service: services[kind], kind, product, unit, quantity },
      ...particular[kind],
      ...lacks,
      note,
    }));
}

export function purchases(month: Month): Row[] {
  const random = new Random(`purchases ${month}`);
  const dates = workingDays(month, 2, 26);
  const rows = [...ordinary(month, random), ...poor(month)].map((row) => ({
    ...row,
    date: random.pick(dates),
    checker: 'GL-01',
  }));
  return numbered('purchases', 'CG', month, sortedBy('date', rows));
}
