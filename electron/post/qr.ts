/** A QR code as vectors on a sheet. */
import { create } from 'qrcode';
import { fillGrid, type Sheets } from './sheet.ts';

/** Sets the QR code of `text`, `size` mm wide without its quiet zone: error correction M reads on with 15 % of it damaged. */
export function setQr(sheets: Sheets, text: string, left: number, top: number, size: number): void {
  const { size: across, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const bars: string[] = [];
  for (let row = 0; row < across; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const start = column;
      while (column < across && data[row * across + column]) column += 1;
      // A hair of overlap downwards keeps rows from showing a seam on a screen.
      if (column > start) bars.push(`${start} ${row} ${column - start} 1.02 re`);
    }
  }
  fillGrid(sheets, left, top, size / across, bars);
}
