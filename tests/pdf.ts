import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One page of a PDF as its text says it. */
export interface PdfPage {
  readonly text: string;
  /** Where text stands, in millimetres from the left and upper edges; `width` is how far it runs. */
  readonly places: readonly { readonly text: string; readonly left: number; readonly top: number; readonly width: number }[];
  readonly width: number;
  readonly height: number;
  /** What its picture has ink on, in millimetres from the left and upper edges; null for a page that was not drawn. */
  readonly ink: Box | null;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PdfFile {
  readonly pages: readonly PdfPage[];
  /** The bookmarks, top level first, each before those below it. */
  readonly bookmarks: readonly string[];
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

/** Radicals that have no compatibility mapping of their own, each with the character that looks the same. */
const radicals =
  '⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺠民⺟母⻄西⻁虎⻣骨⻒𠬛⻑長';

/**
 * Noto CJK draws 月 and the radical ⽉ with one glyph, and Chromium writes the radical into the PDF's text: both are the same
 * to a reader, so they are to the tests.
 */
const unified = (text: string): string =>
  text
    .replace(/⼾/gu, '户')
    .normalize('NFKC')
    .replace(/[\u2e80-\u2eff]/gu, (radical) => {
      const letters = [...radicals];
      return letters[letters.indexOf(radical) + 1] ?? radical;
    });

const millimetres = (points: number): number => (points * 25.4) / 72;
const titles = (items: readonly Bookmark[]): string[] => items.flatMap(({ title, items: below }) => [title, ...titles(below)]);

/** Pixels for each point of a picture: fine enough for a hair line to leave a mark. */
const scale = 0.5;

/** Draws a page and finds what is not white. */
async function inkOf(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<Box> {
  const viewport = page.getViewport({ scale });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const factory = pdf.canvasFactory;
  if (!('create' in factory) || typeof factory.create !== 'function') throw new Error('there is nothing to draw on');
  const { canvas, context }: { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } = factory.create(width, height);
  await page.render({ canvas, canvasContext: context, viewport, background: '#fff' }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  const box = { left: width, top: height, right: 0, bottom: 0 };
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    if ((data[4 * pixel + 1] ?? 255) > 230) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y + 1);
  }
  const length = (pixels: number) => millimetres(pixels / scale);
  return { left: length(box.left), top: length(box.top), right: length(box.right), bottom: length(box.bottom) };
}

/** Reads a PDF's pages, text and bookmarks, and draws some pages. */
export async function readPdf(
  bytes: Uint8Array,
  isDrawn: (number: number, of: number) => boolean = () => false,
): Promise<PdfFile> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const places = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [
            {
              text: item.str,
              left: millimetres(item.transform[4]),
              top: millimetres(height - item.transform[5]),
              width: millimetres(item.width),
            },
          ]
        : [],
    );
    const text = unified(items.map((item) => ('str' in item ? item.str : '')).join(''));
    const ink = isDrawn(number, pdf.numPages) ? await inkOf(pdf, page) : null;
    pages.push({ text, places, width: millimetres(width), height: millimetres(height), ink });
  }
  const bookmarks = titles((await pdf.getOutline()) ?? []).map(unified);
  await task.destroy();
  return { pages, bookmarks };
}
