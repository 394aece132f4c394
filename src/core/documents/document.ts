import type { z } from 'zod';
import { type Outcome, type Place, type Problem, problem } from '../problem/problem.ts';
import { type Filling, type Token, tokensIn } from './filling.ts';
import { readYaml, type Values } from './yaml.ts';

/** A document whose frontmatter fits its schema, with the means to place a problem. */
export interface Document<T> {
  readonly file: string;
  readonly data: T;
  /** The frontmatter as it is written, before blanks are filled. */
  readonly written: unknown;
  /** The MDX below the frontmatter. */
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
  /** Blanks named in the frontmatter's strings. */
  readonly tokens: readonly Token[];
  /** Where a field of the frontmatter stands, by its path. */
  place(path: readonly PropertyKey[]): Place;
}

/** Zod's findings in Chinese, each at the field concerned. */
function issueProblem(issue: z.core.$ZodIssue, front: Values): Problem {
  const place = front.place(issue.path);
  const field = issue.path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return problem(
        'document/field',
        front.place([...issue.path, issue.keys[0] ?? '']),
        `不认识的字段“${issue.keys.join('、')}”`,
        '请删去，或核对拼写',
      );
    case 'invalid_type':
      return issue.input === undefined
        ? problem('document/field', place, `缺少字段“${field}”`, '请补上这个字段')
        : problem('document/field', place, `字段“${field}”的类型不对，应为 ${issue.expected}`, '请核对写法');
    case 'invalid_value':
      return problem('document/field', place, `字段“${field}”的取值不对`, `可取 ${issue.values.map(String).join('、')}`);
    case 'invalid_union': {
      const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0]?.[0];
      if (nearest !== undefined) return issueProblem({ ...nearest, path: [...issue.path, ...nearest.path] }, front);
      return problem('document/field', place, `字段“${field}”的写法不对`, '请对照同类文件');
    }
    default:
      return problem(
        'document/field',
        place,
        field === '' ? issue.message : `字段“${field}”：${issue.message}`,
        '请改正后再提交',
      );
  }
}

/** A text that was not UTF-8, or whose lines end as no compiler of MDX knows; null for a sound one. */
function damageOf(file: string, text: string): Problem | null {
  const at = text.search(/\ufffd|\r(?!\n)/u);
  if (at === -1) return null;
  const line = text.slice(0, at).split('\n').length;
  return text.charAt(at) === '\r'
    ? problem('document/syntax', { file, line }, '换行用了单独的回车符', '请用编辑器把换行改为 LF 或 CRLF 后保存')
    : problem('file/encoding', { file, line }, '有字不是 UTF-8 编码，已不能认出', '请用编辑器另存为 UTF-8 后重新提交');
}

/**
 * Splits an MDX file into frontmatter and body and checks the frontmatter against a schema.
 * Reports `document/syntax` for YAML that does not parse and `document/field` for each field at fault, with line and column.
 */
export function parseDocument<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  fill: Filling = (value) => value,
): Outcome<Document<z.infer<S>> | null> {
  const damaged = damageOf(file, text);
  if (damaged !== null) return { value: null, problems: [damaged] };
  const unified = text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  const match = /^---\n([\s\S]*?)\n---(?:\n|$)/u.exec(unified);
  if (match === null) {
    return {
      value: null,
      problems: [problem('document/syntax', { file, line: 1 }, '文件没有以 --- 开头和结尾的前言', '请在文件开头写 YAML 前言')],
    };
  }
  const { value: front, problems } = readYaml({ file, text: match[1] ?? '', firstLine: 2 });
  if (front === null) return { value: null, problems };
  const tokens = tokensIn(front.value);
  const filled = tokens.length === 0 ? front.value : fill(front.value);
  // To compile a schema takes longer than to judge the few documents of a kind by it.
  const parsed = schema.safeParse(filled, { reportInput: true, jitless: true });
  if (!parsed.success) return { value: null, problems: parsed.error.issues.map((issue) => issueProblem(issue, front)) };
  const bodyLine = match[0].split('\n').length;
  const value = {
    file,
    data: parsed.data,
    written: front.value,
    body: unified.slice(match[0].length),
    bodyLine,
    tokens,
    place: front.place,
  };
  return { value, problems: [] };
}
