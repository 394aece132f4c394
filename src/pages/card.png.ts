import { cardFile } from '../site/card.ts';
import { everything } from '../site/library.ts';

export const GET = () => new Response(cardFile(everything()), { headers: { 'content-type': 'image/png' } });
