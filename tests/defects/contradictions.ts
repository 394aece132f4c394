import type { Defect } from './defect.ts';
import { folder, logFile, type Sample } from './sample.ts';

/** Two columns of one row that cannot both be right: in the first row that is `when`, some cells are written anew. */
interface Contradiction {
  readonly log: string;
  readonly when: Readonly<Record<string, string>>;
  readonly write: Readonly<Record<string, string>>;
  /** The columns at which the contradiction must be reported. */
  readonly at: readonly string[];
}

const first = '-01 00:00';
const last = '-28 23:59';

/** By column names; a value that begins with `-` is a day and time of the month. */
const contradictions: readonly Contradiction[] = [
  { log: 'checks', when: { 结果: '合格' }, write: { 当日复查: '合格' }, at: ['当日复查'] },
  { log: 'checks', when: { 结果: '合格' }, write: { 结果: '不合格' }, at: ['不合格原因'] },
  { log: 'checks', when: { 结果: '合格' }, write: { 结果: '未检' }, at: ['不合格原因'] },
  { log: 'requests', when: {}, write: { 响应时间: first }, at: ['响应时间'] },
  { log: 'requests', when: { 处理结果: '已完成' }, write: { 响应时间: last }, at: ['完成时间'] },
  { log: 'faults', when: {}, write: { 响应时间: first }, at: ['响应时间'] },
  { log: 'faults', when: {}, write: { 修复时间: first }, at: ['修复时间'] },
  { log: 'feedback', when: {}, write: { 答复时间: first }, at: ['答复时间'] },
  { log: 'feedback', when: {}, write: { 办结时间: first }, at: ['办结时间'] },
  { log: 'tasks', when: { 结果: '完成' }, write: { 实际完成时间: '' }, at: ['实际完成时间'] },
  { log: 'tasks', when: { 结果: '完成' }, write: { 结果: '未完成', 实际完成时间: '' }, at: ['未完成原因'] },
  { log: 'tasks', when: { 结果: '完成' }, write: { 结果: '未完成', 未完成原因: '改期' }, at: ['实际完成时间'] },
  { log: 'tasks', when: { 服务: '保洁' }, write: { 服务: '绿植' }, at: ['服务', '服务'] },
  { log: 'tasks', when: { 网点编号: 'W01' }, write: { 网点编号: 'W02' }, at: ['网点编号'] },
  { log: 'tasks', when: { 作业岗位: 'BJ-01' }, write: { 作业岗位: 'LZ-01' }, at: ['服务'] },
  { log: 'faults', when: {}, write: { 网点编号: 'W12' }, at: ['网点编号'] },
  { log: 'electrical-inspections', when: { 网点编号: 'W01' }, write: { 网点编号: 'W02' }, at: ['网点编号'] },
  { log: 'attendance', when: { 服务: '虫控', 替班岗位: '' }, write: { 服务: '保洁' }, at: ['服务'] },
  { log: 'attendance', when: { 服务: '虫控', 岗位代码: 'CK-02' }, write: { 替班岗位: 'LZ-01' }, at: ['服务'] },
  { log: 'requests', when: { 服务: '保洁' }, write: { 处理岗位: 'LZ-01' }, at: ['服务'] },
  { log: 'supplies', when: { 是否短缺: '否' }, write: { 短缺用品: '卷纸' }, at: ['短缺用品'] },
  { log: 'supplies', when: { 是否短缺: '否' }, write: { 是否短缺: '是' }, at: ['短缺用品'] },
  { log: 'supplies', when: { 是否短缺: '否' }, write: { 补齐时间: last }, at: ['补齐时间'] },
  { log: 'pest-monitoring', when: { 是否超标: '否' }, write: { 是否超标: '是' }, at: ['是否超标'] },
  { log: 'pest-monitoring', when: { 是否超标: '否' }, write: { 捕获数: '400' }, at: ['是否超标', '处理措施'] },
  { log: 'waste', when: { 类别: '清运' }, write: { 抽查件数: '20', 分类正确件数: '20' }, at: ['抽查件数'] },
  { log: 'waste', when: { 类别: '收集' }, write: { 类别: '分类抽查' }, at: ['抽查件数'] },
  { log: 'purchases', when: { 类别: '药剂' }, write: { 适用植物: '绿萝' }, at: ['适用植物'] },
  { log: 'purchases', when: { 类别: '药剂' }, write: { 登记证: '不适用' }, at: ['登记证'] },
  { log: 'supervision', when: { 结果: '达标' }, write: { 发现问题: '拖布未分区' }, at: ['发现问题'] },
  { log: 'supervision', when: { 结果: '达标' }, write: { 结果: '发现问题' }, at: ['发现问题'] },
  { log: 'supervision', when: { 结果: '达标' }, write: { 整改完成时间: last }, at: ['整改完成时间'] },
  { log: 'electrical-inspections', when: { 设备状态: '正常' }, write: { 设备状态: '异常' }, at: ['隐患描述'] },
  { log: 'electrical-inspections', when: { 设备状态: '正常' }, write: { 隐患描述: '温升偏高' }, at: ['隐患描述'] },
  { log: 'improvements', when: { 实施情况: '已实施' }, write: { 实施日期: '' }, at: ['实施日期'] },
  { log: 'improvements', when: { 实施情况: '已实施' }, write: { 未实施原因: '等待' }, at: ['未实施原因'] },
  { log: 'communications', when: {}, write: { 提前小时数: '9999' }, at: ['提前小时数'] },
  { log: 'communications', when: { 作业前提醒: '是' }, write: { 作业前提醒: '否' }, at: ['作业前提醒'] },
  { log: 'plant-replacements', when: { 客户验收: '通过' }, write: { 新品种: '' }, at: ['新品种'] },
  { log: 'plant-replacements', when: { 客户验收: '通过' }, write: { 更换时间: first }, at: ['更换时间'] },
  { log: 'plant-replacements', when: { 客户验收: '通过' }, write: { 客户验收: '不通过', 客户意见: '' }, at: ['客户意见'] },
  { log: 'plant-pest', when: { 防治方法: '物理' }, write: { 防治方法: '' }, at: ['防治时间'] },
  { log: 'plant-care', when: { 作业: '浇水', 结果: '完成' }, write: { 盆土干湿: '' }, at: ['计划浇水量'] },
  { log: 'plant-care', when: { 作业: '浇水', 水量判断: '正常' }, write: { 水量判断: '偏多' }, at: ['水量判断'] },
  { log: 'plant-care', when: { 作业: '浇水', 盆土干湿: '适中' }, write: { 盆土干湿: '缺水', 说明: '' }, at: ['说明'] },
  { log: 'plant-census', when: {}, write: { 存活数量: '9999' }, at: ['存活数量'] },
  { log: 'plant-census', when: {}, write: { 长势合格数: '9999' }, at: ['长势合格数'] },
  { log: 'plant-census', when: {}, write: { 病虫害数量: '9999' }, at: ['病虫害数量'] },
  { log: 'third-party', when: {}, write: { 主要问题: '补填较多', 后续措施: '' }, at: ['后续措施'] },
  { log: 'electrical-tests', when: { 结果: '合格' }, write: { 结果: '不合格', 问题: '松动' }, at: ['结果'] },
  { log: 'electrical-tests', when: { 结果: '合格' }, write: { 问题: '松动' }, at: ['问题'] },
  { log: 'electrical-tests', when: { 结果: '合格' }, write: { 复测结果: '合格' }, at: ['复测日期'] },
  { log: 'maintenance', when: { 结果: '完成' }, write: { 保养后运行: '' }, at: ['完成时间'] },
  { log: 'maintenance', when: { 保养后运行: '正常' }, write: { 保养后运行: '异常', 说明: '' }, at: ['说明'] },
  { log: 'trainings', when: {}, write: { 参训人数: '99' }, at: ['参训人数'] },
  { log: 'trainings', when: {}, write: { 考核合格人数: '99' }, at: ['考核合格人数'] },
  { log: 'record-audits', when: {}, write: { 完整准确条数: '99' }, at: ['完整准确条数'] },
  { log: 'record-audits', when: { 问题: '' }, write: { 及时录入条数: '0' }, at: ['问题'] },
  { log: 'record-audits', when: {}, write: { 更正日期: '2020-01-01' }, at: ['更正日期'] },
  { log: 'attendance', when: {}, write: { 到岗班次: '0', 缺岗原因: '' }, at: ['到岗班次', '缺岗原因'] },
  { log: 'attendance', when: { 替班班次: '0' }, write: { 替班岗位: 'BJ-01' }, at: ['替班岗位'] },
  { log: 'prevention', when: { 故障变化: '下降' }, write: { 故障变化: '持平' }, at: ['故障变化'] },
  { log: 'prevention', when: { 落实情况: '已落实' }, write: { 落实日期: '' }, at: ['落实日期'] },
  { log: 'incidents', when: {}, write: { 办结日期: '2020-01-01' }, at: ['办结日期'] },
  { log: 'pest-treatments', when: { 结果: '完成', 是否超量: '否' }, write: { 是否超量: '是', 说明: '多喷' }, at: ['是否超量'] },
  { log: 'pest-treatments', when: { 结果: '完成', 复查结果: '有效' }, write: { 残留检查: '' }, at: ['复查结果', '说明'] },
  { log: 'pest-treatments', when: { 结果: '完成', 复查结果: '有效' }, write: { 复查日期: '' }, at: ['复查日期'] },
];

/** The contradictions of one log, worked out on its sample. */
export function contradictionDefects(sample: Sample): Defect[] {
  const { log, month, header, rows } = sample;
  const at = (name: string) => header.indexOf(name);
  return contradictions
    .filter((each) => each.log === log.id)
    .flatMap(({ when, write, at: places }) => {
      const row = rows.findIndex((cells) => Object.entries(when).every(([name, text]) => cells[at(name)] === text));
      const cells = rows[row];
      if (cells === undefined) return [];
      const changed = cells.map((cell, position) => {
        const text = write[header[position] ?? ''] ?? cell;
        return text.startsWith('-') ? `${month}${text}` : text;
      });
      const words = Object.entries(write).map(([name, text]) => `${name}“${text}”`);
      return [
        {
          name: `${log.id} 第${row + 2}行写成 ${words.join('、')}`,
          month,
          files: folder(
            sample,
            rows.map((each, index) => (index === row ? changed : each)),
          ),
          expected: places.map((name) => ['row/contradiction', logFile(sample), row + 2, at(name) + 1] as const),
        },
      ];
    });
}
