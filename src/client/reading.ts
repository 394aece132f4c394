/*
 * Small helps on every page: print, copy a permanent link, and say what to do in an app that blocks both. Everything works
 * without them.
 */

/** Says a word to the eye and to screen readers, and takes it back. */
function say(words: string): void {
  const status = document.querySelector('[data-said]');
  if (status === null) return;
  status.textContent = words;
  window.setTimeout(() => {
    status.textContent = '';
  }, 3000);
}

/** Copies a text; where the page is not served securely, by way of a selection. */
async function copy(text: string): Promise<boolean> {
  if (window.isSecureContext && 'clipboard' in navigator) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed: the way below may still be.
    }
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'hidden';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

/** Whether a link leads to the very thing in which it stands, a row or a clause: it is there to be copied. */
const isPermanent = (link: HTMLAnchorElement): boolean =>
  link.getAttribute('href') === `#${encodeURIComponent(link.closest('[id]')?.id ?? '')}`;

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const link = event.target.closest<HTMLAnchorElement>('a[href^="#"]');
  if (link !== null && isPermanent(link))
    void copy(link.href).then((done) => say(done ? '已复制这一处的网址' : '网址已在地址栏，请从那里复制'));
  if (event.target.closest('[data-print]') !== null) window.print();
});

const inApp = /MicroMessenger/iu.test(navigator.userAgent);
for (const button of Array.from(document.querySelectorAll('[data-print]'))) if (!inApp) button.removeAttribute('hidden');
if (inApp) document.querySelector('[data-in-app]')?.removeAttribute('hidden');
