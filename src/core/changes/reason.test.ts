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

  it('drops an address wherever it stands, and nothing that only looks like one', () => {
    const said = (message: string) => publicMessage(message, []).subject;
    expect(said('a@b.c@d.e')).toBe('（邮箱略）@d.e');
    expect(said('a@b@c.d')).toBe('a@（邮箱略）');
    expect(said('x.y+z%1@mail-1.example.com.')).toBe('（邮箱略）.');
    expect(said('见 @组长，单价 3@5，a@b 与 @c.d')).toBe('见 @组长，单价 3@5，a@b 与 @c.d');
  });

  it('drops the longest of the names that fit, each once', () => {
    const names = ['王小', '王小明', '姓名', 'Li', 'Li Lei'];
    expect(publicMessage('王小明、王小、Li Lei、Li、Lim、姓名', names).subject).toBe(
      '（姓名略）、（姓名略）、（姓名略）、（姓名略）、Lim、（姓名略）',
    );
  });

  it('drops what would move a cursor or turn the text around', () => {
    expect(publicMessage('红\u001b[31m字\u202e反\u001e\u001f', []).subject).toBe('红 [31m字 反');
  });

  const length = 100_000;
  const repeated = (text: string) => text.repeat(length / text.length);
  it.each([
    ['one word', 'a'],
    ['capitals', 'A'],
    ['Chinese', '台'],
    ['digits', '1'],
    ['dashes', 'a-'],
    ['dots', 'a.'],
    ['at signs', 'a@'],
    ['bare at signs', '@'],
    ['addresses', 'a@b.c '],
    ['addresses without an end', 'a@b.'],
    ['words of one name', 'Li'],
    ['names', 'Li Lei '],
    ['names in Chinese', '王小明'],
    ['beginnings of names', '王小'],
    ['trailers', 'Signed-off-by: '],
    ['trailers on lines of their own', 'Reviewed-by: A B <a@b.c>\n'],
    ['half trailers', 'A-'],
    ['spaces', ' '],
    ['lines', '\n'],
    ['carriage returns', 'x\r'],
    ['control characters', '\u001e\u001f'],
    ['marks', '\u0301'],
  ])('comes to an end with 100,000 characters of %s', (_, text) => {
    const names = ['Li Lei', '王小明', ...Array.from({ length: 1000 }, (_, number) => `王小${number}`)];
    for (const message of [
      repeated(text),
      `x${repeated(text)}x`,
      `${repeated(text)}@`,
      `@${repeated(text)}`,
      `${repeated(text)}:`,
    ]) {
      // Not timed: a pattern that went back and forth would not come to an end within the test's time.
      expect(typeof publicMessage(message, names).subject).toBe('string');
    }
  });
});
