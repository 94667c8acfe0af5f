/** The team members' questionnaire: 36 items. Whoever helps residents gets another set than who works in the office. */
import { other, sharedChoices } from './choices.ts';
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

const role = one('rollen_team', 'rol', ['Wat is uw rol in het team?', 'What is your role in the team?']);
const obstacles = many(
  'belemmeringen',
  'belemmeringen',
  ['Wat maakt het helpen van inwoners moeilijk?', 'What makes helping residents difficult?'],
  'geen',
);
const tasks = many('taken', 'taken', ['Welke taken hebt u?', 'Which tasks do you have?']);
const training = many(
  'scholing',
  'scholing',
  ['Over welke onderwerpen wilt u meer leren?', 'On which subjects would you like to learn more?'],
  'geen',
);

export const teamMembersQuestionnaire: Form = {
  title: 'Medewerkers over hun wijkteam',
  formId: 'waterhoven_medewerkers',
  version: '2026-02-1',
  survey: [
    note('welkom', [
      'Welkom. Deze vragenlijst gaat over uw werk in het wijkteam. Onderzoeksbureau Veldzicht doet het onderzoek voor de gemeente Waterhoven. U beslist zelf of u meedoet. Uw leidinggevende ziet uw antwoorden niet. Gaat u verder, dan mogen wij uw antwoorden voor het onderzoek gebruiken.',
      'Welcome. These questions are about your work in the neighbourhood team. Veldzicht research bureau does the study for the municipality of Waterhoven. You decide whether you take part. Your manager does not see your answers. By going on you allow us to use your answers for the study.',
    ]),
    ...section(
      'werk',
      ['Uw werk', 'Your work'],
      [
        one('ja_nee', 'helpt_inwoners', ['Helpt u zelf inwoners?', 'Do you help residents yourself?'], {
          required: true,
        }),
        one('teams', 'eigen_team', ['In welk wijkteam werkt u?', 'Which neighbourhood team do you work in?']),
        role,
        namely(role),
        number(
          'ervaring_jaren',
          ['Hoeveel jaar werkt u in dit vak?', 'How many years have you worked in this field?'],
          [0, 50],
        ),
        number(
          'team_jaren',
          ['Hoeveel jaar werkt u in dit team?', 'How many years have you worked in this team?'],
          [0, 20],
          {
            hint: ['Korter dan een jaar? Vul dan 0 in.', 'Less than a year? Then enter 0.'],
          },
        ),
        number(
          'uren',
          ['Hoeveel uur per week werkt u voor het team?', 'How many hours a week do you work for the team?'],
          [1, 60],
        ),
        calculate('ervaren', `if(${answerOf('ervaring_jaren')} >= 10, 1, 0)`),
      ],
    ),
    ...section(
      'inwoners',
      ['Werken met inwoners', 'Working with residents'],
      [
        number(
          'aantal_inwoners',
          ['Hoeveel inwoners helpt u op dit moment?', 'How many residents are you helping at the moment?'],
          [0, 200],
        ),
        number(
          'gesprekken_week',
          ['Hoeveel gesprekken voert u in een gewone week?', 'How many talks do you have in a usual week?'],
          [0, 60],
        ),
        statement('eens_geen', 'eigen_kracht', [
          'Ik ga uit van wat inwoners zelf kunnen.',
          'I start from what residents can do themselves.',
        ]),
        statement('eens_geen', 'omgeving', [
          'Ik betrek familie en buren bij de hulp.',
          'I involve family and neighbours.',
        ]),
        statement('eens_geen', 'samen_plan', [
          'Ik maak het plan samen met de inwoner.',
          'I make the plan together with the resident.',
        ]),
        statement('eens_geen', 'genoeg_tijd', [
          'Ik heb genoeg tijd voor elke inwoner.',
          'I have enough time for every resident.',
        ]),
        obstacles,
        namely(obstacles),
        open('inwoners_uitleg', [
          'Wilt u iets toelichten over het werken met inwoners?',
          'Would you like to explain anything about working with residents?',
        ]),
      ],
      { relevant: `${answerOf('helpt_inwoners')} = 'ja'` },
    ),
    ...section(
      'kantoor',
      ['Werken op kantoor', 'Working in the office'],
      [
        tasks,
        namely(tasks),
        statement('eens', 'bijdrage', [
          'Ik zie wat mijn werk voor inwoners betekent.',
          'I see what my work means for residents.',
        ]),
      ],
      { relevant: `not(${answerOf('helpt_inwoners')} = 'ja')` },
    ),
    ...section(
      'team',
      ['Uw team', 'Your team'],
      [
        statement('eens', 'doelen', ['De doelen van ons team zijn duidelijk.', 'The aims of our team are clear.']),
        statement('eens', 'aanspreken', [
          'Wij zeggen het elkaar als iets niet goed gaat.',
          'We tell each other when something goes wrong.',
        ]),
        statement('eens', 'kennis', [
          'Wij hebben samen genoeg kennis in huis.',
          'Together we know enough for our work.',
        ]),
        statement('eens', 'overleg', ['Ons overleg is nuttig.', 'Our meetings are useful.']),
        statement('eens_geen', 'veilig', ['Ik voel mij veilig tijdens mijn werk.', 'I feel safe at work.']),
        stars('team_sterren', ['Hoeveel sterren geeft u uw team?', 'How many stars do you give your team?']),
        open('team_uitleg', ['Wilt u uw sterren toelichten?', 'Would you explain your stars?'], {
          relevant: `${answerOf('team_sterren')} >= 1`,
        }),
      ],
    ),
    ...section(
      'anderen',
      ['Werken met anderen', 'Working with others'],
      [
        statement('eens_geen', 'partners_vinden', [
          'Ik weet welke organisaties ik kan vragen.',
          'I know which organisations I can ask.',
        ]),
        statement('eens_geen', 'partners_afspraken', [
          'Andere organisaties komen afspraken na.',
          'Other organisations do what was agreed.',
        ]),
        statement('eens_geen', 'gemeente_steun', [
          'De gemeente helpt ons als wij vastlopen.',
          'The municipality helps us when we are stuck.',
        ]),
        stars('gemeente_sterren', [
          'Hoeveel sterren geeft u de steun van de gemeente?',
          'How many stars do you give the backing of the municipality?',
        ]),
        open('anderen_uitleg', [
          'Wilt u iets toelichten over het werken met anderen?',
          'Would you like to explain anything about working with others?',
        ]),
      ],
    ),
    ...section(
      'leren',
      ['Leren en werkdruk', 'Learning and workload'],
      [
        note(
          'ervaren_uitnodiging',
          [
            'U werkt al lang in dit vak. Denk bij deze vragen ook aan wat u aan collega’s kunt leren.',
            'You have worked in this field for long. Please think of what you can teach colleagues as well.',
          ],
          {
            relevant: `${answerOf('ervaren')} = 1`,
          },
        ),
        training,
        namely(training),
        statement('eens', 'werkdruk', ['Mijn werkdruk is goed vol te houden.', 'I can keep up with my workload.']),
      ],
    ),
    ...section(
      'slot',
      ['Tot slot', 'Finally'],
      [
        open('gaat_goed', ['Wat gaat er goed in uw team?', 'What goes well in your team?']),
        open('kan_beter', ['Wat kan er beter in uw team?', 'What could be better in your team?']),
        note('dank', [
          'Dit was de laatste vraag. Bedankt voor uw tijd.',
          'That was the last question. Thank you for your time.',
        ]),
      ],
    ),
  ],
  choices: {
    ...sharedChoices,
    ja_nee: [
      { name: 'ja', label: ['Ja', 'Yes'], weight: 5 },
      { name: 'nee', label: ['Nee', 'No'], weight: 1 },
    ],
    rollen_team: [
      { name: 'hulpverlener', label: ['Hulpverlener', 'Social worker'], weight: 8 },
      { name: 'teamleider', label: ['Teamleider', 'Team leader'], weight: 1 },
      { name: 'administratie', label: ['Administratie', 'Administration'] },
      other,
    ],
    belemmeringen: [
      { name: 'tijd', label: ['Te weinig tijd', 'Too little time'], weight: 4 },
      { name: 'regels', label: ['Te veel regels', 'Too many rules'], weight: 3 },
      { name: 'wachtlijst', label: ['Wachtlijsten bij anderen', 'Waiting lists elsewhere'], weight: 4 },
      { name: 'geen', label: ['Niets daarvan', 'None of these'], weight: 1 },
      other,
    ],
    taken: [
      { name: 'telefoon', label: ['Telefoon en balie', 'Phone and front desk'] },
      { name: 'administratie', label: ['Administratie', 'Administration'] },
      { name: 'leiding', label: ['Leiding geven', 'Managing people'], weight: 1 },
      other,
    ],
    scholing: [
      { name: 'gesprekken', label: ['Lastige gesprekken', 'Difficult talks'], weight: 3 },
      { name: 'wetten', label: ['Wetten en regels', 'Laws and rules'] },
      { name: 'samenwerken', label: ['Samenwerken met vrijwilligers', 'Working with volunteers'] },
      { name: 'geen', label: ['Geen onderwerp', 'None'], weight: 1 },
      other,
    ],
  },
};
