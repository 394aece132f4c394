import type { DateText, Month } from '../../src/core/calendar/date.ts';
import type { Moment } from './moments.ts';
import type { Service } from './registers.ts';

/* Supplies and purchases ------------------------------------------------------------------------------------------- */

/** Rounds on which something had run out; `restocked` minutes after eight in the morning of that day. */
export const shortages: readonly { month: Month; area: string; missing: '卷纸' | '擦手纸' | '洗手液'; restocked: number }[] = [
  { month: '2025-10', area: 'W02-T1', missing: '擦手纸', restocked: 390 },
  { month: '2026-02', area: 'W04-T1', missing: '卷纸', restocked: 210 },
];

/** Rounds of which there is no row: the nth one of the month at a place. */
export const missedRounds: readonly { month: Month; area: string; nth: number }[] = [
  { month: '2025-08', area: 'W10-T1', nth: 1 },
];

/** Deliveries that did not pass, each in place of a usual one. */
export const poorPurchases: readonly {
  month: Month;
  kind: '清洁剂' | '肥料' | '绿植' | '药剂';
  product: string;
  unit: string;
  quantity: number;
  lacks: Readonly<Record<string, string | null>>;
  note: string;
}[] = [
  {
    month: '2025-04',
    kind: '清洁剂',
    product: '强力去污粉',
    unit: '袋',
    quantity: 10,
    lacks: { certificate: '无', standard: '无', mild: '否' },
    note: '无合格证明，当日退货',
  },
  {
    month: '2025-05',
    kind: '绿植',
    product: '滴水观音',
    unit: '盆',
    quantity: 2,
    lacks: { toxic: '是' },
    note: '汁液有毒，不在准入名录，验收时退回',
  },
  {
    month: '2025-06',
    kind: '药剂',
    product: '杀虫气雾剂',
    unit: '罐',
    quantity: 12,
    lacks: { licence: '无' },
    note: '应急采购，未见登记证，未使用，已退货',
  },
  {
    month: '2025-09',
    kind: '肥料',
    product: '散装有机肥',
    unit: '袋',
    quantity: 4,
    lacks: { suits: null, standard: '无' },
    note: '标签未写适用植物，留作室外用',
  },
];

/* People ----------------------------------------------------------------------------------------------------------- */

/** Shifts that stayed empty. */
export const emptyShifts: readonly { month: Month; post: string; shifts: number; reason: string }[] = [
  { month: '2025-02', post: 'BJ-03', shifts: 2, reason: '节后返岗推迟，替班不足' },
  { month: '2025-02', post: 'BJ-05', shifts: 1, reason: '大雪封路，未能到岗' },
  { month: '2025-08', post: 'LZ-02', shifts: 1, reason: '临时病假，未能安排替班' },
  { month: '2026-07', post: 'CK-01', shifts: 1, reason: '突发家事，替班岗位当日已满班' },
];

/** Safety trainings that somebody missed. */
export const absences: readonly { month: Month; service: Service; away: number; absence: string }[] = [
  { month: '2025-02', service: '绿植', away: 1, absence: '一人春节后尚未返岗，下月补训' },
  { month: '2026-07', service: '保洁', away: 1, absence: '一人休假，返岗当日未能补训' },
];

/** Safety trainings that were not held. */
export const droppedTrainings: readonly { month: Month; service: Service }[] = [{ month: '2025-09', service: '用电' }];

/** Days and weeks without supervision: the first one due from a date on. */
export const unsupervised: readonly { since: DateText; service: Service }[] = [
  { since: '2025-02-08', service: '保洁' },
  { since: '2025-11-10', service: '绿植' },
];

/** Findings of a supervision that were not put right before the log was handed in; the first visit from a date on. */
export const neglected: readonly { since: DateText; service: Service; finding: string }[] = [
  { since: '2025-12-15', service: '用电', finding: '配电间门锁损坏，等待配锁' },
  { since: '2026-08-17', service: '保洁', finding: '地库排水沟篦子缺失，等待物业更换' },
];

/* Plant care ------------------------------------------------------------------------------------------------------- */

/** Waterings beyond the plan's tolerance, besides at most one a month. */
export const misjudged: readonly { month: Month; waterings: number }[] = [{ month: '2025-06', waterings: 4 }];

/** Soil found too dry or too wet: the first watering from a date on. */
export const soils: readonly { since: DateText; location: string; soil: '缺水' | '过湿'; note: string }[] = [
  { since: '2025-07-14', location: 'W04', soil: '过湿', note: '连阴天蒸发慢，盆土过湿，停浇一次' },
  { since: '2026-01-19', location: 'W05', soil: '缺水', note: '暖风直吹，两盆缺水，已移位补浇' },
  { since: '2026-08-10', location: 'W08', soil: '缺水', note: '高温干燥，靠窗两盆缺水，当场补浇' },
];

export const damages: readonly { month: Month; location: string; note: string }[] = [
  { month: '2025-10', location: 'W05', note: '误剪一根主枝，已涂愈合剂' },
  { month: '2026-04', location: 'W10', note: '剪口撕裂，重新修平并消毒' },
];

/** Afflictions treated only after more than a day, by hours. */
export const lateTreatments: readonly { month: Month; hours: number }[] = [
  { month: '2025-08', hours: 31 },
  { month: '2026-05', hours: 44 },
];

/** Plants that the client did not accept. */
export const refused: readonly { month: Month; opinion: string }[] = [
  { month: '2025-05', opinion: '株形偏小，要求再换' },
  { month: '2026-02', opinion: '叶片有旧伤，要求再换' },
];

/** After the cold week the nursery had nothing to send: how many replacements took longer, and how many were still open. */
export const shortStock: readonly { month: Month; late: number; open: number }[] = [
  { month: '2026-01', late: 5, open: 2 },
  { month: '2026-02', late: 2, open: 0 },
];

/* Treatments ------------------------------------------------------------------------------------------------------- */

/** Additional treatments of the mosquito summer; `noticed` is false where the client was told only on the day. */
export const extraTreatments: readonly { date: DateText; location: string; noticed: boolean }[] = [
  { date: '2025-06-11', location: 'W04', noticed: true },
  { date: '2025-06-26', location: 'W05', noticed: true },
  { date: '2025-07-16', location: 'W07', noticed: true },
  { date: '2025-07-17', location: 'W06', noticed: false },
  { date: '2025-08-01', location: 'W04', noticed: true },
  { date: '2025-08-12', location: 'W12', noticed: true },
  { date: '2025-08-13', location: 'W07', noticed: true },
];

/** Treatments after which the second look found the pest still there. */
export const ineffective: readonly { month: Month; area: string }[] = [
  { month: '2025-06', area: 'W04-A1' },
  { month: '2025-07', area: 'W04-A1' },
  { month: '2025-07', area: 'W07-A1' },
  { month: '2025-08', area: 'W07-A1' },
];

/** What else went wrong with a treatment, by the cells that say so. */
export const poorTreatments: readonly {
  month: Month;
  area: string;
  cells: Readonly<Partial<Record<'residue' | 'effect' | 'over', string>>>;
  note: string;
}[] = [
  { month: '2025-02', area: 'W05-T1', cells: { effect: '未复查' }, note: '复查日网点停业，下月一并复查' },
  { month: '2025-07', area: 'W06-A1', cells: { over: '是' }, note: '加喷外环境时未扣除面积，已通风并复核配比' },
  { month: '2025-12', area: 'W03-T1', cells: { residue: '不合格' }, note: '洗手台边有饵剂残留，当场擦净' },
];

/** Notices that came too late: the plan reached the client so many minutes before the work. */
export const lateNotices: readonly { month: Month; location: string; minutes: number; note: string }[] = [
  { month: '2026-10', location: 'W04', minutes: 310, note: '排期临时调整，当日中午才告知' },
];

/** Power cut off for work, announced in time. */
export const powerCuts: readonly { start: Moment; minutes: number; location: string }[] = [
  { start: '2026-04-22 17:00', minutes: 65, location: 'W09' },
  { start: '2026-05-19 17:10', minutes: 120, location: 'W09' },
];

/* Electrical ------------------------------------------------------------------------------------------------------- */

/** Tests that failed; `retest` is null where it was still to come. */
export const failedTests: readonly {
  month: Month;
  device: string;
  kind: '绝缘电阻' | '接地电阻' | '漏电保护试跳';
  value: number;
  defect: string;
  retest: DateText | null;
}[] = [
  {
    month: '2025-12',
    device: 'W07-P1',
    kind: '接地电阻',
    value: 6.4,
    defect: '接地极锈蚀，冻土期无法开挖',
    retest: null,
  },
  {
    month: '2026-04',
    device: 'W09-P1',
    kind: '漏电保护试跳',
    value: 240,
    defect: '断路器机构老化，动作迟缓',
    retest: '2026-04-23',
  },
  { month: '2026-06', device: 'W03-P1', kind: '绝缘电阻', value: 0.3, defect: '箱内受潮', retest: '2026-06-30' },
];

/** Tests that were due and not made. */
export const omittedTests: readonly { month: Month; device: string; kind: string }[] = [
  { month: '2025-03', device: 'W11-P1', kind: '绝缘电阻' },
];

/** Audited records with faults: how many were not sound, how many were entered late. */
export const poorRecords: readonly { month: Month; location: string; unsound: number; late: number; finding: string }[] = [
  { month: '2025-01', location: 'W08', unsound: 1, late: 0, finding: '一条巡检记录缺闭环时间' },
  { month: '2025-07', location: 'W06', unsound: 0, late: 2, finding: '新网点两条巡检记录次日才录入' },
  { month: '2026-05', location: 'W09', unsound: 1, late: 1, finding: '一条维修记录漏填故障原因，一条隔两日补录' },
];

/** Preventive measures not carried out by the time they were looked at. */
export const undonePreventions: readonly { month: Month; note: string }[] = [
  { month: '2025-09', note: '等待停电窗口，改在国庆期间实施' },
];

/** What was done about the breaker: a first measure that did not help, and a second that did. */
export const breakerMeasures: readonly { month: Month; due: DateText; measure: string; note: string | null }[] = [
  {
    month: '2026-06',
    due: '2026-03-31',
    measure: '紧固端子，设备分时开机',
    note: '未触及断路器老化和回路共用，已改为拆分回路、更换断路器',
  },
  { month: '2026-08', due: '2026-05-19', measure: '空调与柜台拆分回路，更换整组断路器', note: null },
];

/* Improvement ------------------------------------------------------------------------------------------------------ */

/** Measures that were not carried out when due, one for each line; cancelled ones with the client's consent. */
export const unfinished: readonly { month: Month; service: Service; result: '未实施' | '已取消'; reason: string }[] = [
  { month: '2025-03', service: '保洁', result: '未实施', reason: '采购未到货，顺延一个月' },
  { month: '2025-11', service: '绿植', result: '未实施', reason: '等待分行确认施工时间' },
  { month: '2026-06', service: '保洁', result: '已取消', reason: '网点将撤并，分行同意取消' },
];

/** Measures that the year's troubles brought. */
export const improvementStories: readonly {
  service: Service;
  source: '客户反馈' | '改进建议' | '事故与故障' | '第三方评估';
  problem: string;
  measure: string;
  raised: DateText;
  due: DateText;
  done: DateText;
  effect: string;
}[] = [
  {
    service: '虫控',
    source: '客户反馈',
    problem: '夏季蚊虫超标，投诉集中',
    measure: '补装纱窗，清理积水，后院加诱蚊灯',
    raised: '2025-07-21',
    due: '2025-08-20',
    done: '2025-08-18',
    effect: '九月起监测不再超标',
  },
  {
    service: '保洁',
    source: '改进建议',
    problem: '长假期间垃圾桶满溢',
    measure: '长假桶数加倍，每日加收一次',
    raised: '2025-10-09',
    due: '2025-11-10',
    done: '2025-11-05',
    effect: '元旦、春节未再满溢',
  },
  {
    service: '绿植',
    source: '事故与故障',
    problem: '寒潮夜间停暖，绿植受冻',
    measure: '备无纺布，寒潮预警时加盖并移入内厅',
    raised: '2026-01-22',
    due: '2026-02-12',
    done: '2026-02-09',
    effect: '后续降温未再受冻',
  },
  {
    service: '用电',
    source: '事故与故障',
    problem: '高升营业所断路器反复跳闸',
    measure: '空调与柜台拆分回路，更换整组断路器',
    raised: '2026-04-24',
    due: '2026-05-22',
    done: '2026-05-19',
    effect: '六月起未再跳闸',
  },
  {
    service: '虫控',
    source: '改进建议',
    problem: '夏季只按月消杀不够',
    measure: '六至八月每月加做一次季节灭蚊',
    raised: '2025-09-15',
    due: '2026-06-20',
    done: '2026-06-12',
    effect: '当年夏季蚊虫监测未超标',
  },
];

/** The third party's yearly look at the services. */
export const assessments: readonly {
  date: DateText;
  service: Service;
  score: number;
  finding: string | null;
  action: string | null;
}[] = [
  { date: '2025-06-24', service: '保洁', score: 91, finding: '个别卫生间巡查表补签', action: '列入改进措施，八月底前整改' },
  { date: '2025-06-24', service: '绿植', score: 88, finding: '点位名录与现场有两处不符', action: '名录重新核对' },
  { date: '2025-06-24', service: '虫控', score: 85, finding: '夏季蚊虫控制不足', action: '加强消杀，补装纱窗' },
  { date: '2025-06-24', service: '用电', score: 93, finding: null, action: null },
  { date: '2026-06-23', service: '保洁', score: 93, finding: null, action: null },
  { date: '2026-06-23', service: '绿植', score: 90, finding: '受冻后补种品种单一', action: '秋季调整品种' },
  { date: '2026-06-23', service: '虫控', score: 94, finding: null, action: null },
  { date: '2026-06-23', service: '用电', score: 89, finding: '反复故障的原因分析偏晚', action: '同一设备两次故障即作原因分析' },
];
