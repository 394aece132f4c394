import type { DateText } from '../../src/core/calendar/date.ts';
import type { Frequency } from '../../src/core/registers/registers.ts';
import { recordDuties } from './duties.ts';
import { type AreaKind, equipment, type Location, locations, type Service } from './registers.ts';

/** A line of schedule.csv: what has to happen how often, and in which log its doing is written down. */
export type Duty = {
  readonly id: string;
  readonly log: string;
  readonly service: Service;
  /** Empty for what is done for the contract as a whole. */
  readonly location: string;
  readonly area: string | null;
  readonly device: string | null;
  readonly item: string;
  readonly frequency: Frequency;
  readonly from: DateText;
  readonly to: DateText | null;
};

type Draft = Pick<Duty, 'log' | 'service' | 'item' | 'frequency'> & Partial<Pick<Duty, 'area' | 'device'>>;

const tasksOf = (place: Location): Draft[] => {
  const task = (service: Service, item: string, frequency: Frequency): Draft => ({ log: 'tasks', service, item, frequency });
  const common = [
    task('保洁', '玻璃清洗', '每周'),
    task('绿植', '浇水', '每周'),
    task('绿植', '修剪', '每月'),
    task('虫控', '定期消杀', '每月'),
    task('用电', '配电箱保养', '每月'),
  ];
  if (place.kind === '营业所') return common;
  return [task('保洁', '地毯深度清洁', '每月'), task('保洁', '空调滤网清洗', '每季度'), ...common, task('绿植', '施肥', '每月')];
};

const areaCode: Record<AreaKind, string> = { 公共区域: 'A1', 卫生间: 'T1', 办公室: 'B1', 绿植区: 'G1', 用电设备: 'E1' };

const cleaned: readonly (readonly [AreaKind, readonly string[]])[] = [
  ['公共区域', ['地面', '墙面', '设施']],
  ['卫生间', ['地面和墙面', '洁具']],
  ['办公室', ['桌面', '设备', '地面']],
];

/** Branches are checked every working day, the smaller outlets once a week. */
const checksOf = (place: Location): Draft[] => {
  const check = (service: Service, kind: AreaKind, item: string, frequency: Frequency): Draft => ({
    log: 'checks',
    service,
    area: `${place.id}-${areaCode[kind]}`,
    item,
    frequency,
  });
  const often = place.kind === '营业所' ? '每周' : '每工作日';
  return [
    ...cleaned.flatMap(([kind, items]) => items.map((item) => check('保洁', kind, item, often))),
    check('绿植', '绿植区', '摆放与美观', '每月'),
    check('绿植', '绿植区', '枯枝黄叶', '每月'),
    check('虫控', '公共区域', '操作规范', '每月'),
    check('虫控', '公共区域', '环保', '每月'),
    check('用电', '用电设备', '清洁', '每周'),
  ];
};

const roundsOf = (place: Location): Draft[] => [
  { log: 'waste', service: '保洁', item: '收集', frequency: '每日' },
  { log: 'waste', service: '保洁', item: '清运', frequency: '每日' },
  { log: 'waste', service: '保洁', item: '分类抽查', frequency: '每月' },
  { log: 'plant-census', service: '绿植', item: '盘点', frequency: '每月' },
  ...['D01', 'D02', 'D03', 'D04'].map((item): Draft => ({ log: 'pest-monitoring', service: '虫控', item, frequency: '每月' })),
  ...equipment
    .filter((device) => device.location === place.id)
    .flatMap((device): Draft[] => [
      { log: 'electrical-inspections', service: '用电', device: device.id, item: '日常', frequency: '每日' },
      { log: 'electrical-inspections', service: '用电', device: device.id, item: '深度', frequency: '每周' },
    ]),
];

const dutiesBy = (drafts: (place: Location) => Draft[]) =>
  locations.flatMap((place) => drafts(place).map((draft) => ({ draft, place })));

const placed = [...dutiesBy(tasksOf), ...dutiesBy(checksOf), ...dutiesBy(roundsOf)].map(({ draft, place }) => ({
  log: draft.log,
  service: draft.service,
  location: place.id,
  area: draft.area ?? null,
  device: draft.device ?? null,
  item: draft.item,
  frequency: draft.frequency,
  from: place.from,
  to: place.to,
}));

/** The whole of schedule.csv: tasks first, then checks, then the daily and monthly rounds, then what other records rest on. */
export const schedule: readonly Duty[] = [...placed, ...recordDuties].map((duty, index) => ({
  id: `JH-${String(index + 1).padStart(3, '0')}`,
  ...duty,
}));
