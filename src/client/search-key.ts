// `/` and Ctrl+K go to the search from anywhere. A reader can turn `/` off, as a single key must be (WCAG 2.1.4).

const setting = 'search-key';

/** Storage may be forbidden; the key then stays on. */
export function slashOpens(): boolean {
  try {
    return localStorage.getItem(setting) !== 'off';
  } catch {
    return true;
  }
}

export function letSlashOpen(opens: boolean) {
  try {
    if (opens) localStorage.removeItem(setting);
    else localStorage.setItem(setting, 'off');
  } catch {
    // Without storage the choice cannot be kept.
  }
}

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

const wanted = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean => {
  if (altKey || shiftKey) return false;
  return ctrlKey || metaKey ? key.toLowerCase() === 'k' : key === '/' && slashOpens();
};

/** The visible search field of the page, or else the link to the search page. */
function open(): boolean {
  const fields = Array.from(document.querySelectorAll<HTMLInputElement>('form[role=search] input[type=search]'));
  const field = fields.filter((each) => each.offsetParent !== null)[0];
  if (field !== undefined) {
    field.focus();
    field.select();
    return true;
  }
  const link = document.querySelector<HTMLAnchorElement>('a[rel=search]');
  link?.click();
  return link !== null;
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || !wanted(event) || typesText(event.target)) return;
  if (open()) event.preventDefault();
});
