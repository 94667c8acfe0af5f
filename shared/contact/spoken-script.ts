/** A script as it is read aloud: in the language of the conversation, with the fields of the study filled in. */
import type { SpokenScripts } from '../interview-views.ts';
import type { Language } from '../study/questionnaire.ts';
import { type Script, type ScriptField, scriptFields } from '../study/script.ts';
import { fillText } from './fill-text.ts';

type Spoken = SpokenScripts['scripts'][number];

/** The fields in any language of the text that no script has, each once; a script with one is not read to anyone. */
export function unknownScriptFields({ text }: Pick<Script, 'text'>): readonly string[] {
  const known = new Map(scriptFields.map((field) => [field as string, '']));
  const unknown = Object.values(text).flatMap((written) => {
    const filled = fillText(written, known);
    return filled.kind === 'filled' ? [] : filled.fields;
  });
  return [...new Set(unknown)];
}

/** Said where a script is not written in the language of the conversation: the first of these that it is written in, else any. */
const otherLanguages: readonly Language[] = ['nl', 'en'];

/** In `language`, or in another with that said; undefined when there is no text in any. Throws on an unknown field: check it before. */
export function spokenScript(
  { kind, title, text }: Script,
  language: Language,
  fields: Readonly<Record<ScriptField, string>>,
): Spoken | undefined {
  const written = (tried: Language) => (Object.hasOwn(text, tried) ? text[tried]!.trim() : '');
  const found = [language, ...otherLanguages, ...Object.keys(text)].find((tried) => written(tried) !== '');
  if (found === undefined) return undefined;
  const filled = fillText(written(found), new Map(Object.entries(fields)));
  if (filled.kind !== 'filled') throw new RangeError('a script with an unknown field is in use');
  return {
    kind,
    title,
    paragraphs: filled.text.split(/\n\s*\n/).map((part) => part.trim()),
    ...(found === language ? {} : { otherLanguage: found }),
  };
}
