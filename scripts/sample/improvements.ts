import { dateOfDay, dayOf, type Month, monthOf } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { workingDays } from './days.ts';
import { numbered, sortedBy } from './numbering.ts';
import { deal, Random } from './random.ts';
import { improvementStories, unfinished } from './record-stories.ts';
import { posts, type Service, serviceNames } from './registers.ts';
import { inSeason } from './season.ts';
import { lastMonth, monthIndex } from './stories.ts';
import { improvements as texts } from './texts/improvements.ts';

const ownerOf = (service: Service, random: Random) =>
  random.chance(0.4) ? 'GL-01' : random.pick(posts.filter((post) => post.service === service)).id;

const told = (service: Service, month: Month): Row[] =>
  improvementStories
    .filter((story) => story.service === service && monthOf(story.due) === month)
    .map((story) => ({ ...story, result: '已实施', owner: 'GL-01' }));

/** One or two measures fall due for cleaning in a month, for each of the others one in most months. */
function ordinary(service: Service, month: Month): Row[] {
  const random = new Random(`improvements ${month} ${service}`);
  const wanted = service === '保洁' ? random.int(1, 2) : random.chance(0.7) || month === lastMonth ? 1 : 0;
  const stories = unfinished.filter((story) => story.month === month && story.service === service);
  return Array.from({ length: Math.max(wanted, stories.length) }, (_, index) => {
    const text = deal(inSeason(texts[service], month), `improvements ${service}`, monthIndex(month) * 2 + index);
    const [source, problem, measure, effect] = text;
    const due = random.pick(workingDays(month, 5, 28));
    const done = dateOfDay(dayOf(due) - random.int(0, 9));
    const story = stories[index];
    return {
      ...{ service, source, problem, measure, due },
      raised: dateOfDay(dayOf(due) - random.int(24, 70)),
      done: story === undefined ? done : null,
      result: story?.result ?? '已实施',
      effect: story === undefined ? effect : null,
      reason: story?.reason ?? null,
      owner: ownerOf(service, random),
    };
  });
}

export const improvements = (month: Month): Row[] =>
  numbered(
    'improvements',
    'GJ',
    month,
    sortedBy(
      'due',
      serviceNames.flatMap((service) => [...told(service, month), ...ordinary(service, month)]),
    ),
  );
