/** The residents' questionnaire: 21 items. Whoever never had contact with a team gets another set than the others. */
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

const cameBy = many('toegang', 'toegang', [
  'Hoe bent u bij het wijkteam gekomen?',
  'How did you come to the neighbourhood team?',
]);
const endedBy = one('einde', 'einde', ['Waarom is de hulp gestopt?', 'Why did the support stop?'], {
  relevant: `${answerOf('hulp')} = 'gestopt'`,
});
const withoutBy = {
  ...many('zonder', 'zonder', [
    'Waarom had u geen hulp van het wijkteam?',
    'Why did you have no support from the team?',
  ]),
  relevant: `${answerOf('hulp')} = 'nooit'`,
};

export const residentsQuestionnaire: Form = {
  title: 'Inwoners over het wijkteam',
  formId: 'waterhoven_inwoners',
  version: '2026-02-1',
  survey: [
    note(
      'welkom',
      [
        'Welkom. Deze vragenlijst gaat over het wijkteam in uw buurt. Onderzoeksbureau Veldzicht stelt de vragen voor de gemeente Waterhoven. Meedoen mag, het hoeft niet. U kunt altijd stoppen. Wij bewaren uw naam en adres niet bij uw antwoorden. Gaat u verder? Dan geeft u toestemming om uw antwoorden voor dit onderzoek te gebruiken.',
        'Welcome. These questions are about the neighbourhood team near you. Veldzicht research bureau asks them for the municipality of Waterhoven. You may take part, but you do not have to. You can stop at any moment. We do not keep your name and address with your answers. By going on you agree that your answers are used for this study.',
      ],
      {
        instruction: [
          'Lees de tekst rustig voor. Vraag of het goed is om te beginnen.',
          'Read the text calmly. Ask whether you may begin.',
        ],
      },
    ),
    ...section(
      'contact',
      ['Uw contact met het wijkteam', 'Your contact with the team'],
      [
        one(
          'hulp',
          'hulp',
          ['Krijgt u nu hulp van het wijkteam?', 'Are you getting support from the neighbourhood team now?'],
          {
            required: true,
            instruction: [
              'Twijfelt de inwoner? Noem voorbeelden: een gesprek thuis, hulp bij formulieren.',
              'Is the resident in doubt? Give examples: a talk at home, help with forms.',
            ],
          },
        ),
        one(
          'teams',
          'wijkteam',
          ['Welk wijkteam hoort bij uw buurt?', 'Which neighbourhood team belongs to your area?'],
          {
            instruction: [
              'Lees de namen alleen voor als de inwoner het niet weet.',
              'Read the names only if the resident does not know.',
            ],
          },
        ),
        calculate('ervaring', `if(${answerOf('hulp')} = 'ja' or ${answerOf('hulp')} = 'gestopt', 'ja', 'nee')`),
      ],
    ),
    ...section(
      'hulp_krijgen',
      ['De hulp van het wijkteam', 'The support of the team'],
      [
        cameBy,
        namely(cameBy),
        number(
          'wachtweken',
          ['Hoeveel weken moest u wachten op het eerste gesprek?', 'How many weeks did you wait for the first talk?'],
          [0, 104],
          { hint: ['Kon u meteen komen? Vul dan 0 in.', 'Could you come at once? Then enter 0.'] },
        ),
        number(
          'gesprekken',
          ['Hoeveel gesprekken hebt u ongeveer gehad?', 'About how many talks did you have?'],
          [0, 200],
        ),
        statement('eens_geen', 'snel', ['Ik werd snel geholpen.', 'I was helped quickly.']),
        statement('eens_geen', 'luisteren', [
          'De medewerker luisterde goed naar mij.',
          'The team member listened well to me.',
        ]),
        statement('eens_geen', 'plan', ['Wij maakten samen een plan.', 'We made a plan together.']),
        statement('eens', 'meebeslissen', ['Ik mocht zelf meebeslissen.', 'I had a say in the decisions.']),
        statement('eens_geen', 'vast_persoon', ['Ik wist bij wie ik moest zijn.', 'I knew whom to turn to.']),
        stars('sterren', [
          'Hoeveel sterren geeft u de hulp van het wijkteam?',
          'How many stars do you give the support of the team?',
        ]),
        open(
          'sterren_uitleg',
          [
            `U gaf ${answerOf('sterren')} van de 5 sterren. Kunt u dat uitleggen?`,
            `You gave ${answerOf('sterren')} of 5 stars. Can you explain why?`,
          ],
          {
            relevant: `${answerOf('sterren')} >= 1`,
            instruction: ['Vraag door: kunt u een voorbeeld geven?', 'Ask further: can you give an example?'],
          },
        ),
        endedBy,
        namely(endedBy),
      ],
      { relevant: `${answerOf('ervaring')} = 'ja'` },
    ),
    ...section(
      'geen_hulp',
      ['Geen hulp van het wijkteam', 'No support from the team'],
      [
        withoutBy,
        namely(withoutBy),
        statement('eens', 'vindbaar', [
          'Ik weet waar ik het wijkteam kan vinden.',
          'I know where to find the neighbourhood team.',
        ]),
      ],
      { relevant: `not(${answerOf('ervaring')} = 'ja')` },
    ),
    ...section(
      'dagelijks_leven',
      ['Uw dagelijks leven', 'Your daily life'],
      [
        statement('eens', 'zelf_redden', [
          'Ik kan mij in het dagelijks leven goed redden.',
          'I manage well in daily life.',
        ]),
        statement('eens_geen', 'buurt', ['In mijn buurt helpen mensen elkaar.', 'People in my area help each other.']),
      ],
    ),
    ...section(
      'slot',
      ['Tot slot', 'Finally'],
      [
        open('tip', ['Wat kan het wijkteam beter doen?', 'What could the neighbourhood team do better?'], {
          instruction: [
            'Schrijf op wat de inwoner zegt, zonder namen van mensen.',
            'Write down what the resident says, without names of people.',
          ],
        }),
        note('dank', [
          'Dit was de laatste vraag. Hartelijk dank voor uw hulp.',
          'That was the last question. Thank you very much.',
        ]),
      ],
    ),
  ],
  choices: {
    ...sharedChoices,
    hulp: [
      { name: 'ja', label: ['Ja', 'Yes'], weight: 10 },
      { name: 'gestopt', label: ['Nee, de hulp is gestopt', 'No, the support has stopped'], weight: 8 },
      {
        name: 'nooit',
        label: ['Nee, ik had nooit hulp van het wijkteam', 'No, I never had support from the team'],
        weight: 1,
      },
      dontKnow,
    ],
    toegang: [
      { name: 'huisarts', label: ['Via de huisarts', 'Through the general practitioner'], weight: 4 },
      { name: 'familie', label: ['Via familie of buren', 'Through family or neighbours'], weight: 3 },
      { name: 'gemeente', label: ['Via de gemeente', 'Through the municipality'], weight: 4 },
      { name: 'school', label: ['Via school', 'Through a school'] },
      { name: 'zelf', label: ['Ik ging er zelf naartoe', 'I went there myself'], weight: 3 },
      other,
    ],
    einde: [
      { name: 'klaar', label: ['Ik had geen hulp meer nodig', 'I needed no more support'], weight: 6 },
      { name: 'ander', label: ['Ik kreeg hulp van een ander', 'Someone else took over'] },
      { name: 'tevreden_niet', label: ['Ik was niet tevreden', 'I was not satisfied'] },
      { name: 'verhuisd', label: ['Ik ben verhuisd', 'I moved house'], weight: 1 },
      other,
      dontKnow,
    ],
    zonder: [
      { name: 'niet_nodig', label: ['Ik had geen hulp nodig', 'I needed no support'] },
      { name: 'onbekend', label: ['Ik kende het wijkteam niet', 'I did not know the team'] },
      { name: 'niet_gelukt', label: ['Het lukte niet om contact te krijgen', 'I could not get in touch'] },
      other,
    ],
  },
};
