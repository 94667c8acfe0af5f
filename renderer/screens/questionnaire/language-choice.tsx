/** In which of its languages a questionnaire is shown. */
import { useState } from 'react';
import type { Language, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { useBearing, useWords } from '../../bearings.tsx';
import { RadioField } from '../../parts/field.tsx';
import { questionnairePreviewWords } from '../../wording/screens/questionnaire-preview.ts';
import { languageName } from '../interview/language-name.ts';

/** Begins with the default language of the questionnaire; another questionnaire may not have the one that was chosen. */
export function useLanguageChoice({ languages, defaultLanguage }: Questionnaire) {
  const [chosen, setChosen] = useState<Language>();
  const language = chosen !== undefined && languages.includes(chosen) ? chosen : defaultLanguage;
  return [language, setChosen] as const;
}

export interface LanguageChoiceProps {
  readonly questionnaire: Questionnaire;
  readonly language: Language;
  readonly onChange: (language: Language) => void;
}

/** Nothing where there is only one. */
export function LanguageChoice({ questionnaire, language, onChange }: LanguageChoiceProps) {
  const say = useWords(questionnairePreviewWords);
  const { language: ours } = useBearing();
  if (questionnaire.languages.length < 2) return null;
  return (
    <RadioField
      label={say.language}
      isInline
      value={language}
      onChange={onChange}
      options={questionnaire.languages.map((one) => ({ value: one, label: languageName(one, ours) }))}
    />
  );
}
