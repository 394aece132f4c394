import type { Nodes } from 'mdast';
import { type Problem, problem } from '../problem/problem.ts';
import { type AttributeKind, type Attributes, componentsIn } from './components.ts';
import { type ElementNode, placeIn, type Source, type Visit } from './tree.ts';

/** The beginning of something long or odd, as a message may show it. */
const excerpt = (text: string): string => `${text.slice(0, 40).replace(/\p{C}/gu, '␦')}${text.length > 40 ? '…' : ''}`;

const plainHint = '只是文字的，花括号写成 \\{ 和 \\}，或放进反引号';

const expressionProblem = (source: Source, node: Pick<Nodes, 'position'>, value: string): Problem =>
  problem('document/code', placeIn(source, node), `花括号里的“${excerpt(value)}”是表达式，正文不能写`, plainHint);

type AttributeNode = ElementNode['attributes'][number];

const isNumber = (text: string): boolean => /^\d{1,9}$/u.test(text.trim());

/** What is wrong with the value of an attribute that its component takes. */
function valueProblem(source: Source, node: Extract<AttributeNode, { type: 'mdxJsxAttribute' }>, kind: AttributeKind): Problem[] {
  const { name, value } = node;
  const place = placeIn(source, node);
  if (value === null || value === undefined)
    return [problem('document/element', place, `属性“${name}”没有值`, `写成 ${name}="…"`)];
  if (typeof value !== 'string' && (kind !== 'number' || !isNumber(value.value)))
    return [
      problem('document/code', place, `属性“${name}”的值是表达式“${excerpt(value.value)}”，不能写`, `文字写成 ${name}="…"`),
    ];
  if (typeof value === 'string' && kind === 'number' && !isNumber(value))
    return [problem('document/element', place, `属性“${name}”应为整数，写的是“${excerpt(value)}”`, `写成 ${name}={61}`)];
  return [];
}

function attributeProblems(source: Source, { name, attributes }: ElementNode, known: Attributes): Problem[] {
  const kinds = new Map(Object.entries(known));
  const seen = new Set<string>();
  return attributes.flatMap((each): Problem[] => {
    const place = placeIn(source, each);
    if (each.type === 'mdxJsxExpressionAttribute') return [expressionProblem(source, each, each.value)];
    const kind = kinds.get(each.name);
    if (kind === undefined) {
      const hint = kinds.size === 0 ? '它不带属性' : `它的属性是 ${[...kinds.keys()].join('、')}`;
      return [problem('document/element', place, `组件“${name}”没有属性“${excerpt(each.name)}”`, hint)];
    }
    if (seen.has(each.name)) return [problem('document/element', place, `属性“${each.name}”写了两次`, '请删去一处')];
    seen.add(each.name);
    return valueProblem(source, each, kind);
  });
}

function elementProblems(source: Source, node: ElementNode): Problem[] {
  const components = componentsIn(source.file);
  const name = node.name ?? '';
  const known = components.get(name);
  if (known !== undefined) return attributeProblems(source, node, known);
  const hint = `只写 Markdown 和列出的组件：${[...components.keys()].join('、')}；文字里的 < 写成 &lt;`;
  return [problem('document/element', placeIn(source, node), `正文里不能写“<${excerpt(name)}>”`, hint)];
}

/** A page of this site, for addresses that are relative to it. */
const page = 'http://site.invalid/folder/page/';

/** An address as a browser reads it: it drops spaces and control characters, and knows more ways to name another host than we do. */
function urlOf(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** Why a link may not lead somewhere; null when it may. */
function linkFault(address: string): string | null {
  const absolute = urlOf(address);
  if (absolute !== null) return schemes.includes(absolute.protocol) ? null : `不能用 ${excerpt(absolute.protocol)} 开头的链接`;
  const own = urlOf(address, page);
  if (own === null) return `“${excerpt(address)}”不成网址`;
  return own.origin === new URL(page).origin ? null : `“${excerpt(address)}”没有写明 https://，却指向别的主机`;
}

/** Why a picture may not be shown; null when it is one of this site's own files. A page asks no other host for anything. */
function imageFault(address: string): string | null {
  const own = urlOf(address) === null ? urlOf(address, page) : null;
  const isOwn = own !== null && own.origin === new URL(page).origin && address.startsWith('/');
  return isOwn ? null : `图片“${excerpt(address)}”不是本站的文件`;
}

function addressProblems(source: Source, node: Extract<Nodes, { url: string }>, isImage: boolean): Problem[] {
  const fault = isImage ? imageFault(node.url) : linkFault(node.url);
  const hint = isImage
    ? '图片放进 public 文件夹，写成 /文件名'
    : '链接写本站的路径，或以 http://、https://、mailto:、tel: 开头的地址';
  return fault === null ? [] : [problem('document/address', placeIn(source, node), fault, hint)];
}

/** MDX would read a paragraph that begins so as a statement. */
const statement = /^(import|export)[\s{*"'(]/u;

function statementProblems(source: Source, { node, outermost }: Visit): Problem[] {
  const start = node.position?.start;
  if (!outermost || start?.column !== 1) return [];
  const [, word] = statement.exec(source.body.slice(start.offset, (start.offset ?? 0) + 8)) ?? [];
  if (word === undefined) return [];
  const hint = `只是文字的，不要让一段以 ${word} 开头，或放进反引号`;
  return [problem('document/code', placeIn(source, node), `正文里不能写 ${word}`, hint)];
}

/**
 * What stands in a body and may not: a body holds Markdown and the listed components with plain attributes. Everything that
 * MDX, HTML or a browser could run is refused where it stands: `document/code` for import, export and expressions (comments are
 * expressions), `document/element` for HTML, other components and attributes, `document/address` for links and pictures.
 */
export function admissionProblems(visits: readonly Visit[], source: Source): Problem[] {
  const pictured = new Set(visits.flatMap(({ node }) => (node.type === 'imageReference' ? [node.identifier] : [])));
  return visits.flatMap((visit): Problem[] => {
    const { node } = visit;
    switch (node.type) {
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return [expressionProblem(source, node, node.value)];
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return elementProblems(source, node);
      case 'link':
        return addressProblems(source, node, false);
      case 'image':
        return addressProblems(source, node, true);
      case 'definition':
        return addressProblems(source, node, pictured.has(node.identifier));
      case 'paragraph':
        return statementProblems(source, visit);
      case 'root':
      case 'text':
      case 'heading':
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'inlineCode':
      case 'code':
      case 'blockquote':
      case 'list':
      case 'listItem':
      case 'thematicBreak':
      case 'break':
      case 'table':
      case 'tableRow':
      case 'tableCell':
      case 'linkReference':
      case 'imageReference':
      case 'footnoteReference':
      case 'footnoteDefinition':
        return [];
      default:
        return [problem('document/element', placeIn(source, node), '正文里不能有这种写法', '只写 Markdown 和列出的组件')];
    }
  });
}
