import { describe, expect, it } from 'vitest';
import { publicMessage } from './reason.ts';

describe('publicMessage', () => {
  it('keeps subject and body', () => {
    expect(publicMessage('更正10月3日的检查结果\n\n原件写的是合格，\n录入时看错一行。\n', [])).toEqual({
      subject: '更正10月3日的检查结果',
      body: '原件写的是合格，\n录入时看错一行。',
    });
  });

  it('drops trailers, addresses and the names of those who commit', () => {
    const message = [
      '补交10月台账（Li Lei）',
      '',
      '按 li.lei@example.com 的要求；王小明核对，Li Leiming 未参与。',
      '',
      'Signed-off-by: Li Lei <li.lei@example.com>',
      'Co-authored-by: Han Meimei <h@example.com>',
    ].join('\r\n');
    expect(publicMessage(message, ['Li Lei', '王小明'])).toEqual({
      subject: '补交10月台账（（姓名略））',
      body: '按 （邮箱略） 的要求；（姓名略）核对，Li Leiming 未参与。',
    });
  });

  it('says nothing for an empty message', () => {
    expect(publicMessage('', ['x'])).toEqual({ subject: '', body: '' });
  });
});
