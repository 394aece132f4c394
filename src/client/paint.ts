import type { Verdict } from '../core/indicators/verdict.ts';

/** The page's colours as they are now, light or dark. */
export function palette(element: Element) {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: colour('ink'),
    paper: colour('paper'),
    muted: colour('muted'),
    rule: colour('rule'),
    accent: colour('accent'),
    met: colour('met'),
    missed: colour('missed'),
    unknown: colour('unknown'),
    font: style.fontFamily,
  };
}
export type Palette = ReturnType<typeof palette>;

export const colourOf = (verdict: Verdict, colours: Palette): string =>
  verdict === 'met' ? colours.met : verdict === 'missed' ? colours.missed : colours.unknown;

/** The half disc, which Chart.js does not have. */
export function halfDisc(colours: Palette): HTMLCanvasElement | 'rectRot' {
  const canvas = document.createElement('canvas');
  canvas.width = 12;
  canvas.height = 12;
  const context = canvas.getContext('2d');
  if (context === null) return 'rectRot';
  context.fillStyle = colours.paper;
  context.strokeStyle = colours.unknown;
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(6, 6, 5, 0, Math.PI * 2);
  context.fill();
  context.stroke();
  context.fillStyle = colours.unknown;
  context.beginPath();
  context.arc(6, 6, 5, Math.PI / 2, Math.PI * 1.5);
  context.fill();
  return canvas;
}

/** An area's fill: plain, or hatched as in the vector picture. */
export function hatched(fill: string, lines: string, draw: (context: CanvasRenderingContext2D) => void): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = 8;
  tile.height = 8;
  const context = tile.getContext('2d');
  if (context === null) return fill;
  context.fillStyle = fill;
  context.fillRect(0, 0, 8, 8);
  context.strokeStyle = lines;
  context.fillStyle = lines;
  context.lineWidth = 2;
  context.beginPath();
  draw(context);
  return context.createPattern(tile, 'repeat') ?? fill;
}

export const slashes = (context: CanvasRenderingContext2D) => {
  for (const [left, low, right, high] of [
    [-2, 2, 2, -2],
    [0, 8, 8, 0],
    [6, 10, 10, 6],
  ] as const) {
    context.moveTo(left, low);
    context.lineTo(right, high);
  }
  context.stroke();
};
const dots = (context: CanvasRenderingContext2D) => {
  context.arc(2, 2, 1.3, 0, Math.PI * 2);
  context.arc(6, 6, 1.3, 0, Math.PI * 2);
  context.fill();
};
const dashes = (context: CanvasRenderingContext2D) => {
  context.moveTo(0, 4);
  context.lineTo(8, 4);
  context.stroke();
};

const uprights = (context: CanvasRenderingContext2D) => {
  context.moveTo(4, 0);
  context.lineTo(4, 8);
  context.stroke();
};

export function fillOf(verdict: Verdict, colours: Palette): CanvasPattern | string {
  switch (verdict) {
    case 'met':
      return colours.met;
    case 'missed':
      return hatched(colours.paper, colours.missed, slashes);
    case 'incomplete':
      return hatched(colours.paper, colours.unknown, dots);
    case 'no-data':
      return colours.paper;
    case 'under-way':
      return hatched(colours.paper, colours.unknown, uprights);
    case 'not-applicable':
      return hatched(colours.paper, colours.unknown, dashes);
  }
}
