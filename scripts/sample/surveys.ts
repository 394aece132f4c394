import type { DateText, Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { openIn, workingDays } from './days.ts';
import { numbered, sortedBy } from './numbering.ts';
import { deal, Random } from './random.ts';
import { type Service, serviceNames } from './registers.ts';
import { inSeason } from './season.ts';
import { monthIndex, surveyDips } from './stories.ts';
import { praise, reproach, voided } from './texts/surveys.ts';

interface Respondent {
  readonly location: string;
  readonly date: DateText;
}

/** Two at every outlet, four at the branch's head office. */
function respondents(month: Month): Respondent[] {
  const random = new Random(`respondents ${month}`);
  const dates = workingDays(month, 15, 27);
  return openIn(month).flatMap((place) =>
    Array.from({ length: place.kind === '机关' ? 4 : 2 }, () => ({ location: place.id, date: random.pick(dates) })),
  );
}

interface Topic {
  readonly service: Service;
  readonly question: '总体满意度' | '绿植美观';
}

/** At most one in twenty is discontent, unless a story says otherwise; in most months nobody is. */
function lowCount(topic: Topic, month: Month, random: Random): number {
  const story = surveyDips.find((dip) => dip.month === month && dip.service === topic.service);
  return story?.low ?? (random.chance(0.4) ? 1 : 0);
}

function answers(topic: Topic, month: Month, people: readonly Respondent[]): Row[] {
  const random = new Random(`surveys ${month} ${topic.service} ${topic.question}`);
  const low = new Set(random.sample(people, lowCount(topic, month, random)));
  const invalid = random.chance(0.3) ? people.find((person) => !low.has(person)) : undefined;
  return people.map((person, index) => {
    const base = { date: person.date, ...topic, location: person.location };
    const turn = monthIndex(month) * 8 + index;
    if (person === invalid) return { ...base, score: 3, valid: '无效', comment: deal(voided, 'voided', turn) };
    if (low.has(person)) {
      const comment = deal(inSeason(reproach[topic.service], month), `reproach ${topic.service}`, turn);
      return { ...base, score: random.chance(0.25) ? 2 : 3, valid: '有效', comment };
    }
    const comment = random.chance(0.22) ? deal(inSeason(praise[topic.service], month), `praise ${topic.service}`, turn) : null;
    return { ...base, score: random.chance(0.7) ? 5 : 4, valid: '有效', comment };
  });
}

export function surveys(month: Month): Row[] {
  const people = respondents(month);
  const topics: Topic[] = [
    ...serviceNames.map((service) => ({ service, question: '总体满意度' as const })),
    { service: '绿植', question: '绿植美观' },
  ];
  const rows = topics.flatMap((topic) => answers(topic, month, people));
  return numbered('surveys', 'DJ', month, sortedBy('date', rows));
}
