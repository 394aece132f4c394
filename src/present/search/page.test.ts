import { describe, expect, it } from 'vitest';
import { candidateOf, ownId, readable } from './page.ts';

describe('ownId', () => {
  it('is the last part of the address, as it is written', () => {
    expect(ownId('/procedures/sop.watering/')).toBe('sop.watering');
    expect(ownId('/attachments/%E9%99%84%E4%BB%B6-1/')).toBe('附件-1');
    expect(ownId('/')).toBe('');
  });
});

describe('candidateOf', () => {
  it('knows a title without its section number and without its service', () => {
    const of = (title: string) =>
      candidateOf({ url: '/', title, kind: '', service: '', months: [], names: [], text: '', anchors: [] }).short;
    expect(of('5.1　卫生保洁服务指标')).toBe('卫生保洁服务指标');
    expect(of('绿植存活率（绿植养护）')).toBe('绿植存活率');
    expect(of('浇水')).toBe('浇水');
  });
});

describe('readable', () => {
  it('removes the separators of the index and finds each anchor by its word', () => {
    // Words: 3.2, 服务, 标准, ., 清洁, 频率, 。, 每日
    const raw = '3.2 \u200b服务\u200b标准\u200b. \u200b清洁\u200b频率\u200b。 \u200b每日';
    const anchors = [
      { id: 'a', location: 4 },
      { id: 'b', location: 7 },
      { id: 'c', location: 99 },
    ];
    expect(readable(raw, anchors)).toEqual({
      text: '3.2 服务标准. 清洁频率。 每日',
      anchors: [
        ['a', 10],
        ['b', 16],
        ['c', 18],
      ],
    });
  });
});
