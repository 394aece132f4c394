import { unified } from '@astrojs/markdown-remark';
import { expect, it } from 'vitest';
import { admit } from './admit.ts';
import { align } from './align.ts';

const path = '/srv/project/content/procedures/sop.a.mdx';

/** What the build's own compiler makes of a body, by the settings of astro.config.mjs. */
async function compiled(body: string): Promise<string> {
  const processor = unified({ remarkPlugins: [admit], rehypePlugins: [align], smartypants: false });
  const options = { syntaxHighlight: false, shikiConfig: {}, gfm: true, smartypants: false } as const;
  const renderer = await processor.createMdxRenderer?.(options, { optimize: false, srcDir: new URL('file:///srv/project/src/') });
  if (renderer === undefined) throw new Error('no MDX');
  return (await renderer.process(body, path, {})).code;
}

it('compiles Markdown and listed components', async () => {
  expect(await compiled('文字 `{x}`，<Blank id="a.b" />\n\n[^1]\n\n[^1]: 脚注\n')).toContain('Blank');
});

it('aligns cells without an inline style', async () => {
  const code = await compiled('| 甲 | 乙 |\n| --- | ---: |\n| 1 | 2 |\n');
  expect(code).toContain('"data-align": "right"');
  expect(code).not.toContain('style');
});

it.each([
  ['an import', 'import fs from "node:fs";\n\n文'],
  ['an export', '文\n\nexport const a = 1;\n'],
  ['an expression', '文 {1 + 1}\n'],
  ['an expression in a footnote', '[^1]\n\n[^1]: {1 + 1}\n'],
  ['a comment', '{/* 文 */}\n'],
  ['an attribute with code', '<Blank id={process.env.HOME} />\n'],
  ['another element', '<script>1</script>\n'],
  ['another scheme', '[文](javascript:1)\n'],
])('stops the build at %s', async (_, body) => {
  await expect(compiled(body)).rejects.toMatchObject({ hint: expect.stringContaining('content/procedures/sop.a.mdx:') });
});
