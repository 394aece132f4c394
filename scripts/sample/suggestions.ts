import { type Month, monthNumber } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { workingDays } from './days.ts';
import { numbered, sortedBy } from './numbering.ts';
import { deal, Random } from './random.ts';
import { posts, type Service, serviceNames } from './registers.ts';
import { inSeason } from './season.ts';
import { lastMonth, monthIndex, noValidSuggestion, suggestionStories } from './stories.ts';
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

function valid(service: Service, month: Month): Row[] {
  const random = new Random(`suggestions ${month} ${service}`);
  const dates = workingDays(month, 2, 28);
  const row = (summary: string, effect: string): Row => {
    const from = { date: random.pick(dates), service, proposer: proposer(service, random) };
    return { ...from, summary, valid: '有效', adopted: '采纳', effect };
  };
  const told = suggestionStories.filter((story) => story.month === month && story.service === service);
  const ordinary = Math.max(0, validCount(service, month, random) - told.length);
  return [
    ...told.map(({ summary, effect }) => row(summary, effect)),
    ...Array.from({ length: ordinary }, (_, index) => {
      const turn = monthIndex(month) * (service === '保洁' ? 2 : 1) + index;
      return row(...deal(inSeason(accepted[service], month), `suggestions ${service}`, turn));
    }),
  ];
}

/** Every other month one that the review turns down, now and then one that it has not yet seen. */
function others(month: Month): Row[] {
  const random = new Random(`other suggestions ${month}`);
  const dates = workingDays(month, 2, 28);
  const index = monthIndex(month);
  const poor = noValidSuggestion.find((story) => story.month === month)?.service;
  const row = ([service, summary]: readonly [Service, string], outcome: Row): Row => ({
    ...{ date: random.pick(dates), service, summary, proposer: proposer(service, random) },
    ...outcome,
  });
  const refused = rejected.filter(([service]) => poor === undefined || service === poor);
  return [
    ...(poor !== undefined || index % 2 === 0
      ? [row(deal(refused, 'rejected', Math.ceil(index / 2)), { valid: '无效', adopted: '未采纳' })]
      : []),
    ...(index % 3 === 2 || month === lastMonth
      ? [row(deal(pending, 'pending', Math.floor(index / 3)), { valid: '待评审', adopted: '待定' })]
      : []),
  ];
}

export const suggestions = (month: Month): Row[] =>
  numbered(
    'suggestions',
    'JY',
    month,
    sortedBy('date', [...serviceNames.flatMap((service) => valid(service, month)), ...others(month)]),
  );
