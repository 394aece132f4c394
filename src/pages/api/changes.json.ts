import type { APIRoute } from 'astro';
import { releasesTwin } from '../../core/changes/twin.ts';
import { latestReleases } from '../../site/changes.ts';
import { everything } from '../../site/library.ts';

/** The latest releases with what they changed. */
export const GET: APIRoute = () => {
  const twin = releasesTwin(latestReleases()?.releases ?? [], everything().project.provenance);
  return new Response(`${JSON.stringify(twin)}\n`);
};
