import type { Attachment } from '../core/documents/attachment.ts';
import type { Blank } from '../core/documents/blank.ts';
import type { Commitment, commitmentAreas } from '../core/documents/commitment.ts';
import type { ContractWords } from '../core/documents/contract.ts';
import type { Contradiction } from '../core/documents/contradiction.ts';
import type { RecordKind } from '../core/project/relations.ts';

/** The words for the closed vocabularies of the documents. */

export const areaWords: Readonly<Record<(typeof commitmentAreas)[number], string>> = {
  scope: '服务范围',
  compliance: '守法合规',
  response: '响应时限',
  quality: '服务质量',
  supervision: '监督',
  feedback: '反馈与投诉',
  record: '记录',
  report: '报告',
  guarantee: '保障措施',
  improvement: '持续改进',
  breach: '违约责任',
  emergency: '应急管理',
};

/** To whom a commitment is made. */
export const audienceWords = (audience: Commitment['promisedTo'], { client }: ContractWords): string =>
  audience === 'client' ? client : otherAudiences[audience];

const otherAudiences: Readonly<Record<Exclude<Commitment['promisedTo'], 'client'>, string>> = {
  internal: '公司管理层',
  staff: '员工',
  supplier: '供应商',
  society: '社会',
};

/** Audiences in the order in which they are listed. */
export const audiences: readonly Commitment['promisedTo'][] = ['client', 'internal', 'staff', 'supplier', 'society'];

export const proofDocumentWords: Readonly<Record<Commitment['documents'][number]['kind'], string>> = {
  record: '记录',
  attachment: '附件',
  attestation: '声明',
};

const recordKinds: Readonly<Record<string, string>> = {
  record: '记录',
  checklist: '检查表',
  report: '报告',
  plan: '计划',
  audit: '审核',
  survey: '调查',
  register: '名录',
};

/** The kinds of records in the order in which they are listed; a kind of the contract's own comes after them, under its own word. */
export const recordKindsOf = (records: readonly RecordKind[]): readonly string[] =>
  [...new Set([...Object.keys(recordKinds), ...records.map(({ kind }) => kind)])].filter((kind) =>
    records.some((each) => each.kind === kind),
  );

export const recordKindWords = (kind: string): string => recordKinds[kind] ?? kind;

/** Who is to say a blank's value. */
export const supplierWords = (supplier: Blank['supplier'], { client, contractor }: ContractWords): string =>
  ({ client: `由${client}提供`, contractor: `由${contractor}补充`, both: '由双方约定' })[supplier];

export const suppliers: readonly Blank['supplier'][] = ['both', 'client', 'contractor'];

export const blankKindWords: Readonly<Record<Blank['kind'], string>> = { placeholder: '方案留空', unstated: '方案未写' };

export const severityWords: Readonly<Record<Contradiction['severity'], string>> = {
  high: '影响大',
  medium: '影响中等',
  low: '影响小',
};

export const severities: readonly Contradiction['severity'][] = ['high', 'medium', 'low'];

export const contradictionKindWords: Readonly<Record<Contradiction['kind'], string>> = {
  contradiction: '前后矛盾',
  gap: '缺漏',
  ambiguity: '可作两种理解',
  duplication: '重复',
  numbering: '编号',
  residue: '草稿残留',
  risk: '风险',
};

const attachmentTypes: Readonly<Record<string, string>> = {
  document: '文档',
  data: '数据',
  image: '图片',
  audiovisual: '音频视频',
};

export const attachmentTypeWords = (type: string): string => attachmentTypes[type] ?? type;

export const confidentialityWords: Readonly<Record<Attachment['confidentiality'], string>> = {
  public: '公开',
  internal: '内部',
  secret: '机密',
};

const unitTypes: Readonly<Record<string, string>> = {
  governance: '管理层',
  team: '团队',
  department: '部门',
  group: '小组',
  committee: '委员会',
  external: '外部机构',
};

/** What sort of body a unit is; 机构 for a sort that has no word yet. */
export const unitTypeWords = (type: string, { client }: ContractWords): string =>
  type === 'client' ? client : (unitTypes[type] ?? '机构');

const channelAudiences: Readonly<Record<string, string>> = {
  public: '公众',
  internal: '公司内部',
  staff: '员工',
};

export const channelAudienceWords = (audience: string, { client }: ContractWords): string =>
  audience === 'client' ? client : (channelAudiences[audience] ?? '未写明');

const blankTypes: Readonly<Record<string, string>> = {
  string: '文字',
  text: '文字',
  phone: '电话号码',
  email: '电子邮箱',
  url: '网址',
  address: '地址',
  person: '岗位或联系人',
  table: '表格',
  year: '年份',
  number: '数值',
  money: '金额',
  integer: '整数',
  integer_minutes: '分钟数',
  integer_hours: '小时数',
  integer_days: '天数',
  integer_years: '年数',
  time_range: '起止时刻',
  date_range: '起止日期',
  attachment: '附件',
};

/** The shape of the value that a blank waits for. */
export const blankTypeWords = (type: string): string => blankTypes[type] ?? '文字';

/** 第61行, 第61、62行: lines of the source plan; 未标行号 where it has no numbered lines. */
export const lineWords = (lines: readonly number[]): string =>
  lines.length === 0 ? '未标行号' : `第${[...new Set(lines)].sort((a, b) => a - b).join('、')}行`;

/** The same of a single line. */
export const oneLineWords = (line: number | null): string => lineWords(line === null ? [] : [line]);

/** The beginning of a long sentence, for places where the whole does not fit. */
export const shortened = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;
