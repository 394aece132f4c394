import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { placedIn } from '../testing/ledger.ts';
import { readEntry, readerOf, readFolder, readSingle, stemOf } from './library.ts';

const schema = z.strictObject({ id: z.string() });
const files = (texts: Readonly<Record<string, string>>) => new Map(Object.entries(texts));
const folder = (texts: Readonly<Record<string, string>>, skip: readonly string[] = []) =>
  readFolder(files(texts), 'content/procedures', readerOf(schema), ({ id }) => id, { skip });

describe('stemOf', () => {
  it('is the name of the file without its ending, dots and Chinese kept', () => {
    expect(stemOf('content/procedures/sop.toilet-cleaning.mdx')).toBe('sop.toilet-cleaning');
    expect(stemOf('content/attachments/附件-合同-20230101-001.mdx')).toBe('附件-合同-20230101-001');
    expect(stemOf('a.mdx')).toBe('a');
  });
});

describe('readEntry', () => {
  it('joins frontmatter and the components of the body', () => {
    const { value, problems } = readEntry('content/a.mdx', '---\nid: a\n---\n\n<Blank id="b" />\n', schema);
    expect(problems).toEqual([]);
    expect(value?.id).toBe('a');
    expect(value?.components).toMatchObject([{ name: 'Blank', attributes: { id: 'b' }, place: { line: 5, column: 1 } }]);
  });

  it('keeps an entry whose body is broken, so that its id stays known', () => {
    const { value, problems } = readEntry('content/a.mdx', '---\nid: a\n---\n\n文 {甲\n', schema);
    expect(value?.components).toEqual([]);
    expect(value?.tree.children).toEqual([]);
    expect(placedIn(problems)).toEqual([['document/syntax', 'content/a.mdx', 5, 5]]);
  });

  it('keeps the components of a body that is refused, and nothing of it to be shown', () => {
    const { value, problems } = readEntry('content/a.mdx', '---\nid: a\n---\n\n文{1}<Blank id="b" />\n', schema);
    expect(value?.components).toMatchObject([{ name: 'Blank' }]);
    expect(value?.tree.children).toEqual([]);
    expect(placedIn(problems)).toEqual([['document/code', 'content/a.mdx', 5, 2]]);
  });

  it('gives one problem for a broken frontmatter, not a second for the body', () => {
    const { value, problems } = readEntry('content/a.mdx', '---\nid: 5\n---\n\n{甲\n', schema);
    expect(value).toBeNull();
    expect(placedIn(problems)).toEqual([['document/field', 'content/a.mdx', 2, 5]]);
  });
});

describe('readFolder', () => {
  it('reads the documents of one folder by name', () => {
    const { value, problems } = folder({
      'content/procedures/b.mdx': '---\nid: b\n---\n',
      'content/procedures/a.mdx': '---\nid: a\n---\n',
      'content/procedures-old/c.mdx': '---\nid: c\n---\n',
      'content/plan/d.mdx': '---\nid: d\n---\n',
    });
    expect(problems).toEqual([]);
    expect(value.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('wants a document named after its id, so that no id is used twice', () => {
    const { value, problems } = folder({
      'content/procedures/a.mdx': '---\nid: a\n---\n',
      'content/procedures/b.mdx': '---\nid:   a\n---\n',
    });
    expect(placedIn(problems)).toEqual([['document/id', 'content/procedures/b.mdx', 2, 7]]);
    expect(value.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('goes on after a broken document', () => {
    const { value, problems } = folder({
      'content/procedures/a.mdx': '没有前言',
      'content/procedures/b.mdx': '---\nid: b\n---\n',
      'content/procedures/c.mdx': '---\nname: c\n---\n',
    });
    expect(placedIn(problems)).toEqual([
      ['document/syntax', 'content/procedures/a.mdx', 1, null],
      ['document/field', 'content/procedures/c.mdx', 2, 1],
      ['document/field', 'content/procedures/c.mdx', 2, 7],
    ]);
    expect(value.map(({ id }) => id)).toEqual(['b']);
  });

  it('leaves out what is no document, and what it is told to skip', () => {
    const read = folder(
      {
        'content/procedures/a.md': '---\nid: a\n---\n',
        'content/procedures/_a.mdx': '---\nid: a\n---\n',
        'content/procedures/more/a.mdx': '---\nid: a\n---\n',
        'content/procedures/index.mdx': '没有前言',
      },
      ['content/procedures/index.mdx'],
    );
    expect(read).toEqual({ value: [], problems: [] });
  });

  it('reads an empty folder as no documents', () => {
    expect(folder({})).toEqual({ value: [], problems: [] });
  });
});

describe('readerOf', () => {
  it('reads anew only what is written otherwise, or filled otherwise', () => {
    const reader = readerOf(schema);
    const [text, fill] = ['---\nid: a\n---\n\n文\n', (value: unknown) => value];
    const first = reader.read('content/a.mdx', text, fill);
    expect(reader.read('content/a.mdx', text, fill)).toBe(first);
    expect(reader.read('content/a.mdx', `${text}字\n`, fill).value?.body).toContain('字');
    expect(reader.read('content/a.mdx', text, (value) => value)).not.toBe(first);
    expect(reader.read('content/b.mdx', text, fill).value?.file).toBe('content/b.mdx');
  });
});

describe('readSingle', () => {
  it('wants the file', () => {
    expect(placedIn(readSingle(files({}), 'content/contract.mdx', readerOf(schema)).problems)).toEqual([
      ['file/missing', 'content/contract.mdx', null, null],
    ]);
    expect(readSingle(files({ 'a.mdx': '---\nid: a\n---\n' }), 'a.mdx', readerOf(schema)).value?.data).toEqual({ id: 'a' });
  });
});
