/**
 * The letter, the e-mails and the first words of a call of the practice study, in Dutch. Subjects say nothing about the person: an e-mail is read over a shoulder,
 * a letter by whoever opens the post. Each says who asks, for whom, why, that it is voluntary, and how to object.
 */
import type { StepText } from '../../shared/study/protocol.ts';

export const bureau = {
  name: 'Onderzoeksbureau Veldzicht',
  address: 'Antwoordnummer 100, 9999 AA Waterhoven',
  email: 'onderzoek@veldzicht.example',
  objectionLink: 'https://onderzoek.veldzicht.example/bezwaar',
} as const;

const subject = 'Uitnodiging: wat is uw ervaring?';
const reminderSubject = 'Herinnering: u kunt nog meedoen';

const signature = `Met vriendelijke groet,

${bureau.name}
${bureau.address}
${bureau.email}`;

const voluntary =
  'Meedoen is vrijwillig. Het kost ongeveer tien minuten. U hoeft niet elke vraag te beantwoorden en u kunt altijd stoppen. Of u meedoet of niet, dat verandert niets aan uw contact met de gemeente.';

const privacy =
  'Uw antwoorden bewaren wij apart van uw naam. In het rapport staat niet wie wat heeft gezegd. Na het onderzoek vernietigen wij uw gegevens. De gemeente krijgt ze niet terug.';

const objection = `Wilt u niet meedoen? Laat het ons weten op ${bureau.objectionLink} of stuur een e-mail naar ${bureau.email}. U mag ook een brief sturen naar ${bureau.address}; een postzegel is niet nodig. Noem daarbij uw code {{code}}. U hoort dan niets meer van ons.`;

const residentsPurpose =
  'Wij zijn Onderzoeksbureau Veldzicht. Wij doen onderzoek voor de gemeente Waterhoven. De gemeente wil weten hoe inwoners het contact met het wijkteam vinden, en wat er beter kan. Daarom vragen wij u om een vragenlijst in te vullen. Wij kregen uw gegevens van de gemeente en gebruiken ze alleen voor dit onderzoek.';

const colleaguesPurpose =
  'Wij zijn Onderzoeksbureau Veldzicht. Voor de gemeente Waterhoven onderzoeken wij hoe het werk in en met de wijkteams gaat. De gemeente gebruikt de uitkomsten om dat werk beter te maken. Wij kregen uw e-mailadres van de gemeente en gebruiken het alleen voor dit onderzoek.';

const fillIn = `Zo doet u mee:

Ga naar {{link}}
Vul daar uw persoonlijke code in: {{code}}`;

/** A letter prints code, link, sender and address itself, and has one page: the same message in fewer words. */
const letterParagraphs = [
  'Beste {{name}},',
  'Voor de gemeente Waterhoven onderzoeken wij hoe inwoners het contact met het wijkteam vinden, en wat er beter kan. Wilt u een vragenlijst invullen? Wij kregen uw gegevens van de gemeente en gebruiken ze alleen voor dit onderzoek.',
  'Onder deze brief staan uw persoonlijke code en het adres van de vragenlijst. U kunt ook het blokje met uw telefoon scannen.',
  'Hebt u geen computer, of vindt u lezen lastig? Over ongeveer twee weken bellen wij u, als u dat goed vond. U kunt de vragen dan aan de telefoon beantwoorden. Iemand anders mag u helpen.',
  'Meedoen is vrijwillig en kost ongeveer tien minuten. Of u meedoet of niet, dat verandert niets aan uw contact met de gemeente. Uw antwoorden bewaren wij apart van uw naam. Na het onderzoek vernietigen wij uw gegevens.',
  `Wilt u niet meedoen? Laat het ons weten op ${bureau.objectionLink}, via ${bureau.email} of met een brief naar ${bureau.address} (postzegel niet nodig). Noem uw code. U hoort dan niets meer van ons.`,
  `Met vriendelijke groet,\n${bureau.name}`,
];

function text(subjectLine: string, paragraphs: readonly string[]): StepText {
  return { subject: subjectLine, body: ['Beste {{name}},', ...paragraphs, signature].join('\n\n') };
}

export const residentsTexts = {
  invitationLetter: { subject, body: letterParagraphs.join('\n\n') },
  invitationEmail: text(subject, [residentsPurpose, fillIn, voluntary, privacy, objection]),
  reminderEmail: text(reminderSubject, [
    'Vorige week vroegen wij u om een vragenlijst in te vullen. Misschien kwam u er nog niet aan toe. Uw mening blijft welkom, ook als u niet tevreden bent. Hebt u al meegedaan? Dan hoeft u niets te doen.',
    residentsPurpose,
    fillIn,
    'Hebt u geen tijd of vult u liever niets in op een computer? Misschien bellen wij u nog. U kunt de vragen dan aan de telefoon beantwoorden.',
    voluntary,
    privacy,
    objection,
  ]),
} as const satisfies Readonly<Record<string, StepText>>;

/** What an interviewer says first. Nothing is said about the neighbourhood team before the right person is on the line. */
const phoneParagraphs = [
  'Goedendag, u spreekt met een medewerker van {{bureau}}. Spreek ik met {{name}}?',
  'Wij doen onderzoek voor de gemeente Waterhoven. De gemeente wil weten hoe inwoners het contact met het wijkteam vinden, en wat er beter kan. Daarom wil ik u graag een paar vragen stellen.',
  'Wij kregen uw telefoonnummer van de gemeente. Wij gebruiken het alleen voor dit onderzoek. Na het onderzoek vernietigen wij uw gegevens.',
  'Meedoen is vrijwillig. Of u meedoet of niet, dat verandert niets aan uw contact met de gemeente. U hoeft niet elke vraag te beantwoorden en u kunt altijd stoppen. Uw antwoorden bewaren wij apart van uw naam.',
  'Het gesprek duurt ongeveer tien minuten. Mag ik beginnen?',
];

export const residentsIntroduction: StepText = {
  subject: 'Introductie aan de telefoon',
  body: phoneParagraphs.join('\n\n'),
};

/** For network partners and for team members. */
export const colleaguesTexts = {
  invitationEmail: text(subject, [colleaguesPurpose, fillIn, voluntary, privacy, objection]),
  reminderEmail: text(reminderSubject, [
    'Onlangs vroegen wij u om een vragenlijst in te vullen. Dat kan nog. Dit is de enige herinnering die u krijgt. Hebt u al meegedaan? Dan hoeft u niets te doen.',
    colleaguesPurpose,
    fillIn,
    voluntary,
    privacy,
    objection,
  ]),
} as const satisfies Readonly<Record<string, StepText>>;
