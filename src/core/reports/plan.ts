import { addMonths, type Month } from '../calendar/date.ts';
import type { Assessment } from '../indicators/assessment.ts';
import type { Log } from '../logs/log.ts';
import { compile } from '../registers/condition.ts';
import { occurrencesOf } from '../registers/registers.ts';
import { declares, rolesOf } from './roles.ts';

/** A scheduled kind of work that is due in a month. */
export interface PlannedWork {
  /** Unique within the plan: log, service and its number among the log's kinds of work. */
  readonly id: string;
  readonly log: Log;
  readonly service: string;
  readonly item: string;
  readonly frequency: string;
  readonly times: number;
  /** Number of locations concerned; 0 for work of the whole contract. */
  readonly locations: number;
  /** Whether it is a drill, by its log's role. */
  readonly drill: boolean;
}

/** What the schedule asks of a month. */
export interface Plan {
  readonly month: Month;
  readonly work: readonly PlannedWork[];
  /** Trainings among it, drills included. */
  readonly trainings: readonly PlannedWork[];
  /** Whether the contract tells drills from other trainings. */
  readonly knowsDrills: boolean;
  /** Whether the calendar names any holiday or exchanged workday of that month's year: without it, workdays are Monday to Friday. */
  readonly calendarKnown: boolean;
}

const key = (...parts: readonly unknown[]) => parts.join('\u001f');

function workIn({ ledger }: Assessment, log: Log, month: Month): PlannedWork[] {
  const groups = new Map<string, Omit<PlannedWork, 'id' | 'log' | 'locations'> & { times: number; places: Set<string> }>();
  const schedule = ledger.registers.get('schedule')?.register ?? { columns: {} };
  const drills = rolesOf(log, 'training').flatMap((role) =>
    role.drills === undefined ? [] : [compile(role.drills, schedule, ledger.registers)],
  );
  for (const { entry } of occurrencesOf(ledger.registers, ledger.calendar, log.id, month)) {
    const [service, item, frequency] = [String(entry.service), String(entry.item), String(entry.frequency)];
    const group = groups.get(key(service, item, frequency)) ?? {
      service,
      item,
      frequency,
      times: 0,
      drill: drills.some((isDrill) => isDrill(entry)),
      places: new Set<string>(),
    };
    groups.set(key(service, item, frequency), group);
    group.times += 1;
    if (typeof entry.location === 'string') group.places.add(entry.location);
  }
  return [...groups.values()].map(({ places, ...rest }, index) => {
    return { id: `${log.id}.${rest.service}.${index + 1}`, log, ...rest, locations: places.size };
  });
}

/** What is due in the month after another, by the schedule and calendar as they stand. */
export function planAfter(assessment: Assessment, last: Month): Plan {
  const month = addMonths(last, 1);
  const { ledger } = assessment;
  const work = ledger.logs.flatMap((log) => workIn(assessment, log, month));
  return {
    month,
    work: work.filter(({ log }) => !declares(log, ['training'])),
    trainings: work.filter(({ log }) => declares(log, ['training'])),
    knowsDrills: ledger.logs.some((log) => rolesOf(log, 'training').some((role) => role.drills !== undefined)),
    calendarKnown: [...ledger.calendar.keys()].some((date) => date.startsWith(month.slice(0, 4))),
  };
}
