import { everything, pageOfAll } from './library.ts';

/** One page for each procedure. */
export const procedurePaths = () =>
  everything().project.content.procedures.map((procedure) => pageOfAll({ id: procedure.id }, { procedure }));

/** One page for each address that has changed; it leads to the new one. */
export function movedPaths() {
  const redirects = everything().project.content.redirects?.data.redirects ?? [];
  return redirects.map((redirect) => pageOfAll({ moved: redirect.from.replace(/^\/|\/$/gu, '') }, redirect));
}
