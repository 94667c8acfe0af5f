/** The words for withdrawal, for answers that have to go, and for the researcher's agreement to a request, in Dutch and English. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  agreeTitle: 'Verzoeken van betrokkenen',
  agreeText:
    'De veldwerkleider voert deze verzoeken uit. Met uw bevestiging gaat bij inzage alles van die persoon open, ook de antwoorden; bij wissen verdwijnen ze. Uw bevestiging geldt tot u zich afmeldt.',
  agree: (nr: string) => `Bevestig verzoek ${nr}`,

  removalsTitle: 'Antwoorden die weg moeten',
  removalsText: (count: string) =>
    `${count} trok de toestemming in na een interview. Verwijder de antwoorden voordat u een bestand maakt.`,
  removalsPeople: { one: 'persoon', other: 'mensen' },
  askedOn: (days: string) => `Gevraagd op ${days}.`,
  removalsNobody:
    'Welke antwoorden het zijn, vindt alleen de sleutel van een veldwerkleider. Vraag een veldwerkleider om zich aan te melden.',
  removalsWith: (name: string) =>
    `De sleutel van ${name} vindt welke antwoorden het zijn; u krijgt niet te zien van wie.`,
  removalsExported: 'Het geanonimiseerde bestand is al gemaakt. Daaruit zijn deze antwoorden niet te halen.',
  remove: 'Verwijder deze antwoorden',
  removed: (count: string) => `${count} verwijderd. Deze mensen tellen nu als mensen die niet meedoen.`,
  removedCount: { one: 'interview', other: 'interviews' },
  restrictedAnswers: (count: string) =>
    `Van ${count} zijn de gegevens beperkt. Zolang dat zo is, wordt er geen bestand gemaakt.`,

  withdrew: 'Iemand trekt de toestemming in',
  withdrewText: 'Belt of schrijft iemand die al heeft meegedaan? Zoek op met de inlogcode uit de brief of de e-mail.',
  withdraw: 'Leg de intrekking vast',
  sayTitle: 'Zeg dit',
  say: [
    'Ik leg vast dat u uw toestemming intrekt. U krijgt van ons geen e-mail, brief of telefoontje meer.',
    'Wat u hebt geantwoord, wordt verwijderd.',
    'Als het bestand al is geanonimiseerd, kunnen wij uw antwoorden daarin niet meer terugvinden. Niemand kan dat.',
  ],
  sayExported:
    'Het bestand is al geanonimiseerd. Uw antwoorden zijn daarin niet meer terug te vinden: ook niet door ons. Wat hier nog van u staat, wordt verwijderd.',
  sayUnlinked:
    'Uw antwoorden, als u die gaf, zijn niet meer terug te vinden: wij hebben vernietigd wat ze met u verbond. Niemand kan dat herstellen.',
  stoppedAll: 'Deze persoon wordt in geen enkel kanaal meer benaderd.',
  stoppedAnswers: 'De antwoorden wachten op de onderzoeker, die ze verwijdert voordat er een bestand wordt gemaakt.',
  stoppedExported: 'Het geanonimiseerde bestand is al gemaakt: daarin zijn antwoorden niet terug te vinden.',
  stoppedUnlinked:
    'Mensen en antwoorden zijn losgekoppeld: gaf deze persoon antwoorden, dan vindt niemand ze nog terug. Zeg dat erbij.',
  stoppedLetters: (count: string) => `${count} aan deze persoon ligt klaar en moet uit de stapel.`,
  stoppedLettersCount: { one: 'brief', other: 'brieven' },
  stoppedEmails: 'Een e-mail die op dit moment wordt verstuurd, is niet meer tegen te houden.',
};

const en: typeof nl = {
  agreeTitle: 'Requests of people concerned',
  agreeText:
    'The fieldwork manager carries these requests out. With your agreement everything of that person opens for access, the answers too; for erasure they go. Your agreement holds until you sign out.',
  agree: (nr) => `Agree to request ${nr}`,

  removalsTitle: 'Answers that have to go',
  removalsText: (count) => `${count} withdrew after an interview. Remove the answers before you make a dataset.`,
  removalsPeople: { one: 'person', other: 'people' },
  askedOn: (days) => `Asked on ${days}.`,
  removalsNobody:
    'Which answers they are only the key of a fieldwork manager finds. Ask a fieldwork manager to sign in.',
  removalsWith: (name) => `The key of ${name} finds which answers they are; you do not get to see whose.`,
  removalsExported: 'The dataset was made already. These answers cannot be taken out of it.',
  remove: 'Remove these answers',
  removed: (count) => `${count} removed. These people now count as people who do not take part.`,
  removedCount: { one: 'interview', other: 'interviews' },
  restrictedAnswers: (count) => `The data of ${count} are restricted. As long as they are no dataset is made.`,

  withdrew: 'Someone withdraws consent',
  withdrewText:
    'Does someone ring or write who took part already? Look them up by the login code in the letter or e-mail.',
  withdraw: 'Record the withdrawal',
  sayTitle: 'Say this',
  say: [
    'I record that you withdraw your consent. You will get no e-mail, letter or call from us any more.',
    'What you answered is removed.',
    'If the dataset has been made anonymous already, we cannot find your answers in it. Nobody can.',
  ],
  sayExported:
    'The dataset has been made anonymous already. Your answers cannot be found back in it, not even by us. What is still here of you is removed.',
  sayUnlinked:
    'Your answers, if you gave any, cannot be found back: we destroyed what linked them to you. Nobody can restore that.',
  stoppedAll: 'This person is contacted in no channel any more.',
  stoppedAnswers: 'The answers wait for the researcher, who removes them before a dataset is made.',
  stoppedExported: 'The dataset was made already: answers cannot be found back in it.',
  stoppedUnlinked:
    'People and answers were unlinked: if this person gave answers nobody can find them back. Say so too.',
  stoppedLetters: (count) => `${count} to this person lies ready and has to be taken out of the batch.`,
  stoppedLettersCount: { one: 'letter', other: 'letters' },
  stoppedEmails: 'An e-mail that is being sent at this moment cannot be held back.',
};

export const withdrawalWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
