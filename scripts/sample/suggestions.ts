import { type Month, monthNumber } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { workingDays } from './days.ts';
import { numbered, sortedBy } from './numbering.ts';
import { deal, Random } from './random.ts';
import { posts, type Service, serviceNames } from './registers.ts';
import { inSeason } from './season.ts';
import { lastMonth, monthIndex, months, noValidSuggestion, suggestionStories } from './stories.ts';
import { accepted, pending, rejected, type SuggestionText } from './texts/suggestions.ts';

const toldOf = (service: Service, month: Month) =>
  suggestionStories.filter((story) => story.month === month && story.service === service);

/** One or two a month for cleaning; the others at least once a quarter, in its middle month and in the latest one. */
function ordinaryCount(service: Service, month: Month): number {
  if (noValidSuggestion.some((story) => story.month === month && story.service === service)) return 0;
  const random = new Random(`suggestions ${month} ${service} count`);
  const wanted = monthNumber(month) % 3 === 2 || month === lastMonth || random.chance(0.5);
  const count = service === '保洁' ? random.int(1, 2) : wanted ? 1 : 0;
  return Math.max(0, count - toldOf(service, month).length);
}

/** The valid suggestions of every month; nothing is proposed again before what fits the season has been used up. */
function plannedFor(service: Service): Map<Month, SuggestionText[]> {
  const texts = new Random(`suggestions ${service}`).shuffle(accepted[service]);
  const lastUse = new Map<SuggestionText, number>();
  let draws = 0;
  const draw = (month: Month): SuggestionText[] => {
    const age = (text: SuggestionText) => lastUse.get(text) ?? -1;
    const [oldest] = inSeason(texts, month).sort((a, b) => age(a) - age(b));
    if (oldest === undefined) return [];
    draws += 1;
    lastUse.set(oldest, draws);
    return [oldest];
  };
  return new Map(months.map((month) => [month, Array.from({ length: ordinaryCount(service, month) }, () => draw(month)).flat()]));
}

const planned = new Map(serviceNames.map((service) => [service, plannedFor(service)]));

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
  return [
    ...toldOf(service, month).map(({ summary, effect }) => row(summary, effect)),
    ...(planned.get(service)?.get(month) ?? []).map((text) => row(...text)),
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
