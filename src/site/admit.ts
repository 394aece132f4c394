import { AstroError } from 'astro/errors';
import type { Root } from 'mdast';
import { admissionProblems } from '../core/documents/admission.ts';
import { visitsOf } from '../core/documents/tree.ts';
import { asText } from '../core/problem/print.ts';
import { contractRoot, pathBelow } from '../disk/root.ts';

/** What a plugin of the Markdown processor is told of the file whose tree it gets. */
interface Processed {
  readonly path?: string;
  readonly value?: unknown;
}

/**
 * Judges the tree that the build is about to compile by the rules that the check judged its own by. The two parsers may not
 * agree on what is text and what is code: what the check let pass as text does not run when the compiler takes it for code.
 */
export const admit = () => (tree: Root, processed: Processed) => {
  const path = processed.path ?? '';
  const file = pathBelow(contractRoot(), path) ?? path;
  const source = { file, body: String(processed.value ?? ''), bodyLine: 1 };
  const problems = admissionProblems(visitsOf(tree), source);
  if (problems.length > 0) throw new AstroError('正文里有不能写的内容，没有构建任何页面', asText(problems));
};
