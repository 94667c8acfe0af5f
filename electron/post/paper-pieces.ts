/** The pieces of a paper questionnaire: what stands on one line, or in one row of a table, with its height; a page is filled with them. */
import type { PaperAnswer, PaperBlock, PaperChoice, PaperForm } from '../../shared/interview/paper-form.ts';
import { breakLines } from './break-lines.ts';
import { fromLeft, type Paper, setAligned, setBox, setLine, setRule } from './paper-side.ts';
import { type Style, widthOf } from './sheet.ts';

/** Millimetres; `set` draws it with its upper edge at `top`. */
export interface Piece {
  readonly height: number;
  readonly set: (top: number) => void;
  /** Never last on a page: what it belongs to comes next. */
  readonly keepsNext?: true;
}

/** Pieces that are kept on one page where they fit one; `head` is set again where they flow on to another. */
export interface Bundle {
  readonly pieces: readonly Piece[];
  readonly head?: Piece;
}

export const left = 20;
export const right = 190;
const textLeft = 30;
const boxSize = 4.2;

const styles = {
  title: { face: 'bold', size: 20, leading: 8.5 },
  section: { face: 'bold', size: 14, leading: 6.4 },
  number: { face: 'bold', size: 11.5, leading: 5.6, tabular: true },
  question: { face: 'bold', size: 11.5, leading: 5.6 },
  text: { face: 'regular', size: 11.5, leading: 5.6 },
  small: { face: 'regular', size: 9.5, leading: 4.6, grey: 0.25 },
  code: { face: 'regular', size: 8.5, leading: 4, grey: 0.25, tabular: true },
  head: { face: 'regular', size: 8.5, leading: 3.9 },
} as const satisfies Readonly<Record<string, Style>>;

/** Of nothing, before what comes next. */
const space = (height: number): Piece => ({ height, set: () => {} });
const kept = (pieces: readonly Piece[]): readonly Piece[] => pieces.map((piece) => ({ ...piece, keepsNext: true }));

/** The lines of a text, one piece each. */
function lines(paper: Paper, style: Style, text: string, from = textLeft, until = right): readonly Piece[] {
  return breakLines(paper.sheets, style, text, until - from).map((line) => ({
    height: style.leading,
    set: (top) => setAligned(paper, style, line, [from, until], top + style.leading * 0.75),
  }));
}

export function titlePieces(paper: Paper, form: PaperForm): Bundle {
  return {
    pieces: [
      ...lines(paper, styles.title, form.title, left),
      space(3),
      ...form.words.howTo.flatMap((text, index) => [
        ...withMark(paper, `${index + 1}`, lines(paper, styles.text, text)),
        space(1.2),
      ]),
      { height: 5, set: (top) => setRule(paper, left, right, top + 3) },
    ],
  };
}

/** A number before the first of these lines. */
function withMark(paper: Paper, mark: string, pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, index) =>
    index > 0
      ? piece
      : {
          ...piece,
          set: (top) => {
            setLine(paper, styles.number, mark, left, top + styles.number.leading * 0.75);
            piece.set(top);
          },
        },
  );
}

/** Headings and conditions go with the block that follows them. */
export function bundles(paper: Paper, form: PaperForm): readonly Bundle[] {
  const all: Bundle[] = [];
  let leading: readonly Piece[] = [];
  for (const block of form.blocks) {
    if (block.kind === 'section')
      leading = [...leading, space(4), ...lines(paper, styles.section, block.text, left), space(1.5)];
    else if (block.kind === 'condition') leading = [...leading, space(2), ...conditionLines(paper, block.text)];
    else {
      const bundle = bundleOf(paper, block);
      all.push({ ...bundle, pieces: [...kept([...leading, space(2.5)]), ...bundle.pieces, space(2.5)] });
      leading = [];
    }
  }
  // Many a questionnaire ends with thanks of its own.
  if (form.blocks.at(-1)?.kind !== 'note')
    all.push({ pieces: [...leading, space(5), ...lines(paper, styles.text, form.words.thanks, left)] });
  return all;
}

/** With a bar beside it, so that it is seen by whoever skims. */
function conditionLines(paper: Paper, text: string): readonly Piece[] {
  return lines(paper, styles.text, text, left + 4).map((piece) => ({
    ...piece,
    set: (top) => {
      setBox(paper, left, top, 1.2, piece.height, 1.2);
      piece.set(top);
    },
  }));
}

type Answered = Exclude<PaperBlock, { readonly kind: 'section' | 'condition' }>;

function bundleOf(paper: Paper, block: Answered): Bundle {
  if (block.kind === 'grid') return gridBundle(paper, block);
  const hint = block.hint === undefined ? [] : lines(paper, styles.small, block.hint);
  if (block.kind === 'note') return { pieces: [...lines(paper, styles.text, block.text, left), ...hint] };
  const asked = withMark(paper, String(block.number), lines(paper, styles.question, block.text));
  const howTo = block.howTo === undefined ? [] : lines(paper, styles.small, block.howTo);
  return { pieces: [...kept([...asked, ...hint, ...howTo, space(1.2)]), ...answerPieces(paper, block.answer)] };
}

function answerPieces(paper: Paper, answer: PaperAnswer): readonly Piece[] {
  switch (answer.kind) {
    case 'choices':
      return answer.choices.flatMap((choice) => choicePieces(paper, choice, boxSize));
    case 'rank':
      // Without its digits: they would stand there like an answer.
      return answer.choices.flatMap(({ label }) => choicePieces(paper, { code: '', label }, boxSize + 3));
    case 'acknowledge':
      return choicePieces(paper, { code: '', label: answer.label }, boxSize);
    case 'lines':
      return Array.from({ length: answer.lines }, () => ({
        height: 9,
        set: (top: number) => setRule(paper, textLeft, right, top + 8, 0.5, 0.3),
      }));
    case 'number':
      return [{ height: 10, set: (top) => setDigits(paper, top, answer) }];
    case 'date':
      return [{ height: 14, set: (top) => setDay(paper, top, answer.parts) }];
  }
}

/** The digits of its code, a box, the label, and where to go on. */
function choicePieces(paper: Paper, { code, label, goTo }: PaperChoice, box: number): readonly Piece[] {
  const from = textLeft + 5 + box + 3;
  const rest = goTo === undefined ? '' : `> ${goTo}`;
  const wide = goTo === undefined ? 0 : widthOf(paper.sheets, styles.text, rest) + 4;
  const isBeside = wide < (right - from) / 2;
  const labelLines = lines(paper, styles.text, label, from, isBeside ? right - wide : right);
  const jump = goTo === undefined || isBeside ? [] : lines(paper, styles.text, rest, from);
  const first: Piece = {
    height: Math.max(styles.text.leading, box + 1) + 1,
    set: (top) => {
      setLine(paper, styles.code, code, textLeft, top + 3.9);
      setBox(paper, textLeft + 5, top + 0.3, box, box);
      labelLines[0]?.set(top);
      if (isBeside && goTo !== undefined)
        setLine(paper, styles.text, rest, right - wide + 4, top + styles.text.leading * 0.75);
    },
  };
  const others = [...labelLines.slice(1), ...jump];
  return others.length === 0 ? [first] : [...kept([first, ...others.slice(0, -1)]), others.at(-1)!];
}

const digitWidth = 7;
const mostDigits = 15;

function setDigits(
  on: Paper,
  top: number,
  { digits, decimal }: Extract<PaperAnswer, { readonly kind: 'number' }>,
): void {
  const boxes = Math.min(digits, mostDigits);
  const wide = boxes * digitWidth + (decimal ? 4 + 2 * digitWidth : 0);
  const { paper, left: from } = fromLeft(on, textLeft, wide);
  for (let nr = 0; nr < boxes; nr += 1) setBox(paper, from + nr * digitWidth, top, digitWidth, 8.5);
  if (!decimal) return;
  const behind = from + boxes * digitWidth + 4;
  setLine(paper, styles.question, ',', behind - 2.5, top + 7.5);
  for (let nr = 0; nr < 2; nr += 1) setBox(paper, behind + nr * digitWidth, top, digitWidth, 8.5);
}

function setDay(paper: Paper, top: number, parts: readonly [string, string, string]): void {
  let at = textLeft;
  for (const [index, name] of parts.entries()) {
    const digits = index === 2 ? 4 : 2;
    for (let nr = 0; nr < digits; nr += 1) setBox(paper, at + nr * digitWidth, top, digitWidth, 8.5);
    setLine(paper, styles.code, name, at, top + 12);
    at += digits * digitWidth + 4;
  }
}

/** Narrower than this the words above a column cannot be read any more. */
const narrowestColumn = 13;
/** As wide as a column is where nothing asks for more. */
const evenColumn = 18;
/** What the statements have of the width at least, millimetres. */
const statementWidth = 52;

function gridBundle(paper: Paper, grid: Extract<PaperBlock, { readonly kind: 'grid' }>): Bundle {
  const room = (right - textLeft - statementWidth) / Math.max(1, grid.choices.length);
  // Wide enough for the longest word above it, where that is possible.
  const words = grid.choices.flatMap(({ label }) => label.split(/\s+/));
  const longest = Math.max(0, ...words.map((word) => widthOf(paper.sheets, styles.head, word)));
  const column = Math.min(room, Math.max(longest + 2.5, evenColumn));
  const tableLeft = right - column * grid.choices.length;
  if (column < narrowestColumn) return { pieces: gridAsList(paper, grid) };
  const labels = grid.choices.map(({ label }) => breakLines(paper.sheets, styles.head, label, column - 1.5));
  const most = Math.max(1, ...labels.map(({ length }) => length));
  const head: Piece = {
    height: (most + 1) * styles.head.leading + 2,
    keepsNext: true,
    set: (top) => {
      for (const [index, label] of labels.entries()) {
        const at = tableLeft + index * column + 1;
        // Words stand on the line above the boxes.
        for (const [nr, line] of label.entries())
          setLine(paper, styles.head, line, at, top + (most - label.length + nr + 1) * styles.head.leading);
        setLine(paper, styles.code, grid.choices[index]!.code, at, top + (most + 1) * styles.head.leading);
      }
    },
  };
  const title = grid.text === '' ? [] : lines(paper, styles.question, grid.text, left);
  const rows = grid.rows.map((row): Piece => {
    const text = lines(paper, styles.text, row.text, textLeft, tableLeft - 3);
    const height = Math.max(boxSize + 3, text.length * styles.text.leading + 2);
    return {
      height,
      set: (top) => {
        setRule(paper, left, right, top, 0.25, 0.6);
        setLine(paper, styles.number, String(row.number), left, top + 1 + styles.number.leading * 0.75);
        for (const [nr, line] of text.entries()) line.set(top + 1 + nr * styles.text.leading);
        for (const index of grid.choices.keys())
          setBox(paper, tableLeft + index * column + 1, top + 1.3, boxSize, boxSize);
      },
    };
  });
  return { head, pieces: [...kept([...title, ...lines(paper, styles.small, grid.howTo, left)]), head, ...rows] };
}

/** Too many answers for a table: each statement with its answers below it. */
function gridAsList(paper: Paper, grid: Extract<PaperBlock, { readonly kind: 'grid' }>): readonly Piece[] {
  const title = grid.text === '' ? [] : lines(paper, styles.question, grid.text, left);
  return [
    ...kept(title),
    ...grid.rows.flatMap(({ number, text }) => [
      space(2),
      ...kept(withMark(paper, String(number), lines(paper, styles.text, text))),
      ...grid.choices.flatMap((choice) => choicePieces(paper, choice, boxSize)),
    ]),
  ];
}
