import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, placed } from '../testing/ledger.ts';
import { decode } from './decode.ts';

const bytes = (hex: string) => Uint8Array.from(hex.split(' ').map((byte) => Number.parseInt(byte, 16)));

/** 日期,结果⏎2026-09-01,合格⏎ as Excel and WPS on Windows write it. */
const gb18030 = bytes('c8 d5 c6 da 2c bd e1 b9 fb 0a 32 30 32 36 2d 30 39 2d 30 31 2c ba cf b8 f1 0a');
const text = '日期,结果\n2026-09-01,合格\n';

describe('decode', () => {
  it('reads UTF-8 and drops the byte order mark', () => {
    expect(decode(bytesOf(text), 'a.csv')).toEqual({ value: { text, encoding: 'UTF-8' }, problems: [] });
    expect(decode(bytesOf(`\ufeff${text}`), 'a.csv')).toEqual({ value: { text, encoding: 'UTF-8（含 BOM）' }, problems: [] });
  });

  it('reads GB18030 and says so', () => {
    const { value, problems } = decode(gb18030, 'a.csv');
    expect(value).toEqual({ text, encoding: 'GB18030' });
    expect(placed(problems)).toEqual([['file/decoded', null, null]]);
    expect(problems[0]?.severity).toBe('info');
    expect(problems[0]?.message).toContain('GB18030');
  });

  it('reads the four-byte characters of GB18030', () => {
    expect(decode(bytes('95 32 82 36 2c 80'), 'a.csv').value?.text).toBe('𠀀,€');
  });

  it('reads UTF-16 of both byte orders by its mark', () => {
    const little = bytes('ff fe e5 65 1f 67 09 00 d3 7e 9c 67');
    const big = bytes('fe ff 65 e5 67 1f 00 09 7e d3 67 9c');
    for (const file of [little, big]) {
      const { value, problems } = decode(file, 'a.csv');
      expect(value).toEqual({ text: '日期\t结果', encoding: 'UTF-16' });
      expect(placed(problems)).toEqual([['file/decoded', null, null]]);
    }
  });

  it('reads an empty file and a file of a mark alone as no text', () => {
    expect(decode(new Uint8Array(), 'a.csv')).toEqual({ value: { text: '', encoding: 'UTF-8' }, problems: [] });
    expect(decode(bytes('ef bb bf'), 'a.csv').value?.text).toBe('');
    expect(decode(bytes('ff fe'), 'a.csv').value?.text).toBe('');
  });

  it.each([
    ['UTF-16 without a mark', 'e5 65 1f 67 2c 00 31 00'],
    ['UTF-16 cut in the middle of a character', 'ff fe e5 65 1f'],
    ['UTF-8 with a mark and a broken character', 'ef bb bf e6 97 2c'],
    ['bytes that neither UTF-8 nor GB18030 allows', 'c8 d5 ff ff 0a'],
    ['a replacement character that an earlier conversion left', 'e6 97 a5 ef bf bd 2c 31'],
  ])('refuses %s', (_, hex) => {
    const { value, problems } = decode(bytes(hex), 'data/a.csv');
    expect(value).toBeNull();
    expect(problems.map(({ code, file }) => [code, file])).toEqual([['file/encoding', 'data/a.csv']]);
    expect(problems[0]?.hint).toContain('CSV UTF-8');
  });

  it.each([
    ['UTF-8', 'e6 97 a5', '00', '空字节'],
    ['UTF-8 with a mark', 'ef bb bf e6 97 a5', '00', '空字节'],
    ['GB18030', 'c8 d5', '00', '空字节'],
    ['UTF-16', 'ff fe e5 65', '00 00', '标明是 UTF-16'],
  ])('refuses %s that holds a NUL', (_, word, nul, said) => {
    const { value, problems } = decode(bytes(`${word}${' 20 20'.repeat(60)} ${nul}`), 'a.csv');
    expect(value).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['file/encoding']);
    expect(problems[0]?.message).toContain(said);
  });

  it.each([
    ['an .xlsx', '50 4b 03 04 14 00 06 00', '工作簿'],
    ['an .xls or .et', 'd0 cf 11 e0 a1 b1 1a e1', '工作簿'],
    ['a PDF', '25 50 44 46 2d 31 2e 37', 'PDF'],
  ])('recognises %s under the name of a CSV', (_, hex, word) => {
    const { value, problems } = decode(bytes(hex), 'a.csv');
    expect(value).toBeNull();
    expect(placed(problems)).toEqual([['file/encoding', null, null]]);
    expect(problems[0]?.message).toContain(word);
  });

  it('recognises a web page under the name of a CSV, with a mark and in capitals too', () => {
    for (const page of ['<html><table>', '\ufeff<!DOCTYPE html>', '\r\n  <TABLE border=1>', '<?xml version="1.0"?>']) {
      expect(placed(decode(bytesOf(page), 'a.csv').problems)).toEqual([['file/encoding', null, null]]);
    }
    expect(decode(bytesOf('日期,备注\n2026-09-01,<html> 是标签'), 'a.csv').value?.encoding).toBe('UTF-8');
  });
});

describe('laws of decode', () => {
  it('never throws, and gives either a text or one error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (any) => {
        const { value, problems } = decode(any, 'a.csv');
        expect(problems.filter(({ severity }) => severity === 'error')).toHaveLength(value === null ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives back any text that was written as UTF-8, with or without a mark', () => {
    const plain = fc.string({ unit: 'binary' }).filter((any) => !/[\0\ufffd<]|^\ufeff|^PK|^%PDF/u.test(any));
    fc.assert(
      fc.property(plain, fc.boolean(), (any, mark) => {
        expect(decode(bytesOf(mark ? `\ufeff${any}` : any), 'a.csv').value?.text).toBe(any);
      }),
    );
  });
});
