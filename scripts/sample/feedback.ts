import type { Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { openIn, workingDays } from './days.ts';
import { at, inHours, later } from './moments.ts';
import { numbered, sortedBy } from './numbering.ts';
import { deal, Random } from './random.ts';
import { type Service, serviceNames } from './registers.ts';
import { inSeason } from './season.ts';
import { faultStories, monthIndex, mosquitoes, unsatisfied } from './stories.ts';
import { breakerComplaint, type FeedbackKind, type FeedbackText, feedbackTexts, mosquitoComplaints } from './texts/feedback.ts';

const kinds: readonly FeedbackKind[] = ['表扬', '表扬', '表扬', '建议', '建议', '咨询', '咨询', '投诉', '投诉'];
const channels = ['热线', '热线', '现场', '现场', '线上平台', '会议', '邮箱'] as const;

interface Voice {
  readonly service: Service;
  readonly location: string;
  readonly kind: FeedbackKind;
  readonly text: FeedbackText;
  readonly satisfied: '满意' | '不满意' | '未回访';
}

/** One voice, heard early enough to be answered and closed within the month. */
function row(voice: Voice, month: Month, random: Random): Row {
  const received = at(random.pick(workingDays(month, 1, 25)), random.int(8 * 60 + 20, 17 * 60));
  const responded = later(received, random.int(8, voice.kind === '投诉' ? 55 : 150));
  const [summary, action] = voice.text;
  return {
    service: voice.service,
    location: voice.location,
    kind: voice.kind,
    channel: random.pick(channels),
    summary,
    received,
    responded,
    closed: inHours(later(responded, random.int(25, voice.kind === '投诉' ? 1500 : 300))),
    satisfied: voice.satisfied,
    action,
  };
}

function ordinary(service: Service, month: Month): Row[] {
  const random = new Random(`feedback ${month} ${service}`);
  const dissatisfied = unsatisfied.find((story) => story.month === month && story.service === service)?.count ?? 0;
  return Array.from({ length: random.int(2, 4) }, (_, index) => {
    const unhappy = index < dissatisfied;
    const kind = unhappy ? '投诉' : random.pick(kinds);
    const text = deal(inSeason(feedbackTexts[service][kind], month), `feedback ${service} ${kind}`, monthIndex(month) + index);
    const quiet = kind !== '投诉' && index > 0 && random.chance(0.2);
    const satisfied = unhappy ? '不满意' : quiet ? '未回访' : '满意';
    return row({ service, location: random.pick(openIn(month)).id, kind, text, satisfied }, month, random);
  });
}

function ofMosquitoes(month: Month): Row[] {
  const random = new Random(`mosquito feedback ${month}`);
  return mosquitoes
    .filter((story) => story.month === month)
    .flatMap((story) =>
      Array.from({ length: story.complaints }, (_, index) => {
        const text = deal(mosquitoComplaints, 'mosquito feedback', monthIndex(month) * 4 + index);
        const satisfied = index < story.unsatisfied ? '不满意' : '满意';
        return row({ service: '虫控', location: random.pick(story.locations), kind: '投诉', text, satisfied }, month, random);
      }),
    );
}

/** The outlet with the bad breaker complains in the month of the long outage. */
function ofTheBreaker(month: Month): Row[] {
  const outage = faultStories.find((story) => story.repair > 1440 && story.reported.startsWith(month));
  if (outage === undefined) return [];
  const received = later(outage.reported, 95);
  const voice: Voice = {
    service: '用电',
    location: outage.location,
    kind: '投诉',
    text: breakerComplaint,
    satisfied: '满意',
  };
  const closed = later(outage.reported, outage.repair + 240);
  return [{ ...row(voice, month, new Random('breaker')), received, responded: later(received, 15), closed }];
}

export const feedback = (month: Month): Row[] =>
  numbered(
    'feedback',
    'FK',
    month,
    sortedBy('received', [
      ...serviceNames.flatMap((service) => ordinary(service, month)),
      ...ofMosquitoes(month),
      ...ofTheBreaker(month),
    ]),
  );
