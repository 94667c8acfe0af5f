/** A QR code as vectors on a sheet. */
import { create } from 'qrcode';
import { addDark, fillShape, type Sheets } from './sheet.ts';

/** Sets the QR code of `text`, `size` mm wide without its quiet zone: error correction M reads on with 15 % of it damaged. */
export function setQr(sheets: Sheets, text: string, left: number, top: number, size: number): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const module = size / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      // A hair of overlap downwards keeps rows from showing a seam on a screen.
      if (column > start)
        addDark(sheets, left + start * module, top + row * module, (column - start) * module, module * 1.02);
    }
  }
  fillShape(sheets);
}
