/** The words for who does a part of the work: the bureau itself, or a sub-processor that the agreement names. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  itself: 'het bureau zelf',
  providedBy: 'Wie de e-mail verstuurt',
  lettersPrintedBy: 'Wie de brieven drukt',
  webPlatformBy: 'Wie de webvragenlijst beheert',
  hint: 'Alleen het bureau zelf, of een partij die in de overeenkomst bij de subverwerkers staat.',
};

const en: typeof nl = {
  itself: 'the bureau itself',
  providedBy: 'Who sends the e-mail',
  lettersPrintedBy: 'Who prints the letters',
  webPlatformBy: 'Who hosts the web questionnaire',
  hint: 'Only the bureau itself, or a party that the agreement names among its sub-processors.',
};

export const partyWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
export type PartyWork = 'providedBy' | 'lettersPrintedBy' | 'webPlatformBy';
