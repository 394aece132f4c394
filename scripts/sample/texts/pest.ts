export type Pest = '鼠' | '蚊' | '蝇' | '蜚蠊';

/** What is done when a catch is over the threshold. */
export const measures: readonly string[] = [
  '加布诱蚊灯，三日后复查',
  '清理周边积水，投放灭幼剂',
  '增做一次空间喷雾',
  '疏通排水沟并投药',
  '翻盆倒水，检查地漏',
  '纱窗破损处修补，晚间加喷',
  '外环境绿化带滞留喷洒',
  '清运后院积水容器',
  '调整诱蚊灯位置并加密监测',
  '通知客户清理空调接水盘，次日复查',
];

/** What is done about a catch below the threshold. */
export const routine: Readonly<Record<Pest, readonly string[]>> = {
  鼠: ['更换粘鼠板，封堵墙洞', '检查门缝，加装挡鼠板', '清理食物残渣'],
  蚊: ['清理积水', '擦拭诱蚊灯', '检查纱窗'],
  蝇: ['清洗垃圾桶', '更换粘蝇纸', '提示客户及时清运厨余'],
  蜚蠊: ['更换粘板', '补放胶饵', '清理茶水间油污'],
};
