/** The words for the ends of the agreement: the banner from two weeks before each, and what is left after it. */
import type { WordingLanguage } from '../grammar.ts';

const nl = {
  label: 'Einde van de overeenkomst',
  contactNear: (days: number, on: string) =>
    days === 0
      ? 'Vandaag is de laatste dag waarop u contactgegevens mag gebruiken.'
      : `U mag contactgegevens gebruiken tot en met ${on}: ${days === 1 ? 'nog 1 dag' : `nog ${days} dagen`}.`,
  contactNearTodo: 'Daarna stoppen inlezen, contact en interviews. Rond het veldwerk af.',
  interviewerTodo: 'Daarna kunt u niet meer bellen en u niet meer aanmelden. Rond uw gesprekken af.',
  answersNear: (days: number, on: string) =>
    days === 0
      ? 'Vandaag is de laatste dag waarop u antwoorden mag bewaren.'
      : `U mag antwoorden bewaren tot en met ${on}: ${days === 1 ? 'nog 1 dag' : `nog ${days} dagen`}.`,
  answersNearTodo: (isExported: boolean): string =>
    isExported
      ? 'Het bestand is gemaakt. Vernietig het onderzoek.'
      : 'Daarna kan er geen bestand meer worden gemaakt. Maak het bestand en vernietig het onderzoek.',
  contactEnded: (on: string) => `U mocht contactgegevens gebruiken tot en met ${on}. Dat is afgelopen.`,
  contactEndedTodo: (answersUntil: string | undefined, isExported: boolean) =>
    `Inlezen, contact en interviews kunnen niet meer. ${
      isExported
        ? 'Het bestand is gemaakt. Vernietig het onderzoek.'
        : `U kunt het bestand nog maken${answersUntil === undefined ? '' : ` tot en met ${answersUntil}`}. Vernietig daarna het onderzoek.`
    }`,
  answersEnded: (on: string) => `U mocht antwoorden bewaren tot en met ${on}. Dat is afgelopen.`,
  answersEndedTodo: 'Vernietig het onderzoek nu. Alleen de tellingen en het journaal kunt u nog bekijken.',
  answersLabel: 'Antwoorden',
  keptUntil: (until: string) => `bewaard tot en met ${until}`,
  gone: (stages: string) => `${stages}: afgelopen.`,
  interviewerOver: 'Het veldwerk is afgelopen',
  interviewerOverText: (on: string) => `U kon bellen tot en met ${on}. U kunt zich nu afmelden.`,
  interviewerUnlinked: 'Er wordt niemand meer gebeld: mensen en antwoorden zijn losgekoppeld. U kunt zich nu afmelden.',
  signOut: 'Meld af',
  onlyRequests: 'Alleen verzoeken van betrokkenen kunt u hier nog afhandelen.',
  rights: 'Iedereen houdt de eigen rechten zolang er iets van die persoon wordt bewaard.',
  noDataset: 'Een bestand kan niet meer worden gemaakt.',
};

const en: typeof nl = {
  label: 'End of the agreement',
  contactNear: (days, on) =>
    days === 0
      ? 'Today is the last day on which you may use contact data.'
      : `You may use contact data up to and including ${on}: ${days === 1 ? '1 day' : `${days} days`} left.`,
  contactNearTodo: 'After that intake, contact and interviews stop. Round off the fieldwork.',
  interviewerTodo: 'After that you can no longer ring or sign in. Round off your calls.',
  answersNear: (days, on) =>
    days === 0
      ? 'Today is the last day on which you may keep answers.'
      : `You may keep answers up to and including ${on}: ${days === 1 ? '1 day' : `${days} days`} left.`,
  answersNearTodo: (isExported) =>
    isExported
      ? 'The dataset was made. Destroy the study.'
      : 'After that no dataset can be made. Make the dataset and destroy the study.',
  contactEnded: (on) => `You could use contact data up to and including ${on}. That is over.`,
  contactEndedTodo: (answersUntil, isExported) =>
    `Intake, contact and interviews are no longer possible. ${
      isExported
        ? 'The dataset was made. Destroy the study.'
        : `You can still make the dataset${answersUntil === undefined ? '' : ` up to and including ${answersUntil}`}. Then destroy the study.`
    }`,
  answersEnded: (on) => `You could keep answers up to and including ${on}. That is over.`,
  answersEndedTodo: 'Destroy the study now. You can still see only its counts and its journal.',
  answersLabel: 'Answers',
  keptUntil: (until) => `kept until ${until}`,
  gone: (stages) => `${stages}: over.`,
  interviewerOver: 'The fieldwork is over',
  interviewerOverText: (on) => `You could ring up to and including ${on}. You can sign out now.`,
  interviewerUnlinked: 'Nobody is rung any more: people and answers were unlinked. You can sign out now.',
  signOut: 'Sign out',
  onlyRequests: 'Only requests of people concerned can still be dealt with here.',
  rights: 'Everyone keeps their rights as long as anything of them is kept.',
  noDataset: 'A dataset can no longer be made.',
};

export const agreementEndWords: Readonly<Record<WordingLanguage, typeof nl>> = { nl, en };
