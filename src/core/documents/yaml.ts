import { Composer, CST, isNode, isScalar, LineCounter, Parser, visit, type Document as YamlDocument } from 'yaml';
import { type Outcome, type Place, type Problem, problem } from '../problem/problem.ts';

/** A text of YAML and where it begins in its file. */
interface Source {
  readonly file: string;
  readonly text: string;
  /** The line of the file on which the text begins. */
  readonly firstLine: number;
}

/** YAML as plain values, with the means to place a problem. */
export interface Values {
  readonly value: unknown;
  /** Where a field stands, by its path: at its value, or the nearest one above it. */
  place(path: readonly PropertyKey[]): Place;
}

/** Where the node at a path begins, or the nearest one above it. */
function offsetAt(yaml: YamlDocument, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = yaml.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return yaml.contents?.range?.[0] ?? 0;
}

/** What YAML can do beyond writing values down: name the type that a reader is to make of one, or repeat one, without end. */
const marks: Readonly<Record<string, { readonly words: string; readonly hint: string }>> = {
  tag: { words: '是类型标签', hint: '以 ! 开头的文字要加引号' },
  anchor: { words: '是给引用起的名称', hint: '以 & 开头的文字要加引号' },
  alias: { words: '是引用', hint: '以 * 开头的文字要加引号' },
};

interface Mark {
  readonly offset: number;
  readonly source: string;
  readonly type: string;
}

/** Tags, anchors and aliases in the tokens of a text. */
function marksIn(tokens: readonly CST.Token[]): Mark[] {
  const found: Mark[] = [];
  const keep = (token: CST.Token | null | undefined) => {
    if (token != null && 'source' in token && token.type in marks) found.push(token);
  };
  for (const token of tokens) {
    if (token.type !== 'document') continue;
    CST.visit(token, ({ start, key, sep, value }) => {
      for (const each of [...start, key, ...(sep ?? []), value]) keep(each);
    });
  }
  return found;
}

/** Keys that every object of JavaScript has already: a value under them would be lost or taken for something else. */
function inheritedKeys(yaml: YamlDocument): { readonly offset: number; readonly name: string }[] {
  const found: { offset: number; name: string }[] = [];
  visit(yaml, {
    Pair(_, { key }) {
      if (isScalar(key) && ['__proto__', 'constructor', 'prototype'].some((name) => String(key.value).split('.').includes(name)))
        found.push({ offset: key.range?.[0] ?? 0, name: String(key.value).slice(0, 40) });
    },
  });
  return found;
}

/** What a text holds that holds such a mark or key, or writes it in another way, which takes a backslash. */
const doubtful = /[!&*\\]|__proto__|constructor|prototype/u;

/** A text as tokens and as the document that they make, with the means to place a character of it. */
function composed({ file, text, firstLine }: Source) {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const [yaml, second] = new Composer({ logLevel: 'error' }).compose(tokens, true, text.length);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  return { tokens, yaml, second, placeAt };
}

/**
 * Where the fields of a sound text stand. Few texts are ever asked: the document is made once more for the first question, so
 * that nobody keeps those of all the others.
 */
function placing(source: Source): Values['place'] {
  let asked: ReturnType<typeof composed> | null = null;
  return (path) => {
    asked ??= composed(source);
    const { yaml, placeAt } = asked;
    return placeAt(yaml === undefined ? 0 : offsetAt(yaml, path));
  };
}

function valuesOf(source: Source): Outcome<Values | null> {
  const { tokens, yaml, second, placeAt } = composed(source);
  if (yaml === undefined) return { value: null, problems: [] };
  const fault = (offset: number, words: string, hint: string) => problem('document/syntax', placeAt(offset), words, hint);
  // Most texts need no way through all of their nodes; what has a fault may be nested too deep for one, which is then found out.
  const closely = yaml.errors.length > 0 || doubtful.test(source.text);
  const problems: Problem[] = [
    ...yaml.errors.map(({ pos, message }) => fault(pos[0], `YAML 有误：${message}`, '请检查缩进、冒号与引号')),
    ...(second === undefined ? [] : [fault(second.range[0], 'YAML 只能写一份', '请删去以 --- 开头的行')]),
    ...(closely ? inheritedKeys(yaml) : []).map(({ offset, name }) => fault(offset, `字段不能叫“${name}”`, '请改名或删去')),
    ...(closely ? marksIn(tokens) : []).map(({ offset, source: sign, type }) =>
      fault(offset, `“${sign.slice(0, 40)}”${marks[type]?.words ?? ''}，不能用`, marks[type]?.hint ?? ''),
    ),
  ];
  if (problems.length > 0) return { value: null, problems };
  return { value: { value: yaml.toJS(), place: placing(source) }, problems };
}

/** Reads YAML that holds nothing but values. Reports `document/syntax` for everything else, with line and column. */
export function readYaml(source: Source): Outcome<Values | null> {
  try {
    return valuesOf(source);
  } catch (error) {
    // The library calls itself for each level of a text.
    if (!(error instanceof RangeError)) throw error;
    const place = { file: source.file, line: source.firstLine };
    return { value: null, problems: [problem('document/syntax', place, 'YAML 嵌套太深，不能读取', '请减少层次')] };
  }
}
