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

/**
 * What some pages need beyond that: `search` lets the search index compile, should its worker not start; `check` starts its
 * worker from words of its own, because a worker is bound by the policy of the page only then.
 */
const exceptions = { search: ['script-src', "'wasm-unsafe-eval'"], check: ['worker-src', 'blob:'] } as const;
export type Exception = keyof typeof exceptions;

/** The content security policy of a page with the exceptions that it needs. */
export const policy = (needs: readonly Exception[] = []): string =>
  directives
    .map(([name, ...sources]) => {
      const more = needs.map((need) => exceptions[need]).flatMap(([directive, source]) => (directive === name ? [source] : []));
      return [name, ...sources, ...more].join(' ');
    })
    .join('; ');
