import { type Month, monthNumber } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { workingDays } from './days.ts';
import { numbered, sortedBy } from './numbering.ts';
import { deal, Random } from './random.ts';
import { posts, type Service, serviceNames } from './registers.ts';
import { lastMonth, monthIndex, noValidSuggestion } from './stories.ts';
import { accepted, pending, rejected } from './texts/suggestions.ts';

/** One or two a month for cleaning; the others at least once a quarter, in its middle month and in the latest one. */
function validCount(service: Service, month: Month, random: Random): number {
  if (noValidSuggestion.some((story) => story.month === month && story.service === service)) return 0;
  if (service === '保洁') return random.int(1, 2);
  const wanted = monthNumber(month) % 3 === 2 || month === lastMonth;
  return wanted || random.chance(0.5) ? 1 : 0;
}

function proposer(service: Service, random: Random): string | null {
  const own = posts.filter((post) => post.service === service || post.id.startsWith('ZJ'));
  return random.chance(0.25) ? null : random.pick(own).id;
}

function of(service: Service, month: Month): Row[] {
  const random = new Random(`suggestions ${month} ${service}`);
  const dates = workingDays(month, 2, 28);
  const common = () => ({ date: random.pick(dates), service, proposer: proposer(service, random) });
  return Array.from({ length: validCount(service, month, random) }, (_, index) => {
    const turn = monthIndex(month) * (service === '保洁' ? 2 : 1) + index;
    const [summary, effect] = deal(accepted[service], `suggestions ${service}`, turn);
    return { ...common(), summary, valid: '有效', adopted: '采纳', effect };
  });
}

/** Now and then one that the review turns down or has not yet seen. */
function others(month: Month): Row[] {
  const random = new Random(`other suggestions ${month}`);
  const dates = workingDays(month, 2, 28);
  const index = monthIndex(month);
  const forced = noValidSuggestion.find((story) => story.month === month)?.service;
  const row = (summary: string, valid: string, adopted: string): Row => {
    const service = forced ?? random.pick(serviceNames);
    return { date: random.pick(dates), service, summary, valid, adopted, proposer: proposer(service, random) };
  };
  return [
    ...(forced !== undefined || index % 2 === 0 ? [row(deal(rejected, 'rejected', Math.ceil(index / 2)), '无效', '未采纳')] : []),
    ...(index % 3 === 2 || month === lastMonth ? [row(deal(pending, 'pending', Math.floor(index / 3)), '待评审', '待定')] : []),
  ];
}

export const suggestions = (month: Month): Row[] =>
  numbered(
    'suggestions',
    'JY',
    month,
    sortedBy('date', [...serviceNames.flatMap((service) => of(service, month)), ...others(month)]),
  );
