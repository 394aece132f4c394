/*
 * Makes the vector charts interactive, on demand: nothing is fetched until the reader points at a chart, focuses it or
 * touches it. Whatever fails, the vector picture stays.
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

/** Waits for the first sign of interest in a chart. */
function listen(figure: HTMLElement): void {
  const awake = () => {
    for (const name of wakeUp) figure.removeEventListener(name, awake);
    void enliven(figure);
  };
  for (const name of wakeUp) figure.addEventListener(name, awake, { passive: true });
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
for (const figure of figures) listen(figure);
openForPrint(figures);
