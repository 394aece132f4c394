/** Products bought: name, unit, least and most of it. */
export type Product = readonly [name: string, unit: string, least: number, most: number];

export const detergents: readonly Product[] = [
  ['中性地面清洁剂', '桶', 4, 10],
  ['玻璃清洁剂', '瓶', 12, 30],
  ['洁厕液', '瓶', 20, 40],
  ['不锈钢清洁剂', '瓶', 6, 12],
  ['石材养护剂', '桶', 2, 4],
  ['多功能去污剂', '瓶', 10, 24],
  ['地毯泡沫清洁剂', '桶', 2, 5],
  ['洗手池除垢剂', '瓶', 10, 20],
  ['表面消毒清洁剂', '桶', 4, 8],
];

export const supplies: readonly Product[] = [
  ['卷纸', '箱', 10, 20],
  ['擦手纸', '箱', 8, 16],
  ['洗手液', '箱', 4, 8],
  ['垃圾袋', '箱', 6, 12],
];

/** Fertilisers with the plants that the label says they suit. */
export const fertilisers: readonly (readonly [...Product, suits: string])[] = [
  ['通用观叶液肥', '瓶', 6, 12, '观叶植物'],
  ['缓释颗粒肥', '袋', 4, 8, '观叶、观茎植物'],
  ['有机营养土肥', '袋', 6, 10, '室内盆栽'],
  ['兰科专用肥', '瓶', 2, 4, '蝴蝶兰等兰科植物'],
  ['棕榈类专用肥', '袋', 2, 5, '散尾葵、袖珍椰子、棕竹'],
  ['叶面营养液', '瓶', 6, 12, '观叶植物'],
];

export const agentUnits: Readonly<Record<string, Product>> = {
  灭蟑胶饵: ['灭蟑胶饵', '支', 10, 24],
  灭蚊蝇悬浮剂: ['灭蚊蝇悬浮剂', '瓶', 6, 12],
  灭蚊水乳剂: ['灭蚊水乳剂', '瓶', 6, 12],
  灭幼颗粒剂: ['灭幼颗粒剂', '袋', 6, 12],
  灭鼠毒饵: ['灭鼠毒饵', '袋', 4, 8],
  灭蝇饵剂: ['灭蝇饵剂', '袋', 6, 12],
};
