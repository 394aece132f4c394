/** Milliseconds in which a finger that has left the screen becomes a click. */
const tap = 100;

/** A press ends on the link on which it began: what arrives meanwhile is shown after it. */
export function afterPress(work: () => void): void {
  const ends = ['pointerup', 'pointercancel', 'keyup'];
  const over = () => {
    for (const name of ends) document.removeEventListener(name, over);
    window.setTimeout(work, tap);
  };
  for (const name of ends) document.addEventListener(name, over);
}
