/** The English sentences for what the agreement does not allow: its ends, and parties that it does not name. */
import type { AgreementProblem } from './agreement-problems-nl.ts';
import { grammarOf } from './grammar.ts';
import type { ProblemTexts } from './problem-text.ts';

const { day, quoted } = grammarOf('en');
const agreementUnchanged = 'The agreement was not changed.';

export const agreementProblemsEn: ProblemTexts<AgreementProblem> = {
  'study.answers-end-out-of-range': ({ from, until }) => ({
    happened:
      until === undefined
        ? `The last day of the answers is before the last day, ${day(from)}.`
        : `The last day of the answers has to be from ${day(from)} to ${day(until)}. That is how long the agreement gives after its last day.`,
    safe: agreementUnchanged,
    todo: 'Correct the last day of the answers, the last day, or the number of days afterwards.',
  }),
  'study.contact-ended': ({ endsOn }) => ({
    happened: `Contact data could be used up to and including ${day(endsOn)}. Intake, contact and interviews are no longer possible.`,
    safe: 'Nobody was contacted and nothing was changed.',
    todo: 'Make the anonymised dataset, then destroy the study.',
  }),
  'study.answers-ended': ({ answersEndOn }) => ({
    happened: `Answers could be kept up to and including ${day(answersEndOn)}. Making a dataset is no longer possible.`,
    safe: 'Nothing was changed.',
    todo: 'Destroy the study now. You can still see its counts and its journal.',
  }),
  'study.sub-processor-not-listed': ({ party }) => ({
    happened: `${quoted(party)} is not among the sub-processors of the processor agreement.`,
    safe: 'Nothing was sent and nothing was changed.',
    todo: 'Add this party to the sub-processors if the client gave permission. Write its name the same everywhere. Have data been taken in already? Then choose a party that is in the agreement.',
  }),
};
