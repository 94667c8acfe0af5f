/** The words of a person for whom someone else decides, as an interviewer needs them: whom to ask for, and what the other decides about. */
import type { Representation } from '../../../shared/study/contact-data.ts';
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  askForGuardian: 'Vraag naar de curator, ouder of voogd:',
  nameUnknown: 'naam niet bekend',
  decidesFor: 'Beslist voor',
  decidesForInline: 'die beslist voor',
  notThemselves: 'Bespreek met deze vertegenwoordiger of het interview mag, en met wie.',
  kinds: {
    guardian: 'Curator, ouder of voogd',
    administrator: 'Bewindvoerder',
    mentor: 'Mentor',
  } satisfies Record<Representation, string>,
  decidesPart: {
    guardian: '',
    administrator: 'Beslist alleen over geld. Vraag naar de persoon zelf.',
    mentor: 'Beslist alleen over zorg. Vraag naar de persoon zelf.',
  } satisfies Record<Representation, string>,
  clientNote: 'Bijzonderheid van de opdrachtgever',
};

const en: typeof nl = {
  askForGuardian: 'Ask for the guardian or parent:',
  nameUnknown: 'name not known',
  decidesFor: 'Decides for',
  decidesForInline: 'who decides for',
  notThemselves: 'Ask this representative whether the interview may be held, and with whom.',
  kinds: {
    guardian: 'Guardian or parent',
    administrator: 'Administrator',
    mentor: 'Mentor',
  },
  decidesPart: {
    guardian: '',
    administrator: 'Decides about money only. Ask for the person themselves.',
    mentor: 'Decides about care only. Ask for the person themselves.',
  },
  clientNote: 'Note from the client',
};

export const representedWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
