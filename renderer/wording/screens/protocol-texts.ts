/**
 * The texts that a new protocol begins with: invitation, reminder, letter, letter with the questionnaire on paper, and the first words of a call. In Dutch whatever the language of
 * the window is, for whoever reads them lives here. Subjects say nothing about the person; each message says who asks, for whom, why,
 * that it is voluntary, and how to object.
 */
import type { StepText } from '../../../shared/study/protocol.ts';

export interface ProtocolTexts {
  readonly invitation: StepText;
  readonly reminder: StepText;
  readonly letter: StepText;
  readonly paper: StepText;
  readonly introduction: StepText;
}

const fillIn = `Zo doet u mee:

Ga naar {{link}}
Vul daar uw persoonlijke code in: {{code}}`;

const voluntary =
  'Meedoen is vrijwillig. Het kost ongeveer tien minuten. U hoeft niet elke vraag te beantwoorden en u kunt altijd stoppen.';
const privacy =
  'Uw antwoorden bewaren wij apart van uw naam. In het rapport staat niet wie wat heeft gezegd. Na het onderzoek vernietigen wij uw gegevens.';
const objection =
  'Wilt u niet meedoen? Stuur een e-mail naar {{objectTo}} en noem uw code {{code}}. U hoort dan niets meer van ons.';
const greeting = 'Met vriendelijke groet,\n\n{{bureau}}';

const body = (paragraphs: readonly string[]) => ['Beste {{name}},', ...paragraphs, greeting].join('\n\n');

/** `name`: on whose behalf the study is carried out; absent when it is the bureau's own. */
export function protocolTexts(name: string | undefined): ProtocolTexts {
  // As a sentence says it: 'voor de gemeente Waterhoven'.
  const client = name?.replace(/^Gemeente /, 'de gemeente ');
  const onBehalf = client === undefined ? '' : ` voor ${client}`;
  const source = client === undefined ? '' : ` Wij kregen uw gegevens van ${client} en gebruiken ze alleen hiervoor.`;
  const purpose = `Wij zijn {{bureau}}. Wij doen onderzoek${onBehalf}. Wij willen graag weten wat uw ervaring is, en wat er beter kan. Daarom vragen wij u om een vragenlijst in te vullen.${source}`;
  return {
    invitation: {
      subject: 'Uitnodiging: wat is uw ervaring?',
      body: body([purpose, fillIn, voluntary, privacy, objection]),
    },
    reminder: {
      subject: 'Herinnering: u kunt nog meedoen',
      body: body([
        'Onlangs vroegen wij u om een vragenlijst in te vullen. Misschien kwam u er nog niet aan toe. Meedoen kan nog, en uw mening blijft welkom. Hebt u al meegedaan? Dan hoeft u niets te doen.',
        purpose,
        fillIn,
        voluntary,
        privacy,
        objection,
      ]),
    },
    letter: {
      subject: 'Uitnodiging: wat is uw ervaring?',
      body: body([
        purpose,
        'Onder deze brief staan uw persoonlijke code en het adres van de vragenlijst. U kunt ook het blokje met uw telefoon scannen.',
        'Hebt u geen computer, of vindt u lezen lastig? Misschien bellen wij u nog. U kunt de vragen dan aan de telefoon beantwoorden. Iemand anders mag u helpen.',
        voluntary,
        privacy,
        objection,
      ]),
    },
    paper: {
      subject: 'De vragenlijst op papier',
      body: body([
        'Onlangs schreven wij u over ons onderzoek. Misschien vult u liever op papier in. Daarom vindt u de vragenlijst achter deze brief. Hebt u al meegedaan? Dan hoeft u niets te doen.',
        purpose,
        'Vul de vragenlijst in en stuur hem terug. Een postzegel is niet nodig. Zet uw naam er niet op: uw code is genoeg. Invullen op internet kan ook nog.',
        'Wilt u liever gebeld worden, of wilt u niet meedoen? Zet dat op de antwoordkaart en stuur die terug.',
        voluntary,
        privacy,
        objection,
      ]),
    },
    introduction: {
      subject: 'Introductie aan de telefoon',
      body: [
        'Goedendag, u spreekt met een medewerker van {{bureau}}. Spreek ik met {{name}}?',
        `Wij doen onderzoek${onBehalf}. Wij willen graag weten wat uw ervaring is, en wat er beter kan. Daarom wil ik u een paar vragen stellen.`,
        'Meedoen is vrijwillig. U hoeft niet elke vraag te beantwoorden en u kunt altijd stoppen. Uw antwoorden bewaren wij apart van uw naam. Na het onderzoek vernietigen wij uw gegevens.',
        'Het gesprek duurt ongeveer tien minuten. Mag ik beginnen?',
      ].join('\n\n'),
    },
  };
}
