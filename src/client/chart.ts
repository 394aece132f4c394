/*
 * Makes the vector charts interactive, on demand: nothing is fetched until a chart is near the screen and the reader
 * points at it, focuses it or touches it. Whatever fails, the vector picture stays.
 */

const wakeUp = ['pointerenter', 'focusin', 'touchstart'] as const;

async function enliven(figure: HTMLElement): Promise<void> {
  const data = figure.querySelector('script[type="application/json"]');
  const boxes = Array.from(figure.querySelectorAll<HTMLElement>('.chart-box'));
  if (data === null || boxes.length === 0) return;
  try {
    const { draw } = await import('./canvas.ts');
    draw(figure, boxes, JSON.parse(data.textContent ?? ''));
  } catch (error) {
    console.warn('chart stays a picture', error);
  }
}

/** Waits for the first sign of interest in a chart that is near. */
function listen(figure: HTMLElement): void {
  const awake = () => {
    for (const name of wakeUp) figure.removeEventListener(name, awake);
    void enliven(figure);
  };
  for (const name of wakeUp) figure.addEventListener(name, awake, { passive: true });
}

function watch(figures: readonly HTMLElement[]): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        observer.unobserve(target);
        listen(target);
      }
    },
    { rootMargin: '200px' },
  );
  for (const figure of figures) observer.observe(figure);
}

/** On paper the table beside each picture is open; afterwards it is as the reader had left it. */
function openForPrint(figures: readonly HTMLElement[]): void {
  const tables = figures.flatMap((figure) => Array.from(figure.querySelectorAll('details')));
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    opened = tables.filter((each) => !each.open);
    for (const each of opened) each.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const each of opened) each.open = false;
  });
}

const figures = Array.from(document.querySelectorAll<HTMLElement>('figure[data-chart]'));
if ('IntersectionObserver' in window) watch(figures);
openForPrint(figures);
