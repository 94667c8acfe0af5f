/** The words for putting a new questionnaire in the place of the one that a group has, in Dutch and English. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  replace: 'Vervang de vragenlijst',
  title: (group: string) => `Vragenlijst van ${group} vervangen?`,
  underWay: 'De vragenlijst van nu verdwijnt uit het onderzoek. Lopende interviews gaan met de nieuwe verder.',
  responses: (count: number, written: string) =>
    `Er ${count === 1 ? 'is al 1 antwoord' : `zijn al ${written} antwoorden`}. Die blijven bewaard, maar alleen vragen die in de nieuwe lijst dezelfde naam hebben, komen in het bestand.`,
  take: 'Neem de nieuwe vragenlijst in gebruik',
};

const en: typeof nl = {
  replace: 'Replace the questionnaire',
  title: (group) => `Replace the questionnaire of ${group}?`,
  underWay: 'The present questionnaire goes from the study. Interviews under way go on with the new one.',
  responses: (count, written) =>
    `There ${count === 1 ? 'is 1 response' : `are ${written} responses`} already. They are kept, but only questions that have the same name in the new list come into the dataset.`,
  take: 'Take the new questionnaire into use',
};

export const replaceQuestionnaireWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
