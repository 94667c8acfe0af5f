/** Reads the QR code on a picture, as a telephone's camera does. */
import { createRequire } from 'node:module';
import type { Picture } from './read-pdf.ts';

type JsQr = typeof import('jsqr').default;
// jsqr is CommonJS whose types speak of a default export.
const jsQr = createRequire(import.meta.url)('jsqr') as JsQr;

/** The content of the QR code on `picture`, or undefined when none is found. */
export function readQr(picture: Picture): string | undefined {
  return jsQr(picture.pixels, picture.width, picture.height)?.data;
}
