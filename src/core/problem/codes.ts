export type Severity = 'error' | 'warning' | 'info';

interface CodeMeaning {
  readonly severity: Severity;
  /** What the code says, for the list of codes in the data dictionary. */
  readonly meaning: string;
  /** What stands in a file, or is its name, when the code is reported; `tests/codes.test.ts` makes it be reported. */
  readonly example: string;
  /** What to do about it. */
  readonly fix: string;
}

/**
 * The closed list of problem codes. A code is permanent: machines and clerks refer to it. An error forbids publishing; a
 * warning is shown and may make a log incomplete; an info records a lossless repair.
 */
export const problemCodes = {
  'file/missing': {
    severity: 'error',
    meaning: '交付清单或目录要求的文件不存在',
    example: '巡查,12,2026-11-03',
    fix: '清单上写了的台账要交上文件；没有发生的写 0 行',
  },
  'file/unexpected': {
    severity: 'error',
    meaning: '文件或文件夹不属于这个位置',
    example: 'rounds (1).csv',
    fix: '一种台账一个文件，按本页的文件名命名，多余的移走',
  },
  'file/link': {
    severity: 'error',
    meaning: 'content、data 或 public 里有符号链接，或不是普通的文件',
    example: 'data/2026-09/copy.csv',
    fix: '删去链接，放文件本身',
  },
  'file/encoding': {
    severity: 'error',
    meaning: '无法确认文件编码，或文件不是 CSV',
    example: '<html>',
    fix: '在表格软件中打开，另存为 CSV UTF-8',
  },
  'file/quote': {
    severity: 'error',
    meaning: '引号没有结束，其后内容无法分列',
    example: '"还没有写完',
    fix: '单元格里的英文双引号要写成两个，或用表格软件导出',
  },
  'file/ignored': {
    severity: 'info',
    meaning: '表格软件或系统自己的临时文件，已忽略',
    example: '~$rounds.xlsx',
    fix: '不用处理；请先关闭表格软件再提交',
  },
  'file/decoded': { severity: 'info', meaning: '文件不是 UTF-8，已无损转换', example: 'GB18030', fix: '不用处理' },
  'file/delimiter': {
    severity: 'info',
    meaning: '列与列之间不是逗号，已按实际的分隔符分列',
    example: '应检数;合格数',
    fix: '不用处理',
  },
  'file/line-ends': {
    severity: 'info',
    meaning: '换行不是 Windows 或 Unix 的一种，已统一',
    example: '合格,\r2026-09-05',
    fix: '不用处理',
  },
  'file/padding': {
    severity: 'info',
    meaning: '表格软件留在末尾的空行、空列，已忽略',
    example: ',,,,,,',
    fix: '不用处理；也可以删去末尾的空行、空列',
  },
  'file/month': { severity: 'error', meaning: '整个文件都是别的月份的', example: '2026-08-02', fix: '放到对应月份的文件夹' },
  'header/missing': {
    severity: 'error',
    meaning: '缺少必需的列，或没有表头',
    example: '日期,应检数,结果,备注',
    fix: '按模板补上缺少的列',
  },
  'header/unknown': {
    severity: 'warning',
    meaning: '多出不认识的列，已忽略',
    example: '天气',
    fix: '不需要的列请删去；写错的列名请改正',
  },
  'header/duplicate': { severity: 'error', meaning: '两列表头相同', example: '备注,备注', fix: '改名或删去一列' },
  'header/delimiter': {
    severity: 'error',
    meaning: '列与列之间用了不能识别的分隔符',
    example: '应检数，合格数',
    fix: '用表格软件导出，不要手工拼接',
  },
  'header/double': { severity: 'error', meaning: '表头占了两行', example: '检查情况,,,,', fix: '只保留一行表头' },
  'header/repeated': {
    severity: 'error',
    meaning: '数据中间又有一行表头，像是把两个文件拼在一起',
    example: '10,10,合格,\n日期,',
    fix: '一个文件只留最上面的一行表头，分月提交',
  },
  'header/unit': {
    severity: 'error',
    meaning: '表头写的单位与要求的不同，系统不换算',
    example: '应检数（分钟）',
    fix: '换算成要求的单位后填写，并改正表头',
  },
  'header/title': { severity: 'info', meaning: '表头上面的标题行，已跳过', example: '九月记录表', fix: '不用处理' },
  'header/repaired': { severity: 'info', meaning: '列名已按唯一可能的读法识别', example: '日 期*', fix: '不用处理' },
  'header/blank': { severity: 'error', meaning: '有数据的列没有表头', example: '备注,\n', fix: '补上表头，或删去这一列' },
  'row/short': {
    severity: 'error',
    meaning: '这一行列数不足',
    example: '2026-09-02,10\n',
    fix: '补齐缺少的格，没有内容的也要留空格',
  },
  'row/long': {
    severity: 'error',
    meaning: '这一行列数过多',
    example: '已补,已核',
    fix: '内容里有逗号的加英文双引号，数字不带千分位',
  },
  'row/padded': {
    severity: 'info',
    meaning: '这一行末尾缺少的选填列，已按空读取',
    example: '10,10,合格\n',
    fix: '不用处理',
  },
  'row/total': {
    severity: 'info',
    meaning: '末行是与明细相符的合计，不作记录',
    example: '合计,,,52,51,,',
    fix: '不用处理；也可以删去合计行',
  },
  'row/total-mismatch': {
    severity: 'error',
    meaning: '合计行与明细不符，或夹在明细中间',
    example: '合计,,,60,51,,',
    fix: '核对明细，改正后删去合计行',
  },
  'row/blank': { severity: 'warning', meaning: '中间有空行，已忽略', example: '合格,\n\n', fix: '确认没有漏填，删去空行' },
  'row/duplicate-key': {
    severity: 'error',
    meaning: '两行的关键列相同',
    example: '9,9,合格,',
    fix: '重复的删一行；确为两次的按实写出不同',
  },
  'row/contradiction': {
    severity: 'error',
    meaning: '同一行的几列互相矛盾',
    example: '10,11',
    fix: '核对后改正：合格数不能大于应检数',
  },
  'row/month': {
    severity: 'error',
    meaning: '这一行不属于本月文件',
    example: '2026-10-01',
    fix: '移到对应月份的文件，或改正日期',
  },
  'row/future': {
    severity: 'error',
    meaning: '写了交付日期以后才发生的事',
    example: '2026-12-01 10:00',
    fix: '改正日期；还没有发生的留空',
  },
  'cell/required': {
    severity: 'error',
    meaning: '必填的单元格为空',
    example: '2026-09-02,,',
    fix: '按实填写；合并的单元格先取消合并',
  },
  'cell/date': {
    severity: 'error',
    meaning: '日期或时间不能唯一确定',
    example: '2026-09-31',
    fix: '写成 2026-01-05，时间写成 2026-01-05 08:05',
  },
  'cell/number': { severity: 'error', meaning: '数字不能唯一确定', example: '约10', fix: '填确定的数字' },
  'cell/range': { severity: 'error', meaning: '数字超出允许范围', example: '-1', fix: '核对后填实际数' },
  'cell/vocabulary': { severity: 'error', meaning: '不是允许的取值', example: '○', fix: '填列出的词之一' },
  'cell/id': { severity: 'error', meaning: '编号不符合格式', example: '1.23E+17', fix: '把该列设为“文本”后按格式重新录入' },
  'cell/text': {
    severity: 'error',
    meaning: '文字中含有导出错误或不允许的内容',
    example: '同上',
    fix: '写出具体内容；导出错误的重新导出',
  },
  'cell/private': {
    severity: 'error',
    meaning: '写有手机号、身份证号、银行卡号或邮箱地址，不能公布',
    example: '请回电13900000000',
    fix: '删去号码或地址，改写岗位代码',
  },
  'cell/repaired': { severity: 'info', meaning: '写法已按唯一可能的读法统一', example: '2026年9月2日', fix: '不用处理' },
  'cell/kept': {
    severity: 'info',
    meaning: '文字中的换行或像公式的内容，已按原文保留',
    example: '=1+1',
    fix: '不用处理；不是公式的不必改',
  },
  'reference/unknown': {
    severity: 'error',
    meaning: '引用的编号、名称或文件不存在',
    example: 'X99',
    fix: '按名录填写，或先在名录中新增',
  },
  'sequence/gap': {
    severity: 'warning',
    meaning: '流水号不连续，台账按不完整处理',
    example: '202609-002',
    fix: '补上缺号的记录，作废的也保留一行',
  },
  'delivery/row-count': {
    severity: 'warning',
    meaning: '行数与交付清单不符，台账按不完整处理',
    example: '巡查,7,2026-10-03',
    fix: '核对是漏行还是清单写错',
  },
  'delivery/unlisted': { severity: 'error', meaning: '文件没有列入交付清单', example: 'rounds.csv', fix: '在交付清单加一行' },
  'delivery/unfilled': {
    severity: 'error',
    meaning: '交付清单的这一行只有台账名称，还没有填写',
    example: '巡查,,,',
    fix: '填行数、交付日期、交付岗位；没有发生的填 0',
  },
  'delivery/late': {
    severity: 'info',
    meaning: '交付晚于约定日期',
    example: '巡查,6,2026-10-20',
    fix: '不用处理；下月按时交付',
  },
  'delivery/unconfirmed': {
    severity: 'warning',
    meaning: '委托方核对的件数与文件的行数不符，或没有核对，按数据不完整处理',
    example: '服务请求,4',
    fix: '与委托方核对：漏记的补上，核对的件数有误的请对方改正',
  },
  'record/shifts': {
    severity: 'warning',
    meaning: '一个岗位签了记录的天数多于当月到班的班次',
    example: '岗位代码,班次',
    fix: '核对排班和各记录的岗位，改正写错的一方',
  },
  'definition/column': {
    severity: 'error',
    meaning: '台账或名录的定义引用了没有的列、名录，或列的类型不对',
    example: 'date: day\n',
    fix: '改成定义里有的列和名录',
  },
  'definition/rule': {
    severity: 'error',
    meaning: '台账定义里的规则与列不符',
    example: 'when: { result: 好 }',
    fix: '按列的取值和类型改正规则',
  },
  'document/private': {
    severity: 'error',
    meaning: '文档里写有手机号、身份证号、银行卡号或邮箱地址，不能公布',
    example: '请拨13900000000',
    fix: '删去号码或地址，写岗位或渠道',
  },
  'document/syntax': { severity: 'error', meaning: '文档的前言或正文语法有误', example: '文 {甲', fix: '改正所指位置的语法' },
  'document/code': {
    severity: 'error',
    meaning: '正文里有 import、export 或花括号里的表达式（注释也是）',
    example: '{1 + 1}',
    fix: '内容不能是程序：删去，或把文字里的花括号写成 \\{ 和 \\}',
  },
  'document/element': {
    severity: 'error',
    meaning: '正文里有 HTML、没有列出的组件，或组件没有的属性',
    example: '<b>',
    fix: '只写 Markdown 和列出的组件；文字里的小于号写成 &lt;',
  },
  'document/address': {
    severity: 'error',
    meaning: '正文里的链接或图片指向不允许的地址',
    example: '[说明](javascript:alert)',
    fix: '链接写本站的路径或 http、https、mailto、tel 地址；图片放进 public',
  },
  'document/field': {
    severity: 'error',
    meaning: '文档前言的字段缺失、多余或取值有误',
    example: 'order: 甲',
    fix: '按所指字段的要求填写',
  },
  'document/id': {
    severity: 'error',
    meaning: '编号与文件名不一致或不合规则',
    example: 'overall.other',
    fix: '编号与文件名一致',
  },
  'document/duplicate-id': {
    severity: 'error',
    meaning: '编号重复',
    example: '<Clause id="5.1-1-1" title="合格率" line={613}',
    fix: '改成没有用过的编号',
  },
  'document/orphan': {
    severity: 'error',
    meaning: '承诺没有条款依据，或没有任何证明',
    example: 'clauses: ["5.1-9"]',
    fix: '写明依据的条款和证明',
  },
  'reference/one-sided': {
    severity: 'error',
    meaning: '条款与指标没有互相指向',
    example: 'clause: "5.1-1"',
    fix: '条款与指标要互相写明',
  },
  'synonym/unfounded': {
    severity: 'warning',
    meaning: '搜索的同义说法在文档里没有出现',
    example: 'means: [瞧瞧]',
    fix: '改成文档里的说法，或删去',
  },
  'synonym/duplicate': {
    severity: 'error',
    meaning: '搜索的同义说法重复，或指向自己',
    example: 'say: [巡查], means: [巡查]',
    fix: '删去重复的一处',
  },
  'clause/unused': {
    severity: 'info',
    meaning: '没有承诺、指标、规程或标准依据这一条',
    example: '<Clause id="5.1-2"',
    fix: '不用处理；有承诺或标准依据它时写明',
  },
  'indicator/same-name': {
    severity: 'warning',
    meaning: '同一服务的两项指标同名，读者分不清',
    example: 'name: 巡查合格率',
    fix: '改其中一项的名称',
  },
  'month/before-start': {
    severity: 'warning',
    meaning: '月份早于合同起始月，不计入结论',
    example: '2024-10',
    fix: '核对文件夹，或改 contract.mdx 的 start',
  },
  'month/ahead': {
    severity: 'warning',
    meaning: '月份晚于全部交付清单的交付日期，还没有到',
    example: '2027-09',
    fix: '核对文件夹的年份和月份',
  },
  'calendar/missing-year': {
    severity: 'warning',
    meaning: '有按工作日的排期，但工作日历没有这一年',
    example: '2026-09',
    fix: '在 calendar.csv 补上这一年',
  },
  'measure/column': {
    severity: 'error',
    meaning: '计算口径引用了台账没有的列，或列的类型不符',
    example: 'because: other',
    fix: '改用台账有的列',
  },
  'measure/value': {
    severity: 'error',
    meaning: '计算口径中的取值不在该列允许范围内',
    example: 'result: 优秀',
    fix: '改用该列允许的取值',
  },
  'measure/recheck': {
    severity: 'error',
    meaning: '计算口径直接把复查的结果算作合格，或写了复查的决定而台账没有复查：没有决定，以第一次的结果为准',
    example: 'recheck: 合格',
    fix: '删去复查的列；双方约定复查合格算合格的，在口径中写 recheck: { from, decision }',
  },
  'measure/unseen': {
    severity: 'error',
    meaning: '数的是不该发生的事，却没有写谁会看到它：没有人看，就不能说没有发生',
    example: 'seenBy: []',
    fix: '写 seenBy（哪些指标的巡查会看到）或 among（哪些行本来可能是）',
  },
  'measure/unjudged': {
    severity: 'warning',
    meaning: '有记录或应做的作业没有任何指标评价，也没有写明原因',
    example: '门窗,每月',
    fix: '由指标评价；或在台账定义的 unjudged、排期里写明原因',
  },
  'site/link': {
    severity: 'error',
    meaning: '将要发布的页面链接到不存在的页面、文件或锚点',
    example: '/nowhere/',
    fix: '改正链接，或补上页面',
  },
  'site/lost-page': {
    severity: 'error',
    meaning: '上一版本有的页面不再存在，也没有改指',
    example: 'plan/old/index.html',
    fix: '保留页面，或登记它改指哪里',
  },
  'site/asset': {
    severity: 'error',
    meaning: '按内容命名的文件换了内容没有换名',
    example: '_astro/a.X1.js',
    fix: '清除缓存后重新构建',
  },
  'site/twin': {
    severity: 'error',
    meaning: 'JSON 与它写明的 schema 不符',
    example: '"schema": "service-ledger/month/1"',
    fix: '改正 JSON，或改正它的 schema',
  },
  'site/twin-unknown': {
    severity: 'warning',
    meaning: 'JSON 的 schema 没有登记，内容没有核验',
    example: '"schema": "service-ledger/unknown/1"',
    fix: '登记这种 schema',
  },
  'site/size': { severity: 'error', meaning: '将要发布的文件为空、过大，或全站缩减过半', example: '0 字节', fix: '确认构建完整' },
  'site/manifest': { severity: 'error', meaning: '已发布的文件与该版本清单不符', example: 'added.html', fix: '重新发布该版本' },
  'report/number': {
    severity: 'error',
    meaning: '报告正文里手写的数字与本期任何数值都对不上，或它前面的升降与数值不符',
    example: '合格率81%。',
    fix: '改用 <Value id="…" /> 引用数值；名称里的数字加引号',
  },
  'report/element': {
    severity: 'error',
    meaning: '报告正文用了不能排印的写法，或组件的位置不对',
    example: '见<Table id="2026-09/services" />',
    fix: '只写标题、段落、列表和列出的组件',
  },
  'report/period': {
    severity: 'warning',
    meaning: '报告所写的报告期还没有数据，暂不发布',
    example: 'period: 2027-01',
    fix: '交齐这一期的台账后自动发布；期号写错的请改正',
  },
  'provenance/invalid': {
    severity: 'error',
    meaning: '数据来源声明 provenance.yaml 有误',
    example: 'kind: fake',
    fix: 'kind 填 sample 或 real，写明 label 和 note',
  },
} as const satisfies Record<string, CodeMeaning>;

export type ProblemCode = keyof typeof problemCodes;
