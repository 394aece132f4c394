/** The media for which the site has colours of its own. */
export const schemes = ['light', 'dark', 'print'] as const;
export type Scheme = (typeof schemes)[number];

/** Colours by token, for each medium; a medium holds only what it changes and takes the rest from `light`. */
export type Palettes = Readonly<Record<Scheme, ReadonlyMap<string, string>>>;

/** The colour tokens `--name: #rrggbb` of one block of declarations. */
const coloursIn = (css: string): ReadonlyMap<string, string> =>
  new Map(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/giu)].map(([, name = '', colour = '']): [string, string] => [name, colour]),
  );

/** Reads the palettes from the text of the tokens' style sheet: the plain block, then those for dark and for print. */
export function palettesOf(css: string): Palettes {
  const [plain = '', ...media] = css.split(/@media\s*/u);
  const block = (condition: string) => media.find((each) => each.startsWith(condition)) ?? '';
  return { light: coloursIn(plain), dark: coloursIn(block('(prefers-color-scheme: dark)')), print: coloursIn(block('print')) };
}

/** A token's colour in a medium. */
export function colourOf(palettes: Palettes, scheme: Scheme, token: string): string {
  const colour = palettes[scheme].get(token) ?? palettes.light.get(token);
  if (colour === undefined) throw new Error(`no colour token --${token}`);
  return colour;
}

/** Relative luminance of `#rrggbb`, 0 for black to 1 for white (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A pair of tokens that meet on a page, and the ratio that they need: 4.5 for text (1.4.3), 3 for shapes that carry meaning (1.4.11). */
export interface Pair {
  readonly front: string;
  readonly ground: string;
  readonly use: string;
  readonly needs: 4.5 | 3;
}

export const pairs: readonly Pair[] = [
  { front: 'ink', ground: 'paper', use: '正文', needs: 4.5 },
  { front: 'ink', ground: 'tint', use: '浅底上的正文', needs: 4.5 },
  { front: 'ink', ground: 'missed-tint', use: '未达标行的文字', needs: 4.5 },
  { front: 'ink', ground: 'accent-tint', use: '定位行、命中词的文字', needs: 4.5 },
  { front: 'muted', ground: 'paper', use: '次要文字、表头', needs: 4.5 },
  { front: 'muted', ground: 'tint', use: '浅底上的次要文字', needs: 4.5 },
  { front: 'muted', ground: 'missed-tint', use: '未达标行的次要文字', needs: 4.5 },
  { front: 'accent', ground: 'paper', use: '链接、按钮', needs: 4.5 },
  { front: 'accent', ground: 'tint', use: '浅底上的链接', needs: 4.5 },
  { front: 'accent', ground: 'missed-tint', use: '未达标行的链接', needs: 4.5 },
  { front: 'accent', ground: 'accent-tint', use: '定位行的链接', needs: 4.5 },
  { front: 'paper', ground: 'accent', use: '实心按钮、微信提示的文字', needs: 4.5 },
  { front: 'met', ground: 'paper', use: '达标的图形', needs: 3 },
  { front: 'missed', ground: 'paper', use: '未达标的图形', needs: 3 },
  { front: 'missed', ground: 'missed-tint', use: '未达标行的图形', needs: 3 },
  { front: 'unknown', ground: 'paper', use: '无数据的图形', needs: 3 },
  { front: 'rule-strong', ground: 'paper', use: '输入框的边框', needs: 3 },
];

/** 4.53, cut and not rounded, so that no pair looks better than it is. */
export const ratioWords = (ratio: number): string => (Math.floor(ratio * 100) / 100).toFixed(2);
