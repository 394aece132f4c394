/**
 * The measures of an A4 sheet in millimetres and points; styles/sheet.css sets the same. A binding edge at the left; 小四 for
 * text and 五号 for tables (DOMAIN: presentation for official readers).
 */
export const paper = {
  /** The block of text. */
  width: 165,
  height: 245,
  /** What pagination fills of the height: the rest is slack for other fonts (8 %). */
  filled: 245 * 0.92,
  /** What a line holds of its width, for the same reason. */
  full: 0.92,
} as const;

/** A kind of type: size in points, line in millimetres. */
export interface Type {
  readonly size: number;
  readonly line: number;
}

export const types = {
  title: { size: 22, line: 11 },
  h2: { size: 14, line: 8 },
  h3: { size: 12, line: 7 },
  text: { size: 12, line: 6.6 },
  note: { size: 10.5, line: 5.4 },
  cell: { size: 10.5, line: 4.9 },
  dense: { size: 8, line: 3.9 },
} as const satisfies Record<string, Type>;

/** Room above and below things, in millimetres. */
export const gaps = {
  h2: 8,
  h3: 5,
  text: 2,
  note: 2,
  list: 2,
  item: 0.6,
  caption: 3,
  row: 2,
  table: 3,
  figure: 4,
  legend: 14,
  signature: 14,
  seal: 62,
} as const;

/** The cells of a table keep this much free at their sides. */
export const cellGap = 2.4;
/** A list's items stand in from the left. */
export const indent = 8;

const perPoint = 25.4 / 72;

/** How many em of a type lie in so many millimetres, less the slack. */
export const ems = (length: number, { size }: Type): number => (length / (size * perPoint)) * paper.full;

/** The room in millimetres that so many em of a type need, slack included. */
export const millimetres = (em: number, { size }: Type): number => (em * size * perPoint) / paper.full;

/** Millimetres of so many CSS pixels. */
export const fromPixels = (pixels: number): number => (pixels * 25.4) / 96;
