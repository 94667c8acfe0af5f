/** The words of who is still open while nothing is due for them: why, and what can be done; in Dutch and English. */
import type { StuckReason } from '../../../shared/study/stuck-reason.ts';
import type { WordingLanguage } from '../grammar.ts';

interface Told {
  readonly why: string;
  readonly todo: string;
}

const nl = {
  title: 'Wie niets meer krijgt',
  none: 'Voor iedereen die nog open staat, komt er een volgende stap.',
  text: 'Deze mensen hebben nog niet meegedaan en niet geweigerd. Toch komt er nu niets voor hen, of is er niemand die het kan doen.',
  ofGroup: (group: string, count: number, number: string) =>
    count === 1 ? `${group}: 1 persoon` : `${group}: ${number} mensen`,
  show: 'Laat zien wie',
  hide: 'Verberg wie',
  toProtocol: 'Ga naar Protocol',
  who: 'Wie',
  shown: (shown: string, total: string) => `${shown} van ${total}`,
  reasons: {
    'no-channel': {
      why: 'Er is geen e-mailadres, postadres of telefoonnummer, of niets daarvan klopt.',
      todo: 'Vraag de opdrachtgever om betere gegevens. Leg ze vast bij “Verzoeken van betrokkenen”, als correctie.',
    },
    'no-step': {
      why: 'Geen enkele stap van het protocol is voor hen bedoeld.',
      todo: 'Voeg een stap voor hen toe, of verander voor wie een stap is.',
    },
    'steps-done': {
      why: 'Zij hebben alle stappen gehad en nog niet gereageerd.',
      todo: 'Voeg een stap toe als u het nog eens wilt proberen. Anders hoeft u niets te doen.',
    },
    'calls-used-up': {
      why: 'Zij zijn zo vaak gebeld als het protocol toelaat.',
      todo: 'Laat vaker bellen, of voeg een stap in een ander kanaal toe. Anders hoeft u niets te doen.',
    },
    'no-number-works': {
      why: 'Geen telefoonnummer dat wij van hen hebben, klopt.',
      todo: 'Vraag de opdrachtgever om een ander nummer en leg dat vast bij “Verzoeken van betrokkenen”, of voeg een stap in een ander kanaal toe.',
    },
    'nobody-speaks': {
      why: 'Geen enquêteur spreekt hun taal.',
      todo: 'Vraag een collega die hun taal spreekt, en zet dat bij Onderzoek. Of voeg een stap in een ander kanaal toe.',
    },
    'nobody-senior': {
      why: 'Zij wilden liever niet. Een ervaren enquêteur mag het nog één keer vragen, maar niemand is ervaren.',
      todo: 'Zet bij Onderzoek wie ervaren is. Of zeg in het protocol dat niemand hen nog belt.',
    },
    'letter-not-posted': {
      why: 'Hun brief is gemaakt, maar niemand heeft gezegd dat hij op de post is.',
      todo: 'Post de brieven en zeg dat bij “Vandaag”, bij de stapel.',
    },
    'email-unclear': {
      why: 'Het is onduidelijk of hun e-mail is aangekomen.',
      todo: 'Beslis dat bij “Vandaag”, bij wat onduidelijk is.',
    },
    'after-closing': {
      why: 'Hun volgende stap valt na de laatste dag van het protocol.',
      todo: 'Kies een latere laatste dag, of haal de stap naar voren.',
    },
    'soft-launch': {
      why: 'Eerst gaat een deel van de groep. Zij wachten daarop.',
      todo: 'Werkt alles? Haal dan in het protocol het vinkje bij “Rustig beginnen” weg.',
    },
    'says-answered': {
      why: 'Zij zeiden dat zij al hebben geantwoord.',
      todo: 'Lees de antwoorden van de website in. Zitten zij daar niet bij, voeg dan een stap toe.',
    },
    'no-protocol': {
      why: 'Deze doelgroep heeft nog geen protocol.',
      todo: 'Maak een protocol en leg het vast.',
    },
  } satisfies Record<StuckReason, Told>,
};

const en: typeof nl = {
  title: 'Who gets nothing more',
  none: 'For everyone who is still open there is a next step.',
  text: 'These people have not taken part and not refused. Yet nothing comes for them now, or there is nobody who can do it.',
  ofGroup: (group, count, number) => (count === 1 ? `${group}: 1 person` : `${group}: ${number} people`),
  show: 'Show who',
  hide: 'Hide who',
  toProtocol: 'Go to Protocol',
  who: 'Who',
  shown: (shown, total) => `${shown} of ${total}`,
  reasons: {
    'no-channel': {
      why: 'There is no e-mail address, postal address or phone number, or none of them is right.',
      todo: 'Ask the client for better data. Record them under “Requests of people concerned”, as a correction.',
    },
    'no-step': {
      why: 'No step of the protocol is meant for them.',
      todo: 'Add a step for them, or change for whom a step is.',
    },
    'steps-done': {
      why: 'They got all steps and have not reacted yet.',
      todo: 'Add a step if you want to try once more. Otherwise you need not do anything.',
    },
    'calls-used-up': {
      why: 'They were called as often as the protocol lets.',
      todo: 'Let people be called more often, or add a step in another channel. Otherwise you need not do anything.',
    },
    'no-number-works': {
      why: 'No phone number that we have of them is right.',
      todo: 'Ask the client for another number and record it under “Requests of people concerned”, or add a step in another channel.',
    },
    'nobody-speaks': {
      why: 'No interviewer speaks their language.',
      todo: 'Ask a colleague who speaks it, and set that at Study. Or add a step in another channel.',
    },
    'nobody-senior': {
      why: 'They would rather not. A senior interviewer may ask once more, but nobody is senior.',
      todo: 'Set at Study who is senior. Or say in the protocol that nobody rings them again.',
    },
    'letter-not-posted': {
      why: 'Their letter was made, but nobody said that it was posted.',
      todo: 'Post the letters, and say so at “Today”, at the batch.',
    },
    'email-unclear': {
      why: 'It is unclear whether their e-mail arrived.',
      todo: 'Decide that at “Today”, at what is unclear.',
    },
    'after-closing': {
      why: 'Their next step falls after the last day of the protocol.',
      todo: 'Choose a later last day, or move the step forward.',
    },
    'soft-launch': {
      why: 'First a part of the group goes. They wait for it.',
      todo: 'Does everything work? Then take off the tick at “A quiet start” in the protocol.',
    },
    'says-answered': {
      why: 'They said that they have answered already.',
      todo: 'Read in the answers of the website. If theirs are not among them, add a step.',
    },
    'no-protocol': {
      why: 'This group has no protocol yet.',
      todo: 'Make a protocol and set it.',
    },
  },
};

export const stuckWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
