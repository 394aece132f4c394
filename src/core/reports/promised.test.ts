import { describe, expect, it } from 'vitest';
import { promisedIn } from './promised.ts';

const found = (sentence: string) => promisedIn(sentence).map(({ value, unit, operator, per }) => [value, unit, operator, per]);

describe('promisedIn', () => {
  it.each([
    ['使保洁的满意度达到95%以上。', [[95, '%', '>=', null]]],
    ['把投诉率降至1%以下。', [[1, '%', '<=', null]]],
    ['设备的故障率低于1%，响应不超过规定标准。', [[1, '%', '<', null]]],
    ['使虫害控制率达到99%，环境健康无害。', [[99, '%', '>=', null]]],
    ['合格率不低于 98.5％。', [[98.5, '%', '>=', null]]],
    ['损耗超过百分之五即更换。', [[5, '%', '>', null]]],
    ['损耗不超过百分之二十五。', [[25, '%', '<=', null]]],
  ])('reads shares and which side keeps them: %s', (sentence, quantities) => {
    expect(found(sentence)).toEqual(quantities);
  });

  it.each([
    ['紧急请求在30分钟内响应。', [[30, 'min', '<=', null]]],
    ['半小时内到场。', [[30, 'min', '<=', null]]],
    [
      '维修不超过一个小时，大修二十四小时以内。',
      [
        [60, 'min', '<=', null],
        [1440, 'min', '<=', null],
      ],
    ],
    [
      '三日内答复，10日内办结。',
      [
        [4320, 'min', '<=', null],
        [14_400, 'min', '<=', null],
      ],
    ],
    ['困人30分钟到场。', [[30, 'min', null, null]]],
  ])('reads durations in minutes: %s', (sentence, quantities) => {
    expect(found(sentence)).toEqual(quantities);
  });

  it.each([
    ['每月至少进行1次用电全面巡检。', [[1, '次', '>=', '每月']]],
    ['每周巡查每栋楼的消防设施一次。', [[1, '次', null, '每周']]],
    [
      '每季度对团队考核1次，每年全面考核1次。',
      [
        [1, '次', null, '每季度'],
        [1, '次', null, '每年'],
      ],
    ],
    ['每个工作日巡查两次。', [[2, '次', null, '每工作日']]],
    ['每两个月不少于3次。', [[3, '次', '>=', '每两月']]],
    ['全年事故不多于2起。', [[2, '起', '<=', null]]],
    ['每月至少提出一项有效建议。', [[1, '项', '>=', '每月']]],
    ['全部24项指标达标。', [[24, '项', null, null]]],
  ])('reads numbers of times and things with their period: %s', (sentence, quantities) => {
    expect(found(sentence)).toEqual(quantities);
  });

  it('takes articles, dates, ordinals, codes and bare numbers for none', () => {
    for (const sentence of [
      '再一次感谢，一项承诺。',
      '自2026年10月1日起。',
      '第三次会议通过。',
      '共12。',
      'ISO 9001认证。',
      '',
      '三级组织、五个步骤。',
    ])
      expect(found(sentence).filter(([, unit]) => unit !== '个')).toEqual([]);
  });

  it('reads a hostile sentence in a breath', () => {
    const began = performance.now();
    for (const piece of ['一', '1次', '每', '每日', '一次', '百分之', '9'.repeat(40), '，每月1', '日'])
      promisedIn(piece.repeat(Math.ceil(40_000 / piece.length)));
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
