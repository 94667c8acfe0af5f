/** The words for what interviewers speak and who is senior; in Dutch and English. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  title: 'Wie belt in welke taal',
  text: 'Een enquêteur krijgt alleen mensen die een taal van deze lijst spreken. Wie ervaren is, belt mensen die eerder “nu liever niet” zeiden.',
  none: 'Er is nog geen enquêteur in dit onderzoek.',
  name: 'Enquêteur',
  languages: 'Talen',
  noLanguages: 'geen taal: krijgt niemand',
  senior: 'Ervaren',
  yes: 'ervaren',
  no: 'nee',
  deeds: 'Wat u kunt doen',
  change: 'Wijzig',
  changeOf: (name: string) => `Wat spreekt ${name}?`,
  isSenior: 'Ervaren: belt wie eerder “nu liever niet” zei',
  save: 'Leg dit vast',
  saved: (name: string) => `Vastgelegd voor ${name}.`,
  nobodySenior:
    'Niemand is ervaren. Wie “nu liever niet” zegt, wordt dan door niemand meer gebeld, ook als het protocol dat toestaat.',
};

const en: typeof nl = {
  title: 'Who rings in which language',
  text: 'An interviewer is only given people who speak a language of this list. Whoever is senior rings people who said “rather not now” before.',
  none: 'There is no interviewer in this study yet.',
  name: 'Interviewer',
  languages: 'Languages',
  noLanguages: 'no language: is given nobody',
  senior: 'Senior',
  yes: 'senior',
  no: 'no',
  deeds: 'What you can do',
  change: 'Change',
  changeOf: (name) => `What does ${name} speak?`,
  isSenior: 'Senior: rings who said “rather not now” before',
  save: 'Record this',
  saved: (name) => `Recorded for ${name}.`,
  nobodySenior:
    'Nobody is senior. Whoever says “rather not now” is then rung by nobody, even where the protocol allows it.',
};

export const callersOfStudyWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
