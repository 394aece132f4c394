import { addMonths, type DateText, type Month, monthNumber, yearOf } from '../../src/core/calendar/date.ts';
import type { Moment } from './moments.ts';
import type { AreaKind, Service } from './registers.ts';

export const firstMonth: Month = '2024-11';
export const lastMonth: Month = '2026-10';

/** 0 for the first month; keeps texts from repeating month after month. */
export const monthIndex = (month: Month): number =>
  (yearOf(month) - yearOf(firstMonth)) * 12 + monthNumber(month) - monthNumber(firstMonth);

export const months: readonly Month[] = Array.from({ length: monthIndex(lastMonth) + 1 }, (_, index) =>
  addMonths(firstMonth, index),
);

/* Deliveries ------------------------------------------------------------------------------------------------------- */

/** The months handed in late. */
export const lateMonths: readonly { month: Month; on: DateText; note: string }[] = [
  { month: '2025-02', on: '2025-03-12', note: '春节假期后补录，迟交' },
];

/** Logs that never came: neither file nor slip line. */
export const missingLogs: readonly { month: Month; log: string }[] = [
  { month: '2024-12', log: 'record-audits' },
  { month: '2025-05', log: 'surveys' },
];

/** Slips that differ from the file: rows lost off the file's end, or rows the slip counts too many. */
export const slipFaults: readonly { month: Month; log: string; lost: number; overcounted: number }[] = [
  { month: '2025-09', log: 'waste', lost: 2, overcounted: 0 },
  { month: '2026-10', log: 'suggestions', lost: 0, overcounted: 1 },
];

/** Running numbers that nobody used. */
export const skippedNumbers: readonly { month: Month; log: string; number: number }[] = [
  { month: '2026-07', log: 'feedback', number: 4 },
];

/* On-site checks --------------------------------------------------------------------------------------------------- */

/** Months in which one item fails more often than usual; `overnight` of the faults are put right only the day after. */
export const checkTroubles: readonly {
  month: Month;
  kind: AreaKind;
  item: string;
  locations: readonly string[];
  fails: number;
  overnight: number;
}[] = [
  { month: '2025-02', kind: '公共区域', item: '地面', locations: ['W02', 'W03', 'W05'], fails: 5, overnight: 2 },
  { month: '2025-08', kind: '公共区域', item: '地面', locations: ['W01', 'W02', 'W04'], fails: 6, overnight: 2 },
  { month: '2025-08', kind: '卫生间', item: '地面和墙面', locations: ['W02', 'W04'], fails: 5, overnight: 2 },
  { month: '2025-12', kind: '绿植区', item: '枯枝黄叶', locations: ['W05'], fails: 1, overnight: 0 },
  { month: '2026-01', kind: '绿植区', item: '枯枝黄叶', locations: ['W05', 'W09'], fails: 2, overnight: 1 },
  { month: '2026-02', kind: '公共区域', item: '地面', locations: ['W01', 'W03', 'W06'], fails: 6, overnight: 3 },
  { month: '2026-06', kind: '办公室', item: '设备', locations: ['W02', 'W06'], fails: 4, overnight: 1 },
  { month: '2026-10', kind: '卫生间', item: '洁具', locations: ['W03'], fails: 5, overnight: 2 },
];

/** Items that nobody could check (未检), and why. */
export const unchecked: readonly { month: Month; area: string; item: string; reason: string }[] = [
  { month: '2024-12', area: 'W03-B1', item: '桌面', reason: '办公室全天封闭开会，未能进入' },
  { month: '2025-03', area: 'W01-T1', item: '洁具', reason: '卫生间更换上水管，当日停用' },
  { month: '2025-06', area: 'W04-B1', item: '设备', reason: '设备搬迁打包，客户要求暂不擦拭' },
  { month: '2025-10', area: 'W05-A1', item: '设施', reason: '大厅搭脚手架检修吊顶，区域围挡' },
  { month: '2026-01', area: 'W02-B1', item: '地面', reason: '年终决算办公室上锁，无人开门' },
  { month: '2026-03', area: 'W06-A1', item: '墙面', reason: '墙面刷漆未干，检查顺延' },
  { month: '2026-05', area: 'W04-T1', item: '地面和墙面', reason: '卫生间防水维修，贴条停用' },
  { month: '2026-08', area: 'W03-A1', item: '墙面', reason: '检查当日上级行现场检查，大厅限制走动' },
  { month: '2026-09', area: 'W02-B1', item: '桌面', reason: '客户接待来访，办公室全天占用' },
];

/* Waste ------------------------------------------------------------------------------------------------------------ */

/** The National Day of 2025: bins at the busiest places ran over. */
export const overflows: readonly { date: DateText; location: string; piled: boolean }[] = [
  { date: '2025-10-02', location: 'W01', piled: false },
  { date: '2025-10-03', location: 'W02', piled: true },
  { date: '2025-10-04', location: 'W02', piled: false },
  { date: '2025-10-05', location: 'W08', piled: false },
];

/* Planned tasks ---------------------------------------------------------------------------------------------------- */

/** Tasks left undone: the first of its kind at a location that falls due on or after a date. */
export const undoneTasks: readonly { since: DateText; location: string; task: string; reason: string }[] = [
  { since: '2025-02-01', location: 'W03', task: '地毯深度清洁', reason: '节后地毯机送修未取回，顺延至下月' },
  { since: '2025-02-01', location: 'W05', task: '地毯深度清洁', reason: '节后人员返岗不足，当日未安排上' },
  { since: '2025-04-01', location: 'W10', task: '修剪', reason: '养护车辆途中故障，当日未到场' },
  { since: '2025-08-04', location: 'W04', task: '玻璃清洗', reason: '连续降雨，外窗无法作业' },
  { since: '2025-12-15', location: 'W07', task: '玻璃清洗', reason: '气温低于零下十五度，外窗结冰' },
  { since: '2026-01-12', location: 'W09', task: '浇水', reason: '室温过低，浇水会冻根，改期' },
  { since: '2026-02-16', location: 'W12', task: '玻璃清洗', reason: '春节期间网点停业，无人开门' },
  { since: '2026-05-01', location: 'W09', task: '配电箱保养', reason: '配电箱改造施工未移交，不具备停电条件' },
  { since: '2026-08-01', location: 'W02', task: '定期消杀', reason: '客户当日有夜间盘点，现场有人不宜用药' },
];

/** Tasks done, but after the time planned, by so many minutes. */
export const delayedTasks: readonly { since: DateText; location: string; task: string; minutes: number }[] = [
  { since: '2025-02-01', location: 'W01', task: '地毯深度清洁', minutes: 95 },
  { since: '2025-07-01', location: 'W02', task: '定期消杀', minutes: 70 },
  { since: '2025-11-10', location: 'W04', task: '浇水', minutes: 45 },
  { since: '2026-03-01', location: 'W09', task: '配电箱保养', minutes: 130 },
  { since: '2026-06-22', location: 'W11', task: '玻璃清洗', minutes: 60 },
  { since: '2026-10-01', location: 'W04', task: '地毯深度清洁', minutes: 85 },
];

/* Plants ----------------------------------------------------------------------------------------------------------- */

/** The cold week of January 2026 killed the tender species; they were replaced in the course of February. */
export const coldLosses: readonly { month: Month; dead: number; weak: number; locations: readonly string[] }[] = [
  { month: '2026-01', dead: 0.052, weak: 0.04, locations: ['W03', 'W05', 'W07', 'W09', 'W12'] },
  { month: '2026-02', dead: 0.031, weak: 0.024, locations: ['W05', 'W09', 'W12'] },
];
export const tenderSpecies: readonly string[] = ['散尾葵', '袖珍椰子', '发财树', '蝴蝶兰', '绿萝'];

/** Shares of infested plants beyond the usual: red spider in the dry autumn of the latest month. */
export const infestations: readonly { month: Month; share: number; locations: readonly string[] }[] = [
  { month: '2026-10', share: 0.027, locations: ['W01', 'W02', 'W04'] },
];

/* Pests ------------------------------------------------------------------------------------------------------------ */

/** The summer of mosquitoes: locations over the threshold, and how much more than usual the clients wrote. */
export const mosquitoes: readonly {
  month: Month;
  locations: readonly string[];
  requests: number;
  complaints: number;
  unsatisfied: number;
}[] = [
  { month: '2025-06', locations: ['W04', 'W05', 'W07'], requests: 7, complaints: 2, unsatisfied: 0 },
  { month: '2025-07', locations: ['W01', 'W04', 'W05', 'W06', 'W07', 'W10'], requests: 13, complaints: 5, unsatisfied: 2 },
  { month: '2025-08', locations: ['W04', 'W06', 'W07', 'W12'], requests: 10, complaints: 4, unsatisfied: 2 },
];

/** What the second look at a monitoring point found wrong. */
export const monitoringErrors: readonly { month: Month; location: string; point: string; verified: '漏报' | '误报' }[] = [
  { month: '2025-07', location: 'W06', point: 'D03', verified: '漏报' },
  { month: '2025-03', location: 'W08', point: 'D02', verified: '误报' },
];

/* Surveys, feedback, suggestions ----------------------------------------------------------------------------------- */

/** Low scores beyond the usual one in twenty. */
export const surveyDips: readonly { month: Month; service: Service; low: number }[] = [
  { month: '2025-08', service: '虫控', low: 6 },
  { month: '2025-08', service: '保洁', low: 3 },
];

/** Callers who were not content when called back, beside those of the mosquito summer. */
export const unsatisfied: readonly { month: Month; service: Service; count: number }[] = [
  { month: '2025-08', service: '保洁', count: 1 },
  { month: '2026-04', service: '用电', count: 1 },
];

/** Suggestions that the year's troubles brought. */
export const suggestionStories: readonly { month: Month; service: Service; summary: string; effect: string }[] = [
  { month: '2025-09', service: '虫控', summary: '六至八月每月加做一次灭蚊', effect: '写入次年消杀计划' },
  { month: '2025-10', service: '保洁', summary: '长假期间垃圾桶加倍，每日加收一次', effect: '次月起执行，未再满溢' },
  { month: '2026-02', service: '绿植', summary: '寒潮预警时加盖无纺布，耐寒差的品种移入内厅', effect: '后续降温未再受冻' },
  { month: '2026-05', service: '用电', summary: '空调与柜台回路分开，反复故障按设备建卡', effect: '跳闸消除' },
];

/** Months in which a service got no valid suggestion. */
export const noValidSuggestion: readonly { month: Month; service: Service }[] = [{ month: '2026-06', service: '保洁' }];

/* Requests --------------------------------------------------------------------------------------------------------- */

export interface RequestStory {
  readonly service: Service;
  readonly priority: '一般' | '紧急';
  readonly location: string;
  readonly subject: string;
  readonly reported: Moment;
  readonly responded: Moment | null;
  readonly completed: Moment | null;
  readonly outcome: '已完成' | '处理中';
}

export const requestStories: readonly RequestStory[] = [
  {
    service: '绿植',
    priority: '一般',
    location: 'W05',
    subject: '夜间停暖，大厅散尾葵受冻发黑，请更换',
    reported: '2026-01-16 08:35',
    responded: '2026-01-16 10:10',
    completed: '2026-01-16 15:30',
    outcome: '已完成',
  },
  {
    service: '绿植',
    priority: '一般',
    location: 'W03',
    subject: '窗边绿萝和袖珍椰子冻伤，请处理',
    reported: '2026-01-19 09:05',
    responded: '2026-01-19 11:20',
    completed: '2026-01-19 16:40',
    outcome: '已完成',
  },
  {
    service: '保洁',
    priority: '紧急',
    location: 'W04',
    subject: '二楼卫生间下水返溢，污水流到走廊',
    reported: '2026-09-16 11:35',
    responded: '2026-09-16 12:27',
    completed: '2026-09-16 14:05',
    outcome: '已完成',
  },
  {
    service: '保洁',
    priority: '一般',
    location: 'W08',
    subject: '门头字牌积灰，请安排高处清洗',
    reported: '2026-09-30 15:40',
    responded: '2026-09-30 16:25',
    completed: null,
    outcome: '处理中',
  },
];

/* The breaker that trips, and what came of it ---------------------------------------------------------------------- */

export interface FaultStory {
  readonly location: string;
  readonly device: string;
  readonly fault: string;
  readonly reported: Moment;
  /** Minutes from the report to the answer and to the repair. */
  readonly answer: number;
  readonly repair: number;
  readonly diagnosis: '准确' | '误判' | '漏判';
  readonly cause: string;
  /** What the inspection of the day saw; null when the client reported first. */
  readonly defect: string | null;
}

const breaker = { location: 'W09', device: 'W09-P1', diagnosis: '准确' } as const;

export const faultStories: readonly FaultStory[] = [
  {
    ...breaker,
    fault: '总断路器跳闸，营业厅停电',
    reported: '2026-03-05 09:42',
    answer: 12,
    repair: 85,
    cause: '瞬时过载，复位后正常',
    defect: null,
  },
  {
    ...breaker,
    fault: '总断路器再次跳闸',
    reported: '2026-03-18 14:10',
    answer: 18,
    repair: 110,
    cause: '接线端子松动发热，已紧固',
    defect: '断路器出线端子有过热变色',
  },
  {
    ...breaker,
    fault: '开机时段总断路器跳闸',
    reported: '2026-03-30 08:25',
    answer: 15,
    repair: 140,
    cause: '电暖器与设备同时启动，负荷叠加',
    defect: null,
  },
  {
    ...breaker,
    fault: '总断路器跳闸，复位后不久又跳',
    reported: '2026-04-09 10:05',
    answer: 20,
    repair: 190,
    diagnosis: '误判',
    cause: '先判为负荷过大，复查为断路器机构老化',
    defect: '断路器手柄复位无力',
  },
  {
    ...breaker,
    fault: '断路器触点拉弧，箱内有焦味，营业厅停电',
    reported: '2026-04-21 15:20',
    answer: 14,
    repair: 1605,
    cause: '触点烧蚀，临时旁路供电，次日换装断路器',
    defect: '配电箱内有焦味，断路器外壳烫手',
  },
  {
    ...breaker,
    fault: '空调启动时断路器跳闸',
    reported: '2026-05-07 13:35',
    answer: 16,
    repair: 150,
    cause: '空调与柜台共用一路，启动电流过大',
    defect: null,
  },
  {
    ...breaker,
    fault: '断路器跳闸，柜台终端断电',
    reported: '2026-05-18 09:15',
    answer: 10,
    repair: 420,
    cause: '回路拆分，空调单独设路，更换整组断路器',
    defect: '负荷电流接近断路器额定值',
  },
];

export interface IncidentStory {
  readonly service: Service;
  readonly location: string;
  readonly occurred: Moment;
  readonly kind: '安全事故' | '用电事故' | '环境污染' | '财产损失';
  readonly severity: '轻微' | '一般' | '重大';
  readonly cause: string;
  readonly action: string;
  readonly closed: DateText;
}

export const incidents: readonly IncidentStory[] = [
  {
    service: '保洁',
    location: 'W05',
    occurred: '2025-01-14 07:25',
    kind: '安全事故',
    severity: '轻微',
    cause: '雪后门前结冰，撒盐前未摆警示牌，一名保洁员滑倒擦伤',
    action: '当场处置伤口，门前清冰撒盐，班前会重申先摆牌后作业',
    closed: '2025-01-16',
  },
  {
    service: '绿植',
    location: 'W03',
    occurred: '2025-11-06 10:50',
    kind: '财产损失',
    severity: '轻微',
    cause: '更换大盆散尾葵时托盘碰裂展示柜玻璃一块',
    action: '清理碎玻璃并围挡，次日由公司出资更换，搬运改为两岗配合',
    closed: '2025-11-10',
  },
  {
    service: '用电',
    location: 'W09',
    occurred: '2026-04-21 15:20',
    kind: '用电事故',
    severity: '轻微',
    cause: '一层配电箱断路器触点烧蚀拉弧，营业厅停电，无人员受伤',
    action: '断电隔离后旁路供电，更换断路器，排查同批次设备并测负荷',
    closed: '2026-04-24',
  },
];
