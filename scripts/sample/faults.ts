import type { Month } from '../../src/core/calendar/date.ts';
import type { Row } from './csv.ts';
import { workingDays } from './days.ts';
import { defectsOf, devicesOn, faultStoriesOf } from './defects.ts';
import { at, inHours, later } from './moments.ts';
import { numbered, sortedBy } from './numbering.ts';
import { deal, Random } from './random.ts';
import { postOf } from './registers.ts';
import { monthIndex } from './stories.ts';
import { faultTexts, repairExceptions } from './texts/faults.ts';

/** Work orders from what the inspections found. */
const fromInspections = (month: Month): Row[] =>
  defectsOf(month).map(({ device, location, text, reported, repaired }) => ({
    location,
    device,
    fault: text.fault,
    reported,
    responded: later(reported, new Random(`answer ${device} ${reported}`).int(3, 26)),
    repaired,
    diagnosis: '准确',
    cause: text.cause,
    staff: postOf('用电', location),
  }));

/** Work orders that clients called in; now and then one has to wait for a part, with the reason written down. */
function fromClients(month: Month): Row[] {
  const random = new Random(`faults ${month}`);
  const dates = random.sample(workingDays(month, 1, 25), random.int(3, 5));
  const waiting = monthIndex(month) % 3 === 1;
  return dates.map((date, index) => {
    const device = random.pick(devicesOn(date));
    const text = deal(faultTexts[device.kind], `fault ${device.kind}`, monthIndex(month) * 2 + index);
    const reported = at(date, random.int(8 * 60, 16 * 60 + 30));
    const waits = waiting && index === 0;
    return {
      location: device.location,
      device: device.id,
      fault: text.fault,
      reported,
      responded: later(reported, random.int(4, 28)),
      repaired: waits ? inHours(later(reported, random.int(1560, 3600))) : later(reported, random.int(50, 300)),
      diagnosis: '准确',
      cause: text.cause,
      exception: waits ? deal(repairExceptions, 'repair', Math.floor(monthIndex(month) / 3)) : null,
      staff: postOf('用电', device.location),
    };
  });
}

const fromStories = (month: Month): Row[] =>
  faultStoriesOf(month).map(({ location, device, fault, reported, answer, repair, diagnosis, cause }) => ({
    location,
    device,
    fault,
    reported,
    responded: later(reported, answer),
    repaired: later(reported, repair),
    diagnosis,
    cause,
    staff: postOf('用电', location),
  }));

export const faults = (month: Month): Row[] =>
  numbered(
    'faults',
    'BX',
    month,
    sortedBy('reported', [...fromInspections(month), ...fromClients(month), ...fromStories(month)]),
  );
