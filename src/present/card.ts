import type { Verdict } from '../core/indicators/verdict.ts';

/** A picture of red, green and blue bytes, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

type Colour = readonly [number, number, number];

const [width, height, margin] = [1200, 630, 45];
const paper: Colour = [255, 255, 255];
const colours: Readonly<Record<Verdict, Colour>> = {
  met: [0, 114, 178],
  missed: [213, 94, 0],
  incomplete: [92, 105, 111],
  'no-data': [92, 105, 111],
  'under-way': [92, 105, 111],
  'not-applicable': [213, 221, 223],
};

/** Whether a point, measured from the middle of its cell in radii, belongs to the verdict's shape: disc, triangle, half disc, ring, open triangle to the right, dash. */
function inside(verdict: Verdict, x: number, y: number): boolean {
  const distance = Math.hypot(x, y);
  switch (verdict) {
    case 'met':
      return distance <= 1;
    case 'missed':
      return y <= 0.85 && y >= -1.1 && Math.abs(x) <= (y + 1.1) * 0.6;
    case 'incomplete':
      return distance <= 1 && (x <= 0 || distance >= 0.7);
    case 'no-data':
      return distance <= 1 && distance >= 0.65;
    case 'under-way':
      return x >= -0.8 && Math.abs(y) <= (1 - x) * 0.55 && (x <= -0.5 || Math.abs(y) >= (0.45 - x) * 0.55);
    case 'not-applicable':
      return Math.abs(x) <= 0.8 && Math.abs(y) <= 0.2;
  }
}

/** The share of a pixel that a shape covers, from nine points in it. */
function coverage(verdict: Verdict, x: number, y: number, radius: number): number {
  let hits = 0;
  for (const dx of [-1 / 3, 0, 1 / 3])
    for (const dy of [-1 / 3, 0, 1 / 3]) if (inside(verdict, (x + dx) / radius, (y + dy) / radius)) hits += 1;
  return hits / 9;
}

/**
 * The card that stands for the site where a link to it is shared: one mark for each verdict, months from the latest at the
 * top, indicators side by side. Drawn without letters, so that it needs no font and is the same on every machine.
 */
export function card(rows: readonly (readonly Verdict[])[]): Picture {
  const bytes = new Uint8Array(width * height * 3).fill(255);
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const [across, down] = [(width - 2 * margin) / columns, (height - 2 * margin) / Math.max(1, rows.length)];
  const radius = Math.min(across, down) * 0.4;
  const mark = (verdict: Verdict, middleX: number, middleY: number) => {
    for (let y = Math.floor(middleY - 1.2 * radius); y <= middleY + 1.2 * radius; y += 1)
      for (let x = Math.floor(middleX - 1.2 * radius); x <= middleX + 1.2 * radius; x += 1) {
        const share = coverage(verdict, x - middleX, y - middleY, radius);
        const blend = colours[verdict].map((channel, at) => Math.round(channel * share + (paper[at] ?? 255) * (1 - share)));
        if (share > 0) bytes.set(blend, (y * width + x) * 3);
      }
  };
  rows.forEach((row, line) => {
    row.forEach((verdict, column) => {
      mark(verdict, margin + (column + 0.5) * across, margin + (line + 0.5) * down);
    });
  });
  return { width, height, bytes };
}
