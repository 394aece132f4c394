import type { DateText } from '../../src/core/calendar/date.ts';

export type Service = '保洁' | '绿植' | '虫控' | '用电';
export type LocationKind = '机关' | '支行' | '营业所';

export type Location = {
  readonly id: string;
  readonly name: string;
  readonly kind: LocationKind;
  readonly from: DateText;
  readonly to: DateText | null;
  readonly order: number;
};

export const contractStart: DateText = '2024-11-01';

export const services = [
  { id: 'cleaning', name: '卫生保洁', short: '保洁', order: 1 },
  { id: 'greenery', name: '绿植养护', short: '绿植', order: 2 },
  { id: 'pest', name: '虫控消杀', short: '虫控', order: 3 },
  { id: 'electrical', name: '日常用电巡检及维护', short: '用电', order: 4 },
] as const;

export const serviceNames: readonly Service[] = services.map((service) => service.short);

const location = (order: number, name: string, kind: LocationKind, span: Partial<Location> = {}): Location => ({
  id: `W${String(order).padStart(2, '0')}`,
  name,
  kind,
  from: contractStart,
  to: null,
  order,
  ...span,
});

/** The branch and its outlets; 辽东湾支行 opens in the course of the contract, 新工街营业所 closes. */
export const locations: readonly Location[] = [
  location(1, '市分行机关', '机关'),
  location(2, '兴隆台支行', '支行'),
  location(3, '双台子支行', '支行'),
  location(4, '大洼支行', '支行'),
  location(5, '盘山支行', '支行'),
  location(6, '辽东湾支行', '支行', { from: '2025-07-01' }),
  location(7, '田庄台营业所', '营业所'),
  location(8, '振兴街营业所', '营业所'),
  location(9, '高升营业所', '营业所'),
  location(10, '沙岭营业所', '营业所'),
  location(11, '新工街营业所', '营业所', { to: '2026-06-30' }),
  location(12, '胡家营业所', '营业所'),
];

export const isOpen = (place: Location, date: DateText): boolean => place.from <= date && (place.to === null || date <= place.to);

export type AreaKind = '公共区域' | '卫生间' | '办公室' | '绿植区' | '用电设备';
export type Area = {
  readonly id: string;
  readonly location: string;
  readonly name: string;
  readonly kind: AreaKind;
  readonly order: number;
};

const areaNames: Record<LocationKind, Record<AreaKind, string>> = {
  机关: { 公共区域: '一楼大堂', 卫生间: '一楼卫生间', 办公室: '三楼综合办公室', 绿植区: '大堂绿植区', 用电设备: '一楼配电室' },
  支行: { 公共区域: '营业大厅', 卫生间: '二楼卫生间', 办公室: '二楼办公室', 绿植区: '大厅绿植区', 用电设备: '一楼配电间' },
  营业所: { 公共区域: '营业厅', 卫生间: '一楼卫生间', 办公室: '后台办公室', 绿植区: '厅内绿植区', 用电设备: '后台配电间' },
};

const areaCodes: readonly (readonly [AreaKind, string])[] = [
  ['公共区域', 'A1'],
  ['卫生间', 'T1'],
  ['办公室', 'B1'],
  ['绿植区', 'G1'],
  ['用电设备', 'E1'],
];

export const areas: readonly Area[] = locations
  .flatMap((place) =>
    areaCodes.map(([kind, code]) => ({
      id: `${place.id}-${code}`,
      location: place.id,
      name: areaNames[place.kind][kind],
      kind,
    })),
  )
  .map((area, index) => ({ ...area, order: index + 1 }));

export type DeviceKind = '配电箱' | '开关插座' | '照明' | '电线电缆';
export type Device = {
  readonly id: string;
  readonly location: string;
  readonly name: string;
  readonly kind: DeviceKind;
  readonly order: number;
};

const devicesByKind: Record<LocationKind, readonly (readonly [string, string, DeviceKind])[]> = {
  机关: [
    ['P1', '一层配电箱', '配电箱'],
    ['L1', '大堂照明回路', '照明'],
    ['C1', '竖井电缆', '电线电缆'],
  ],
  支行: [
    ['P1', '一层配电箱', '配电箱'],
    ['L1', '营业大厅照明回路', '照明'],
    ['S1', '二层插座回路', '开关插座'],
  ],
  营业所: [
    ['P1', '一层配电箱', '配电箱'],
    ['S1', '柜台插座回路', '开关插座'],
  ],
};

export const equipment: readonly Device[] = locations
  .flatMap((place) =>
    devicesByKind[place.kind].map(([code, name, kind]) => ({ id: `${place.id}-${code}`, location: place.id, name, kind })),
  )
  .map((device, index) => ({ ...device, order: index + 1 }));

const postNames: readonly (readonly [string, string, Service | null])[] = [
  ['BJ-01', '保洁员一岗', '保洁'],
  ['BJ-02', '保洁员二岗', '保洁'],
  ['BJ-03', '保洁员三岗', '保洁'],
  ['BJ-04', '保洁员四岗', '保洁'],
  ['BJ-05', '保洁员五岗', '保洁'],
  ['BJ-06', '保洁员六岗', '保洁'],
  ['LZ-01', '绿植养护一岗', '绿植'],
  ['LZ-02', '绿植养护二岗', '绿植'],
  ['CK-01', '虫控消杀一岗', '虫控'],
  ['CK-02', '虫控消杀二岗', '虫控'],
  ['DG-01', '电工一岗', '用电'],
  ['DG-02', '电工二岗', '用电'],
  ['DG-03', '电工三岗', '用电'],
  ['GL-01', '项目管理岗', null],
  ['KF-01', '客户服务岗', null],
  ['ZJ-01', '质量检查一岗', null],
  ['ZJ-02', '质量检查二岗', null],
  ['ZJ-03', '质量检查三岗', null],
];

export const posts = postNames.map(([id, name, service], index) => ({ id, name, service, order: index + 1 }));

const rounds: Record<Service | '质检', readonly string[]> = {
  保洁: ['BJ-01', 'BJ-02', 'BJ-03', 'BJ-04', 'BJ-05', 'BJ-06'],
  绿植: ['LZ-01', 'LZ-02'],
  虫控: ['CK-01', 'CK-02'],
  用电: ['DG-01', 'DG-02', 'DG-03'],
  质检: ['ZJ-01', 'ZJ-02', 'ZJ-03'],
};

/** The post whose round takes in a location. */
export function postOf(duty: Service | '质检', locationId: string): string {
  const round = rounds[duty];
  return round[Number(locationId.slice(1)) % round.length] ?? 'GL-01';
}

export const plants = [
  '绿萝',
  '吊兰',
  '散尾葵',
  '袖珍椰子',
  '发财树',
  '豆瓣绿',
  '波士顿蕨',
  '棕竹',
  '蝴蝶兰',
  '罗汉松',
  '凤尾竹',
  '酒瓶兰',
].map((name, index) => ({ id: `P${String(index + 1).padStart(2, '0')}`, name, toxic: '否', order: index + 1 }));

export type Agent = {
  readonly id: string;
  readonly name: string;
  readonly form: '胶饵' | '饵剂' | '悬浮剂' | '水乳剂' | '颗粒剂';
  readonly licence: '有' | '无';
  readonly standard: '有' | '无';
  readonly toxicity: '微毒' | '低毒' | '中等毒' | '高毒';
  readonly unit: '克' | '毫升';
  readonly order: number;
};

const proper = { licence: '有', standard: '有' } as const;

export const agents: readonly Agent[] = (
  [
    { name: '灭蟑胶饵', form: '胶饵', ...proper, toxicity: '微毒', unit: '克' },
    { name: '灭蚊蝇悬浮剂', form: '悬浮剂', ...proper, toxicity: '低毒', unit: '毫升' },
    { name: '灭蚊水乳剂', form: '水乳剂', ...proper, toxicity: '低毒', unit: '毫升' },
    { name: '灭幼颗粒剂', form: '颗粒剂', ...proper, toxicity: '微毒', unit: '克' },
    { name: '灭鼠毒饵', form: '饵剂', ...proper, toxicity: '低毒', unit: '克' },
    { name: '灭蝇饵剂', form: '饵剂', ...proper, toxicity: '微毒', unit: '克' },
  ] as const
).map((agent, index) => ({ id: `Y${String(index + 1).padStart(2, '0')}`, ...agent, order: index + 1 }));
