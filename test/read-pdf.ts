/** Reads a PDF back, as a reader's program does: its text per page, its metadata and its pages as pictures. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly pixels: Uint8ClampedArray;
  readonly png: Buffer;
}

async function withDocument<Result>(
  bytes: Uint8Array,
  read: (pdf: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  // pdf.js takes the bytes over, so it gets a copy.
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    useSystemFonts: false,
    standardFontDataUrl: pathToFileURL(join(assets, 'standard_fonts/')).href,
  });
  try {
    return await read(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** The text of each page, line by line from the top. */
export function pageTexts(bytes: Uint8Array): Promise<string[]> {
  return withDocument(bytes, async (pdf) => {
    const texts: string[] = [];
    for (let nr = 1; nr <= pdf.numPages; nr += 1) {
      const page = await pdf.getPage(nr);
      const { items } = await page.getTextContent();
      texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      page.cleanup();
    }
    return texts;
  });
}

/** A piece of text and where it stands, in millimetres from the upper left corner of its page. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

/** The pieces of text of each page, with their places. */
export function placedTexts(bytes: Uint8Array): Promise<(readonly PlacedText[])[]> {
  const millimetres = (points: number) => (points / 72) * 25.4;
  return withDocument(bytes, async (pdf) => {
    const pages: (readonly PlacedText[])[] = [];
    for (let nr = 1; nr <= pdf.numPages; nr += 1) {
      const page = await pdf.getPage(nr);
      const { height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const placed = items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [x, y] = [item.transform[4] as number, item.transform[5] as number];
        const [left, right] = [millimetres(x), millimetres(x + item.width)];
        return [{ text: item.str, left, right, baseline: millimetres(height - y) }];
      });
      pages.push(placed);
      page.cleanup();
    }
    return pages;
  });
}

/** What the file says about itself: title, author, producer, and its XMP packet when there is one. */
export function pdfMetadata(bytes: Uint8Array): Promise<{ readonly info: object; readonly xmp: string }> {
  return withDocument(bytes, async (pdf) => {
    const { info, metadata } = await pdf.getMetadata();
    return { info, xmp: metadata?.getRaw() ?? '' };
  });
}

/** A part of a page, in points from its upper left corner. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Page `nr` (from 1) as a picture; at scale 1 a point is a pixel. */
export async function renderPage(bytes: Uint8Array, nr: number, scale: number, area?: Area): Promise<Picture> {
  const [picture] = await renderPages(bytes, [nr], scale, area);
  return picture!;
}

/** Pages `numbers` (from 1) as pictures, whole or only an area of each; the file is opened once. */
export function renderPages(
  bytes: Uint8Array,
  numbers: readonly number[],
  scale: number,
  area?: Area,
): Promise<Picture[]> {
  return withDocument(bytes, async (pdf) => {
    const pictures: Picture[] = [];
    for (const nr of numbers) {
      const page = await pdf.getPage(nr);
      const whole = page.getViewport({ scale });
      const shown = area ?? { left: 0, top: 0, width: whole.width / scale, height: whole.height / scale };
      const viewport = whole.clone({ offsetX: -shown.left * scale, offsetY: -shown.top * scale });
      const [width, height] = [Math.ceil(shown.width * scale), Math.ceil(shown.height * scale)];
      // pdf.js's own canvas: shapes of another copy of the canvas library are strange to it.
      const factory = pdf.canvasFactory as { create(width: number, height: number): NodeCanvas };
      const { canvas, context } = factory.create(width, height);
      await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
      pictures.push({
        width,
        height,
        pixels: context.getImageData(0, 0, width, height).data,
        png: canvas.toBuffer('image/png'),
      });
      page.cleanup();
    }
    return pictures;
  });
}

interface NodeCanvas {
  readonly canvas: { toBuffer(type: 'image/png'): Buffer };
  readonly context: {
    getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
  };
}
