/** A batch of letters beside the same pages set with pdfkit alone: the same lines at the same places in the same typeface, and the same QR codes. */
import { createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { create } from 'qrcode';
import { fontFile } from '../../../electron/post/fonts.ts';
import { type Letter, type Letterhead, writeLetters } from '../../../electron/post/letters.ts';
import { codesOnPages } from '../../../electron/post/read-back.ts';
import { seeded } from '../../../scripts/seeded.ts';
import { newLoginCode, printedCode } from '../../../shared/study/login-code.ts';
import type { Line } from '../figures.ts';

const head: Letterhead = {
  sender: 'Bureau Voorbeeld',
  onBehalfOf: 'In opdracht van de gemeente Waterstad',
  returnAddress: 'Retouradres: Postbus 1000, 3500 AA Utrecht',
  contact: ['Vragen, of liever niet meedoen? Mail naar onderzoek@bureau.example'],
};
const body = [
  'In het afgelopen jaar had u contact met het sociaal wijkteam bij u in de buurt. De',
  'gemeente wil graag weten hoe dat was. Het invullen duurt ongeveer tien minuten en uw',
  'antwoorden blijven vertrouwelijk.',
];

function lettersOf(count: number): readonly Letter[] {
  const { below } = seeded(11);
  return Array.from({ length: count }, (_, nr) => {
    const code = newLoginCode(below);
    const name = `Mevr. ${'ABCDEFG'[below(7)]}. Verzonnenaar-${nr}`;
    return {
      address: [name, `Lange Nieuwstraat ${1 + below(300)}`, `${1000 + below(9000)} AB  WATERSTAD`],
      date: '14 mei 2026',
      subject: 'Uitnodiging: hoe bevalt de hulp van het wijkteam?',
      paragraphs: [`Geachte ${name},`, body.join(' '), 'Met vriendelijke groet,\nJ. Voorbeeld'],
      code: printedCode(code),
      link: `https://meedoen.bureau-voorbeeld.example/?code=${code}`,
    };
  });
}

/** In turns, so that whatever else the machine does falls on both. */
export async function measureLetters(home: string, count: number): Promise<readonly Line[]> {
  const letters = lettersOf(count);
  const turns = 5;
  const spent = { ours: 0, floor: 0, back: 0, longest: 0 };
  // The first turn warms both up.
  for (let turn = 0; turn <= turns; turn += 1) {
    const part = turn === 0 ? letters.slice(0, 200) : letters.filter((_, nr) => nr % turns === turn - 1);
    const [own, bare] = [join(home, `own-${turn}.pdf`), join(home, `bare-${turn}.pdf`)];
    const held = watchHolds();
    const ours = await timed(() => writeLetters(part, head, own));
    const back = await timed(() => codesOnPages(own));
    const longest = held();
    const floor = await timed(() => barePages(part, bare));
    if (turn > 0) {
      spent.ours += ours;
      spent.floor += floor;
      spent.back += back;
      spent.longest = Math.max(spent.longest, longest);
    }
    for (const path of [own, bare]) rmSync(path);
  }
  const per = (ms: number) => `${(ms / count).toFixed(2)} ms`;
  return [
    {
      what: `letters, each of ${count}`,
      ours: per(spent.ours),
      floor: `${per(spent.floor)} (pdfkit)`,
      ratio: (spent.ours / spent.floor).toFixed(2),
      target: '1.3 x',
    },
    {
      what: 'the same, read back',
      ours: per(spent.back),
      floor: '-',
      ratio: (spent.back / spent.floor).toFixed(2),
      target: '-',
    },
    {
      what: 'longest that others waited meanwhile',
      ours: `${spent.longest.toFixed(1)} ms`,
      floor: '-',
      ratio: '-',
      target: '50 ms',
    },
  ];
}

/** Milliseconds of the processor's work: what other programs take meanwhile is no part of it. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** The most that the thread of the office worked between two turns: who waits for it does not wait for threads beside it. */
function watchHolds(): () => number {
  let longest = 0;
  let isOn = true;
  let last = process.threadCpuUsage();
  const turn = () => {
    const { user, system } = process.threadCpuUsage(last);
    last = process.threadCpuUsage();
    longest = Math.max(longest, (user + system) / 1000);
    if (isOn) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    isOn = false;
    return longest;
  };
}

const millimetre = 72 / 25.4;

async function barePages(letters: readonly Letter[], path: string): Promise<void> {
  const file = createWriteStream(path);
  const pdf = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, font: '' });
  pdf.pipe(file);
  pdf.registerFont('regular', fontFile('regular'));
  pdf.registerFont('bold', fontFile('bold'));
  const line = (face: string, size: number, text: string, x: number, y: number) =>
    pdf
      .font(face)
      .fontSize(size)
      .text(text, x * millimetre, y * millimetre, { lineBreak: false, baseline: 'alphabetic' });
  const rule = (from: number, to: number, at: number) =>
    pdf
      .moveTo(from * millimetre, at * millimetre)
      .lineTo(to * millimetre, at * millimetre)
      .stroke();
  for (const { address, date, subject, paragraphs, code, link } of letters) {
    pdf.addPage();
    line('bold', 13, head.sender, 25, 24);
    line('regular', 9, head.onBehalfOf!, 25, 29);
    line('regular', 6.5, head.returnAddress, 25, 54.5);
    for (const [nr, text] of address.entries()) line('regular', 10.5, text, 25, 60 + nr * 4.5);
    rule(5, 8, 99);
    rule(5, 8, 198);
    line('regular', 10.5, date, 25, 97);
    line('bold', 10.5, subject, 25, 106.5);
    const text = [paragraphs[0]!, ...body, ...paragraphs[2]!.split('\n')];
    for (const [nr, one] of text.entries()) line('regular', 10.5, one, 25, 115.5 + nr * 5.1);
    rule(25, 185, 240);
    line('regular', 8.5, 'Uw persoonlijke inlogcode', 25, 248);
    line('bold', 25, code, 25, 259);
    line('regular', 8.5, 'Uw persoonlijke link, ook in de code hiernaast', 25, 268);
    line('regular', 10.5, link, 25, 274);
    const { modules } = create(link, { errorCorrectionLevel: 'M' });
    const module = (30 / modules.size) * millimetre;
    for (let row = 0; row < modules.size; row += 1)
      for (let column = 0; column < modules.size; column += 1) {
        const start = column;
        while (column < modules.size && modules.get(row, column)) column += 1;
        if (column > start)
          pdf.rect(
            155 * millimetre + start * module,
            246 * millimetre + row * module,
            (column - start) * module,
            module,
          );
      }
    pdf.fill('non-zero');
    rule(25, 185, 282);
    line('regular', 8, head.contact![0]!, 25, 288);
    // What is written leaves memory, as in any program that makes many pages.
    await new Promise((resolve) => setImmediate(resolve));
  }
  pdf.end();
  await finished(file);
}
