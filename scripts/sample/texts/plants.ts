/** Plant pests as the carer writes them: kind, name, how and what was done. */
export type Affliction = readonly [kind: '虫害' | '病害', name: string, method: '人工' | '物理' | '药剂', action: string];

export const afflictions: readonly Affliction[] = [
  ['虫害', '红蜘蛛', '物理', '隔离，清水冲洗叶背，湿布擦拭'],
  ['虫害', '介壳虫', '人工', '软刷刷除，剪去受害叶'],
  ['虫害', '蚜虫', '物理', '冲洗嫩梢，挂黄板'],
  ['虫害', '白粉虱', '物理', '挂黄板诱杀，加强通风'],
  ['虫害', '小黑飞', '物理', '控水，换表土，挂黄板'],
  ['虫害', '蓟马', '药剂', '移出室外点施低毒药剂，次日移回'],
  ['病害', '叶斑病', '人工', '剪去病叶，控制浇水，通风'],
  ['病害', '煤污病', '人工', '湿布擦净叶面，清除介壳虫'],
  ['病害', '根腐病', '人工', '脱盆剪去烂根，换土控水'],
  ['病害', '白粉病', '药剂', '移出室外喷施，剪除重病叶'],
];

/** The affliction of the dry autumn. */
export const redSpider: Affliction = ['虫害', '红蜘蛛', '物理', '隔离，冲洗叶背，提高湿度，三日后复查'];

export const soilNotes: Readonly<Record<'缺水' | '过湿', readonly string[]>> = {
  缺水: ['靠窗两盆偏干，当场补浇', '空调直吹处两盆缺水，已移位补浇', '停暖后盆土干裂，分两次浇透'],
  过湿: ['托盘积水，已倒掉并停浇一次', '客户自行浇水，盆土过湿，松土通风', '连阴天蒸发慢，暂停浇水'],
};

export const damageNotes: readonly string[] = ['误剪一根主枝，已涂愈合剂', '剪口撕裂，重新修平并消毒', '移盆时碰断一片新叶'];

/** What the client thinks of the plant that took the place of another. */
export const opinions: readonly string[] = ['株形好', '比原来的大一些，满意', '位置合适', '希望以后多放开花的', '可以'];
export const refusals: readonly string[] = ['株形偏小，要求再换', '叶片有旧伤，要求再换'];

export const wishes: readonly (readonly [species: string, successor: string])[] = [
  ['吊兰', '绿萝'],
  ['豆瓣绿', '蝴蝶兰'],
  ['波士顿蕨', '棕竹'],
  ['凤尾竹', '散尾葵'],
  ['酒瓶兰', '发财树'],
  ['罗汉松', '棕竹'],
];
