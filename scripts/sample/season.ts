import { type Month, monthNumber } from '../../src/core/calendar/date.ts';

/** Words that fit only some months of the year in 盘锦. */
const seasons: readonly { words: RegExp; months: readonly number[] }[] = [
  { words: /雪|冰|冻|寒潮|冬|电暖器|受冻/u, months: [11, 12, 1, 2, 3] },
  { words: /冬季前/u, months: [9, 10, 11, 12] },
  { words: /雨季前/u, months: [4, 5, 6] },
  { words: /干燥|叶尖干枯/u, months: [10, 11, 12, 1, 2, 3, 4] },
  { words: /雨|返虫/u, months: [4, 5, 6, 7, 8, 9, 10] },
  { words: /蚊|孑孓|蜂|蝇|飞虫|蛾蚋|夏季|蚂蚁|纱帘|风幕/u, months: [5, 6, 7, 8, 9, 10] },
  { words: /台风|暴雨/u, months: [7, 8, 9] },
  { words: /节前|节日/u, months: [1, 2, 4, 9, 12] },
  { words: /年终/u, months: [12, 1] },
];

/** The texts that a clerk could have written in a month. */
export const inSeason = <T extends string | readonly string[]>(texts: readonly T[], month: Month): T[] =>
  texts.filter((text) => {
    const words = typeof text === 'string' ? text : text.join('，');
    return seasons.every((season) => !season.words.test(words) || season.months.includes(monthNumber(month)));
  });
