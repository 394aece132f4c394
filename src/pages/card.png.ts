import { cardFile } from '../site/card.ts';

export const GET = () => new Response(cardFile(), { headers: { 'content-type': 'image/png' } });
