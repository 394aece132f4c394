/**
 * What a page may load: this site's own files and nothing else. No inline script or style runs, so HTML that slips into a
 * page from a cell stays inert; no frames, plug-ins, base address or other host.
 */
const directives: readonly (readonly [string, ...string[]])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self'"],
  ['connect-src', "'self'"],
  ['worker-src', "'self'"],
  ['form-action', "'self'"],
  ['base-uri', "'none'"],
];

/** The content security policy of a page; `search` lets the search index compile, should its worker not start. */
export const policy = ({ search }: { readonly search: boolean }): string =>
  directives
    .map(([name, ...sources]) => [name, ...sources, ...(search && name === 'script-src' ? ["'wasm-unsafe-eval'"] : [])].join(' '))
    .join('; ');
