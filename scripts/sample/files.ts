import type { Month } from '../../src/core/calendar/date.ts';
import attendanceLog from '../../src/core/logs/attendance.log.ts';
import checksLog from '../../src/core/logs/checks.log.ts';
import communicationsLog from '../../src/core/logs/communications.log.ts';
import inspectionsLog from '../../src/core/logs/electrical-inspections.log.ts';
import electricalTestsLog from '../../src/core/logs/electrical-tests.log.ts';
import faultsLog from '../../src/core/logs/faults.log.ts';
import feedbackLog from '../../src/core/logs/feedback.log.ts';
import improvementsLog from '../../src/core/logs/improvements.log.ts';
import incidentsLog from '../../src/core/logs/incidents.log.ts';
import type { Log } from '../../src/core/logs/log.ts';
import maintenanceLog from '../../src/core/logs/maintenance.log.ts';
import pestsLog from '../../src/core/logs/pest-monitoring.log.ts';
import pestTreatmentsLog from '../../src/core/logs/pest-treatments.log.ts';
import plantCareLog from '../../src/core/logs/plant-care.log.ts';
import censusLog from '../../src/core/logs/plant-census.log.ts';
import plantPestLog from '../../src/core/logs/plant-pest.log.ts';
import plantReplacementsLog from '../../src/core/logs/plant-replacements.log.ts';
import preventionLog from '../../src/core/logs/prevention.log.ts';
import purchasesLog from '../../src/core/logs/purchases.log.ts';
import recordAuditsLog from '../../src/core/logs/record-audits.log.ts';
import requestsLog from '../../src/core/logs/requests.log.ts';
import suggestionsLog from '../../src/core/logs/suggestions.log.ts';
import supervisionLog from '../../src/core/logs/supervision.log.ts';
import suppliesLog from '../../src/core/logs/supplies.log.ts';
import surveysLog from '../../src/core/logs/surveys.log.ts';
import tasksLog from '../../src/core/logs/tasks.log.ts';
import thirdPartyLog from '../../src/core/logs/third-party.log.ts';
import trainingsLog from '../../src/core/logs/trainings.log.ts';
import wasteLog from '../../src/core/logs/waste.log.ts';
import agentsRegister from '../../src/core/registers/agents.register.ts';
import areasRegister from '../../src/core/registers/areas.register.ts';
import calendarRegister from '../../src/core/registers/calendar.register.ts';
import equipmentRegister from '../../src/core/registers/equipment.register.ts';
import locationsRegister from '../../src/core/registers/locations.register.ts';
import plantsRegister from '../../src/core/registers/plants.register.ts';
import postsRegister from '../../src/core/registers/posts.register.ts';
import type { Register } from '../../src/core/registers/register.ts';
import scheduleRegister from '../../src/core/registers/schedule.register.ts';
import servicesRegister from '../../src/core/registers/services.register.ts';
import { afflictions } from './afflictions.ts';
import { attendance } from './attendance.ts';
import { audits } from './audits.ts';
import { care } from './care.ts';
import { census } from './census.ts';
import { checks } from './checks.ts';
import { type Row, tableText } from './csv.ts';
import { slipText } from './delivery.ts';
import { electricalTests } from './electrical-tests.ts';
import { faults } from './faults.ts';
import { feedback } from './feedback.ts';
import { calendarRows } from './holidays.ts';
import { improvements } from './improvements.ts';
import { incidents } from './incidents.ts';
import { inspections } from './inspections.ts';
import { maintenance } from './maintenance.ts';
import { notices } from './notices.ts';
import { pests } from './pests.ts';
import { preventions } from './preventions.ts';
import { purchases } from './purchases.ts';
import { agents, areas, equipment, locations, plants, posts, services } from './registers.ts';
import { replacements } from './replacements.ts';
import { requests } from './requests.ts';
import { schedule } from './schedule.ts';
import { missingLogs, months, slipFaults } from './stories.ts';
import { suggestions } from './suggestions.ts';
import { supervision } from './supervision.ts';
import { supplies } from './supplies.ts';
import { surveys } from './surveys.ts';
import { tasks } from './tasks.ts';
import { thirdParty } from './third-party.ts';
import { trainings } from './trainings.ts';
import { treatments } from './treatments.ts';
import { waste } from './waste.ts';

/** A file of the sample: its path below the data folder, its text and its number of data rows. */
export interface SampleFile {
  readonly path: string;
  readonly text: string;
  readonly rows: number;
}

const registers: readonly (readonly [Register, readonly Row[]])[] = [
  [servicesRegister, services],
  [locationsRegister, locations],
  [areasRegister, areas],
  [postsRegister, posts],
  [equipmentRegister, equipment],
  [plantsRegister, plants],
  [agentsRegister, agents],
  [scheduleRegister, schedule],
  [calendarRegister, calendarRows],
];

/** The logs in the order of the slip, each with what fills it. */
const logs: readonly (readonly [Log, (month: Month) => Row[]])[] = [
  [checksLog, checks],
  [requestsLog, requests],
  [tasksLog, tasks],
  [surveysLog, surveys],
  [feedbackLog, feedback],
  [suggestionsLog, suggestions],
  [incidentsLog, incidents],
  [wasteLog, waste],
  [censusLog, census],
  [pestsLog, pests],
  [inspectionsLog, inspections],
  [faultsLog, faults],
  [suppliesLog, supplies],
  [improvementsLog, improvements],
  [supervisionLog, supervision],
  [thirdPartyLog, thirdParty],
  [purchasesLog, purchases],
  [trainingsLog, trainings],
  [attendanceLog, attendance],
  [plantCareLog, care],
  [plantPestLog, afflictions],
  [plantReplacementsLog, replacements],
  [pestTreatmentsLog, treatments],
  [communicationsLog, notices],
  [electricalTestsLog, electricalTests],
  [maintenanceLog, maintenance],
  [preventionLog, preventions],
  [recordAuditsLog, audits],
];

const registerFiles = (): SampleFile[] =>
  registers.map(([register, rows]) => ({
    path: `registers/${register.id}.csv`,
    text: tableText(register.columns, rows),
    rows: rows.length,
  }));

function monthFiles(month: Month): SampleFile[] {
  const handed = logs
    .filter(([log]) => !missingLogs.some((story) => story.month === month && story.log === log.id))
    .map(([log, rowsOf]) => {
      const rows = rowsOf(month);
      const fault = slipFaults.find((story) => story.month === month && story.log === log.id);
      return { log, kept: rows.slice(0, rows.length - (fault?.lost ?? 0)), rows: rows.length + (fault?.overcounted ?? 0) };
    });
  return [
    { path: `${month}/delivery.csv`, text: slipText(month, handed), rows: 0 },
    ...handed.map(({ log, kept }) => ({
      path: `${month}/${log.id}.csv`,
      text: tableText(log.columns, kept),
      rows: kept.length,
    })),
  ];
}

const provenance = `kind: sample
label: 示例数据
note: 由程序生成，用于演示，不是真实记录。
`;

/** Every file of the sample. */
export const sampleFiles = (): SampleFile[] => [
  { path: 'provenance.yaml', text: provenance, rows: 0 },
  ...registerFiles(),
  ...months.flatMap(monthFiles),
];
