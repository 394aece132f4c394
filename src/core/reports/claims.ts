/** Words that say of something that it is not at its end, and where they stand in their text. */
export interface Claim {
  readonly text: string;
  readonly at: number;
}

/** Quoted names, and words that deny what follows them: 没有未办结的事项. */
const asides: readonly RegExp[] = [
  /[「『“《][^「『“《」』”》]*[」』”》]/gu,
  /(?:没有|并无|再无|不存在|无)(?:尚|仍|还)?未[^，。；：！？]*/gu,
];

/** What is done to bring a matter to its end. */
const steps = '(?:办结|办理|处理|处置|闭环|整改|修复|维修|更换|补种|消除|解决|答复|回复|落实|实施|完成|完工|销号|关闭|结案|了结)';
/** The same where it is still to come: somebody has to say something first. */
const waits = '(?:办结|办理|处理|处置|整改|修复|维修|更换|解决|答复|回复|确认|确定|选定|商定|决定|批复|审批|验收|到货)';

/** How Chinese says that something is open: 尚未闭环, 没有办结, 仍在整改, 待委托方选定方案, 悬而未决. */
const claims = new RegExp(
  [
    `(?:尚|仍|还|至今|一直)?未(?:能|予|曾|全部|及时)?${steps}`,
    `(?:尚|仍|还|至今|一直)?没有(?:能|予|全部)?${steps}`,
    `(?:仍|还|尚|正)在(?:等待|等候|跟进|协调|${steps})`,
    `(?<![等期对招款接看优])(?:有|尚|仍|还|等)?待(?!遇)[^，。；：！？]{0,10}?${waits}`,
    '悬而未决|遗留问题',
  ].join('|'),
  'u',
);

/** The first words of a sentence that say that something is open; null where none do. */
export function claimIn(sentence: string): Claim | null {
  const plain = asides.reduce((rest, aside) => rest.replace(aside, (found) => '·'.repeat(found.length)), sentence);
  const found = claims.exec(plain);
  return found === null ? null : { text: found[0], at: found.index };
}
