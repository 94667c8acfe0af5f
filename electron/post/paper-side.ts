/**
 * Where things stand on a paper questionnaire: from the left, or for a language that is written from right to left from the right, so that
 * a box stands beside its words. Places are given as from the left.
 */
import type { Language } from '../../shared/study/questionnaire.ts';
import type { Sheets, Style } from './sheet.ts';
import * as sheet from './sheet.ts';

/** Of A4, millimetres. */
const sheetWidth = 210;

export interface Paper {
  readonly sheets: Sheets;
  readonly isFromRight: boolean;
}

export function paperOn(sheets: Sheets, language: Language): Paper {
  return { sheets, isFromRight: /^(?:ar|dv|fa|he|ps|ur|yi)(?:[-_]|$)/i.test(language) };
}

/** The left edge of what is `width` wide and begins at `left`. */
function edge({ isFromRight }: Paper, left: number, width: number): number {
  return isFromRight ? sheetWidth - left - width : left;
}

export function setLine(paper: Paper, style: Style, text: string, left: number, baseline: number): void {
  const { sheets, isFromRight } = paper;
  const from = isFromRight ? edge(paper, left, sheet.widthOf(sheets, style, text)) : left;
  sheet.setLine(sheets, style, text, from, baseline);
}

/** Between `left` and `right`, at the side from which it is read; on a paper from the right always there. */
export function setAligned(
  paper: Paper,
  style: Style,
  line: string,
  [left, right]: readonly [left: number, right: number],
  baseline: number,
): void {
  if (paper.isFromRight) setLine(paper, style, line, left, baseline);
  else sheet.setAligned(paper.sheets, style, line, [left, right], baseline);
}

export function setRule(paper: Paper, left: number, right: number, at: number, weight?: number, grey?: number): void {
  const from = edge(paper, left, right - left);
  sheet.setRule(paper.sheets, from, from + right - left, at, weight, grey);
}

export function setBox(paper: Paper, left: number, top: number, width: number, height: number, weight?: number): void {
  sheet.setBox(paper.sheets, edge(paper, left, width), top, width, height, weight);
}

/** For what is written from the left in any language, as a number is: the same sheets, and where `width` from `left` begins on them. */
export function fromLeft(paper: Paper, left: number, width: number): { readonly paper: Paper; readonly left: number } {
  return { paper: { ...paper, isFromRight: false }, left: edge(paper, left, width) };
}
