import { describe, expect, it } from 'vitest';
import { bytesOfText } from './archive.ts';
import { checkSums, sumsName, sumsText } from './sums.ts';

/** As `printf a | sha256sum` and `printf b | sha256sum` print them. */
const ofA = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';
const ofB = '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d';

const files = new Map([
  ['data/b.csv', bytesOfText('b')],
  ['data/a.csv', bytesOfText('a')],
]);
const listed = `${ofA}  data/a.csv\n${ofB}  data/b.csv\n`;
const found = (changes: Readonly<Record<string, string | null>>) => {
  const all = new Map([...files, [sumsName, bytesOfText(listed)] as const]);
  for (const [path, text] of Object.entries(changes))
    if (text === null) all.delete(path);
    else all.set(path, bytesOfText(text));
  return checkSums(all).map(({ code, file, message }) => `${code} ${file} ${message}`);
};

describe('the list of sums', () => {
  it('is what sha256sum writes, in the order of the paths', () => {
    expect(sumsText(files)).toBe(listed);
  });

  it('fits the files that it lists', () => {
    expect(found({})).toEqual([]);
    expect(found({ [sumsName]: listed.replaceAll('  ', ' *') })).toEqual([]);
  });

  it('tells a changed, a missing and an added file', () => {
    expect(found({ 'data/a.csv': 'b', 'data/b.csv': null, 'data/c.csv': 'a' })).toEqual([
      'bundle/changed data/a.csv 文件的内容变了：SHA-256 与 SHA256SUMS 不符',
      'bundle/changed data/b.csv SHA256SUMS 列出的文件不在包里',
      'bundle/changed data/c.csv 文件没有列入 SHA256SUMS',
    ]);
  });

  it('must be there, and be read whole', () => {
    expect(found({ [sumsName]: null })).toEqual(['bundle/changed SHA256SUMS 包里没有 SHA256SUMS']);
    expect(found({ [sumsName]: `${listed}abc  data/d.csv\n` })).toEqual(['bundle/changed SHA256SUMS SHA256SUMS 有读不懂的行']);
  });
});
