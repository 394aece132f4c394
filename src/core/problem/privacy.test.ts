import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { privateIn, withoutPrivate } from './privacy.ts';

const kinds = (text: string) => privateIn(text).map(({ kind }) => kind);

describe('numbers of persons', () => {
  it.each([
    ['请回电13912345678', '手机号'],
    ['请回电 139 1234 5678', '手机号'],
    ['请回电139-1234-5678。', '手机号'],
    ['请回电１３９１２３４５６７８', '手机号'],
    ['+86 13912345678', '手机号'],
    ['tel13912345678', '手机号'],
    ['11010519491231002X', '身份证号'],
    ['证件11010519491231002x，已核', '身份证号'],
    ['110105 19491231 002X', '身份证号'],
    ['130503670401001', '身份证号'],
    ['卡4111111111111111', '银行卡号'],
    ['卡 4111 1111 1111 1111', '银行卡号'],
    ['寄 someone@example.invalid 收', '邮箱地址'],
    ['GL-01/13842718899', '手机号'],
    ['0427-13842718899', '手机号'],
    ['请拨13842718899.3楼漏水', '手机号'],
    ['13842718899-8001', '手机号'],
    ['013842718899', '手机号'],
    ['微信V13842718899', '手机号'],
    ['138.4271.8899', '手机号'],
    ['138—4271—8899', '手机号'],
    ['138  4271  8899', '手机号'],
    ['（138）42718899', '手机号'],
    ['138\u200b42718899', '手机号'],
    ['𝟏𝟑𝟖𝟒𝟐𝟕𝟏𝟖𝟖𝟗𝟗', '手机号'],
    ['一三八四二七一八八九九', '手机号'],
    ['①③⑧④②⑦①⑧⑧⑨⑨', '手机号'],
    ['ID11010519491231002X', '身份证号'],
    ['1101 0519 4912 3100 2X', '身份证号'],
    ['zhang﹫example.cn', '邮箱地址'],
    ['zhang @ example.cn', '邮箱地址'],
    ['zhang@psbc', '邮箱地址'],
    ['寄 someone＠example.invalid 收', '邮箱地址'],
  ] as const)('are found: %s', (text, kind) => expect(kinds(text)).toEqual([kind]));

  it.each([
    '工单20261109001已处理',
    'QQ-202609-001、QQ-202609-002',
    '2026-10-01 2026-10-07',
    '2026-10-13 13:30至2026-10-14 09:20',
    '金额13912345678.50元',
    '设备SN13912345678',
    '电话号12345678901',
    '139123456789',
    '2026-10-13 13:30、2026-10-14 09:20',
    '110105194912310021',
    '110105194902310028',
    '4111111111111112',
    '农药登记证WP20180123',
    '批号202610150012345678',
    '约12 @ 3处',
    '',
  ])('are not seen in: %s', (text) => expect(kinds(text)).toEqual([]));

  it('are masked, each for itself, and the rest stays as it is written', () => {
    expect(withoutPrivate('甲13912345678乙 a@b.cn')).toBe('甲139******78乙 a***@***');
    expect(withoutPrivate('２号')).toBe('２号');
  });

  it('never stand in a masked text', () => {
    const number = fc.integer({ min: 0, max: 999_999_999 }).map((tail) => `1${3 + (tail % 7)}${String(tail).padStart(9, '0')}`);
    fc.assert(
      fc.property(fc.string(), number, fc.string(), (before, mobile, after) => {
        const text = `${before} ${mobile} ${after}`;
        expect(privateIn(withoutPrivate(text)).filter(({ kind }) => kind === '手机号')).toEqual([]);
      }),
    );
  });

  it('are looked for in time that grows with the text', () => {
    for (const piece of ['1', '1 ', 'a@', 'a.', '1-', '@a.', '４', 'tel'])
      expect(privateIn(piece.repeat(100_000)).length).toBeGreaterThanOrEqual(0);
  });
});
