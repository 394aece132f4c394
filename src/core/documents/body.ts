import { createProcessor } from '@mdx-js/mdx';
import { type Outcome, type Place, problem } from '../problem/problem.ts';

/** A component as it stands in a document's body: its name, its plain attributes, its place. */
export interface Component {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly place: Place;
  /** Where it begins and ends in the body, in characters. */
  readonly span: readonly [number, number];
  /** The plain text inside, for search and for deciding whether there is any. */
  readonly text: string;
}

interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset?: number | undefined;
}

interface Node {
  readonly type: string;
  readonly name?: string | null | undefined;
  readonly value?: unknown;
  readonly ordered?: boolean | null | undefined;
  readonly attributes?: unknown;
  readonly children?: readonly Node[] | undefined;
  readonly position?: { readonly start: Point; readonly end: Point } | undefined;
}

const processor = createProcessor();

const textOf = (node: Node): string =>
  node.type === 'text' && typeof node.value === 'string' ? node.value : (node.children ?? []).map(textOf).join('');

/** An attribute's text: a plain string, or the source of an expression such as `{61}`. */
function attributeText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'value' in value ? String(value.value) : '';
}

/** The plain attributes of a component; spreads and anything else are left out. */
function attributesOf(node: Node): Record<string, string> {
  const listed: readonly unknown[] = Array.isArray(node.attributes) ? node.attributes : [];
  return Object.fromEntries(
    listed.flatMap((each) => {
      if (typeof each !== 'object' || each === null || !('name' in each) || typeof each.name !== 'string') return [];
      return [[each.name, attributeText('value' in each ? each.value : null)]];
    }),
  );
}

function collect(node: Node, file: string, bodyLine: number, found: Component[]) {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const attributes = attributesOf(node);
    const { start, end } = node.position ?? {};
    const place = start === undefined ? { file } : { file, line: start.line + bodyLine - 1, column: start.column };
    found.push({ name: node.name ?? '', attributes, place, span: [start?.offset ?? 0, end?.offset ?? 0], text: textOf(node) });
  }
  for (const child of node.children ?? []) collect(child, file, bodyLine, found);
}

/** Positions that MDX's parser writes into its messages; they count from the body's first line. */
const span = /\((\d+):(\d+)-\d+:\d+\)/u;

/** A position that MDX's parser attaches to its error, or the one of the tag that is still open at the end of the body. */
function errorPlace(error: unknown, file: string, bodyLine: number): Place {
  if (typeof error !== 'object' || error === null || !('line' in error) || typeof error.line !== 'number') {
    const [, line, column] = span.exec(String(error)) ?? [];
    return line === undefined ? { file, line: bodyLine } : { file, line: Number(line) + bodyLine - 1, column: Number(column) };
  }
  const column = 'column' in error && typeof error.column === 'number' ? { column: error.column } : {};
  return { file, line: error.line + bodyLine - 1, ...column };
}

/** The components of an MDX body in reading order. Reports `document/syntax` when the MDX does not parse. */
export function componentsOf(file: string, body: string, bodyLine: number): Outcome<Component[]> {
  try {
    const found: Component[] = [];
    collect(processor.parse(body), file, bodyLine, found);
    return { value: found, problems: [] };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const message = text.replace(span, (_, line) => `（第${Number(line) + bodyLine - 1}行）`);
    return {
      value: [],
      problems: [
        problem(
          'document/syntax',
          errorPlace(error, file, bodyLine),
          `正文的 MDX 有误：${message}`,
          '请检查标签是否成对、花括号与小于号是否转义',
        ),
      ],
    };
  }
}

/** A node of a body, with what readers of prose need: its plain text, its component's name and attributes, its place. */
export interface SyntaxNode {
  readonly type: string;
  /** The component's name; null for everything that is no component. */
  readonly name: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly value: string;
  readonly ordered: boolean;
  readonly place: Place;
  readonly children: readonly SyntaxNode[];
}

function syntaxOf(node: Node, file: string, bodyLine: number): SyntaxNode {
  const component = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  const start = node.position?.start;
  return {
    type: node.type,
    name: component ? (node.name ?? '') : null,
    attributes: component ? attributesOf(node) : {},
    value: typeof node.value === 'string' ? node.value : '',
    ordered: node.ordered === true,
    place: start === undefined ? { file } : { file, line: start.line + bodyLine - 1, column: start.column },
    children: (node.children ?? []).map((child) => syntaxOf(child, file, bodyLine)),
  };
}

/** The tree of a body; null when it does not parse. */
export function parseBody(file: string, body: string, bodyLine: number): SyntaxNode | null {
  try {
    return syntaxOf(processor.parse(body), file, bodyLine);
  } catch {
    return null;
  }
}
