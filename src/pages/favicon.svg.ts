import picture from '../styles/favicon.svg?raw';

/** The site's sign in a browser's tab. */
export const GET = () => new Response(picture);
