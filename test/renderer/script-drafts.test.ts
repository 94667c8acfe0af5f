/** Scripts while they are edited: what is kept, and what has to be mended first. */
import { describe, expect, it } from 'vitest';
import {
  givenScript,
  isSameScript,
  scriptFaults,
  scriptsToKeep,
} from '../../renderer/screens/questionnaire/script-drafts.ts';
import { defaultScripts } from '../../shared/study/default-scripts.ts';
import type { Script } from '../../shared/study/script.ts';

const given = defaultScripts[0]!;
const changed: Script = { ...given, text: { ...given.text, nl: 'Andere woorden' } };
const own: Script = { kind: 'own', title: { nl: 'Parkeren' }, text: { nl: 'Parkeren kan voor de deur.' } };

describe('what is kept', () => {
  it('leaves out what says what is given anyway', () => {
    expect(scriptsToKeep(defaultScripts)).toEqual([]);
    expect(scriptsToKeep([changed, ...defaultScripts.slice(1), own])).toEqual([changed, own]);
  });

  it('takes an emptied language for no change, and another word for one', () => {
    expect(isSameScript(given, { ...given, text: { ...given.text, tr: ' ' } })).toBe(true);
    expect(isSameScript(given, changed)).toBe(false);
    expect(isSameScript(given, { ...given, title: { ...given.title, en: 'Yes or no' } })).toBe(false);
  });

  it('knows a given one for every kind, and none for one of the study itself', () => {
    for (const script of defaultScripts) expect(givenScript(script)).toBe(script);
    expect(givenScript(own)).toBeUndefined();
  });
});

describe('what has to be mended', () => {
  it.each<[string, Script, readonly string[]]>([
    ['nothing in a given script', given, []],
    ['nothing in an own one', own, []],
    ['a title of spaces', { ...own, title: { nl: ' ' } }, ['title-missing']],
    ['a text in no language', { ...own, text: { nl: '' } }, ['text-missing']],
    ['a field of a person', { ...own, text: { nl: 'Dag {{name}}' } }, ['field-unknown']],
    [
      'a field in another language only',
      { ...own, text: { nl: 'Dag', tr: '{{client}} {{klant}}' } },
      ['field-unknown'],
    ],
    ['all at once', { ...own, title: {}, text: {} }, ['title-missing', 'text-missing']],
  ])('%s', (_, script, faults) => expect(scriptFaults(script)).toEqual(faults));
});
