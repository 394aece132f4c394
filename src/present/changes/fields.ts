import type { Plain } from '../../core/changes/change.ts';
import { shortened } from '../documents.ts';

/** The words for fields of documents; a field without a word shows its own name. */
const fieldNames: Readonly<Record<string, string>> = {
  id: '编号',
  number: '编号',
  title: '标题',
  name: '名称',
  text: '内容',
  body: '正文',
  summary: '摘要',
  chapter: '章',
  section: '章节',
  sections: '章节',
  clause: '条款',
  clauses: '条款',
  indicator: '指标',
  indicators: '指标',
  line: '方案行号',
  sourceLine: '方案行号',
  sourceLines: '方案行号',
  updated: '更新日期',
  service: '服务',
  group: '分组',
  subgroup: '小组',
  order: '序号',
  meaning: '含义',
  criterion: '标准',
  quantitative: '是否定量',
  method: '评估方法',
  frequency: '频次',
  formula: '计算方法',
  note: '说明',
  measure: '计算口径',
  parts: '分项',
  pass: '合格条件',
  done: '完成条件',
  where: '计入范围',
  exclude: '不计入',
  because: '原因列',
  due: '应做范围',
  match: '对应关系',
  limits: '时限',
  max: '上限',
  since: '起始日期',
  atMost: '不超过',
  atLeast: '不少于',
  not: '不是',
  is: '是否填写',
  targets: '目标',
  from: '生效日期',
  operator: '比较',
  value: '值',
  upTo: '至',
  unit: '单位',
  period: '评价周期',
  basis: '依据',
  area: '方面',
  promisedTo: '承诺对象',
  proof: '证明',
  unchecked: '没有核对的部分',
  documents: '证明文件',
  notMeasurable: '不可度量的原因',
  blanks: '待补充',
  items: '条目',
  what: '内容',
  check: '检查方法',
  advice: '建议',
  procedures: '规程',
  keywords: '关键词',
  purpose: '目的',
  when: '时机',
  roles: '岗位',
  materials: '用品',
  safety: '安全',
  steps: '步骤',
  acceptance: '验收',
  records: '记录',
  onFailure: '不合格时',
  type: '类型',
  kind: '类别',
  storage: '存放',
  confidentiality: '密级',
  version: '版本',
  owner: '负责部门',
  example: '示例',
  needs: '需要补充',
  suggestion: '建议值',
  supplier: '由谁补充',
  severity: '影响',
  topic: '主题',
  sides: '两处说法',
  says: '说法',
  resolution: '处理',
  showToReader: '是否展示',
  needsClientDecision: '待委托方决定',
  contractor: '受托方',
  client: '委托方',
  premises: '服务场所',
  words: '称呼',
  place: '地点',
  clientStaff: '委托一方的人员',
  yearStart: '年度起始月',
  start: '起始日期',
  smallSample: '小样本界限',
  deliveryDay: '交付日',
  duties: '职责',
  parent: '上级',
  participants: '参加者',
  record: '记录',
  audience: '对象',
  fields: '栏目',
  role: '岗位',
  recipients: '接收方',
  retention: '保存',
  log: '台账',
  label: '名称',
  about: '说明',
  columns: '列',
  aliases: '别名',
  required: '必填',
  values: '取值',
  key: '唯一的列',
  rules: '规则',
  until: '失效日期',
  decided: '约定日期',
  interval: '周期所在的待补充项',
  rows: '台账的哪些行',
  register: '名录',
  evidence: '文件各列',
};

/** 步骤 第3项 内容, from `steps.3.text`. */
export const fieldWords = (path: string): string =>
  path
    .split('.')
    .map((part) => (/^\d+$/u.test(part) ? `第${part}项` : (fieldNames[part] ?? part)))
    .join(' ');

/** A value on one line; nothing shows as 空. */
export function plainWords(value: Plain): string {
  if (value === null || value === '') return '空';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value !== 'object') return String(value).replace(/\s+/gu, ' ');
  if (Array.isArray(value)) return value.length === 0 ? '空' : value.map((each: Plain) => plainWords(each)).join('；');
  return Object.entries(value)
    .map(([key, each]) => `${fieldWords(key)} ${plainWords(each)}`)
    .join('，');
}

/** Characters of a value that are shown at most, and how much of what stayed the same is shown beside what changed. */
const [longest, around] = [60, 8];

/** A text without the elements in it; one that stands for something is shown by its id. */
const withoutElements = (text: string): string =>
  text.replace(/<[A-Z]\w*\b[^<>]*?\bid="([^"]*)"[^<>]*\/>/gu, '〔$1〕').replace(/<\/?[A-Z]\w*\b[^<>]*>/gu, '');

/** Two values as readers see them; as they are written where nothing else tells them apart. */
function readable(before: Plain, after: Plain): readonly [string, string] {
  const written = [plainWords(before), plainWords(after)] as const;
  const [a, b] = [withoutElements(written[0]), withoutElements(written[1])];
  return a === b ? written : [a, b];
}

/** Two values side by side; of two long texts only the part in which they differ, with a little of what surrounds it. */
export function contrastWords(before: Plain, after: Plain): string {
  const [a, b] = readable(before, after);
  if (a.length <= longest && b.length <= longest) return `${a} → ${b}`;
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const piece = (text: string) => {
    const from = Math.max(0, head - around);
    const to = Math.min(text.length, text.length - tail + around);
    const shown = text.slice(from, Math.min(to, from + longest));
    return `${from > 0 ? '…' : ''}${shown}${from + shown.length < text.length ? '…' : ''}`;
  };
  return `${piece(a)} → ${piece(b)}`;
}

/** A value by itself, shortened. */
export const shortWords = (value: Plain): string => shortened(plainWords(value), longest);
