import { type DateText, type Month, monthOf } from '../../src/core/calendar/date.ts';
import { workingDays } from './days.ts';
import { at, dateOf, later, type Moment } from './moments.ts';
import { deal, Random } from './random.ts';
import { type Device, equipment, isOpen, locations } from './registers.ts';
import { type FaultStory, faultStories, monthIndex } from './stories.ts';
import { type FaultText, faultTexts } from './texts/faults.ts';

/** A defect that an inspection finds and a work order puts right: one event that two logs tell. */
export interface Defect {
  readonly device: string;
  readonly location: string;
  readonly date: DateText;
  readonly text: FaultText;
  readonly reported: Moment;
  readonly repaired: Moment;
}

const broken = new Set(faultStories.map((story) => story.device));

/** The devices in service on a date, without the one that has its own story. */
export const devicesOn = (date: DateText): Device[] =>
  equipment.filter((device) => {
    const place = locations.find((each) => each.id === device.location);
    return place !== undefined && isOpen(place, date) && !broken.has(device.id);
  });

/** The ordinary defects that a month's inspections find, each on a device of its own and put right the same day. */
export function defectsOf(month: Month): Defect[] {
  const random = new Random(`defects ${month}`);
  const dates = random.sample(workingDays(month, 2, 25), random.int(2, 4));
  const devices = random.shuffle(devicesOn(`${month}-01`));
  return dates.flatMap((date, index) => {
    const device = devices[index];
    if (device === undefined) return [];
    const text = deal(faultTexts[device.kind], `defect ${device.kind}`, monthIndex(month) + index);
    const reported = at(date, random.int(8 * 60 + 20, 10 * 60 + 40));
    return [
      { device: device.id, location: device.location, date, text, reported, repaired: later(reported, random.int(45, 380)) },
    ];
  });
}

export const faultStoriesOf = (month: Month): FaultStory[] => faultStories.filter((story) => monthOf(story.reported) === month);

/** What inspections write of a device on a day: the defect and when it was put right. */
export function defectsByDay(month: Month): Map<string, { defect: string; rectified: Moment }> {
  const ordinary = defectsOf(month).map(
    ({ date, device, text, repaired }) => [`${date} ${device}`, { defect: text.defect, rectified: repaired }] as const,
  );
  const told = faultStoriesOf(month).flatMap((story) =>
    story.defect === null
      ? []
      : [
          [
            `${dateOf(story.reported)} ${story.device}`,
            { defect: story.defect, rectified: later(story.reported, story.repair) },
          ] as const,
        ],
  );
  return new Map([...ordinary, ...told]);
}
