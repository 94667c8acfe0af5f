/** What files outside the study are called in which a person stands, in Dutch and English. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  letters: 'brieven',
  emails: 'e-mails als bestanden',
  'case-file': 'gegevens van één persoon',
  papers: 'vragenlijsten op papier',
  participants: 'codes voor de website',
  'print-list': 'lijsten voor de drukker',
  reprint: 'brieven die opnieuw zijn gemaakt',
};

const en: typeof nl = {
  letters: 'letters',
  emails: 'e-mails as files',
  'case-file': 'data of one person',
  papers: 'questionnaires on paper',
  participants: 'codes for the website',
  'print-list': 'lists for a print house',
  reprint: 'letters that were made again',
};

export const handedOutWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
