import { describe, expect, it } from 'vitest';
import { claimIn } from './claims.ts';

const claimed = (sentence: string) => claimIn(sentence)?.text ?? null;

describe('claimIn', () => {
  it('finds the words that say that something is open', () => {
    expect(claimed('更早的一处巡检隐患尚未闭环，请确定停电时间。')).toBe('尚未闭环');
    expect(claimed('两单未完成。')).toBe('未完成');
    expect(claimed('投诉还没有办结。')).toBe('还没有办结');
    expect(claimed('配件仍在等待，客户知情。')).toBe('仍在等待');
    expect(claimed('门锁正在维修。')).toBe('正在维修');
    expect(claimed('一条建议待委托方选定方案。')).toBe('待委托方选定');
    expect(claimed('等待配件到货。')).toBe('等待配件到货');
    expect(claimed('施工时间悬而未决。')).toBe('悬而未决');
    expect(claimIn('雨天，一处隐患尚未闭环')).toEqual({ text: '尚未闭环', at: 7 });
  });

  it('leaves what is said of verdicts, work that is over, and what is denied', () => {
    const open = [
      '本月未达标两项。',
      '投诉均已办结。',
      '漏做在休息日，当班调换没有交接。',
      '全面巡检没有做，须约定停电窗口。',
      '截至月末没有未办结的事项。',
      '无未闭环的隐患。',
      '接待室更换了窗帘，等候区照旧。',
      '员工待遇问题得到处理。',
      '正在核对原始登记。',
      '见“尚未办结的事项”一节。',
    ];
    expect(open.filter((sentence) => claimIn(sentence) !== null)).toEqual([]);
  });

  it('reads a hostile sentence in a breath', () => {
    const start = performance.now();
    for (const words of ['无未', '待', '尚未', '还没有', '“', '没有没有未']) claimIn(words.repeat(50_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
