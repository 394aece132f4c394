import type { Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { occurrences } from './due.ts';
import { deal } from './random.ts';
import { absences, droppedTrainings } from './record-stories.ts';
import { posts } from './registers.ts';
import { inSeason } from './season.ts';
import { monthIndex } from './stories.ts';
import { effects, safetyTopics, skillTopics } from './texts/trainings.ts';

/** The month's safety training of every service and the quarter's skill training. */
export const trainings = (month: Month): Row[] =>
  occurrences('trainings', month)
    .filter(({ duty }) => {
      const dropped = droppedTrainings.some((story) => story.month === month && story.service === duty.service);
      return !(dropped && duty.item === '安全培训');
    })
    .map(({ duty, date }, index) => {
      const { service, item } = duty;
      const topics = item === '安全培训' ? safetyTopics[service] : skillTopics[service];
      const required = posts.filter((post) => post.service === service).length;
      const story = item === '安全培训' ? absences.find((each) => each.month === month && each.service === service) : undefined;
      const attended = required - (story?.away ?? 0);
      return {
        ...{ date, service, kind: item, required, attended, passed: attended },
        topic: deal(inSeason(topics, month), `${item} ${service}`, monthIndex(month)),
        absence: story?.absence ?? null,
        effect: deal(effects, 'training effects', monthIndex(month) * 4 + index),
        trainer: item === '安全培训' ? 'GL-01' : 'ZJ-01',
      };
    });
