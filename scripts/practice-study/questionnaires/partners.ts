/** The network partners' questionnaire: 15 items. Whoever does not work with a team gets another set than the others. */
import { dontKnow, other, sharedChoices } from './choices.ts';
import {
  answerOf,
  calculate,
  type Form,
  many,
  namely,
  note,
  number,
  one,
  open,
  section,
  stars,
  statement,
} from './form.ts';

const topics = many('onderwerpen', 'onderwerpen', [
  'Waarover hebt u contact met het wijkteam?',
  'What are you in touch with the team about?',
]);
const apart = one('apart', 'apart', [
  'Waarom werkt u niet samen met een wijkteam?',
  'Why do you not work with a neighbourhood team?',
]);

export const partnersQuestionnaire: Form = {
  title: 'Netwerkpartners over de wijkteams',
  formId: 'waterhoven_partners',
  version: '2026-02-1',
  survey: [
    note('welkom', [
      'Welkom. Onderzoeksbureau Veldzicht onderzoekt voor de gemeente Waterhoven hoe de samenwerking met de wijkteams gaat. U doet vrijwillig mee en kunt op elk moment stoppen. In het rapport staat niet wie wat heeft gezegd. Door verder te gaan stemt u ermee in dat wij uw antwoorden gebruiken.',
      'Welcome. For the municipality of Waterhoven, Veldzicht research bureau studies how working with the neighbourhood teams goes. Taking part is voluntary and you can stop at any moment. The report does not say who said what. By going on you agree that we use your answers.',
    ]),
    ...section(
      'uw_werk',
      ['Uw werk', 'Your work'],
      [
        one(
          'samen',
          'samen',
          ['Hoe vaak werkt u samen met een wijkteam?', 'How often do you work together with a neighbourhood team?'],
          { required: true },
        ),
        number(
          'functie_jaren',
          ['Hoeveel jaar werkt u in uw huidige functie?', 'How many years have you been in your present position?'],
          [0, 60],
          {
            hint: ['Korter dan een jaar? Vul dan 0 in.', 'Less than a year? Then enter 0.'],
          },
        ),
        calculate('werkt_samen', `if(${answerOf('samen')} = 'nooit', 'nee', 'ja')`),
      ],
    ),
    ...section(
      'samenwerking',
      ['De samenwerking', 'Working together'],
      [
        one('teams', 'partner_team', [
          'Met welk wijkteam werkt u het meest samen?',
          'Which team do you work with most?',
        ]),
        topics,
        namely(topics),
        statement('eens_geen', 'bereikbaar', ['Het wijkteam is goed bereikbaar.', 'The team is easy to reach.']),
        statement('eens_geen', 'afspraken', ['Het wijkteam komt afspraken na.', 'The team does what was agreed.']),
        statement('eens_geen', 'terug_horen', [
          'Ik hoor van het wijkteam wat er met mijn vraag is gebeurd.',
          'The team lets me know what happened with my question.',
        ]),
        statement('eens', 'rollen', ['Het is duidelijk wie wat doet.', 'It is clear who does what.']),
        number(
          'verwezen',
          [
            'Hoeveel inwoners hebt u in het afgelopen jaar naar het wijkteam gestuurd?',
            'How many residents did you send to the team in the past year?',
          ],
          [0, 500],
        ),
        stars('samen_sterren', [
          'Hoeveel sterren geeft u de samenwerking?',
          'How many stars do you give the cooperation?',
        ]),
        open('samen_uitleg', ['Wilt u uw sterren toelichten?', 'Would you explain your stars?'], {
          relevant: `${answerOf('samen_sterren')} >= 1`,
        }),
      ],
      { relevant: `${answerOf('werkt_samen')} = 'ja'` },
    ),
    ...section('zonder_samenwerking', ['Geen samenwerking', 'Not working together'], [apart, namely(apart)], {
      relevant: `${answerOf('werkt_samen')} != 'ja'`,
    }),
    ...section(
      'slot',
      ['Tot slot', 'Finally'],
      [
        open('verbetering', [
          'Wat is volgens u nodig om de samenwerking beter te maken?',
          'What do you think is needed to make the cooperation better?',
        ]),
        note('dank', [
          'Dit was de laatste vraag. Bedankt voor het invullen.',
          'That was the last question. Thank you for your answers.',
        ]),
      ],
    ),
  ],
  choices: {
    ...sharedChoices,
    samen: [
      { name: 'wekelijks', label: ['Elke week', 'Every week'], weight: 6 },
      { name: 'maandelijks', label: ['Elke maand', 'Every month'], weight: 7 },
      { name: 'minder', label: ['Minder dan elke maand', 'Less than every month'], weight: 6 },
      { name: 'nooit', label: ['Nooit', 'Never'], weight: 2 },
      dontKnow,
    ],
    onderwerpen: [
      { name: 'verwijzen', label: ['Inwoners doorsturen', 'Referring residents'], weight: 5 },
      { name: 'overleg', label: ['Overleg over een inwoner', 'Talking about a resident'], weight: 5 },
      { name: 'kennis', label: ['Kennis delen', 'Sharing knowledge'] },
      { name: 'activiteiten', label: ['Activiteiten in de wijk', 'Activities in the area'] },
      other,
    ],
    apart: [
      { name: 'geen_aanleiding', label: ['Er was geen aanleiding', 'There was no reason to'], weight: 4 },
      { name: 'niet_bekend', label: ['Ik ken het wijkteam niet', 'I do not know the team'] },
      { name: 'ander_team', label: ['Een collega heeft het contact', 'A colleague keeps in touch'] },
      other,
      dontKnow,
    ],
  },
};
