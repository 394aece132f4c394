import type { APIRoute } from 'astro';
import { documentName } from '../../core/reports/evidence.ts';
import { publishedDocument } from '../../site/documents.ts';
import { everything, pageOfAll } from '../../site/library.ts';

/** One file for each document that may be published, under its number; no other is read. */
export const getStaticPaths = () =>
  everything().evidence.documents.flatMap((document) => {
    const name = documentName(document);
    return name === null ? [] : [pageOfAll({ name }, { document })];
  });

export const GET: APIRoute = ({ props }) => new Response(publishedDocument(props.document));
