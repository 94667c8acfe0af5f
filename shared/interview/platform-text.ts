/** A text of the questionnaire as LimeSurvey shows it: as HTML, with the answers that it refers to filled in by the platform. */
import type { ItemName, Questionnaire } from '../study/questionnaire.ts';
import type { ScriptNames } from './expression-script.ts';

interface Form {
  readonly questionnaire: Questionnaire;
  readonly names: ScriptNames;
}

const reference = /\$\{ *([A-Za-z_][A-Za-z0-9_.-]*) *\}/g;

/** Signs of HTML stay signs, and a brace begins no script; without a questionnaire nothing is filled in. */
export function platformText(text: string, form?: Form): string {
  const parts: string[] = [];
  let at = 0;
  for (const found of text.matchAll(reference)) {
    parts.push(plain(text.slice(at, found.index)), form === undefined ? '' : shown(form, found[1]!));
    at = found.index + found[0].length;
  }
  return [...parts, plain(text.slice(at))].join('');
}

function plain(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;')
    .replaceAll(/\r\n|\r|\n/g, '<br />')
    .replaceAll('\t', ' ');
}

/** Of the person themselves nothing is known there. */
function shown({ questionnaire, names }: Form, name: string): string {
  const item = questionnaire.items.find((one) => one.name === (name as ItemName));
  if (item === undefined) return '';
  if (item.kind === 'select-multiple')
    return `{implode(", ", ${names
      .parts(item)
      .map((part) => part.replace('.NAOK', '.shown'))
      .join(', ')})}`;
  if (item.kind === 'rank' || item.kind === 'note') return '';
  return `{${names
    .value(item)
    .replace(/^substr\((.*)\.NAOK, 0, 10\)$/, '$1.NAOK')
    .replace('.NAOK', '.shown')}}`;
}
