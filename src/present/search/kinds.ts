/**
 * The kinds of pages, in the order in which most readers want them: first the documents, then what the data say, then help. Search
 * filters and ranking read this list; a page of a kind that is not here cannot be written.
 */
const words = {
  procedure: '作业规程',
  standard: '服务标准',
  commitment: '服务承诺',
  section: '服务方案',
  indicator: '服务指标',
  organisation: '组织与联系',
  open: '待补充与差异',
  attachment: '附件',
  service: '服务',
  improvement: '整改与改进',
  home: '首页',
  /** A place is called by the contract's word. */
  place: null,
  compliance: '合规总览',
  report: '服务报告',
  settlement: '考核结算单',
  quality: '数据质量',
  evidence: '合规依据',
  record: '服务记录',
  guide: '填表说明',
  change: '更新记录',
  help: '帮助',
} as const;

export type PageKind = keyof typeof words;

/** What readers call a kind of page; `place` is the contract's word for a place of service. */
export const kindWords = (kind: PageKind, place: string): string => words[kind] ?? place;

/** The words of all kinds in their order. */
export const kindOrder = (place: string): readonly string[] => Object.values(words).map((each) => each ?? place);

/** Kinds of pages that are documents: for what several of them say, they stand before what the data say. */
export const documentKinds: readonly string[] = [
  words.procedure,
  words.standard,
  words.commitment,
  words.section,
  words.indicator,
  words.organisation,
  words.open,
  words.attachment,
];
