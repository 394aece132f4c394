import { type Month, monthOf } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { openIn, workingDays } from './days.ts';
import { at, inHours, later } from './moments.ts';
import { numbered, sortedBy } from './numbering.ts';
import { deal, Random } from './random.ts';
import { postOf, type Service, serviceNames } from './registers.ts';
import { inSeason } from './season.ts';
import { monthIndex, mosquitoes, requestStories } from './stories.ts';
import { mosquitoSubjects, type Priority, refusals, requestExceptions, subjects } from './texts/requests.ts';

/** Least and most minutes to the answer: always within what the plan allows. */
const answers: Readonly<Record<Service, readonly [number, number]>> = {
  保洁: [6, 105],
  绿植: [20, 240],
  虫控: [15, 200],
  用电: [6, 100],
};
const urgentAnswer = [3, 27] as const;

/** How many requests a service usually gets in a month, least and most. */
const volumes: Readonly<Record<Service, readonly [number, number]>> = {
  保洁: [9, 14],
  绿植: [3, 6],
  虫控: [3, 6],
  用电: [5, 9],
};

interface Asked {
  readonly service: Service;
  readonly priority: Priority;
  readonly location: string;
  readonly subject: string;
}

/** A request asked in time to be answered and finished within the month. */
function timed(asked: Asked, month: Month, random: Random, latest = 27) {
  const { service, priority, location } = asked;
  const [least, most] = priority === '紧急' ? urgentAnswer : answers[service];
  const reported = at(random.pick(workingDays(month, 1, latest)), random.int(8 * 60, 18 * 60 - most));
  const responded = later(reported, random.int(least, most));
  return {
    ...asked,
    reported,
    responded,
    completed: later(responded, random.int(12, service === '保洁' ? 95 : 210)),
    outcome: '已完成',
    staff: postOf(service, location),
  };
}

function asked(service: Service, priority: Priority, month: Month, index: number, random: Random): Asked {
  const turn = monthIndex(month) * (priority === '紧急' ? 2 : 8) + index;
  const subject = deal(inSeason(subjects[service][priority], month), `request ${service} ${priority}`, turn);
  return { service, priority, location: random.pick(openIn(month)).id, subject };
}

function ordinary(month: Month): Row[] {
  return serviceNames.flatMap((service) => {
    const random = new Random(`requests ${month} ${service}`);
    const [least, most] = volumes[service];
    return Array.from({ length: random.int(least, most) }, (_, index) =>
      timed(asked(service, random.chance(0.16) ? '紧急' : '一般', month, index, random), month, random),
    );
  });
}

function ofMosquitoes(month: Month): Row[] {
  const random = new Random(`mosquitoes ${month}`);
  return mosquitoes
    .filter((story) => story.month === month)
    .flatMap((story) =>
      Array.from({ length: story.requests }, (_, index) => {
        const subject = deal(mosquitoSubjects, 'mosquitoes', monthIndex(month) * 3 + index);
        return timed({ service: '虫控', priority: '一般', location: random.pick(story.locations), subject }, month, random);
      }),
    );
}

/** Every other month a client puts a request off, which the log gives as the special circumstance it is. */
function putOff(month: Month): Row[] {
  if (monthIndex(month) % 2 === 0) return [];
  const random = new Random(`put off ${month}`);
  const service = random.pick(serviceNames);
  const row = timed(asked(service, '一般', month, 20, random), month, random, 24);
  const responded = inHours(later(row.reported, random.int(1500, 2700)));
  const exception = deal(inSeason(requestExceptions, month), 'exceptions', Math.floor(monthIndex(month) / 2));
  return [{ ...row, responded, completed: later(responded, random.int(30, 200)), exception }];
}

/** Every sixth month somebody asks for what the contract does not cover; the answer is the end of it. */
function refused(month: Month): Row[] {
  const index = monthIndex(month);
  if (index % 6 !== 4) return [];
  const random = new Random(`refused ${month}`);
  const subject = deal(inSeason(refusals, month), 'refusals', Math.floor(index / 6));
  const row = timed({ service: '用电', priority: '一般', location: random.pick(openIn(month)).id, subject }, month, random);
  return [{ ...row, completed: null, outcome: '无法处理' }];
}

const told = (month: Month): Row[] =>
  requestStories
    .filter((story) => monthOf(story.reported) === month)
    .map((story) => ({ ...story, staff: postOf(story.service, story.location) }));

export const requests = (month: Month): Row[] =>
  numbered(
    'requests',
    'QQ',
    month,
    sortedBy('reported', [...ordinary(month), ...ofMosquitoes(month), ...putOff(month), ...refused(month), ...told(month)]),
  );
