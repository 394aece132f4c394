import styles from '../styles/no-script.css?raw';

/** A style sheet with an address of its own: it is loaded only where scripts do not run. */
export const GET = () => new Response(styles);
