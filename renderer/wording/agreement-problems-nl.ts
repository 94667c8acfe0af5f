/** The Dutch sentences for what the agreement does not allow: its ends, and parties that it does not name. */
import { grammarOf } from './grammar.ts';
import type { ProblemTexts } from './problem-text.ts';

const { day, quoted } = grammarOf('nl');
const agreementUnchanged = 'De overeenkomst is niet veranderd.';

export type AgreementProblem =
  | 'study.answers-end-out-of-range'
  | 'study.contact-ended'
  | 'study.answers-ended'
  | 'study.sub-processor-not-listed';

export const agreementProblemsNl: ProblemTexts<AgreementProblem> = {
  'study.answers-end-out-of-range': ({ from, until }) => ({
    happened:
      until === undefined
        ? `De laatste dag van de antwoorden ligt vóór de einddatum, ${day(from)}.`
        : `De laatste dag van de antwoorden moet liggen van ${day(from)} tot en met ${day(until)}. Zo lang geeft de overeenkomst na de einddatum.`,
    safe: agreementUnchanged,
    todo: 'Verbeter de laatste dag van de antwoorden, de einddatum of het aantal dagen na afloop.',
  }),
  'study.contact-ended': ({ endsOn }) => ({
    happened: `Contactgegevens mochten worden gebruikt tot en met ${day(endsOn)}. Inlezen, benaderen en interviewen kan nu niet meer.`,
    safe: 'Er is niemand benaderd en er is niets veranderd.',
    todo: 'Maak het geanonimiseerde bestand en vernietig daarna het onderzoek.',
  }),
  'study.answers-ended': ({ answersEndOn }) => ({
    happened: `Antwoorden mochten worden bewaard tot en met ${day(answersEndOn)}. Een bestand maken kan nu niet meer.`,
    safe: 'Er is niets veranderd.',
    todo: 'Vernietig het onderzoek nu. De tellingen en het journaal kunt u nog bekijken.',
  }),
  'study.sub-processor-not-listed': ({ party }) => ({
    happened: `${quoted(party)} staat niet bij de subverwerkers in de verwerkersovereenkomst.`,
    safe: 'Er is niets verstuurd en er is niets veranderd.',
    todo: 'Zet deze partij bij de subverwerkers als de opdrachtgever toestemming gaf. Schrijf de naam overal hetzelfde. Is er al ingelezen? Kies dan een partij die in de overeenkomst staat.',
  }),
};
