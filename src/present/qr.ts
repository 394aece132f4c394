import { type Bitmap2D, correction, generate } from 'lean-qr';

/** The dark runs of a row as lines one square thick, which take half the letters of rectangles. */
function runs(code: Bitmap2D, y: number): string {
  let path = '';
  for (let x = 0; x < code.size; x += 1) {
    if (!code.get(x, y) || code.get(x - 1, y)) continue;
    let width = 1;
    while (code.get(x + width, y)) width += 1;
    path += `M${x} ${y}h${width}`;
  }
  return path;
}

/** A QR code (level M, ISO/IEC 18004) as one SVG path to be stroked, without a margin, and its width in squares; a square's middle is its row's number. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const code = generate(text, { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M });
  return { size: code.size, path: Array.from({ length: code.size }, (_, y) => runs(code, y)).join('') };
}
