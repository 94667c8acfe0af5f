/** Scripts while they are being edited: which differ from those that every study begins with, and what still has to be mended before they are kept. */
import { unknownScriptFields } from '../../../shared/contact/spoken-script.ts';
import { defaultScripts } from '../../../shared/study/default-scripts.ts';
import type { Text } from '../../../shared/study/questionnaire.ts';
import type { Script } from '../../../shared/study/script.ts';

/** The one that every study begins with; undefined of a script of the study's own. */
export function givenScript({ kind }: Pick<Script, 'kind'>): Script | undefined {
  return kind === 'own' ? undefined : defaultScripts.find((script) => script.kind === kind);
}

const written = (text: Text) => Object.entries(text).filter(([, words]) => words.trim() !== '');
const sameText = (one: Text, other: Text) =>
  JSON.stringify(written(one).toSorted()) === JSON.stringify(written(other).toSorted());

export function isSameScript(one: Script, other: Script): boolean {
  return one.kind === other.kind && sameText(one.title, other.title) && sameText(one.text, other.text);
}

/** What has to be kept: a script that says what is given anyway is left to be given, and gets better when that does. */
export function scriptsToKeep(scripts: readonly Script[]): readonly Script[] {
  return scripts.filter((script) => {
    const given = givenScript(script);
    return given === undefined || !isSameScript(script, given);
  });
}

export type ScriptFault = 'title-missing' | 'text-missing' | 'field-unknown';

/** Of one script, in the order in which it is read; none when it can be kept. */
export function scriptFaults(script: Script): readonly ScriptFault[] {
  return [
    ...(written(script.title).length === 0 ? (['title-missing'] as const) : []),
    ...(written(script.text).length === 0 ? (['text-missing'] as const) : []),
    ...(unknownScriptFields(script).length > 0 ? (['field-unknown'] as const) : []),
  ];
}
