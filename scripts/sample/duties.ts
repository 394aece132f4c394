import type { DateText } from '../../src/core/calendar/date.ts';
import type { Frequency } from '../../src/core/registers/registers.ts';
import { contractStart, equipment, type Location, locations, posts, type Service, serviceNames } from './registers.ts';
import type { Duty } from './schedule.ts';

type Draft = Omit<Duty, 'id'>;
type Particular = Partial<Pick<Duty, 'area' | 'device' | 'from' | 'to'>>;

/** From August 2025 the small outlets, too, are looked after week by week in the records of their own. */
const outletsWeekly: DateText = '2025-08-01';
const outletsBefore: DateText = '2025-07-31';

const duty = (log: string, service: Service, item: string, frequency: Frequency): Draft => ({
  ...{ log, service, location: '', area: null, device: null, item, frequency },
  from: contractStart,
  to: null,
});

/** A duty at a location, no longer than the location is in service. */
const at = (place: Location, base: Draft, more: Particular = {}): Draft => ({
  ...base,
  ...more,
  location: place.id,
  from: more.from !== undefined && more.from > place.from ? more.from : place.from,
  to: more.to !== undefined && more.to !== null && (place.to === null || more.to < place.to) ? more.to : place.to,
});

const isOutlet = (place: Location) => place.kind === '营业所';

function suppliesOf(place: Location): Draft[] {
  const area = `${place.id}-T1`;
  const round = (frequency: Frequency, span: Particular) =>
    at(place, duty('supplies', '保洁', '用品巡查', frequency), { area, ...span });
  if (!isOutlet(place)) return [round('每周', {})];
  return [round('每月', { to: outletsBefore }), round('每周', { from: outletsWeekly })];
}

function careOf(place: Location): Draft[] {
  const care = (item: string, frequency: Frequency, span: Particular = {}) =>
    at(place, duty('plant-care', '绿植', item, frequency), span);
  const common = [care('浇水', '每周', isOutlet(place) ? { from: outletsWeekly } : {}), care('修剪', '每月')];
  return isOutlet(place) ? common : [...common, care('施肥', '每月')];
}

/** The monthly treatment, and against mosquitoes one more in every summer month since the bad summer of 2025. */
function treatmentsOf(place: Location): Draft[] {
  const summer = { from: '2026-06-01', to: '2026-08-31' };
  const treatment = (item: string, code: string, span: Particular = {}) =>
    at(place, duty('pest-treatments', '虫控', item, '每月'), { area: `${place.id}-${code}`, ...span });
  const notice = (item: string, span: Particular = {}) => at(place, duty('communications', '虫控', item, '每月'), span);
  const drafts = [
    treatment('定期消杀', 'A1'),
    treatment('定期消杀', 'T1'),
    treatment('季节灭蚊', 'A1', summer),
    notice('定期消杀'),
    notice('季节灭蚊', summer),
    at(place, duty('supervision', '虫控', '现场监督', '每月')),
  ];
  return drafts.filter(({ from, to }) => to === null || from <= to);
}

const devicesOf = (place: Location): Draft[] =>
  equipment
    .filter((device) => device.location === place.id)
    .flatMap(({ id, kind }) => {
      const on = (log: string, item: string, frequency: Frequency) =>
        at(place, duty(log, '用电', item, frequency), { device: id });
      if (kind !== '配电箱') return [on('maintenance', '季度保养', '每季度')];
      return [
        on('electrical-tests', '漏电保护试跳', '每月'),
        on('electrical-tests', '绝缘电阻', '每季度'),
        on('electrical-tests', '接地电阻', '每季度'),
        on('maintenance', '月度保养', '每月'),
      ];
    });

/** What is done for the contract as a whole. */
const common: readonly Draft[] = [
  duty('supervision', '保洁', '日常监督', '每工作日'),
  duty('supervision', '绿植', '定期监督', '每周'),
  duty('supervision', '用电', '定期监督', '每周'),
  ...posts.flatMap(({ id, service }) => (service === null ? [] : [duty('attendance', service, id, '每月')])),
  ...serviceNames.flatMap((service) => [
    duty('trainings', service, '安全培训', '每月'),
    duty('trainings', service, '技能培训', '每季度'),
  ]),
];

/** What the supplies, care, treatment, test and management records rest on. */
export const recordDuties: readonly Draft[] = [
  ...locations.flatMap((place) => [
    ...suppliesOf(place),
    ...careOf(place),
    ...treatmentsOf(place),
    ...devicesOf(place),
    at(place, duty('record-audits', '用电', '记录审查', '每月')),
  ]),
  ...common,
];
