import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What a file of code says, comments aside. */
export interface Code {
  readonly file: string;
  /** Its words as a reader could see them: literals, templates and markup. */
  readonly text: string;
  /** The same in pieces, with the names of properties. */
  readonly said: readonly string[];
  /** The columns that it asks a row for: `values.x` and `values['x']`. */
  readonly asked: readonly string[];
}

/** Names of properties, where an object is written, taken apart or described. */
function propertyOf(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  const named =
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isPropertySignature(node) ||
    ts.isBindingElement(node);
  return named && ts.isIdentifier(node.name) ? node.name.text : null;
}

function literalOf(node: ts.Node): string | null {
  const literal =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node) ||
    ts.isRegularExpressionLiteral(node);
  return literal ? node.text : null;
}

function script(text: string): { readonly literals: string[]; readonly properties: string[] } {
  const literals: string[] = [];
  const properties: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    const [literal, property] = [literalOf(node), propertyOf(node)];
    if (literal !== null) literals.push(literal);
    if (property !== null) properties.push(property);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('code.ts', text, ts.ScriptTarget.Latest));
  return { literals, properties };
}

/** What stands in quotation marks or behind a dot in markup; expressions inside a template are taken apart from its text. */
function pieces(markup: string): string[] {
  const found = markup.matchAll(/"([^"\n]*)"|'([^'\n]*)'|`([^`]*)`|\.([a-zA-Z]\w*)/gu);
  return [...found].flatMap(([, double, single, template, property]) =>
    template === undefined ? [double ?? single ?? property ?? ''] : template.split(/\$\{|\}/u).flatMap(inTemplate),
  );
}

const inTemplate = (part: string, at: number): string[] => (at % 2 === 0 ? [part] : part.split(/[^\w'-]+/u));

const uncommented = (markup: string): string =>
  markup.replace(/<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/gu, '').replace(/(^|\s)\/\/ .*$/gmu, '$1');

/** What a text of code says; `.astro` files are a script and markup. */
export function codeOf(file: string, text: string): Code {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text) ?? [];
  const isPage = file.endsWith('.astro');
  const { literals, properties } = script(isPage ? (front ?? '') : text);
  const markup = isPage ? uncommented(body ?? text) : '';
  const asked = [...text.matchAll(/\bvalues\??\.(?:\[')?(\w+)|\bvalues\['(\w+)'\]/gu)].map(
    ([, name, quoted]) => name ?? quoted ?? '',
  );
  return { file, text: [...literals, markup].join('\n'), said: [...literals, ...properties, ...pieces(markup)], asked };
}

/** The code in a folder, tests and what only they use aside. */
export function codeIn(folder: string): Code[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path === join('src', 'core', 'testing') ? [] : codeIn(path);
    return /\.(?:ts|mjs|astro)$/u.test(path) && !path.endsWith('.test.ts') ? [codeOf(path, readFileSync(path, 'utf8'))] : [];
  });
}
