/** One script: its name, its text per language with the fields that Veldwerk fills in, and how it is read aloud. */
import { useState } from 'react';
import { spokenScript, unknownScriptFields } from '../../../shared/contact/spoken-script.ts';
import type { Language } from '../../../shared/study/questionnaire.ts';
import { type Script, type ScriptField, scriptFields } from '../../../shared/study/script.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { RadioField, TextField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { TextWithFields } from '../../parts/text-with-fields.tsx';
import { useView } from '../../request.ts';
import { scriptWords } from '../../wording/screens/scripts.ts';
import { languageName } from '../interview/language-name.ts';
import { givenScript, isSameScript, scriptFaults } from './script-drafts.ts';
import { directionOf } from './texts.ts';

/** The languages of the window, in which a title is read. */
const ours: readonly Language[] = ['nl', 'en'];

export interface ScriptFormProps {
  readonly script: Script;
  /** Of the questionnaires of the study. */
  readonly languages: readonly Language[];
  readonly onChange: (script: Script) => void;
  readonly onRemove: () => void;
}

export function ScriptForm({ script, languages, onChange, onRemove }: ScriptFormProps) {
  const say = useWords(scriptWords);
  const { language: windowLanguage } = useBearing();
  const { all } = useGrammar();
  const shown = [...new Set([...ours, ...languages, ...Object.keys(script.text)])];
  const [language, setLanguage] = useState<Language>(windowLanguage);
  const given = givenScript(script);
  const faults = scriptFaults(script);
  const unknown = unknownScriptFields({ text: { [language]: script.text[language] ?? '' } });
  const named = (code: Language) => languageName(code, windowLanguage);
  return (
    <div className="stack script-form">
      <div className="fields">
        {ours.map((code) => (
          <TextField
            key={code}
            label={say.title(named(code))}
            value={script.title[code] ?? ''}
            maxLength={100}
            fault={code === windowLanguage && faults.includes('title-missing') ? say.titleMissing : undefined}
            onChange={(title) => onChange({ ...script, title: { ...script.title, [code]: title } })}
          />
        ))}
      </div>
      {script.kind === 'consent' ? <Notice>{say.consentNote}</Notice> : null}
      <RadioField
        label={say.languages}
        isInline
        value={language}
        onChange={setLanguage}
        options={shown.map((code) => ({ value: code, label: named(code) }))}
      />
      <TextWithFields
        key={language}
        label={say.body(named(language))}
        hint={say.bodyHint}
        rows={10}
        value={script.text[language] ?? ''}
        fault={
          unknown.length > 0
            ? say.unknown(all(unknown.map((field) => `{{${field}}}`)))
            : faults.includes('text-missing')
              ? say.textMissing
              : undefined
        }
        onChange={(text) => onChange({ ...script, text: { ...script.text, [language]: text } })}
        fields={scriptFields.map((field) => ({ field, label: say.fields[field] }))}
        insertWord={say.insert}
      />
      {faults.length > 0 ? null : <Aloud script={script} language={language} />}
      <div className="row">
        {given !== undefined && !isSameScript(given, script) ? (
          <Button onPress={() => onChange(given)}>{say.reset}</Button>
        ) : null}
        {given === undefined ? <Button onPress={onRemove}>{say.remove}</Button> : null}
      </div>
    </div>
  );
}

/** With the bureau, client and purpose of this study filled in. */
function Aloud({ script, language }: { readonly script: Script; readonly language: Language }) {
  const say = useWords(scriptWords);
  const { language: windowLanguage } = useBearing();
  const { all } = useGrammar();
  const bureau = useView('study.bureau', {});
  const agreement = useView('study.agreement', {});
  if (bureau.kind !== 'ready' || agreement.kind !== 'ready') return null;
  const { name = '', objectTo = '' } = bureau.view.bureau ?? {};
  const { client = name, purpose = '' } = agreement.view.agreement;
  const values: Readonly<Record<ScriptField, string>> = { bureau: name, client, purpose, objectTo };
  const empty = scriptFields.filter(
    (field) => values[field] === '' && Object.values(script.text).some((text) => text.includes(`{{${field}}}`)),
  );
  const spoken = spokenScript(script, language, values);
  if (spoken === undefined) return null;
  const read = spoken.otherLanguage ?? language;
  return (
    <section className="read-aloud" aria-label={say.preview}>
      <h2>{say.preview}</h2>
      {spoken.otherLanguage === undefined ? null : (
        <p className="soft">{say.noText(languageName(language, windowLanguage))}</p>
      )}
      {spoken.paragraphs.map((paragraph) => (
        <p key={paragraph} lang={read} dir={directionOf(read)}>
          {paragraph}
        </p>
      ))}
      {empty.length === 0 ? null : (
        <p className="soft">{say.emptyField(all(empty.map((field) => say.fields[field])))}</p>
      )}
    </section>
  );
}
