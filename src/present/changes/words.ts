import type { ChangeKind, Edit } from '../../core/changes/change.ts';

export const kindWords: Readonly<Record<ChangeKind, string>> = {
  target: '目标',
  indicator: '指标定义',
  clause: '条款',
  document: '文档',
  blank: '待补充内容',
  contradiction: '方案差异',
  entry: '名录',
  delivery: '交付清单',
  row: '台账记录',
  unreadable: '不能读取的文件',
  result: '指标结论与数值',
};

export const collectionWords: Readonly<Record<string, string>> = {
  plan: '方案章节',
  standards: '服务标准',
  commitments: '服务承诺',
  procedures: '作业规程',
  attachments: '附件',
  reports: '报告文稿',
  logs: '台账定义',
  registers: '名录定义',
  search: '检索用语',
  contract: '合同',
  organisation: '组织资料',
  units: '部门',
  roles: '岗位',
  meetings: '会议',
  channels: '渠道',
  records: '记录种类',
  reportTypes: '报告种类',
  reportContent: '报告内容',
  flows: '流程',
  types: '附件类别',
  outstanding: '待补附件',
  data: '数据来源声明',
};

export const changeWords: Readonly<Record<Edit['change'], string>> = { added: '新增', removed: '删除', changed: '修改' };
