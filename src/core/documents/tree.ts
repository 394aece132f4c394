import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxExpressionFromMarkdown } from 'mdast-util-mdx-expression';
import { mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';
import { gfm } from 'micromark-extension-gfm';
import { mdx } from 'micromark-extension-mdx';
import { type Outcome, type Place, type Problem, problem } from '../problem/problem.ts';
import type { Document } from './document.ts';

/** A body as it stands in its file. */
export type Source = Pick<Document<unknown>, 'file' | 'body' | 'bodyLine'>;

/**
 * Markdown with tables and footnotes, and MDX's components and braces. The parser knows no JavaScript: what stands in braces
 * is a text, to be refused. The build's own tree is judged by the same rules before it is compiled (site/admit), because two
 * parsers never agree on what is text and what is code.
 */
const grammar = {
  extensions: [gfm(), mdx()],
  mdastExtensions: [gfmFromMarkdown(), mdxJsxFromMarkdown(), mdxExpressionFromMarkdown()],
};

/** The same without tables, footnotes, tasks, strikes and bare addresses, which cost half of the time. */
const plainGrammar = { extensions: [mdx()], mdastExtensions: [mdxJsxFromMarkdown(), mdxExpressionFromMarkdown()] };

/** What each of these is written with. A table without bars has a colon beside a dash; an address may be written in entities. */
const extras = /[|~@&[]|:-|-:|www|http/iu;

/** The node of a component. */
export type ElementNode = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

export const isElement = (node: Nodes): node is ElementNode =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** Where a node begins in its file. */
export function placeIn({ file, bodyLine }: Source, { position }: Pick<Nodes, 'position'>): Place {
  if (position === undefined) return { file };
  return { file, line: position.start.line + bodyLine - 1, column: position.start.column };
}

/** A node of a tree, with how many stand above it and whether those are components only. */
export interface Visit {
  readonly node: Nodes;
  readonly depth: number;
  readonly outermost: boolean;
}

/** The nodes of a tree in reading order, however deep it is. */
export function visitsOf(root: Root): Visit[] {
  const found: Visit[] = [];
  const waiting: Visit[] = [{ node: root, depth: 0, outermost: true }];
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    found.push(visit);
    const { node, depth, outermost } = visit;
    if (!('children' in node)) continue;
    const inside = outermost && (node.type === 'root' || node.type === 'mdxJsxFlowElement');
    for (const child of [...node.children].reverse()) waiting.push({ node: child, depth: depth + 1, outermost: inside });
  }
  return found;
}

/** What the parser's rules find, by their names. */
const faultWords: Readonly<Record<string, string>> = {
  'unexpected-character': '这里的“<”或“{”不成组件，也不成文字',
  'unexpected-eof': '“{”或“<”没有结束',
  'unexpected-lazy': '标签或花括号没有写完，列表或引用就结束了',
  'unexpected-closing-slash': '有结束标签，没有开始标签',
  'unexpected-attribute': '结束标签里不能有属性',
  'unexpected-self-closing-slash': '结束标签不能再自己结束',
  'end-tag-mismatch': '标签没有成对',
};

/** Positions that the parser writes into its messages; they count from the body's first line. */
const span = /\((\d+):(\d+)-\d+:\d+\)/u;

/** A parser's error as a problem: at the position that it names, or at the tag that is still open at the end of the body. */
function syntaxProblem(error: unknown, { file, bodyLine }: Source): Problem {
  const text = String(error);
  const told: object = typeof error === 'object' && error !== null ? error : {};
  const [, line = 1, column = 1] =
    'line' in told && typeof told.line === 'number'
      ? [text, told.line, 'column' in told ? Number(told.column) : 1]
      : (span.exec(text) ?? []);
  const rule = 'ruleId' in told ? String(told.ruleId) : '';
  const tags = rule === 'end-tag-mismatch' ? [...text.matchAll(/`(<[^`]*>)`/gu)].map(([, tag]) => tag).join('、') : '';
  const words = `${faultWords[rule] ?? '正文不能识别'}${tags === '' ? '' : `：${tags}`}`;
  const hint = '标签要成对；不写 HTML；文字里的 < 写成 &lt;，{ 写成 \\{';
  return problem('document/syntax', { file, line: Number(line) + bodyLine - 1, column: Number(column) }, words, hint);
}

/** Deeper than any text is nested. Whatever walks a tree after this may call itself. */
const deepest = 100;

/** More than any document has; a parser of Markdown takes time that grows with the square of them. */
const mostMarks = 20_000;

/** Rows of list and quotation marks at the beginning of a line, each a level. */
const levels = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])(?=[ \t\-+*>\d])){100}/mu;

/** A body made to keep a parser busy; null for any that somebody wrote. */
function strangeMarks({ file, body, bodyLine }: Source): Problem | null {
  const place = { file, line: bodyLine };
  if ((body.match(/[*_~[\]`!]/gu)?.length ?? 0) > mostMarks)
    return problem(
      'document/syntax',
      place,
      `正文里的 * _ ~ [ ] 等记号多于 ${mostMarks} 个`,
      '请检查是否误贴了别的内容，或拆成几份文档',
    );
  if (levels.test(body)) return problem('document/syntax', place, `正文里嵌套了${deepest}层以上`, '请减少列表或引用的层次');
  return null;
}

/** What a document without a body has: half of them say all in their frontmatter. */
const blank = /^[ \t\n]*$/u;

/** The tree of a body with its nodes in reading order; null, with a `document/syntax`, for a body that does not parse. */
export function parseTree(source: Source): Outcome<{ readonly root: Root; readonly visits: readonly Visit[] } | null> {
  if (blank.test(source.body)) return { value: { root: { type: 'root', children: [] }, visits: [] }, problems: [] };
  const strange = strangeMarks(source);
  if (strange !== null) return { value: null, problems: [strange] };
  try {
    const root = fromMarkdown(source.body, extras.test(source.body) ? grammar : plainGrammar);
    const visits = visitsOf(root);
    const deep = visits.find(({ depth }) => depth > deepest);
    if (deep === undefined) return { value: { root, visits }, problems: [] };
    const words = `这里嵌套了${deepest}层以上`;
    return { value: null, problems: [problem('document/syntax', placeIn(source, deep.node), words, '请减少列表或引用的层次')] };
  } catch (error) {
    return { value: null, problems: [syntaxProblem(error, source)] };
  }
}
