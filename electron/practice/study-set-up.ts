/** The practice study as its manager sets it up: agreement, groups, protocols. The figures are those of the reference study. */
import { type Day, day } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import { contactFields } from '../../shared/study/contact-data.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { Role } from '../../shared/study/person.ts';
import type { StepId } from '../../shared/study/protocol.ts';
import { teams } from './teams.ts';
import { colleaguesTexts, residentsIntroduction, residentsTexts, bureau as senders } from './texts.ts';

export const title = 'Wijkteams Waterhoven, nulmeting (oefenonderzoek)';
/** A Monday; the fieldwork takes nine weeks. */
export const firstDay: Day = day('2026-03-02');
export const lastDay: Day = day('2026-05-01');

export const people = {
  manager: 'Marit',
  researcher: 'Ruben',
  officer: 'Nadia',
  interviewers: ['Ria', 'Joris', 'Fatma'],
} as const;

/** Who gave their confidentiality statement, and when: before anything began. */
export const confidentialityOn: Day = day('2026-01-15');

/** The people of a practice study that the application made. Their passphrases are shown on screen: nobody in it is real. */
export const practicePeople: readonly {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly passphrase: string;
}[] = [
  practicePerson(people.manager, 'manager'),
  practicePerson(people.researcher, 'researcher'),
  practicePerson(people.officer, 'officer'),
  // Each one more takes a second to make.
  practicePerson(people.interviewers[0], 'interviewer'),
];

function practicePerson(name: string, role: Role) {
  return { name, roles: [role], passphrase: `oefenen met ${name}` };
}

export const bureau: Asked<'study.recordBureau'> = {
  name: senders.name,
  returnAddress: senders.address,
  place: 'Waterhoven',
  objectTo: senders.email,
  webAddress: 'https://vragenlijst.veldzicht.example/w',
};

export const agreement: Asked<'study.recordAgreement'>['agreement'] = {
  subject: 'Nulmeting sociale wijkteams',
  startsOn: day('2026-02-23'),
  endsOn: day('2026-06-30'),
  answersEndOn: day('2026-07-28'),
  purpose: 'Eenmalig onderzoek naar de ervaringen van bewoners, netwerkpartners en teamleden met de wijkteams',
  allowedFields: [...contactFields],
  peopleConcerned: 'Bewoners die het afgelopen jaar hulp kregen, netwerkpartners, teamleden',
  documentReference: 'VWO-2026-014',
  instructionsFrom: 'Schriftelijk, door de opdrachtgever',
  transferOutsideEea: false,
  confidentiality: 'Alle medewerkers hebben een geheimhoudingsverklaring getekend',
  security: 'Bijlage 2: versleuteling, schijfversleuteling, toegang per rol',
  subProcessors: [],
  assistanceRequests: 'Verzoeken gaan binnen twee werkdagen naar de opdrachtgever',
  assistanceBreaches: 'Melding binnen 24 uur aan de functionaris van de opdrachtgever',
  afterEnd: 'erase',
  afterEndDays: 28,
  audit: 'Jaarlijks, of op verzoek',
  unlawfulInstructions: 'De functionaris gegevensbescherming van de opdrachtgever',
  signedOn: day('2026-02-16'),
  signedBy: 'Opdrachtgever en bureau, door tekenbevoegden',
  client: 'Gemeente Waterhoven',
  clientContact: 'Raadhuisplein 1, 9999 ZZ Waterhoven, onderzoek@waterhoven.example',
  legalGround: 'Toestemming (art. 6 lid 1 onder a) en taak van algemeen belang (onder e)',
};

/** One group with what is delivered for it. Files are named as in scripts/practice-study/files. */
export interface GroupSetUp {
  readonly group: Asked<'study.addGroup'>;
  readonly questionnaire: string;
  /** Items that the dataset leaves out: no figures per team, and a role may be one person's. */
  readonly leaveOut: readonly string[];
  readonly files: readonly { readonly file: string; readonly stratum?: string }[];
  readonly protocol: Asked<'schedule.setProtocol'>['protocol'];
}

const step = (id: string) => id as StepId;
const contactOnce = {
  startsOn: firstDay,
  closesOn: lastDay,
  callsMaximum: 6,
  callAgainAfterDays: 3,
};

const colleagues: GroupSetUp['protocol'] = {
  ...contactOnce,
  steps: [
    { id: step('invitation'), channel: 'email', afterDays: 0, for: {}, text: colleaguesTexts.invitationEmail },
    {
      id: step('reminder'),
      channel: 'email',
      afterDays: 14,
      after: step('invitation'),
      for: {},
      text: colleaguesTexts.reminderEmail,
    },
  ],
};

export const groups: readonly GroupSetUp[] = [
  {
    group: {
      code: 'residents' as GroupCode,
      title: 'Bewoners',
      consentBasis: 'opt-in',
      asked: {
        text: 'Toestemming nulmeting wijkteams, versie 2 van 5 januari 2026',
        source: 'Formulier in het dossier van het wijkteam',
      },
      consentBasisByStratum: Object.fromEntries(teams.map(({ name, residentsAsked }) => [name, residentsAsked])),
    },
    questionnaire: 'questionnaire-residents.xlsx',
    leaveOut: ['wijkteam'],
    files: [{ file: 'residents.xlsx' }],
    protocol: {
      ...contactOnce,
      steps: [
        {
          id: step('email'),
          channel: 'email',
          afterDays: 0,
          for: { has: ['email'] },
          text: residentsTexts.invitationEmail,
        },
        {
          id: step('reminder'),
          channel: 'email',
          afterDays: 7,
          after: step('email'),
          for: { has: ['email'] },
          text: residentsTexts.reminderEmail,
        },
        {
          id: step('letter'),
          channel: 'letter',
          afterDays: 0,
          for: { lacks: ['email'] },
          text: residentsTexts.invitationLetter,
        },
        {
          id: step('phone'),
          channel: 'phone',
          afterDays: 14,
          for: {},
          text: residentsIntroduction,
        },
      ],
    },
  },
  {
    group: {
      code: 'partners' as GroupCode,
      title: 'Netwerkpartners',
      consentBasis: 'business-contact',
      consentBasisByStratum: {},
    },
    questionnaire: 'questionnaire-partners.xlsx',
    leaveOut: ['partner_team'],
    files: teams.map(({ code, name }) => ({ file: `partners-${code}.csv`, stratum: name })),
    protocol: colleagues,
  },
  {
    group: {
      code: 'team-members' as GroupCode,
      title: 'Teamleden',
      consentBasis: 'business-contact',
      consentBasisByStratum: {},
    },
    questionnaire: 'questionnaire-team-members.xlsx',
    leaveOut: ['eigen_team', 'rol'],
    files: [{ file: 'team-members.xlsx' }],
    protocol: colleagues,
  },
];

/** The delivery that has to be refused: it has a column of citizen service numbers. */
export const refusedDelivery = 'residents-first-delivery.xlsx';
