export type Severity = 'error' | 'warning' | 'info';

interface CodeMeaning {
  readonly severity: Severity;
  /** What the code says, for the list of codes in the data dictionary. */
  readonly meaning: string;
}

/**
 * The closed list of problem codes. A code is permanent: machines and clerks refer to it. An error forbids publishing; a
 * warning is shown and may make a log incomplete; an info records a lossless repair.
 */
export const problemCodes = {
  'file/missing': { severity: 'error', meaning: '交付清单或目录要求的文件不存在' },
  'file/unexpected': { severity: 'error', meaning: '文件或文件夹不属于这个位置' },
  'file/encoding': { severity: 'error', meaning: '无法确认文件编码，或文件不是 CSV' },
  'file/quote': { severity: 'error', meaning: '引号没有结束，其后内容无法分列' },
  'file/decoded': { severity: 'info', meaning: '文件不是 UTF-8，已无损转换' },
  'file/delimiter': { severity: 'info', meaning: '列与列之间不是逗号，已按实际的分隔符分列' },
  'file/line-ends': { severity: 'info', meaning: '换行不是 Windows 或 Unix 的一种，已统一' },
  'file/padding': { severity: 'info', meaning: '表格软件留在末尾的空行、空列，已忽略' },
  'file/month': { severity: 'error', meaning: '整个文件都是别的月份的' },
  'header/missing': { severity: 'error', meaning: '缺少必需的列，或没有表头' },
  'header/unknown': { severity: 'warning', meaning: '多出不认识的列，已忽略' },
  'header/duplicate': { severity: 'error', meaning: '两列表头相同' },
  'header/delimiter': { severity: 'error', meaning: '列与列之间用了不能识别的分隔符' },
  'header/double': { severity: 'error', meaning: '表头占了两行' },
  'header/repeated': { severity: 'error', meaning: '数据中间又有一行表头，像是把两个文件拼在一起' },
  'header/unit': { severity: 'error', meaning: '表头写的单位与要求的不同，系统不换算' },
  'header/title': { severity: 'info', meaning: '表头上面的标题行，已跳过' },
  'header/repaired': { severity: 'info', meaning: '列名已按唯一可能的读法识别' },
  'header/blank': { severity: 'error', meaning: '有数据的列没有表头' },
  'row/short': { severity: 'error', meaning: '这一行列数不足' },
  'row/long': { severity: 'error', meaning: '这一行列数过多' },
  'row/padded': { severity: 'info', meaning: '这一行末尾缺少的选填列，已按空读取' },
  'row/total': { severity: 'info', meaning: '末行是与明细相符的合计，不作记录' },
  'row/total-mismatch': { severity: 'error', meaning: '合计行与明细不符，或夹在明细中间' },
  'row/blank': { severity: 'warning', meaning: '中间有空行，已忽略' },
  'row/duplicate-key': { severity: 'error', meaning: '两行的关键列相同' },
  'row/contradiction': { severity: 'error', meaning: '同一行的几列互相矛盾' },
  'row/month': { severity: 'error', meaning: '这一行不属于本月文件' },
  'row/future': { severity: 'error', meaning: '写了交付日期以后才发生的事' },
  'cell/required': { severity: 'error', meaning: '必填的单元格为空' },
  'cell/date': { severity: 'error', meaning: '日期或时间不能唯一确定' },
  'cell/number': { severity: 'error', meaning: '数字不能唯一确定' },
  'cell/range': { severity: 'error', meaning: '数字超出允许范围' },
  'cell/vocabulary': { severity: 'error', meaning: '不是允许的取值' },
  'cell/id': { severity: 'error', meaning: '编号不符合格式' },
  'cell/text': { severity: 'error', meaning: '文字中含有导出错误或不允许的内容' },
  'cell/repaired': { severity: 'info', meaning: '写法已按唯一可能的读法统一' },
  'cell/kept': { severity: 'info', meaning: '文字中的换行或像公式的内容，已按原文保留' },
  'reference/unknown': { severity: 'error', meaning: '引用的编号、名称或文件不存在' },
  'sequence/gap': { severity: 'warning', meaning: '流水号不连续，台账按不完整处理' },
  'delivery/row-count': { severity: 'warning', meaning: '行数与交付清单不符，台账按不完整处理' },
  'delivery/unlisted': { severity: 'error', meaning: '文件没有列入交付清单' },
  'delivery/unfilled': { severity: 'error', meaning: '交付清单的这一行只有台账名称，还没有填写' },
  'delivery/late': { severity: 'info', meaning: '交付晚于约定日期' },
  'document/syntax': { severity: 'error', meaning: '文档的前言或正文语法有误' },
  'document/field': { severity: 'error', meaning: '文档前言的字段缺失、多余或取值有误' },
  'document/id': { severity: 'error', meaning: '编号与文件名不一致或不合规则' },
  'document/duplicate-id': { severity: 'error', meaning: '编号重复' },
  'document/orphan': { severity: 'error', meaning: '承诺没有条款依据，或没有任何证明' },
  'reference/one-sided': { severity: 'error', meaning: '条款与指标没有互相指向' },
  'synonym/unfounded': { severity: 'warning', meaning: '搜索的同义说法在文档里没有出现' },
  'synonym/duplicate': { severity: 'error', meaning: '搜索的同义说法重复，或指向自己' },
  'clause/unused': { severity: 'info', meaning: '没有承诺、指标、规程或标准依据这一条' },
  'measure/column': { severity: 'error', meaning: '计算口径引用了台账没有的列，或列的类型不符' },
  'measure/value': { severity: 'error', meaning: '计算口径中的取值不在该列允许范围内' },
  'site/link': { severity: 'error', meaning: '将要发布的页面链接到不存在的页面、文件或锚点' },
  'site/lost-page': { severity: 'error', meaning: '上一版本有的页面不再存在，也没有改指' },
  'site/asset': { severity: 'error', meaning: '按内容命名的文件换了内容没有换名' },
  'site/twin': { severity: 'error', meaning: 'JSON 与它写明的 schema 不符' },
  'site/twin-unknown': { severity: 'warning', meaning: 'JSON 的 schema 没有登记，内容没有核验' },
  'site/size': { severity: 'error', meaning: '将要发布的文件为空、过大，或全站缩减过半' },
  'site/manifest': { severity: 'error', meaning: '已发布的文件与该版本清单不符' },
  'provenance/invalid': { severity: 'error', meaning: '数据来源声明 provenance.yaml 有误' },
} as const satisfies Record<string, CodeMeaning>;

export type ProblemCode = keyof typeof problemCodes;
