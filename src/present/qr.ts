import { encode } from 'uqr';

/** The dark runs of a row as rectangles one square high. */
function runs(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x] || row[x - 1]) continue;
    let width = 1;
    while (row[x + width]) width += 1;
    path += `M${x} ${y}h${width}v1h-${width}z`;
  }
  return path;
}

/** A QR code (level M) as one SVG path without a margin, and its width in squares. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  return { size, path: data.map(runs).join('') };
}
