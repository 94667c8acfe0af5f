/** One row of the municipality's extract, and how a resident of the practice study can be reached. */

import type { Team } from '../../electron/practice/teams.ts';
import type { Day } from '../../shared/calendar.ts';
import type { InventedName, Inventor } from './invented-person.ts';
import { town } from './names.ts';

export interface Resident extends InventedName {
  readonly clientNumber: string;
  readonly citizenServiceNumber: string;
  readonly street: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly town: string;
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
  readonly birthDate: Day | undefined;
  readonly team: Team;
  readonly supportEnded: 'ja' | 'nee';
  readonly consent: 'ja' | 'nee' | 'bezwaar' | '';
  readonly consentOn: Day | undefined;
  /** As in the column Kanalen: 'e-mail, brief, telefoon'. */
  readonly channels: string;
  readonly deceased: 'ja' | '';
  /** The two columns that no agreement of the practice study allows. */
  readonly remark: string;
  readonly question: string;
}

/** usable: there and agreed to; broken: agreed to, but malformed; unwanted: there, but not agreed to; absent: not there. */
export type Having = 'usable' | 'broken' | 'unwanted' | 'absent';

export interface Reach {
  readonly email: Having;
  readonly letter: Having;
  readonly phone: Having;
}

/** For the reaches below: [e-mail, letter, phone]. */
export function reach(email: Having, letter: Having, phone: Having): Reach {
  return { email, letter, phone };
}

const emailDomains = ['example.org', 'example.nl', 'post.example', 'thuis.example', 'waterkant.example'];
const consentDays = ['2026-01-05', '2026-02-20'] as const;

/** A resident of `team` who agreed to take part and is alive, with what `how` says. */
export function inventResident(inventor: Inventor, team: Team, how: Reach): Resident {
  const { chance, pick } = inventor.draw;
  const name = chance(0.07) ? inventor.uncommonName() : inventor.name();
  const asked = team.residentsAsked === 'opt-in';
  return {
    ...name,
    ...address(inventor, how.letter),
    ...numbers(inventor, how.phone),
    clientNumber: inventor.clientNumber(),
    citizenServiceNumber: inventor.citizenServiceNumber(),
    email: email(inventor, name, how.email),
    birthDate: chance(0.03) ? undefined : birthDate(inventor),
    team,
    supportEnded: chance(0.4) ? 'ja' : 'nee',
    consent: asked ? 'ja' : '',
    consentOn: asked ? inventor.dayBetween(...consentDays) : undefined,
    channels: asked ? agreedChannels(inventor, how) : 'e-mail, brief, telefoon',
    deceased: '',
    remark: chance(0.3) ? `${pick(remarks)} (${inventor.word()})` : '',
    question: chance(0.5) ? `${pick(questions)} ${inventor.word()}` : pick(questions),
  };
}

const remarks = [
  'Belt liever zelf',
  'Dochter regelt de post',
  'Afspraak op kantoor verzet',
  'Vraagt om tolk bij gesprek',
  'Hond aan de deur',
  'Brief kwam terug',
  'Wacht op bericht van collega',
];
const questions = [
  'Formulieren',
  'Huishouden',
  'Dagbesteding',
  'Opvoeding',
  'Wonen',
  'Inkomen',
  'Contact in de buurt',
  'Vervoer',
];

/** Around 52 on average, from 19 up to 95: two draws added give more people in the middle than at the ends. */
function birthDate(inventor: Inventor): Day {
  const { below } = inventor.draw;
  const year = 2007 - below(40) - below(29);
  return inventor.dayBetween(`${year}-01-01`, `${year}-12-31`);
}

function address(inventor: Inventor, letter: Having): Pick<Resident, 'street' | 'houseNumber' | 'postcode' | 'town'> {
  const { below, chance, pick } = inventor.draw;
  if (letter === 'absent') return { street: '', houseNumber: '', postcode: '', town: chance(0.5) ? town : '' };
  const addition = chance(0.15) ? pick([' A', ' B', 'a', '-2', ' bis']) : '';
  return {
    street: inventor.street(),
    houseNumber: letter === 'broken' ? '' : `${1 + below(240)}${addition}`,
    postcode: letter === 'broken' ? '' : inventor.postcode(),
    town,
  };
}

function numbers(inventor: Inventor, phone: Having): Pick<Resident, 'phone' | 'mobile'> {
  const { below } = inventor.draw;
  if (phone === 'absent') return { phone: '', mobile: '' };
  if (phone === 'broken') {
    return { phone: below(3) === 0 ? inventor.brokenNumber() : '', mobile: inventor.brokenNumber() };
  }
  const kind = below(10);
  if (kind < 5) return { phone: '', mobile: inventor.mobile() };
  if (kind < 7) return { phone: inventor.landline(), mobile: '' };
  if (kind < 9) return { phone: inventor.landline(), mobile: inventor.mobile() };
  return { phone: inventor.brokenNumber(), mobile: inventor.mobile() };
}

function email(inventor: Inventor, name: InventedName, having: Having): string {
  if (having === 'absent') return '';
  if (having === 'broken') return inventor.brokenEmail(name);
  const address = inventor.email(name, emailDomains);
  if (inventor.draw.chance(0.06)) return ` ${address}`;
  return inventor.draw.chance(0.06) ? address.toUpperCase() : address;
}

/** The channels ticked on the form; someone may tick what they do not have, and everyone ticks something. */
function agreedChannels(inventor: Inventor, how: Reach): string {
  const offered: readonly (readonly [string, Having])[] = [
    ['e-mail', how.email],
    ['brief', how.letter],
    ['telefoon', how.phone],
  ];
  const agreed = offered.filter(([, having]) => having === 'usable' || having === 'broken');
  const ticked = offered.filter(
    (channel) =>
      agreed.includes(channel) || (channel[1] === 'absent' && (agreed.length === 0 || inventor.draw.chance(0.4))),
  );
  return ticked.map(([word]) => word).join(', ');
}
