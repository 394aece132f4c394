import type { Verdict } from '../../../core/indicators/verdict.ts';

/*
 * Across, pictures are laid out in percentages of their own width, so one SVG serves a phone, a desk and a sheet of paper
 * without scaling its text; down, in pixels. All colours come from classes (styles/chart.css), so dark mode and paper need
 * no second picture. The room left of a plot for the axis labels is the padding of its box.
 */

/** One drawing of a chart; charts of several panels have several. */
export interface Picture {
  readonly svg: string;
  /** Height in CSS pixels, at every width. */
  readonly height: number;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text inside SVG or an attribute. */
export const escapeText = (text: string): string => text.replace(/[&<>"]/gu, (each) => escapes[each] ?? each);

/** A coordinate with two places. */
export const tidy = (value: number): string => String(Math.round(value * 100) / 100);

/** Width of a text in half-characters of 14 px type, 7 px each. */
export const halves = (text: string): number => [...text].reduce((sum, each) => sum + (each > '\u00ff' ? 3 : 2), 0) / 2;

/** A text cut to so many Chinese characters; the table beside the picture has it whole. */
export function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}

/** A drawing with its words for readers who do not see it. */
export function picture(id: string, title: string, words: string, height: number, body: string): Picture {
  const told = `<title id="${id}-t">${escapeText(title)}</title><desc id="${id}-d">${escapeText(words)}</desc>`;
  const svg = `<svg class="chart" role="img" aria-labelledby="${id}-t ${id}-d" width="100%" height="${height}">${told}${body}</svg>`;
  return { svg, height };
}

/** A verdict's shape at a point: filled disc, triangle, half disc, ring, open triangle to the right, dash. */
export function marker(verdict: Verdict, x: string, y: number): string {
  const at = (shape: string) => `<svg class="mark ${verdict}" x="${x}" y="${y}" overflow="visible">${shape}</svg>`;
  switch (verdict) {
    case 'met':
      return `<circle class="mark met" cx="${x}" cy="${y}" r="4"/>`;
    case 'missed':
      return at('<path d="M0-6.5 6 4.5H-6z"/>');
    case 'incomplete':
      return at('<circle r="4.5"/><path d="M0-4.5a4.5 4.5 0 0 0 0 9z"/>');
    case 'no-data':
      return `<circle class="mark no-data" cx="${x}" cy="${y}" r="4"/>`;
    case 'under-way':
      return at('<path d="M-4-5 6 0-4 5z"/>');
    case 'not-applicable':
      return at('<path d="M-4 0h8"/>');
  }
}

/** What fills an area: plain, or a pattern that stays apart from the others without colour. */
export type Fill = Verdict | 'plain' | 'over';

const hatches: Record<Fill, string> = {
  plain: '',
  met: '',
  missed: '<path d="M-2 2 2-2M0 8 8 0M6 10 10 6"/>',
  over: '<path d="M-2 2 2-2M0 8 8 0M6 10 10 6"/>',
  incomplete: '<circle cx="2" cy="2" r="1.3"/><circle cx="6" cy="6" r="1.3"/>',
  'no-data': '',
  'under-way': '<path d="M4 0v8"/>',
  'not-applicable': '<path d="M0 4h8"/>',
};

/** The patterns that a picture needs, under ids of its own. */
export function hatchesFor(id: string, fills: readonly Fill[]): string {
  const patterns = [...new Set(fills)].map((fill) =>
    hatches[fill] === ''
      ? ''
      : `<pattern id="${id}-${fill}" class="hatch ${fill}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8"/>${hatches[fill]}</pattern>`,
  );
  return patterns.join('') === '' ? '' : `<defs>${patterns.join('')}</defs>`;
}

/** A filled rectangle: `x` and `width` in percent, `y` and `height` in pixels. */
export function area(id: string, fill: Fill, x: number, width: number, y: number, height: number): string {
  const paint = hatches[fill] === '' ? '' : ` fill="url(#${id}-${fill})"`;
  return `<rect class="area ${fill}"${paint} x="${tidy(x)}%" width="${tidy(width)}%" y="${tidy(y)}" height="${tidy(height)}"/>`;
}
